"""What was read and what was set aside, in the form that reports tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from analyzer.messages import Messages, Sentence
from analyzer.tables import Side


class SetAsideLike(Protocol):
    """One row or passage that was not read."""

    @property
    def place(self) -> str:
        """The row, line or cell."""

    @property
    def reason(self) -> Sentence:
        """Why it was set aside."""

    @property
    def content(self) -> str:
        """What stood there."""


class SourceLike(Protocol):
    """One file or paste, as `analyzer.intake.SourceReport` has it."""

    @property
    def name(self) -> str:
        """The name of the file or paste."""

    @property
    def rows_in(self) -> int:
        """How many rows or passages it held."""

    @property
    def kept(self) -> int:
        """How many of these became documents."""

    @property
    def set_aside(self) -> Sequence[SetAsideLike]:
        """The others."""


Sources = Mapping[Side, Sequence[SourceLike]]


def accounted(sources: Sources, messages: Messages) -> list[dict[str, Any]]:
    """Return one dictionary a source: `side`, `source`, `rows`, `kept` and `set_aside` with reasons."""
    return [
        {
            "side": side.value,
            "source": source.name,
            "rows": source.rows_in,
            "kept": source.kept,
            "set_aside": [
                {"place": item.place, "reason": messages.tell(item.reason), "content": item.content}
                for item in source.set_aside
            ],
        }
        for side, found in sources.items()
        for source in found
    ]
