"""How a long training run tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called now and then with the name of a step and the share of it that is done (0 to 1)."""

    def __call__(self, step: str, share: float, /) -> None:
        """Take note."""


def silent(step: str, share: float, /) -> None:
    """Take no note."""
