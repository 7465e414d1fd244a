"""What the program says to people, in German and in English.

English is written in the code; German stands in `de/*.po`, one catalogue a room (GNU gettext). Any
room may import this one: it knows nothing of the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale, dates, numbers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES = ("de", "en")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Sentence:
    """A sentence still to be said in somebody's language: an English template and its facts."""

    template: str
    facts: dict[str, object] = field(default_factory=dict)


class UserError(Exception):
    """A problem the user can mend, told in the user's language: `UserError("No text in {name}.", name=…)`."""

    def __init__(self, template: str, **facts: object) -> None:
        super().__init__(template.format(**facts))
        self.sentence = Sentence(template, facts)


class Messages:
    """Says sentences, numbers and dates in one language, `de` or `en`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else "en"
        self._locale = Locale.parse({"de": "de_DE", "en": "en_GB"}[self.lang])

    def say(self, template: str, **facts: object) -> str:
        """Return the translated template with the facts put in its braces."""
        return _translation(self.lang, template, 0).format(**facts)

    def say_n(self, singular: str, plural: str, n: int, **facts: object) -> str:
        """Return the form that fits `n`, which the template may name as {n}."""
        form = 0 if n == 1 else 1
        template = _translation(self.lang, singular, form)
        if template == singular and form:
            template = plural
        return template.format(n=self.number(n), **facts)

    def tell(self, sentence: Sentence) -> str:
        """Return a `Sentence` said in this language."""
        facts = {k: self.tell(v) if isinstance(v, Sentence) else v for k, v in sentence.facts.items()}
        return self.say(sentence.template, **facts)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as people write it here, with that many decimals: 1.234,5 or 1,234.5."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return numbers.format_decimal(value, format=pattern, locale=self._locale)

    def percent(self, share: float) -> str:
        """Return a share (0 to 1) as a whole percentage; `<1 %` for a small share that is not zero."""
        small = 0 < share <= 0.005
        text = numbers.format_percent(
            0.01 if small else share, format="#,##0 %" if self.lang == "de" else "#,##0%", locale=self._locale
        )
        return f"<{text}" if small else text

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence: a, b and c."""
        if len(names) < 2:
            return "".join(names)
        return self.say("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])

    def date(self, day: dt.date) -> str:
        """Return a date in its medium form: 24.11.2026 or 24 Nov 2026."""
        return dates.format_date(day, format="medium", locale=self._locale)


def _translation(lang: str, template: str, form: int) -> str:
    if lang == "en":
        return template
    found = _catalogue(lang).get(template)
    if found is None:
        return template
    return found[form] if len(found) > form else found[0]


@cache
def _catalogue(lang: str) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for path in sorted((_FOLDER / lang).glob("*.po")):
        with path.open("rb") as file:
            merged.update(_entries(read_po(file, locale=lang)))
    return merged


def _entries(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    entries = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        said = message.string or ()
        forms = (said,) if isinstance(said, str) else tuple(said)
        if key and forms and all(forms):
            entries[key] = forms
    return entries
