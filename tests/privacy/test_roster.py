"""Lists of participants as people paste them."""

from __future__ import annotations

import pytest

from analyzer.privacy import Roster


@pytest.mark.parametrize(
    ("line", "first", "last", "short"),
    [
        ("Koch, Elisabeth", ("Elisabeth",), ("Koch",), ()),
        ("Elisabeth Koch <e.koch@example.org>", ("Elisabeth",), ("Koch",), ()),
        ("Dr. Elisabeth Koch – Vertrieb", ("Elisabeth",), ("Koch",), ()),
        ("Elisabeth Koch (Lisa, Sissi)", ("Elisabeth",), ("Koch",), ("Lisa", "Sissi")),
        ("- Prof. Dr. Anna-Lena Müller-Lüdenscheidt", ("Anna", "Lena", "Müller"), ("Lüdenscheidt",), ()),
        ("3. Frau Koch", (), ("Koch",), ()),
        ("Eilika von Bredow; Montage", ("Eilika",), ("Bredow",), ()),
        ("van der Meer, Lotte\tKiel", ("Lotte",), ("Meer",), ()),
        ("Seán O'Brien | Sales", ("Seán",), ("O'Brien",), ()),
        ("Yusra", ("Yusra",), (), ()),
        ("Müller", (), ("Müller",), ()),
    ],
)
def test_lines(line, first, last, short):
    (person,) = Roster.parse(line).people
    assert (person.words, person.short) == ((*first, *last, *short), short)


def test_contacts_are_kept_and_empty_lines_and_repetitions_are_not():
    roster = Roster.parse("Anna Koch <a.koch@example.org>, @anna.k\n\n  \nTom Weber\nTom Weber\n---\n")
    assert [person.words for person in roster.people] == [("Anna", "Koch"), ("Tom", "Weber")]
    assert roster.people[0].contacts == ("a.koch@example.org", "anna.k")
