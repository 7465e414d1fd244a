"""Documents in, Statements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pandas as pd
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.pipeline.components import encoder_of, reader_of
from analyzer.pipeline.extensions import statements
from analyzer.tables import STATEMENT_COLUMNS, Statements

_BATCH = 256
_COPIED = ("document", "side", "source", "date", "unit")
_READ = ("lang", "themes", "tone", "phase", "image")
Progress = Callable[[int], None]


def learned_themes(nlp: Language) -> tuple[str, ...]:
    """Return the ids of the themes that the pipeline can find."""
    return reader_of(nlp).heads.labels.themes


def read_documents(
    nlp: Language, documents: pd.DataFrame, *, progress: Progress | None = None, processes: int = 1
) -> Statements:
    """Return the statements of all documents with their readings; their ids are document#1, document#2, …

    `progress` is given the number of documents done; a document without any words has no statements.
    """
    themes = learned_themes(nlp)
    rows: list[dict[str, object]] = []
    encoder = encoder_of(nlp)
    vectors = [encoder.encode([], [])]
    scores: list[list[float]] = []
    stream = nlp.pipe(_prepared(nlp, documents), as_tuples=True, batch_size=_BATCH, n_process=processes)
    for done, (doc, document) in enumerate(stream, 1):
        vectors.append(doc._.statement_vectors)
        for number, span in enumerate(statements(doc), 1):
            values = span._
            rows.append(
                {
                    "id": f"{document['document']}#{number}",
                    **{column: document[column] for column in _COPIED},
                    "text": span.text,
                    **{column: getattr(values, column) for column in _READ},
                }
            )
            scores.append(list(values.theme_scores.values()))
        if progress is not None and (done % _BATCH == 0 or done == len(documents)):
            progress(done)
    table = pd.DataFrame(rows, columns=list(STATEMENT_COLUMNS))
    matrix = np.asarray(scores, np.float32).reshape(len(rows), len(themes))
    return Statements(table, matrix, encoder.meaning(np.concatenate(vectors)), themes)


def _prepared(nlp: Language, documents: pd.DataFrame) -> Iterator[tuple[Doc, dict[str, object]]]:
    for document in _records(documents):
        doc = nlp.make_doc(str(document["text"]))
        doc._.side = document["side"]
        yield doc, document


def _records(documents: pd.DataFrame) -> Iterable[dict[str, object]]:
    columns = [*_COPIED, "text"]
    for values in documents[columns].itertuples(index=False, name=None):
        yield dict(zip(columns, values, strict=True))
