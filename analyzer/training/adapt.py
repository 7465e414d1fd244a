"""Brings the two languages nearer where it matters: on authored pairs, translations and the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.training.bilingual import Bilingual
from analyzer.training.materials import Materials
from analyzer.training.progress import Progress
from analyzer.training.teacher import teacher_vectors
from analyzer.training.transfer import Lesson, TransferRecipe, transfer

_TRANSFER = TransferRecipe(epochs=4, word_rate=7e-4, rate=1.2e-4, english=1.0, warm_up=100)


@dataclass(frozen=True)
class AdaptRecipe:
    """How the transformer learns from pairs; `plain` English statements keep what it knew."""

    transfer: TransferRecipe = _TRANSFER
    plain: int = 6_000


def adapted(
    encoder: Bilingual, materials: Materials, *, recipe: AdaptRecipe, seed: int, progress: Progress
) -> Bilingual:
    """Return the encoder after some minutes with the pairs of the materials (see `Materials.read_pairs`)."""
    pairs = materials.read_pairs()
    english = list(
        dict.fromkeys([*(english for _, english in pairs), *_drawn(materials, recipe.plain, seed)])
    )
    row = {text: number for number, text in enumerate(english)}
    german = _lessons(encoder, [de for de, _ in pairs], [row[en] for _, en in pairs], recipe)
    same = _lessons(encoder, english, range(len(english)), recipe)
    teacher = teacher_vectors(english, progress=progress)
    weights = transfer(
        encoder.weights, german, same, teacher, recipe=recipe.transfer, seed=seed, progress=progress
    )
    return Bilingual(encoder.tokenizer, weights)


def _drawn(materials: Materials, number: int, seed: int) -> list[str]:
    plain = materials.read_plain_english()
    chosen = np.random.default_rng(seed).permutation(len(plain))[:number]
    return [plain[row] for row in sorted(chosen.tolist())]


def _lessons(
    encoder: Bilingual, texts: Sequence[str], goals: Sequence[int], recipe: AdaptRecipe
) -> list[Lesson]:
    encoder.tokenizer.enable_truncation(recipe.transfer.most_tokens)
    encodings = encoder.tokenizer.encode_batch(list(texts))
    return [Lesson(encoding.ids, goal) for encoding, goal in zip(encodings, goals, strict=True)]
