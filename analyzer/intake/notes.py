"""Notes, minutes and pastes to documents: one an utterance, what is only structure set aside."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.intake.dates import find_date, read_date
from analyzer.intake.groups import Group, find_groups
from analyzer.intake.markdown import BULLET, cells, plain, without_addresses, without_comments
from analyzer.intake.result import SetAside
from analyzer.intake.speakers import find_speakers, split_speaker
from analyzer.intake.wording import clean, has_words
from analyzer.messages import Sentence

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LABEL_WORDS = 12
_TITLE_WORDS = 5
_TOP = 5
_BULLETS = 5


@dataclass(frozen=True)
class Notes:
    """Rows of Documents, groups of lines set aside, and how many groups there were."""

    rows: tuple[dict[str, object], ...]
    set_aside: tuple[SetAside, ...]
    groups: int


def read_notes(text: str, *, source: str, side: str) -> Notes:
    """Return one document a paragraph, bullet or table row; ids are `source:line`."""
    groups = find_groups(without_comments(clean_lines(text)))
    texts = [_text(group) for group in groups]
    reasons = [_obstacle(group, said) for group, said in zip(groups, texts, strict=True)]
    spoken = [said for said, reason in zip(texts, reasons, strict=True) if not reason]
    words = _words()
    speakers = find_speakers(spoken, topics=words["topics"], noun_endings=tuple(words["noun_endings"]))
    date = _date(source, groups, reasons)
    rows: list[dict[str, object]] = []
    aside: list[SetAside] = []
    for group, said, reason in zip(groups, texts, reasons, strict=True):
        if reason:
            aside.append(SetAside(source, str(group.line), reason, group.text.strip()))
            continue
        author, said = split_speaker(said, speakers)
        rows.append(
            {"document": f"{source}:{group.line}", "side": side, "source": source, "text": said, "date": date,
             "author": author}
        )  # fmt: skip
    return Notes(tuple(rows), tuple(aside), len(groups))


def topic_words() -> frozenset[str]:
    """Return the words that, before a colon or a time, name a topic and no person."""
    return _words()["topics"]


def clean_lines(text: str) -> str:
    """Return the text cleaned line by line, its blank lines and indents kept."""
    lines = re.split(r"\r\n|[\r\n]", text)
    return "\n".join(
        " " * (len(line) - len(line.lstrip())) + clean(line).replace("\n", " ") for line in lines
    )


def _text(group: Group) -> str:
    """Return what a group says: a table row's sentences, one a line; a bullet without its mark."""
    if group.kind == "row":
        row = cells(group.text)
        return "\n".join(cell for cell in row if _is_sentence(cell)) or "\n".join(filter(None, row))
    text = group.text
    for _ in range(_BULLETS):
        first, _, rest = text.partition("\n")
        if not (found := BULLET.match(first)):
            break
        text = f"{found['rest']}\n{rest}" if rest else found["rest"]
    return plain(text).replace("\n", " ")


def _is_sentence(cell: str) -> bool:
    words = _WORD.findall(cell)
    return len(words) >= 3 and any(word.islower() for word in words[1:])


def _obstacle(group: Group, said: str) -> Sentence | None:
    """Return why a group is no document, or None."""
    if group.kind in ("title", "mark") or _is_structure(said, emphasised=group.kind == "emphasis"):
        return Sentence("It is structure, not a statement.")
    if group.kind == "row" and not any(map(_is_sentence, said.split("\n"))):
        return Sentence("No cell of this row is a sentence.")
    return None if has_words(said) else Sentence("It has no words.")


def _is_structure(said: str, *, emphasised: bool) -> bool:
    """Say whether a text is empty, an address, a date, or a label or title without a verb."""
    if not without_addresses(said) or read_date(said.strip(" ,;:.()")) is not None:
        return True
    words = _WORD.findall(said)
    small = [word.casefold() for word in words]
    if not words or not _words()["verbs"].isdisjoint(small):
        return False
    if said.endswith(":"):
        return len(words) <= _LABEL_WORDS
    if len(words) > _TITLE_WORDS or said[-1] in ".!?":
        return False
    return emphasised or (small[0] in _words()["titles"] and not any(map(str.islower, words[1:])))


def _date(source: str, groups: Sequence[Group], reasons: Sequence[Sentence | None]) -> dt.date | None:
    """Return the day in the source's name, else the first one in the structure at the top."""
    top = (group.text for group, reason in zip(groups[:_TOP], reasons[:_TOP], strict=True) if reason)
    return find_date(source) or next(filter(None, map(find_date, top)), None)


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads((Path(__file__).parent / "notes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}
