"""One side of the collecting page: paste field, upload field, and each source with its account."""

from __future__ import annotations

import streamlit as st

from analyzer.intake import SourceReport, readable_suffixes
from analyzer.messages import Messages
from analyzer.tables import Side
from analyzer.ui import safe, session
from analyzer.ui.sources import Source, Taken, free_name, take_in, with_columns
from analyzer.ui.views import column_labels, preview_rows, set_aside_csv, set_aside_rows, source_sentence

_TABLES = readable_suffixes("csv", "workbook", "json", "ndjson", "parquet", "zip")


def show_side(side: Side, messages: Messages) -> None:
    """Show everything of one side."""
    say = messages.say
    inside = side is Side.INTERNAL
    safe.heading(say("The team inside") if inside else say("The customers"), level=2, kind=side.value)
    st.text_area(
        say("Paste notes, one thought a line") if inside else say("Paste complaints, one a line"),
        key=session.paste_key(side),
        height=190,
        on_change=_take_paste,
        args=(side, say("Pasted text")),
    )
    key = session.upload_key(side)
    label = say("Or upload files: notes, tables, documents, transcripts, mails (up to 50 MB each)")
    types = list(readable_suffixes())
    st.file_uploader(
        label, types, accept_multiple_files=True, key=key, on_change=_take_files, args=(side, key)
    )
    for taken in session.protected().table:
        if taken.source.side is side:
            with st.container(border=True):
                _show_source(taken, messages)


def _take_paste(side: Side, name: str) -> None:
    text = st.session_state[session.paste_key(side)]
    source = Source(side, name, text.encode(), pasted=True)
    if text.strip():
        session.put(take_in(source))
    else:
        session.remove(source)


def _take_files(side: Side, key: str) -> None:
    for file in st.session_state[key] or []:
        data = file.getvalue()
        others = [taken.source for taken in session.table() if taken.source.side is side]
        session.put(take_in(Source(side, free_name(file.name, data, others), data)))
    session.empty_upload(side)


def _show_source(taken: Taken, messages: Messages) -> None:
    safe.heading(taken.source.name, level=4)
    if taken.problem:
        safe.paragraph(messages.tell(taken.problem))
        _ask_for_column(taken, messages)
    for report in taken.reports:
        safe.paragraph(source_sentence(report, messages), kind="soft")
        for note in report.notes:
            safe.paragraph(messages.tell(note), kind="soft")
        if report.header:
            _choose_columns(taken, report, messages)
        if report.set_aside:
            with st.expander(messages.say("What was set aside and why")):
                rows = set_aside_rows(report, messages)
                st.dataframe(rows, hide_index=True)
                st.download_button(
                    messages.say("Save as CSV"),
                    set_aside_csv(rows),
                    f"{report.name}.csv",
                    "text/csv",
                    key=f"aside_{taken.source.key}_{report.name}",
                )
    if taken.intake:
        with st.expander(messages.say("Preview")):
            safe.table(preview_rows(taken.intake, messages))
    if not taken.source.pasted:
        st.button(
            messages.say("Remove"),
            key=f"remove_{taken.source.key}",
            type="tertiary",
            on_click=session.remove,
            args=(taken.source,),
        )


def _choose_columns(taken: Taken, report: SourceReport, messages: Messages) -> None:
    key = f"text_{taken.source.key}_{report.name}"
    st.multiselect(
        messages.say("Columns of texts"),
        list(report.header),
        default=list(report.columns.texts),
        key=key,
        on_change=_change_texts,
        args=(taken.source, key),
    )
    for number, (meaning, label) in enumerate(column_labels(messages).items()):
        if number % 2 == 0:
            places = st.columns(2)
        place, found = places[number % 2], getattr(report.columns, meaning)
        options = ["", *report.header]
        key = f"{meaning}_{taken.source.key}_{report.name}"
        place.selectbox(
            label,
            options,
            index=options.index(found) if found in options else 0,
            format_func=lambda name: name or messages.say("no column"),
            key=key,
            on_change=_change_column,
            args=(taken.source, meaning, key),
        )


def _ask_for_column(taken: Taken, messages: Messages) -> None:
    if taken.source.name.lower().endswith(_TABLES):
        key = f"ask_{taken.source.key}"
        label = messages.say("Name of the column of texts")
        st.text_input(label, key=key, on_change=_change_column, args=(taken.source, "text", key))


def _change_column(source: Source, meaning: str, key: str) -> None:
    session.put(take_in(with_columns(source, **{meaning: st.session_state[key]})))


def _change_texts(source: Source, key: str) -> None:
    text, *also = st.session_state[key] or [None]
    session.put(take_in(with_columns(source, text=text, also=tuple(also))))
