"""Who speaks in notes: labels such as "Anna:" that are names and not topics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LABEL = re.compile(r"^((?:[A-ZÄÖÜ][\w'’.-]*)(?: [A-ZÄÖÜ][\w'’.-]*){0,2}):\s+(?=\S)")
_NAME = re.compile(r"[A-ZÄÖÜÉ][a-zäöüßéèáç'’-]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?|[A-ZÄÖÜ]\.?|(?:Dr|Prof)\.")
_MOST = 0.3


def find_speakers(
    texts: Sequence[str], *, topics: frozenset[str], noun_endings: Sequence[str]
) -> frozenset[str]:
    """Return the labels that look like speakers: names that come again, or three different ones in a row.

    They must also open at least 30 % of the texts, or the three stand in a row; `topics` and
    `noun_endings` (lower case) are labels and ends of labels that are no names.
    """
    labels = [_name(text, topics, tuple(noun_endings)) for text in texts]
    counts = Counter(label for label in labels if label)
    recurring = {label for label, count in counts.items() if count > 1}
    listed = any(len({*labels[i : i + 3]} - {""}) == 3 for i in range(len(labels) - 2))
    if listed or (recurring and counts.total() >= _MOST * len(labels)):
        return frozenset(counts)
    return frozenset()


def split_speaker(text: str, speakers: frozenset[str]) -> tuple[str, str]:
    """Return (speaker, what is said), or ("", text) if no speaker opens the text."""
    found = _LABEL.match(text)
    if found and found[1] in speakers:
        return found[1], text[found.end() :]
    return "", text


def _name(text: str, topics: frozenset[str], noun_endings: tuple[str, ...]) -> str:
    found = _LABEL.match(text)
    if not found:
        return ""
    words = found[1].split()
    named = all(_NAME.fullmatch(word) for word in words)
    topical = any(word.casefold() in topics or word.casefold().endswith(noun_endings) for word in words)
    return found[1] if named and not topical else ""
