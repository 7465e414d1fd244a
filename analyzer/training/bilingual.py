"""From English MiniLM and parallel text to a transformer that knows German too, kept in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.training.bert import WORDS, minilm_weights
from analyzer.training.materials import Materials
from analyzer.training.parallel import ParallelTexts
from analyzer.training.progress import Progress
from analyzer.training.teacher import teacher_vectors
from analyzer.training.transfer import Lesson, TransferRecipe, transfer
from analyzer.training.vocabulary import bilingual_tokenizer, first_vectors

_TOKENIZER, _WEIGHTS, _TEACHER = "tokenizer.json", "weights.npz", "teacher.npy"


@dataclass(frozen=True)
class Bilingual:
    """The transformer before fine-tuning: a Hugging Face tokenizer and weights by MiniLM's names."""

    tokenizer: Any
    weights: dict[str, Any]

    def tokens(self, texts: Sequence[str], sides: Sequence[str], *, most: int) -> list[list[int]]:
        """Return the token ids of each text, at most `most`, the first standing for its side."""
        self.tokenizer.enable_truncation(most)
        encodings = self.tokenizer.encode_batch([" ".join(text.split()) for text in texts])
        marks = {side: self.tokenizer.token_to_id(f"[{side}]") for side in set(sides)}
        return [[marks[side], *encoding.ids[1:]] for encoding, side in zip(encodings, sides, strict=True)]

    def save(self, folder: Path) -> None:
        """Write the tokenizer as JSON and the weights as npz, in half precision."""
        folder.mkdir(parents=True, exist_ok=True)
        self.tokenizer.save(str(folder / _TOKENIZER))
        halves = {name: value.numpy().astype(np.float16) for name, value in self.weights.items()}
        np.savez(folder / _WEIGHTS, **halves)

    @classmethod
    def load(cls, folder: Path) -> Bilingual:
        """Read what `save` wrote."""
        import torch
        from tokenizers import Tokenizer

        with np.load(folder / _WEIGHTS, allow_pickle=False) as file:
            weights = {name: torch.from_numpy(file[name].astype(np.float32)) for name in file.files}
        return cls(Tokenizer.from_file(str(folder / _TOKENIZER)), weights)


def bilingual(materials: Materials, *, seed: int, progress: Progress) -> Bilingual:
    """Return the transformer kept in the materials' folder, or make it, an hour's work, and keep it there.

    The teacher's vectors are kept too, as soon as they are known.
    """
    folder = materials.kept
    if folder and (folder / _WEIGHTS).is_file():
        return Bilingual.load(folder)
    made = _made(materials.read_texts(), folder and folder / _TEACHER, seed, progress)
    if folder:
        made.save(folder)
    return made


def _made(texts: ParallelTexts, kept: Path | None, seed: int, progress: Progress) -> Bilingual:
    tokenizer = bilingual_tokenizer([*texts.plain_german, *(de for de, _ in texts.german)], texts.english)
    pairs = [(texts.english[row], de) for de, row in texts.german]
    weights = minilm_weights()
    weights[WORDS] = _tensor(first_vectors(tokenizer, pairs, weights[WORDS].numpy()))
    teacher = _teacher(kept, texts.english, progress)
    recipe = TransferRecipe()
    tokenizer.enable_truncation(recipe.most_tokens)
    german = [Lesson(ids, row) for ids, (_, row) in zip(
        _ids(tokenizer, [de for de, _ in texts.german]), texts.german, strict=True)]  # fmt: skip
    english = [Lesson(ids, row) for row, ids in enumerate(_ids(tokenizer, texts.english))]
    learned = transfer(weights, german, english, teacher, recipe=recipe, seed=seed, progress=progress)
    return Bilingual(tokenizer, learned)


def _teacher(kept: Path | None, english: Sequence[str], progress: Progress) -> np.ndarray:
    if kept and kept.is_file() and len(known := np.load(kept, allow_pickle=False)) == len(english):
        return np.asarray(known)
    vectors = teacher_vectors(english, progress=progress).astype(np.float16)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, vectors)
    return vectors


def _ids(tokenizer: Any, texts: Sequence[str]) -> list[list[int]]:
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def _tensor(values: np.ndarray) -> Any:
    import torch

    return torch.from_numpy(values)
