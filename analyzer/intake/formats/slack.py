"""Slack exports to talk: a message one utterance, with its author's name and the channel as unit."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from analyzer.intake.contents import Talk, Utterance
from analyzer.intake.dates import read_date
from analyzer.intake.formats.archive import read_entry
from analyzer.messages import Sentence

_DAY = re.compile(r"\d{4}-\d\d-\d\d\.json")
_USER = re.compile(r"<@([A-Z0-9]+)(?:\|([^>]*))?>")
_LINK = re.compile(r"<(?:https?://|mailto:|#|!)[^>|]*(?:\|([^>]*))?>")


def is_slack_export(archive: zipfile.ZipFile) -> bool:
    """Say whether an archive has a list of users or channels, and a file a day in folders of channels."""
    paths = [PurePosixPath(entry) for entry in archive.namelist()]
    lists = {"users.json", "channels.json", "groups.json", "dms.json"}
    return any(path.name in lists for path in paths) and any(_is_day(path) for path in paths)


def read_slack(archive: zipfile.ZipFile, *, name: str) -> list[Talk]:
    """Return the messages of all channels in order; raises IntakeError on a bomb."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    users = _names(_items(archive, entry, name) for entry in entries if entry.filename.endswith("users.json"))
    said: list[Utterance] = []
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if _is_day(path):
            said += _messages(_items(archive, entry, name), path, users)
    return [Talk(said)]


def _is_day(path: PurePosixPath) -> bool:
    return len(path.parts) > 1 and _DAY.fullmatch(path.name) is not None


def _items(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> list[dict[str, Any]] | None:
    """Return the objects in a file, None if it cannot be read."""
    try:
        content = json.loads(read_entry(archive, entry, name=name))
    except (ValueError, RecursionError):
        return None
    return [item for item in content if isinstance(item, dict)] if isinstance(content, list) else None


def _names(lists: Iterator[list[dict[str, Any]] | None]) -> dict[str, str]:
    users = (user for found in lists for user in found or [])
    return {str(user.get("id")): _name(user.get("profile")) or str(user.get("name") or "") for user in users}


def _name(profile: object) -> str:
    if not isinstance(profile, dict):
        return ""
    return str(profile.get("display_name") or profile.get("real_name") or "")


def _messages(
    items: Sequence[dict[str, Any]] | None, path: PurePosixPath, users: Mapping[str, str]
) -> Iterator[Utterance]:
    channel, day = path.parts[-2], path.stem
    if items is None:
        yield Utterance(f"{channel}/{day}", str(path), obstacle=Sentence("It cannot be read."))
    for number, item in enumerate(items or [], 1):
        author = _name(item.get("user_profile")) or users.get(str(item.get("user")), "")
        text = _plain(str(item.get("text") or ""), users)
        notice = item.get("subtype") not in (None, "thread_broadcast", "me_message", "file_comment")
        obstacle = Sentence("It is a notice of the program.") if notice else None
        yield Utterance(f"{channel}/{day}#{number}", text, author, read_date(day), channel, obstacle)


def _plain(text: str, users: Mapping[str, str]) -> str:
    """Return a message with names for users and labels for links."""
    named = _USER.sub(lambda found: users.get(found[1], found[2] or ""), text)
    return unescape(_LINK.sub(lambda found: found[1] or " ", named))
