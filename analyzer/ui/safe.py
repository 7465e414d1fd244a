"""Texts of people on the page: shown as they were typed, never as Markdown or HTML.

Streamlit's text elements read Markdown, which loads pictures and makes links of what somebody pasted;
`st.text` does not, but is set in typewriter letters. So every such text goes through `html.escape` into
`st.html`, which cleans once more (DOMPurify) and knows no Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from analyzer.messages import Messages
from analyzer.overlap.result import Quote
from analyzer.tables import Side
from analyzer.ui.marks import Piece


def paragraph(text: str, *, kind: str = "say") -> None:
    """Show a paragraph; `kind` is a class of `style.css`."""
    st.html(f'<p class="{kind}">{escape(text)}</p>')


def heading(text: str, *, level: int = 2, kind: str = "") -> None:
    """Show a heading of level 1 to 4."""
    st.html(f'<h{level} class="cm {kind}">{escape(text)}</h{level}>')


def bullets(texts: Iterable[str]) -> None:
    """Show a list."""
    st.html('<ul class="say">' + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>")


def table(rows: Sequence[Mapping[str, str]]) -> None:
    """Show rows of the same columns as a table whose cells wrap; for some dozens of rows."""
    columns = list(rows[0]) if rows else []
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(row[c])}</td>" for c in columns) + "</tr>" for row in rows)
    inner = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    st.html(f'<div class="scroll"><table class="cm">{inner}</table></div>')


def quotes(
    found: Sequence[Quote],
    side: Side,
    messages: Messages,
    *,
    marked: Sequence[Sequence[Piece]] | None = None,
) -> None:
    """Show quotes of one side with their sources, or a word that there are none.

    `marked` are the same quotes in pieces, some of them marked.
    """
    cut = marked or [[Piece(quote.text, False)] for quote in found]
    blocks = [quote_block(quote, side, pieces) for quote, pieces in zip(found, cut, strict=True)]
    st.html("".join(blocks) or f'<p class="soft">{escape(messages.say("No statement on this side."))}</p>')


def quote_block(quote: Quote, side: Side, pieces: Sequence[Piece]) -> str:
    """Return one quote, given in pieces, as a block of escaped HTML."""
    said = "".join(f"<mark>{escape(p.text)}</mark>" if p.marked else escape(p.text) for p in pieces)
    times = f" · {quote.times}×" if quote.times > 1 else ""
    return (
        f'<blockquote class="quote {side.value}" lang="{escape(quote.lang)}">'
        f"<p>{said}</p><footer>{escape(quote.source)}{times}</footer></blockquote>"
    )
