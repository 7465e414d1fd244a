"""Gives MiniLM a vocabulary for German and English, and its new words a place among the old ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from analyzer.training.bert import minilm_folder

GERMAN_PIECES = 22_000
SIDES = ("[internal]", "[customer]")
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_FEWEST = 3
_NEIGHBOURS = 4
_MOSTLY = 3
_BLOCK = 20_000


def bilingual_tokenizer(german: Sequence[str], english: Sequence[str]) -> Any:
    """Return a WordPiece tokenizer: MiniLM's pieces that English texts use, and 22,000 learned from German.

    Texts are lowered, ä becomes ae and ß ss, as in the static table, so that spellings without umlauts and
    Swiss ones are the same words. The last two pieces stand for the sides.
    """
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    learner = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    learner.normalizer, learner.pre_tokenizer = _normalizer(), pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=GERMAN_PIECES, min_frequency=_FEWEST, special_tokens=list(_SPECIAL)
    )
    learner.train_from_iterator(german, trainer)
    learned = learner.get_vocab()
    pieces = [*_SPECIAL, *_used_pieces(german, english), *sorted(learned, key=learned.__getitem__)]
    vocabulary = {piece: number for number, piece in enumerate(dict.fromkeys([*pieces, *SIDES]))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer, tokenizer.pre_tokenizer = _normalizer(), pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.post_processor = _frame(vocabulary)
    return tokenizer


def first_vectors(tokenizer: Any, pairs: Sequence[tuple[str, str]], old: np.ndarray) -> np.ndarray:
    """Return a vector (pieces, 384) for every piece, from MiniLM's `old` ones (pieces of MiniLM, 384).

    A piece MiniLM knows keeps its own unless the `pairs` (English, German) have it mostly in German. Others
    get the mean of the four English pieces it goes together with most often, weighted by the square of the
    cosine of their occurrences over the pairs less what chance would give; one that never occurs, noise.
    """
    vocabulary, known = tokenizer.get_vocab(), _minilm().get_vocab()
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    place = np.array([known.get(piece, -1) for piece in pieces])
    english = _occurrences(tokenizer, [en for en, _ in pairs])
    german = _occurrences(tokenizer, [de for _, de in pairs])
    in_english, in_german = (np.asarray(side.sum(axis=0)).ravel() for side in (english, german))
    own = (place >= 0) & (in_english * _MOSTLY >= in_german)
    together = sparse.csr_matrix(german.T @ english)
    noise = np.random.default_rng(0).normal(0, old.std() / 2, (len(pieces), old.shape[1]))
    vectors: np.ndarray = np.where(own[:, None], old[place], old.mean(axis=0) + noise).astype(np.float32)
    for row in np.flatnonzero(~own & (in_german > 0)):
        first, end = together.indptr[row : row + 2]
        columns, counts = together.indices[first:end], together.data[first:end]
        columns, counts = columns[own[columns]], counts[own[columns]]
        if len(columns):
            expected = in_english[columns] * in_german[row]
            likeness = counts / np.sqrt(expected) - 0.3 * np.sqrt(expected) / len(pairs)
            best = np.argsort(-likeness, kind="stable")[:_NEIGHBOURS]
            weight = np.maximum(likeness[best], 1e-6) ** 2
            vectors[row] = weight @ old[place[columns[best]]] / weight.sum()
    classes = vectors[vocabulary["[CLS]"]]
    vectors[[vocabulary[side] for side in SIDES]] = classes
    return vectors


def _normalizer() -> Any:
    from tokenizers import normalizers

    umlauts = {"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"}
    replaced = [normalizers.Replace(umlaut, letters) for umlaut, letters in umlauts.items()]
    return normalizers.Sequence(
        [normalizers.NFC(), normalizers.Lowercase(), *replaced, normalizers.BertNormalizer()]
    )


def _minilm() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _used_pieces(german: Sequence[str], english: Sequence[str]) -> list[str]:
    """Return MiniLM's pieces that English texts use three times or more, and single characters in use."""
    minilm = _minilm()
    used: Counter[str] = Counter()
    for start in range(0, len(english), _BLOCK):
        for encoding in minilm.encode_batch(list(english[start : start + _BLOCK])):
            used.update(encoding.tokens)
    characters = {character for text in (*german, *english) for character in text.lower()}

    def wanted(piece: str) -> bool:
        core = piece.removeprefix("##")
        return used[piece] >= _FEWEST or (len(core) == 1 and (core.isascii() or core in characters))

    known = minilm.get_vocab()
    return [piece for piece in sorted(known, key=known.__getitem__) if wanted(piece)]


def _frame(vocabulary: dict[str, int]) -> Any:
    from tokenizers import processors

    ends = [(piece, vocabulary[piece]) for piece in ("[CLS]", "[SEP]")]
    return processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)


def _occurrences(tokenizer: Any, texts: Sequence[str]) -> sparse.csr_matrix:
    """Return which texts have which pieces, (texts, pieces) of 0 and 1."""
    pieces = [np.unique(encoding.ids) for encoding in tokenizer.encode_batch(list(texts))]
    starts = np.concatenate([[0], np.cumsum([len(of_text) for of_text in pieces])])
    columns = np.concatenate(pieces)
    shape = (len(texts), tokenizer.get_vocab_size())
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=shape)
