"""Names of files, branches and documents: only people of the roster and mail addresses go from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analyzer.privacy.key import Key
from analyzer.privacy.redact import Redactor
from analyzer.privacy.roster import Roster
from analyzer.privacy.spelling import plain_letters, small, stems
from analyzer.privacy.tokens import WORD

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def label_pseudonyms(labels: Iterable[str], redactor: Redactor) -> tuple[dict[str, str], Key]:
    """Return {label: label with placeholders} and the key with them added: notes_koch.md is a label.

    Nothing around a word in a label tells a name from a word, so each word of the roster is one.
    """
    given = tuple(dict.fromkeys(labels))
    known = _words(redactor.roster)
    pieces = tuple(dict.fromkeys(piece for label in given for piece in _pieces(label, known)))
    read = redactor.redact(piece if "@" in piece else f"{piece.title()}:" for piece in pieces)
    told = {piece: text.removesuffix(":") for piece, text in zip(pieces, read.texts, strict=True)}
    return {label: _with(label, told) for label in given}, read.key


def _words(roster: Roster) -> frozenset[str]:
    return frozenset(
        form for person in roster.people for word in person.words for form in plain_letters(word)
    )


def _pieces(label: str, known: frozenset[str]) -> Iterator[str]:
    yield from _MAIL.findall(label)
    yield from (
        word for word in WORD.findall(_MAIL.sub(" ", label)) if not known.isdisjoint(stems(small(word)))
    )


def _with(label: str, told: dict[str, str]) -> str:
    if not told:
        return label
    longest_first = sorted(told, key=len, reverse=True)
    either = "|".join(rf"(?<![^\W\d_]){re.escape(piece)}(?![^\W\d_])" for piece in longest_first)
    return re.sub(either, lambda found: told[found.group()], label)
