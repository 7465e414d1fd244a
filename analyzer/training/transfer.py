"""Teaches MiniLM German: a German sentence learns to land where the teacher puts its English twin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from analyzer.training.bert import WORDS, padded, sentence_vectors
from analyzer.training.progress import Progress


@dataclass(frozen=True)
class TransferRecipe:
    """How the student learns; `english` is the share of English sentences that take part in an epoch."""

    epochs: int = 3
    batch: int = 128
    word_rate: float = 1e-3
    rate: float = 1.5e-4
    contrast: float = 0.2
    temperature: float = 0.05
    english: float = 0.16
    most_tokens: int = 56
    warm_up: int = 300


@dataclass(frozen=True)
class Lesson:
    """A text as token ids, and the row of the teacher's vector it is to have."""

    tokens: list[int]
    goal: int


def transfer(
    weights: dict[str, Any],
    german: Sequence[Lesson],
    english: Sequence[Lesson],
    teacher: np.ndarray,
    *,
    recipe: TransferRecipe,
    seed: int,
    progress: Progress,
) -> dict[str, Any]:
    """Return the student's weights after learning from the lessons; `teacher` is (goals, 384).

    The loss is the cosine distance to the goal plus a contrastive loss over the goals of the batch, as in
    Reimers & Gurevych (2020), "Making Monolingual Sentence Embeddings Multilingual".
    """
    import torch

    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    student = {name: value.clone().requires_grad_() for name, value in weights.items()}
    optimizer, others = _optimizer(student, recipe)
    goals = torch.from_numpy(teacher.astype(np.float32))
    some = round(recipe.english * len(english))
    steps = recipe.epochs * math.ceil((len(german) + some) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / recipe.warm_up) * max(0.02, 1 - step / steps)
    )
    step = 0
    for _ in range(recipe.epochs):
        drawn = generator.choice(len(english), some, replace=False)
        lessons = [*german, *(english[row] for row in drawn)]
        for batch in length_batches([lesson.tokens for lesson in lessons], recipe.batch, generator):
            loss = _loss(student, [lessons[row] for row in batch], goals, recipe)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(others, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            progress("transfer", step / steps)
    return {name: value.detach() for name, value in student.items()}


def length_batches(
    tokens: Sequence[Sequence[int]], size: int, generator: np.random.Generator
) -> list[list[int]]:
    """Return all row numbers in batches of texts of about the same length, in random order."""
    order = np.argsort([len(of_text) + generator.uniform(0, 3) for of_text in tokens])
    batches = [order[start : start + size].tolist() for start in range(0, len(order), size)]
    generator.shuffle(batches)
    return batches


def _optimizer(student: dict[str, Any], recipe: TransferRecipe) -> tuple[Any, list[Any]]:
    import torch

    others = [value for name, value in student.items() if name != WORDS]
    groups = [
        {"params": [student[WORDS]], "lr": recipe.word_rate},
        {"params": others, "lr": recipe.rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.0, betas=(0.9, 0.98), fused=True), others


def _loss(student: dict[str, Any], lessons: Sequence[Lesson], goals: Any, recipe: TransferRecipe) -> Any:
    import torch
    from torch.nn import functional as F  # noqa: N812

    ids, mask = padded([lesson.tokens[: recipe.most_tokens] for lesson in lessons])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = sentence_vectors(student, ids, mask)
    vectors = F.normalize(vectors.float(), dim=1)
    goal = torch.tensor([lesson.goal for lesson in lessons])
    targets = goals[goal]
    similar = vectors @ targets.T / recipe.temperature
    twins = (goal[:, None] == goal[None, :]).fill_diagonal_(False)
    ranks = torch.arange(len(goal))
    contrast = F.cross_entropy(similar.masked_fill(twins, -1e4), ranks)
    return (1 - (vectors * targets).sum(1)).mean() + recipe.contrast * contrast
