"""Trains the static table: both languages' texts learn to land where the teacher puts the English one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from analyzer.pipeline.static_table import StaticTable, word_rows
from analyzer.pipeline.words import count_words, split_words
from analyzer.training.parallel import ParallelTexts
from analyzer.training.progress import Progress


@dataclass(frozen=True)
class Recipe:
    """How large the table is and how it learns."""

    rows: int = 98_304
    dimensions: int = 256
    epochs: int = 4
    batch: int = 1024
    rate: float = 4e-3
    contrast: float = 0.5
    temperature: float = 0.05


def distil(
    texts: ParallelTexts, teacher: np.ndarray, *, recipe: Recipe, seed: int, progress: Progress
) -> StaticTable:
    """Return the table that best gives every text its English text's `teacher` vector (English, 384)."""
    import torch

    torch.manual_seed(seed)
    targets = torch.from_numpy(_narrow(teacher, recipe.dimensions))
    student = [*texts.english, *(german for german, _ in texts.german)]
    goal = np.concatenate([np.arange(len(texts.english)), [number for _, number in texts.german]]).astype(
        np.int64
    )
    table = torch.nn.Parameter(torch.randn(recipe.rows, recipe.dimensions) * 0.02)
    optimizer = torch.optim.Adam([table], lr=recipe.rate)
    steps = recipe.epochs * math.ceil(len(student) / recipe.batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for step, rows in enumerate(_batches(len(student), recipe, seed)):
        vectors = _encode(table, [student[row] for row in rows])
        loss = _loss(vectors, targets[goal[rows]], torch.from_numpy(goal[rows]), recipe)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        progress("encoder", (step + 1) / steps)
    return StaticTable(table.detach().numpy().copy())


def _narrow(teacher: np.ndarray, dimensions: int) -> np.ndarray:
    """Return the vectors on their strongest directions (texts, dimensions), at unit length."""
    vectors = teacher.astype(np.float32)
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    narrow = vectors @ directions[:, ::-1][:, :dimensions]
    return np.asarray(narrow / np.maximum(np.linalg.norm(narrow, axis=1, keepdims=True), 1e-9), np.float32)


def _batches(texts: int, recipe: Recipe, seed: int) -> Iterator[np.ndarray]:
    generator = np.random.default_rng(seed)
    for _ in range(recipe.epochs):
        order = generator.permutation(texts)
        for start in range(0, texts, recipe.batch):
            yield order[start : start + recipe.batch]


def _encode(table: Any, texts: Sequence[str]) -> Any:
    import torch
    from torch.nn import functional as F  # noqa: N812

    words = count_words(split_words(text) for text in texts)
    pointers = word_rows(words, len(table))
    sums = F.embedding_bag(
        torch.from_numpy(pointers.indices.astype(np.int64)),
        table,
        torch.from_numpy(pointers.indptr[:-1].astype(np.int64)),
        per_sample_weights=torch.from_numpy(pointers.data),
        mode="sum",
    )
    counts = words.counts
    matrix = torch.sparse_csr_tensor(
        torch.from_numpy(counts.indptr.astype(np.int64)),
        torch.from_numpy(counts.indices.astype(np.int64)),
        torch.from_numpy(counts.data),
        size=counts.shape,
    )
    return F.normalize(torch.sparse.mm(matrix, sums), dim=1)


def _loss(vectors: Any, targets: Any, goal: Any, recipe: Recipe) -> Any:
    """Return the mean cosine distance plus a contrastive loss over the batch's other English texts."""
    from torch.nn import functional as F  # noqa: N812

    distance = 1 - (vectors * targets).sum(1).mean()
    similar = vectors @ targets.T / recipe.temperature
    twins = (goal[:, None] == goal[None, :]).fill_diagonal_(False)
    similar = similar.masked_fill(twins, -1e4)
    ranks = similar.new_tensor(range(len(goal))).long()
    return distance + recipe.contrast * F.cross_entropy(similar, ranks)
