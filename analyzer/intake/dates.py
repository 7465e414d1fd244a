"""Dates as people and exports write them, in German and English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan",
            "february februar feb",
            "march märz mar mär mrz",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sep sept",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        1,
    )
    for name in names.split()
}
_YEAR_FIRST = r"(?P<y>(?:19|20)\d\d)[-/._](?P<m>\d{1,2})[-/._](?P<d>\d{1,2})"
_YEAR_LAST = r"(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<y2>\d{4}|\d\d)"
_NAMED = r"(?P<d3>\d{1,2})\.?\s(?P<m3>[A-Za-zä]{3,9})\.?,?\s(?P<y3>\d{4})"
_NAMED_FIRST = r"(?P<m4>[A-Za-zä]{3,9})\.?\s(?P<d4>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y4>\d{4})"
_DATE = rf"(?<!\d)(?:{_YEAR_FIRST}|{_YEAR_LAST}|{_NAMED}|{_NAMED_FIRST})(?!\d)"
_ANYWHERE = re.compile(_DATE)
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?"
_TIME = rf"(?:[T,\s]+(?:um\s|at\s)?{_CLOCK}\s?(?:Z|UTC|GMT|AM|PM|Uhr)?(?:\s?[+-]\d\d:?\d\d)?)?"
_WEEKDAY = (
    r"(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|den|am|vom|date|datum)[.,:]*\s+)*"
)
_WHOLE = re.compile(rf"\s*{_WEEKDAY}{_DATE}{_TIME}\s*", re.IGNORECASE)


def read_date(text: str, *, day_first: bool = True) -> dt.date | None:
    """Return the day of a text that is a date (with or without time) and nothing else, or None."""
    if not 6 <= len(text) <= 60:
        return None
    found = _WHOLE.fullmatch(text)
    return _day(found, day_first=day_first) if found else None


def find_date(text: str) -> dt.date | None:
    """Return the first day with a four-digit year named in a text, for example in a file's name, or None."""
    for found in _ANYWHERE.finditer(text):
        if found["y2"] is None or len(found["y2"]) == 4:
            day = _day(found, day_first=True)
            if day:
                return day
    return None


def is_day_first(texts: Iterable[str]) -> bool:
    """Say whether 3/4/2024 in a column means 3 April: it does unless dates there speak against it."""
    month_first = 0
    for text in texts:
        found = _WHOLE.fullmatch(text[:60])
        if found and found["a"] and found["mark"] != ".":
            month_first += (int(found["b"]) > 12) - (int(found["a"]) > 12)
    return month_first <= 0


def _day(found: re.Match[str], *, day_first: bool) -> dt.date | None:
    if found["y"]:
        numbers = (found["y"], found["m"], found["d"])
    elif found["y2"]:
        day, month = (
            (found["a"], found["b"]) if day_first or found["mark"] == "." else (found["b"], found["a"])
        )
        numbers = (found["y2"] if len(found["y2"]) == 4 else f"20{found['y2']}", month, day)
    else:
        name = (found["m3"] or found["m4"]).casefold()
        numbers = (found["y3"] or found["y4"], str(_MONTHS.get(name, 0)), found["d3"] or found["d4"])
    try:
        day_found = dt.date(*map(int, numbers))
    except ValueError:
        return None
    return day_found if 1900 <= day_found.year <= 2200 else None
