"""Everything said in English is said in German too, and numbers look as people write them."""

from __future__ import annotations

import datetime as dt
import string
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from analyzer.messages import Messages, Sentence, UserError

ROOT = Path(__file__).parents[1]
KEYWORDS = {
    "say": None,
    "say_n": (1, 2),
    "Sentence": None,
    "UserError": None,
    "IntakeError": None,
    "TaxonomyError": None,
    "ExampleError": None,
    "ModelError": None,
}


def said() -> dict[str, tuple[str, ...]]:
    """Return every template in the code: its key and its forms."""
    found = {}
    for _, _, message, _, _ in extract_from_dir(ROOT / "analyzer", keywords=KEYWORDS):
        forms = (message,) if isinstance(message, str) else tuple(message)
        found[forms[0]] = forms
    return found


def translated() -> dict[str, tuple[str, ...]]:
    """Return every German entry; fails when two catalogues translate one template differently."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((ROOT / "analyzer/messages/de").glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale="de")
        for message in catalogue:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string)
            assert found.get(key, forms) == forms, f"{path.name}: another translation of {key!r}"
            found[key] = forms
    found.pop("")
    return found


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_template_has_a_german_twin() -> None:
    assert not sorted(set(said()) - set(translated()))


def test_no_german_entry_is_left_over() -> None:
    assert not sorted(set(translated()) - set(said()))


def test_twins_name_the_same_facts() -> None:
    english, german = said(), translated()
    for key in english.keys() & german.keys():
        assert set().union(*map(fields, german[key])) == set().union(*map(fields, english[key])), key


@pytest.mark.parametrize(
    ("lang", "percent", "small", "number", "date"),
    [
        ("de", "25 %", "<1 %", "12.345", "24.11.2026"),
        ("en", "25%", "<1%", "12,345", "24 Nov 2026"),
    ],
)
def test_figures_as_people_write_them(lang: str, percent: str, small: str, number: str, date: str) -> None:
    messages = Messages(lang)
    assert messages.percent(0.253) == percent
    assert messages.percent(0.001) == messages.percent(0.005) == small
    assert messages.percent(0) == percent.replace("25", "0")
    assert messages.number(12345) == number
    assert messages.date(dt.date(2026, 11, 24)) == date


def test_unknown_language_falls_back_to_english() -> None:
    assert Messages("fr").lang == "en"


def test_sentences_nest_and_errors_can_be_told() -> None:
    inner = Sentence("{n} rows", {"n": 3})
    assert Messages("en").tell(Sentence("Read: {what}.", {"what": inner})) == "Read: 3 rows."
    error = UserError("No text in {name}.", name="a.csv")
    assert str(error) == "No text in a.csv."
    assert Messages("en").tell(error.sentence) == "No text in a.csv."
