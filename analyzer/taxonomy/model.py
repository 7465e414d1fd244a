"""What a taxonomy is: themes, tones, the resonance cycle, criteria, principles, images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Kind: TypeAlias = Literal["themes", "tones", "cycle", "criteria", "principles", "images"]

COOLSPOTS = "coolspots"
"""The principle that gathers every coolspot instead of themes."""


def _pairs(value: object) -> object:
    """Return `{"de": [a, b], "en": [c, d]}` as `({"de": a, "en": c}, {"de": b, "en": d})`, else `value`."""
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, dict) or not all(isinstance(texts, list) for texts in value.values()):
        return value
    length = max(map(len, value.values()), default=0)
    return tuple(
        {lang: texts[place] for lang, texts in value.items() if place < len(texts)} for place in range(length)
    )


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_strip_whitespace=True)


class Text(_Frozen):
    """A text in German and in English; neither is empty."""

    de: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def of(self, lang: str) -> str:
        """Return the text in `lang`: German for `de`, English for anything else."""
        return self.de if lang == "de" else self.en


Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(_pairs)]


class Examples(_Frozen):
    """Invented statements, as each side would say them."""

    internal: Texts = Field(min_length=1)
    customer: Texts = Field(min_length=1)


class Entry(_Frozen):
    """One tone, station, criterion, principle or image; `questions` open a conversation about it."""

    id: str
    label: Text
    definition: Text
    questions: Texts = ()


class Theme(Entry):
    """What a statement can be about; `criterion` and `principle` are the ids of those it counts for.

    `short` is the label of one or two words for charts; a file that leaves it out gets `label`.
    """

    short: Text
    criterion: str | None = None
    principle: str
    examples: Examples

    @model_validator(mode="before")
    @classmethod
    def _short_is_label(cls, fields: object) -> object:
        if isinstance(fields, dict) and "label" in fields and "short" not in fields:
            return {**fields, "short": fields["label"]}
        return fields


AnyEntry = TypeVar("AnyEntry", bound=Entry)

Phrases: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_pairs), Field(min_length=1)]


class Words(_Frozen):
    """Words and phrases in German and in English, the one to be shown first."""

    de: Phrases
    en: Phrases

    def of(self, lang: str) -> tuple[str, ...]:
        """Return those in `lang`: German for `de`, English for anything else."""
        return self.de if lang == "de" else self.en


class Opposite(_Frozen):
    """Two things that can hardly both be so, as people say them: always and never."""

    id: str
    one: Words
    other: Words


class Questions(_Frozen):
    """The questions that go with one verdict."""

    questions: Texts = Field(min_length=1)


class Taxonomy(_Frozen):
    """Everything the program listens for and asks, in the order in which it is shown."""

    themes: tuple[Theme, ...]
    tones: tuple[Entry, ...]
    cycle: tuple[Entry, ...]
    criteria: tuple[Entry, ...]
    principles: tuple[Entry, ...]
    images: tuple[Entry, ...]
    verdict_questions: Mapping[str, tuple[Text, ...]]
    opposites: tuple[Opposite, ...] = ()
    customers: Words | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes, in order."""
        return tuple(theme.id for theme in self.themes)

    def theme(self, id: str) -> Theme:
        """Return one theme; raises KeyError for an unknown id."""
        return _find(self.themes, id)

    def entry(self, kind: Kind, id: str) -> Entry:
        """Return one entry of a kind; raises KeyError for an unknown id."""
        entries: tuple[Entry, ...] = getattr(self, kind)
        return _find(entries, id)

    def themes_of(self, kind: Literal["criteria", "principles"], id: str) -> tuple[Theme, ...]:
        """Return the themes that count for one criterion or principle; none for the principle `COOLSPOTS`."""
        if kind == "criteria":
            return tuple(theme for theme in self.themes if theme.criterion == id)
        return tuple(theme for theme in self.themes if theme.principle == id)


def _find(entries: tuple[AnyEntry, ...], id: str) -> AnyEntry:
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(id)
