"""People replaced by pseudonyms on the way in; no small group shown on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.privacy.authors import author_pseudonyms
    from analyzer.privacy.disclosure import Disclosure, Limits, Shown, Verdict
    from analyzer.privacy.key import Entry, Key
    from analyzer.privacy.kinds import Kind
    from analyzer.privacy.labels import label_pseudonyms
    from analyzer.privacy.redact import Finding, Redaction, Redactor
    from analyzer.privacy.roster import Person, Roster
    from analyzer.privacy.suggest import Suggestion

__all__ = [
    "Disclosure",
    "Entry",
    "Finding",
    "Key",
    "Kind",
    "Limits",
    "Person",
    "Redaction",
    "Redactor",
    "Roster",
    "Shown",
    "Suggestion",
    "Verdict",
    "author_pseudonyms",
    "label_pseudonyms",
]

_HOMES = {
    "author_pseudonyms": "authors",
    "Disclosure": "disclosure",
    "Limits": "disclosure",
    "Shown": "disclosure",
    "Verdict": "disclosure",
    "Entry": "key",
    "Key": "key",
    "Kind": "kinds",
    "label_pseudonyms": "labels",
    "Finding": "redact",
    "Redaction": "redact",
    "Redactor": "redact",
    "Person": "roster",
    "Roster": "roster",
    "Suggestion": "suggest",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the limits need not wait for the word lists."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analyzer.privacy' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"analyzer.privacy.{_HOMES[name]}"), name)
