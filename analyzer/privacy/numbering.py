"""Placeholders numbered as people and things come, going on where an earlier key ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.messages import Messages
from analyzer.privacy.key import Entry, Key
from analyzer.privacy.kinds import Kind


@dataclass(frozen=True)
class Named:
    """One thing found: its kind, what it is recognised by, its earlier placeholder or "", its spelling."""

    kind: Kind
    identity: tuple[str, ...]
    placeholder: str
    said: str


def number(things: Iterable[Named], key: Key, messages: Messages) -> tuple[tuple[str, ...], Key]:
    """Return the placeholder of each thing, in order, and the key with them added."""
    entries = dict(key.entries)
    given = {(_label(name), entry.identity): name for name, entry in entries.items()}
    last = _last_numbers(entries)
    placeholders = []
    for thing in things:
        label = messages.tell(thing.kind.label)
        name = thing.placeholder or given.get((label, thing.identity), "")
        if not name:
            last[label] += 1
            name = f"[{label} {last[label]}]"
        given[label, thing.identity] = name
        entries[name] = _with(entries.get(name, Entry(thing.identity)), thing)
        placeholders.append(name)
    return tuple(placeholders), Key(entries)


def _label(placeholder: str) -> str:
    return placeholder.strip("[]").rpartition(" ")[0]


def _last_numbers(placeholders: Iterable[str]) -> Counter[str]:
    """Return the highest number given for each label."""
    last: Counter[str] = Counter()
    for name in placeholders:
        last[_label(name)] = max(last[_label(name)], int(name.strip("[]").rpartition(" ")[2]))
    return last


def _with(entry: Entry, thing: Named) -> Entry:
    """Return an entry that knows one more spelling, and the fuller identity of the two."""
    identity = max(thing.identity, entry.identity, key=len)
    return Entry(identity, tuple(dict.fromkeys((*entry.originals, thing.said))))
