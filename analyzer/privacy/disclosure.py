"""The room's way out: whether a selection may be shown, so that no group is small enough to be somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from analyzer.messages import Sentence


class Shown(StrEnum):
    """What is shown of a selection: how many there are, or their words."""

    COUNT = "count"
    QUOTE = "quote"


@dataclass(frozen=True)
class Limits:
    """The smallest groups that may be shown, in documents or authors: 5 for counts, 10 for quotes."""

    count: int = 5
    quote: int = 10

    def of(self, shown: Shown) -> int:
        """Return the limit for what is shown."""
        return self.count if shown is Shown.COUNT else self.quote


@dataclass(frozen=True)
class Verdict:
    """Whether a selection may be shown, and if not, why."""

    allowed: bool
    reason: Sentence | None = None


@dataclass(frozen=True)
class Disclosure:
    """Decides what may be shown of one side, knowing all that was shown before.

    `everyone` are the members of the side (documents, or authors where they are known) as numbers. What was
    shown cuts them into cells, the smallest groups that can be told apart by adding and subtracting it. A
    selection may be shown if no cell becomes smaller than the limit: then no sequence of filters singles
    anybody out. Quotes cut cells of their own, with their own limit, beside those of the counts.
    """

    everyone: frozenset[int]
    limits: Limits = Limits()
    counted: tuple[frozenset[int], ...] = ()
    quoted: tuple[frozenset[int], ...] = ()

    def may(self, selection: Iterable[int], shown: Shown = Shown.COUNT) -> Verdict:
        """Say whether a selection may be shown: large enough, and its remainder, and all differences."""
        reason = self._objection(self.everyone.intersection(selection), shown)
        return Verdict(reason is None, reason)

    def show(self, selection: Iterable[int], shown: Shown = Shown.COUNT) -> Disclosure:
        """Return the disclosure after a selection was shown; one that may not be shown is a ValueError."""
        chosen = self.everyone.intersection(selection)
        if not self.may(chosen, shown).allowed:
            raise ValueError("this selection may not be shown")
        quoted = self._cut(chosen, quotes=True) if shown is Shown.QUOTE else self.quoted
        return replace(self, counted=self._cut(chosen), quoted=quoted)

    def may_show_together(
        self, groups: Iterable[Iterable[int]], shown: Shown = Shown.COUNT
    ) -> tuple[bool, ...]:
        """Return which of several groups beside each other (units, months) may be shown, the largest first.

        A group is left out if showing it beside the others would uncover one that is hidden.
        """
        chosen = [self.everyone.intersection(group) for group in groups]
        allowed, state = [False] * len(chosen), self
        for k in sorted(range(len(chosen)), key=lambda k: (-len(chosen[k]), k)):
            allowed[k] = state.may(chosen[k], shown).allowed
            state = state.show(chosen[k], shown) if allowed[k] else state
        return tuple(allowed)

    def _objection(self, chosen: frozenset[int], shown: Shown) -> Sentence | None:
        limit = self.limits.of(shown)
        facts: dict[str, object] = {"limit": limit}
        if len(chosen) < limit:
            return Sentence("This group is smaller than {limit}, so it is not shown.", facts)
        if 0 < len(self.everyone) - len(chosen) < limit:
            return Sentence("All but this group are fewer than {limit}, so it is not shown.", facts)
        if self._singles_out(chosen, shown):
            return Sentence("Beside what was shown before, this would single out fewer than {limit}.", facts)
        return None

    def _singles_out(self, chosen: frozenset[int], shown: Shown) -> bool:
        """Say whether a selection would leave a cell under its limit, of counts or of quotes."""
        if _smallest(self._cut(chosen)) < self.limits.count:
            return True
        return shown is Shown.QUOTE and _smallest(self._cut(chosen, quotes=True)) < self.limits.quote

    def _cut(self, chosen: frozenset[int], *, quotes: bool = False) -> tuple[frozenset[int], ...]:
        """Return the cells cut in two along a selection."""
        cells = (self.quoted if quotes else self.counted) or (self.everyone,)
        return tuple(part for cell in cells for part in (cell & chosen, cell - chosen) if part)


def _smallest(cells: Iterable[frozenset[int]]) -> int:
    return min(map(len, cells), default=0)
