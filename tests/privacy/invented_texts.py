"""The invented test texts, with where in them people are named: templates filled with invented people."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from invented_signs import a_sign

from analyzer.privacy import Finding, Kind, Redactor, Roster

FOLDER = Path(__file__).parent / "invented"
HALVES = ("developed", "held out")
FILLINGS = 5
SLOT = re.compile(r"\{(?P<what>[FLNflnm])(?P<who>\d)\}(?P<genitive>s\b)?|\{(?P<sign>[a-z]{2,})\}")


@dataclass(frozen=True)
class Somebody:
    first: str
    last: str
    short: str


@dataclass(frozen=True)
class Marked:
    """A text and what must be replaced in it: (start, end, kind)."""

    text: str
    marks: tuple[tuple[int, int, Kind], ...]


@dataclass(frozen=True)
class Score:
    """How many marks were covered, of how many; how many findings lay on a mark, of how many;
    and {kind: (covered, marks)}."""

    covered: int
    marks: int
    right: int
    found: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    kinds: dict[Kind, tuple[int, int]]

    @property
    def recall(self) -> float:
        return self.covered / self.marks

    @property
    def precision(self) -> float:
        return self.right / self.found


def half(lines: Sequence[str], which: str) -> list[str]:
    return list(lines[HALVES.index(which) :: 2])


def lines(name: str) -> list[str]:
    return [x for x in (FOLDER / name).read_text("utf-8").splitlines() if not x.startswith("#")]


@cache
def people(which: str) -> tuple[Somebody, ...]:
    rows = [[cell.strip() for cell in line.split("|")] for line in half(lines("people.txt"), which)]
    return tuple(Somebody(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows)


def roster(which: str, share: str) -> Roster:
    """The full roster, every other person of it, or nobody; in the three ways people write such lists."""
    some = people(which)[:: {"full": 1, "half": 2}[share]] if share != "none" else ()
    forms = ("{0.last}, {0.first}{1}", "{0.first} {0.last}{1}", "{0.first} {0.last}{1} – Vertrieb")
    rows = (forms[k % 3].format(one, f" ({one.short})" if one.short else "") for k, one in enumerate(some))
    return Roster.parse("\n".join(rows))


@cache
def notes(lang: str, which: str) -> tuple[Marked, ...]:
    """Five fillings of each template with people, and the texts that name nobody."""
    chance = random.Random(f"{lang} {which}")
    named = [x for x in half(lines(f"notes.{lang}.txt"), which) for _ in range(FILLINGS)]
    filled = [fill(template, chance.sample(people(which), 3), chance) for template in named]
    return (*filled, *(Marked(x.replace("¶", "\n"), ()) for x in half(lines(f"nobody.{lang}.txt"), which)))


@cache
def signs(lang: str, which: str) -> tuple[Marked, ...]:
    chance = random.Random(f"signs {lang} {which}")
    templates = [x for x in half(lines(f"signs.{lang}.txt"), which) for _ in range(4 * FILLINGS)]
    return tuple(fill(x, (), chance, lang) for x in templates)


def fill(template: str, cast: Sequence[Somebody], chance: random.Random, lang: str = "de") -> Marked:
    text, marks, end = "", [], 0
    for slot in SLOT.finditer(template):
        text += template[end : slot.start()]
        if slot["sign"]:
            said, kind = a_sign(slot["sign"], lang, chance), Kind(slot["sign"])
        else:
            said, kind = _called(slot, cast[int(slot["who"]) - 1])
        marks.append((len(text), len(text) + len(said), kind))
        text += said + _genitive(said, slot["genitive"])
        end = slot.end()
    return Marked((text + template[end:]).replace("¶", "\n"), tuple(marks))


def _called(slot: re.Match[str], one: Somebody) -> tuple[str, Kind]:
    if slot["what"] == "m":
        return f"{one.first[0]}.{one.last}@example.org".lower().replace(" ", ""), Kind.MAIL
    said = {"f": one.first, "l": one.last, "n": one.short or one.first}[slot["what"].lower()]
    return (said.lower() if slot["what"].islower() else said), Kind.PERSON


def _genitive(said: str, genitive: str | None) -> str:
    return "" if not genitive else "'" if said[-1] in "sxzß" else "s"


def score(texts: Sequence[Marked], redactor: Redactor, together: int = 1) -> Score:
    """Compare what is found with the marks, reading so many texts at a time."""
    found: list[list[Finding]] = []
    for k in range(0, len(texts), together):
        batch = [one.text for one in texts[k : k + together]]
        each: list[list[Finding]] = [[] for _ in batch]
        for finding in redactor.redact(batch).findings:
            each[finding.text].append(finding)
        found += each
    return _compared(texts, found)


def _compared(texts: Sequence[Marked], found: Sequence[Sequence[Finding]]) -> Score:
    missed, wrong, right = [], [], 0
    every: Counter[Kind] = Counter()
    hit: Counter[Kind] = Counter()
    for one, findings in zip(texts, found, strict=True):
        every.update(kind for _, _, kind in one.marks)
        hit.update(kind for a, b, kind in one.marks if _is_covered(a, b, findings))
        missed += [
            f"{one.text[a:b]} | {one.text}" for a, b, _ in one.marks if not _is_covered(a, b, findings)
        ]
        off = [f for f in findings if not any(f.start < b and a < f.end for a, b, _ in one.marks)]
        right += len(findings) - len(off)
        wrong += [f"{one.text[f.start : f.end]} | {one.text}" for f in off]
    kinds = {kind: (hit[kind], n) for kind, n in every.items()}
    found_all = right + len(wrong)
    return Score(hit.total(), every.total(), right, found_all, tuple(missed), tuple(wrong), kinds)


def _is_covered(start: int, end: int, findings: Sequence[Finding]) -> bool:
    return any(f.start <= start and end <= f.end for f in findings)


def every_text() -> Iterator[Marked]:
    for lang in ("de", "en"):
        for which in HALVES:
            yield from notes(lang, which)
