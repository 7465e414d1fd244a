"""People replaced by pseudonyms on the way in; no small group shown on the way out."""

from analyzer.privacy.disclosure import Disclosure, Limits, Shown, Verdict
from analyzer.privacy.key import Entry, Key
from analyzer.privacy.kinds import Kind
from analyzer.privacy.redact import Finding, Redaction, Redactor
from analyzer.privacy.roster import Person, Roster
from analyzer.privacy.suggest import Suggestion, suggestions

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
    "suggestions",
]
