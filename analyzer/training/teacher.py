"""The English teacher: where MiniLM puts English sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analyzer.training.bert import encode, minilm_folder, minilm_weights
from analyzer.training.progress import Progress

_MOST_TOKENS = 64


def teacher_vectors(texts: Sequence[str], *, progress: Progress) -> np.ndarray:
    """Return the teacher's unit-length vectors (texts, 384) float32 of English texts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokens = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    return encode(minilm_weights(), tokens, progress=lambda _, share: progress("teacher", share))
