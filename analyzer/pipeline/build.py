"""Puts the pipeline together, and finds and loads a saved one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from analyzer.messages import UserError
from analyzer.pipeline.encoder import StaticEncoder
from analyzer.pipeline.encoding import StatementEncoder
from analyzer.pipeline.heads import StatementReader
from analyzer.pipeline.own_encoder import OwnEncoder
from analyzer.pipeline.transformer import TransformerEncoder

_PACKAGE = Path(__file__).parents[1]
_HOMES = (_PACKAGE.parent / "models", _PACKAGE / "_shipped" / "models")
_MOST_CHARACTERS = 20_000_000


class ModelError(UserError):
    """A pipeline that is not where it was looked for."""


def build_pipeline(encoder: StatementEncoder, reader: StatementReader) -> Language:
    """Return a pipeline of four components: statements, language, and the given encoder and heads."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("conflict_mirror_statements")
    nlp.add_pipe("conflict_mirror_language")
    _add_encoder(nlp, encoder)
    heads: StatementReader = nlp.add_pipe("conflict_mirror_heads")  # type: ignore[assignment]
    heads.features, heads.heads = reader.features, reader.heads
    return nlp


def _add_encoder(nlp: Language, encoder: StatementEncoder) -> None:
    match encoder:
        case TransformerEncoder():
            sizes = {"dimensions": encoder.dimensions, "most_tokens": encoder.most_tokens}
            transformer: Any = nlp.add_pipe("conflict_mirror_transformer", config=sizes)
            transformer.model, transformer.tokenizer = encoder.model, encoder.tokenizer
            transformer.sense = encoder.sense
        case StaticEncoder():
            static: Any = nlp.add_pipe("conflict_mirror_encoder")
            static.table = encoder.table
        case OwnEncoder():
            nlp.add_pipe("conflict_mirror_own_encoder", config={"folder": encoder.folder})
        case _:
            raise TypeError(type(encoder))


def load_pipeline(name_or_path: str | Path = "fast") -> Language:
    """Return a shipped pipeline by its name, or one saved in a folder.

    Raises ModelError if there is none.
    """
    path = find_pipeline(name_or_path)
    nlp = spacy.load(path)
    nlp.max_length = _MOST_CHARACTERS
    return nlp


def find_pipeline(name_or_path: str | Path) -> Path:
    """Return the folder of a shipped or saved pipeline; raises ModelError if there is none."""
    for folder in (*(home / name_or_path for home in _HOMES), Path(name_or_path)):
        if (folder / "config.cfg").is_file():
            return folder
    raise ModelError(
        "There is no model named “{name}”. Looked in {folders}; “conflict-mirror train” makes one.",
        name=str(name_or_path),
        folders=", ".join(str(home) for home in _HOMES),
    )
