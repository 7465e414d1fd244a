"""What a map may be given beside the statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """What a map may know beside the statements; with nothing, it says less.

    `words` are the lemmas of each statement, in the order of the rows.
    """

    words: Sequence[Sequence[str]] = ()


NOTHING_MORE = Context()
