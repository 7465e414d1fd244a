"""The whole way in three calls: documents in, statements read, overlap map out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analyzer.disclosed import gate_of
from analyzer.overlap import NO_CHOICES, Choices, Confusions, Context, Ordinary, OverlapMap, overlap_map
from analyzer.pipeline import beside, learned_themes, load_pipeline, read_documents, telling_words
from analyzer.privacy.disclosure import Limits
from analyzer.privacy.stand_ins import PLACEHOLDER, StandIns
from analyzer.tables import Statements
from analyzer.tables import documents as documents_table
from analyzer.taxonomy import Taxonomy, load_taxonomy

LIMITS = Limits()
_PATIENCE = 500_000


def suitable_model(documents: pd.DataFrame) -> str:
    """Return the shipped model for these documents: "accurate" as long as that takes seconds, else "fast".

    The limit is half a million characters, some three thousand statements.
    """
    return "accurate" if documents["text"].str.len().sum() <= _PATIENCE else "fast"


class Analyzer:
    """Reads documents into statements and maps where the two sides overlap.

    `model` names a shipped pipeline or a folder that `spacy.load` can open; `taxonomy` defaults to
    the shipped one. Raises `UserError` where the model cannot be found.
    """

    def __init__(self, model: str | Path = "accurate", *, taxonomy: Taxonomy | None = None) -> None:
        self.model = str(model)
        self.nlp = load_pipeline(model)
        self.taxonomy = taxonomy or load_taxonomy()
        confusions = beside(model, "confusions")
        ordinary = beside(model, "reference")
        self.confusions = Confusions.of(confusions) if confusions else None
        self.ordinary = Ordinary.of(ordinary) if ordinary else None

    @property
    def unlearned(self) -> tuple[str, ...]:
        """The ids of themes in the taxonomy that the model has not learned, so that no map shows them."""
        return tuple(theme for theme in self.taxonomy.ids if theme not in learned_themes(self.nlp))

    def read(
        self,
        documents: pd.DataFrame | Iterable[dict[str, object]],
        *,
        progress: Callable[[int], None] | None = None,
    ) -> Statements:
        """Return the statements of `documents` (columns: see `analyzer.tables`) with their readings.

        Placeholders of people are read as names. `progress` is called with the number of documents read so
        far. Raises
        `pandera.errors.SchemaError` where the documents break the table.
        """
        table = documents_table(documents)
        people = dict(zip(table["document"], map(StandIns.of, table["text"]), strict=True))
        named = table.assign(text=[people[document].text for document in table["document"]])
        return _restored(read_documents(self.nlp, named, progress=progress), people)

    def map(
        self,
        statements: Statements,
        *,
        documents: pd.DataFrame | None = None,
        quotes: int = 50,
        choices: Choices = NO_CHOICES,
        limits: Limits = LIMITS,
    ) -> OverlapMap:
        """Return the overlap map of the statements, with at most `quotes` a theme, side and tone.

        `documents` tell who wrote what, so that a person with many documents counts as one voice; `choices`
        are the pairs that people pinned or dismissed. `limits` are the smallest groups of which anything is
        counted or quoted: see `analyzer.disclosed`.
        Themes the statements were not read for have no finding: nothing can be said about them.
        """
        learned = tuple(theme for theme in self.taxonomy.themes if theme.id in statements.themes)
        taxonomy = self.taxonomy.model_copy(update={"themes": learned})
        authors = _authors(documents)
        gate = gate_of(statements, authors, limits)
        counted = gate.counted(statements)
        words = telling_words(_without_placeholders(counted))
        context = Context(words, self.confusions, self.ordinary, authors, choices, gate.units)
        return gate.disclosed(overlap_map(counted, taxonomy, quotes=quotes, context=context))


def _restored(statements: Statements, people: Mapping[str, StandIns]) -> Statements:
    """Return statements with the placeholders that stood in the documents."""
    table = statements.table
    pairs = zip(table["document"], table["text"], strict=True)
    texts = [people[document].restored(text) for document, text in pairs]
    return replace(statements, table=table.assign(text=texts))


def _without_placeholders(statements: Statements) -> Statements:
    """Return statements whose placeholders are no words of theirs."""
    texts = statements.table["text"].str.replace(PLACEHOLDER, "", regex=True)
    return replace(statements, table=statements.table.assign(text=texts))


def _authors(documents: pd.DataFrame | None) -> dict[str, str]:
    if documents is None:
        return {}
    named = documents[documents["author"] != ""]
    return dict(zip(named["document"], named["author"], strict=True))
