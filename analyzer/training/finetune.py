"""Fine-tunes the bilingual transformer on coded statements: themes, tone, phase and image together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from analyzer.training.bert import DIMENSIONS, LAYERS, encode, padded, sentence_vectors
from analyzer.training.examples import PARTS, Example, truth
from analyzer.training.progress import Progress
from analyzer.training.transfer import length_batches

HEAD, BIAS, MEANING = "head.weight", "head.bias", "head.meaning"


@dataclass(frozen=True)
class TuneRecipe:
    """How the transformer learns from examples.

    `rate` is that of the last layer, each layer below learns `decay` times as fast (Howard & Ruder 2018), the
    heads ten times as fast. `authored_weight` and `taught_weight` are what an authored example and one with a
    teacher's beliefs count against a coded one; the losses of tone, phase and image count `tone`, `phase` and
    `image` against that of a theme, and the tone of authored neutral examples `neutral_weight` times that.
    """

    epochs: int = 5
    batch: int = 32
    rate: float = 2.5e-4
    decay: float = 0.9
    dropout: float = 0.1
    authored_weight: float = 0.6
    taught_weight: float = 0.5
    neutral_weight: float = 2.0
    tone: float = 0.7
    phase: float = 0.5
    image: float = 0.5
    meaning: float = 1.0


def fine_tune(
    weights: dict[str, Any],
    tokens: Sequence[Sequence[int]],
    examples: Sequence[Example],
    *,
    recipe: TuneRecipe,
    seed: int,
    progress: Progress,
) -> dict[str, Any]:
    """Return the weights after learning from examples, whose texts are given as token ids.

    With them come the heads: `head.weight` (outputs, 384) and `head.bias` (outputs,), outputs as in `PARTS`.
    They begin at zero, so that runs with different seeds stay close enough to be averaged. `head.meaning`
    (384, 384) leads from a vector back to where it was before, so that what is meant is not lost over themes.
    """
    import torch

    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    learned = {name: value.clone().requires_grad_() for name, value in _with_heads(weights).items()}
    optimizer = torch.optim.AdamW(_groups(learned, recipe), weight_decay=0.01, fused=True)
    steps = recipe.epochs * math.ceil(len(examples) / recipe.batch)
    warm_up = 0.06 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / warm_up) * (1 - step / steps)
    )
    before = torch.from_numpy(encode(weights, tokens, progress=progress))
    step = 0
    for _ in range(recipe.epochs):
        for batch in length_batches(tokens, recipe.batch, generator):
            vectors = _vectors(learned, [tokens[row] for row in batch], recipe.dropout)
            meant = torch.nn.functional.linear(vectors, learned[MEANING])
            dropped = torch.nn.functional.dropout(vectors, recipe.dropout)
            outputs = torch.nn.functional.linear(dropped, learned[HEAD], learned[BIAS])
            loss = _loss(outputs, [examples[row] for row in batch], recipe)
            lost = 1 - torch.nn.functional.cosine_similarity(meant, before[batch])
            loss = loss + recipe.meaning * lost.mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(learned.values()), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            progress("fine-tuning", step / steps)
    return {name: value.detach() for name, value in learned.items()}


def averaged(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the mean of several runs' weights, name by name (Wortsman et al. 2022, "Model soups")."""
    return {name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}


def _with_heads(weights: dict[str, Any]) -> dict[str, Any]:
    import torch

    outputs = sum(PARTS)
    heads = {
        HEAD: torch.zeros(outputs, DIMENSIONS), BIAS: torch.zeros(outputs), MEANING: torch.eye(DIMENSIONS)
    }  # fmt: skip
    return {**{name: value for name, value in weights.items() if "pooler" not in name}, **heads}


def _groups(learned: dict[str, Any], recipe: TuneRecipe) -> list[dict[str, Any]]:
    """Return the optimizer's groups: one a layer, from the embeddings at the bottom to the heads."""
    by_depth: dict[int, list[Any]] = {}
    for name, value in learned.items():
        by_depth.setdefault(_depth(name), []).append(value)
    rates = {depth: recipe.rate * recipe.decay ** (LAYERS - depth) for depth in range(LAYERS + 1)}
    rates[LAYERS + 1] = recipe.rate * 10
    return [{"params": values, "lr": rates[depth]} for depth, values in sorted(by_depth.items())]


def _depth(name: str) -> int:
    if name.startswith("head."):
        return LAYERS + 1
    return int(name.split(".")[2]) + 1 if name.startswith("encoder.layer.") else 0


def _vectors(learned: dict[str, Any], tokens: Sequence[Sequence[int]], dropout: float) -> Any:
    import torch

    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = sentence_vectors(learned, *padded(tokens), dropout)
    return vectors.float()


def _loss(outputs: Any, examples: Sequence[Example], recipe: TuneRecipe) -> Any:
    import torch
    from torch.nn import functional as F  # noqa: N812

    known = torch.from_numpy(truth(examples))
    themes, *others = torch.split(outputs, PARTS, dim=1)
    known_themes, *known_others = torch.split(known, PARTS, dim=1)
    loss = F.binary_cross_entropy_with_logits(themes, known_themes, reduction="none").sum(1)
    inside = torch.tensor([float(example.side == "internal") for example in examples])
    plain = torch.tensor([example.authored and example.tone == "neutral" for example in examples])
    tone = torch.where(plain, recipe.tone * recipe.neutral_weight, recipe.tone)
    for part, target, weight in zip(
        others, known_others, (tone, recipe.phase, recipe.image * inside), strict=True
    ):
        loss = loss + weight * F.cross_entropy(part, target, reduction="none")
    weights = {"authored": recipe.authored_weight, "taught": recipe.taught_weight}
    counts = torch.tensor([example.weight(**weights) for example in examples])
    return (loss * counts).mean()
