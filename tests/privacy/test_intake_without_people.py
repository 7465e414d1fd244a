"""An intake loses its people everywhere they stand, and nothing else."""

from __future__ import annotations

import pytest

from analyzer.intake import read_upload, unclear_words, without_people
from analyzer.privacy import Kind, Redactor, Roster
from analyzer.tables import Side

ROSTER = Roster.parse("Koch, Elisabeth\nThomas Zamiri (Tom)")
TABLES = {
    "de": (
        "Nr;Beschwerde;Filiale;Verfasser\n"
        "1;Frau Koch hat nie zurückgerufen.;Marktried;Zamiri, Thomas\n"
        "2;Marktried sagt, Tom ruft an: 0664 123 45 678.;Marktried;Kunde 17\n"
        "3;;Seelau;Elisabeth Koch\n"
        "4;Elisabeth Koch;Seelau;\n"
    ),
    "en": (
        "No;Complaint;Branch;Author\n"
        "1;Mrs Koch never called back.;Marktried;Zamiri, Thomas\n"
        "2;Marktried says Tom will call: +44 20 7946 0958.;Marktried;Customer 17\n"
        "3;;Seelau;Elisabeth Koch\n"
        "4;Elisabeth Koch;Seelau;\n"
    ),
}
COLUMNS = {"de": ("Beschwerde", "Filiale", "Verfasser"), "en": ("Complaint", "Branch", "Author")}
PLANTED = ("koch", "elisabeth", "zamiri", "thomas", "tom ", "0664", "7946")


@pytest.fixture(params=["de", "en"])
def lang(request):
    return request.param


def taken(lang, name="tickets.csv"):
    from analyzer.intake import Columns

    text, unit, author = COLUMNS[lang]
    columns = Columns(text=text, unit=unit, author=author)
    return read_upload(name, TABLES[lang].encode(), side=Side.CUSTOMER, columns=columns)


@pytest.mark.parametrize("careful", [True, False])
def test_people_are_gone_from_every_column_and_the_account(lang, careful):
    intake = taken(lang, "tickets_koch.csv")
    done = without_people([intake], Redactor(ROSTER, lang=lang, careful=careful))
    told = done.intakes[0].documents.to_csv() + repr(done.intakes[0].report)
    assert not [word for word in PLANTED if word in told.casefold()]
    assert len(done.intakes[0].documents) == len(intake.documents)
    assert {"Marktried"} <= set(done.intakes[0].documents["unit"])
    assert "Marktried" in done.intakes[0].documents["text"].iloc[1]


def test_the_same_person_has_one_placeholder_in_all_columns_and_intakes(lang):
    one, two = (
        without_people([taken(lang), taken(lang)], Redactor(ROSTER, lang=lang)).intakes[k].documents
        for k in (0, 1)
    )
    assert one["text"].tolist() == two["text"].tolist()
    assert one["author"].iloc[0] in one["text"].iloc[1]
    assert one["author"].iloc[1].endswith(" 1]") and "Person" not in one["author"].iloc[1]


def test_replacements_are_counted_and_done_once(lang):
    done = without_people([taken(lang)], Redactor(ROSTER, lang=lang))
    assert done.counts[Kind.PERSON] >= 3 and done.counts[Kind.PHONE] == 1
    again = without_people(done.intakes, Redactor(ROSTER, done.key, lang=lang))
    assert again.intakes[0].documents.equals(done.intakes[0].documents)
    assert not again.counts


def test_unclear_words_are_told_and_branches_are_none(lang):
    intake = taken(lang)
    words = dict(unclear_words([intake], Redactor(lang=lang, careful=True)))
    assert not {"Marktried", "Seelau"} & set(words)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Was Zamiri sagt, gilt.", True),
        ("Wer nach Baltrum will, zahlt extra.", True),
        ("Frau Zamiri sagt nichts.", False),
        ("Ich habe mit Anna gesprochen.", False),
    ],
)
def test_careful_keeps_what_nothing_proves_a_name(text, kept):
    assert (Redactor(careful=True).redact([text]).texts == (text,)) is kept
