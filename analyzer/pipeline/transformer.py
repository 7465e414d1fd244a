"""The spaCy component that reads statements with a small transformer: `doc._.statement_vectors`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from analyzer.pipeline.encoding import StatementEncoder, unit_length

_MODEL, _TOKENIZER, _SENSE = "encoder.onnx", "tokenizer.json", "sense.npz"
_SIDES = {"internal": "[internal]", "customer": "[customer]"}


class TransformerEncoder(StatementEncoder):
    """Encodes statements one by one, so that a vector never depends on a statement's neighbours.

    (Dynamic int8 takes the range of its numbers from everything in a batch; one statement is a batch here.)
    `model` is an ONNX graph from token ids (1, tokens) to a vector (1, dimensions), `tokenizer` the JSON of
    a Hugging Face tokenizer whose first token is replaced by that of the side, when the side is known.
    `sense` (dimensions, dimensions) leads from a vector, in which themes stand out, to what is meant.
    """

    def __init__(
        self, model: bytes, tokenizer: str, *, sense: np.ndarray, dimensions: int, most_tokens: int
    ) -> None:
        self.model = model
        self.tokenizer = tokenizer
        self.sense = sense
        self.dimensions = dimensions
        self.most_tokens = most_tokens

    def encode(self, texts: Sequence[str], sides: Sequence[str]) -> np.ndarray:
        """Return one vector a text, (texts, dimensions) float32; a side is "internal", "customer" or ""."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        asked = list(zip(texts, sides, strict=True))
        distinct = {one: row for row, one in enumerate(dict.fromkeys(asked))}
        tools = self._tools
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            vectors = np.stack(list(pool.map(lambda one: tools.vector(*one), distinct)))
        return np.asarray(vectors[[distinct[one] for one in asked]])

    def meaning(self, vectors: np.ndarray) -> np.ndarray:
        """Return unit-length vectors (texts, dimensions) that are near where the same is meant."""
        return unit_length(vectors.astype(np.float64) @ self.sense.astype(np.float64))

    @cached_property
    def _tools(self) -> _Tools:
        return _Tools(self.model, self.tokenizer, self.most_tokens)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_tools"}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the graph as ONNX, the tokenizer as JSON, the numbers as npz."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / _MODEL).write_bytes(self.model)
        (Path(path) / _TOKENIZER).write_text(self.tokenizer, encoding="utf-8")
        np.savez_compressed(Path(path) / _SENSE, sense=self.sense.astype(np.float16))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> TransformerEncoder:
        """Read what `to_disk` wrote."""
        vars(self).pop("_tools", None)
        self.model = (Path(path) / _MODEL).read_bytes()
        self.tokenizer = (Path(path) / _TOKENIZER).read_text(encoding="utf-8")
        with np.load(Path(path) / _SENSE, allow_pickle=False) as file:
            self.sense = file["sense"].astype(np.float32)
        return self


class _Tools:
    """What does the work, made when first needed and never sent to another process."""

    def __init__(self, model: bytes, tokenizer: str, most_tokens: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_str(tokenizer)
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(most_tokens)
        known = {side: self.tokenizer.token_to_id(piece) for side, piece in _SIDES.items()}
        self.side_ids = {side: number for side, number in known.items() if number is not None}

    def vector(self, text: str, side: str) -> np.ndarray:
        """Return the vector (dimensions,) float32 of one text."""
        ids = self.tokenizer.encode(" ".join(text.split())).ids
        ids[0] = self.side_ids.get(side, ids[0])
        (vectors,) = self.session.run(None, {"ids": np.array([ids], np.int64)})
        return np.asarray(vectors[0], np.float32)


@Language.factory(
    "conflict_mirror_transformer",
    requires=["doc.spans"],
    default_config={"dimensions": 384, "most_tokens": 80},
)
def create_transformer(nlp: Language, name: str, dimensions: int, most_tokens: int) -> TransformerEncoder:
    """Return the component without a model; `from_disk` brings the trained one."""
    return TransformerEncoder(
        b"", "{}", sense=np.eye(dimensions, dtype=np.float32), dimensions=dimensions, most_tokens=most_tokens
    )
