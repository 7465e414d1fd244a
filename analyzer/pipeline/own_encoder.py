"""The spaCy component that takes vectors from a model of the user's own, on the user's own disk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from analyzer.messages import UserError
from analyzer.pipeline.encoding import StatementEncoder

_SENTENCE_TRANSFORMER = "modules.json"
_SPACY = "config.cfg"


class OwnEncoder(StatementEncoder):
    """Encodes statements with a local sentence-transformers folder or spaCy pipeline; the side is not used.

    The model stays where it is: a saved pipeline remembers the folder, not its contents.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def encode(self, texts: Sequence[str], sides: Sequence[str]) -> np.ndarray:
        """Return one unit-length vector a text, (texts, dimensions) float32; zeros for no vector."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        vectors = np.asarray(self._vectors(texts), np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)

    @cached_property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(np.asarray(self._vectors(["."])).shape[1])

    def _vectors(self, texts: Sequence[str]) -> Any:
        if isinstance(self._model, Language):
            return [doc.vector for doc in self._model.pipe(texts)]
        return self._model.encode(list(texts), show_progress_bar=False)

    @cached_property
    def _model(self) -> Any:
        folder = Path(self.folder)
        if (folder / _SPACY).is_file():
            return spacy.load(folder)
        if (folder / _SENTENCE_TRANSFORMER).is_file():
            return _sentence_transformer(folder)
        raise UserError(
            "{folder} holds neither a spaCy pipeline nor a sentence-transformers model.", folder=self.folder
        )


def _sentence_transformer(folder: Path) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ModuleNotFoundError as error:
        raise UserError(
            "{folder} needs the package sentence-transformers: pip install sentence-transformers",
            folder=str(folder),
        ) from error
    return SentenceTransformer(str(folder), local_files_only=True)


@Language.factory("conflict_mirror_own_encoder", requires=["doc.spans"])
def create_own_encoder(nlp: Language, name: str, folder: str) -> OwnEncoder:
    """Return the component that takes its vectors from the model in `folder`."""
    return OwnEncoder(folder)
