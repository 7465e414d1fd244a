"""What a map may be given beside the statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.overlap.confusions import Confusions
from analyzer.overlap.ordinary import Ordinary


@dataclass(frozen=True)
class Context:
    """What a map may know beside the statements; with nothing, it says less.

    `words` are the lemmas of each statement, in the order of the rows; `confusions` the known errors of the
    model that read the themes; `ordinary` how ordinary teams and complaints read with it.
    """

    words: Sequence[Sequence[str]] = ()
    confusions: Confusions | None = None
    ordinary: Ordinary | None = None


NOTHING_MORE = Context()
