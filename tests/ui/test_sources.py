from __future__ import annotations

import pytest

from analyzer.messages import Messages
from analyzer.tables import Side
from analyzer.ui.samples import sample_table
from analyzer.ui.sources import Source, accounts, all_documents, free_name, take_in, with_columns
from analyzer.ui.views import column_labels, counts_sentence, preview_rows, set_aside_rows, source_sentence

CSV = (
    b"id;wer;beschwerde\n1;anna;Die Lieferung kam drei Tage zu spaet.\n2;ben;Niemand ruft zurueck.\n3;cem;\n"
)


def test_a_paste_becomes_documents() -> None:
    taken = take_in(
        Source(Side.INTERNAL, "Pasted", b"Nobody told us.\nWe are short of two people.", pasted=True)
    )
    assert len(taken.intake.documents) == 2
    assert taken.problem is None


def test_an_unreadable_file_is_told_kindly() -> None:
    taken = take_in(Source(Side.INTERNAL, "leer.txt", b""))
    assert taken.intake is None
    assert "leer.txt" in Messages("de").tell(taken.problem)


def test_columns_can_be_overridden() -> None:
    source = Source(Side.CUSTOMER, "c.csv", CSV)
    found = take_in(source)
    assert found.reports[0].columns.text == "beschwerde"
    other = take_in(with_columns(source, text="wer"))
    assert list(other.intake.documents["text"]) == ["anna", "ben", "cem"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_preview_shows_the_columns_that_can_be_chosen(lang: str) -> None:
    csv = b"id;datum;wer;note;kommentar\n1;1.2.2024;anna;4;Niemand ruft zurueck.\n2;2.2.2024;ben;5;Gut so\n"
    source = Source(Side.CUSTOMER, "c.csv", csv)
    chosen = with_columns(source, date="", author="wer", rating="note", id="id")
    taken = take_in(chosen)
    (report,) = taken.reports
    assert (report.columns.date, report.columns.author, report.columns.rating) == (None, "wer", "note")
    say = Messages(lang).say
    assert preview_rows(taken.intake, Messages(lang))[0] == {
        say("Text"): "Niemand ruft zurueck.",
        say("Author"): "anna",
        say("Rating"): "4",
    }
    assert set(column_labels(Messages(lang))) == {"date", "unit", "author", "rating", "id"}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_was_set_aside_is_told(lang: str) -> None:
    messages = Messages(lang)
    taken = take_in(Source(Side.CUSTOMER, "c.csv", CSV))
    report = taken.reports[0]
    assert report.rows_in == 3
    assert report.kept == 2
    assert len(set_aside_rows(report, messages)) == 1
    assert "2" in source_sentence(report, messages)
    assert len(preview_rows(taken.intake, messages)) == 2
    assert "2" in counts_sentence([taken], messages)
    assert counts_sentence([], messages)


def test_documents_of_equal_names_stay_apart() -> None:
    table = [take_in(Source(side, "notes.md", b"- One thing.\n- Another thing.")) for side in Side]
    frame = all_documents(table)
    assert frame["document"].is_unique
    assert len(frame) == sum(len(taken.intake.documents) for taken in table)
    assert {side: len(found) for side, found in accounts(table).items()} == dict.fromkeys(Side, 1)


def test_a_second_file_of_a_name_gets_a_number() -> None:
    first = Source(Side.INTERNAL, "notes.md", b"one")
    assert free_name("notes.md", b"one", [first]) == "notes.md"
    assert free_name("notes.md", b"two", [first]) == "notes (2).md"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_samples_have_both_sides(lang: str) -> None:
    table = sample_table(lang)
    assert not [taken.problem for taken in table if taken.problem]
    assert {taken.source.side for taken in table} == set(Side)
