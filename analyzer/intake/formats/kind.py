"""What kind of file this is, by its first bytes and its name."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from analyzer.intake.formats.refusal import refusal
from analyzer.intake.result import IntakeError

Kind = str
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_TEXTUAL = ("notes", "csv")
_MAIL_FIELD = re.compile(
    rb"(From|Subject|Date|Received|Return-Path|MIME-Version|Message-ID): ?.*", re.IGNORECASE
)
_WEB = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb'\s*(\[\s*)?\{\s*"')
_CUE = re.compile(rb"\s*\d+\s*\r?\n\d\d:\d\d:\d\d,\d{3} --> ")


def find_kind(name: str, data: bytes) -> Kind:
    """Return the kind of a file as kinds.toml calls it; raises IntakeError on an empty or unreadable one."""
    if not data:
        raise empty(name)
    suffix = _true_suffix(data) or PurePath(name).suffix.casefold()
    kind = _group("read", suffix)
    packed = data.startswith((b"PK", _OLE))
    if kind == "workbook" and not packed:
        return _kind_of_text(data[:_HEAD]) or "csv"
    if kind in ("word", "zip") and not packed:
        raise refusal("damaged", name)
    if kind in ("", *_TEXTUAL):
        kind = _kind_of_text(data[:_HEAD]) or kind
    if not kind:
        raise refusal("protected" if suffix == ".protected" else _group("refused", suffix), name)
    return kind


def readable_suffixes(*kinds: Kind) -> tuple[str, ...]:
    """Return the endings of names of the files that can be read, or of those of some kinds."""
    known = _kinds()["read"]
    return tuple(suffix for kind in kinds or known for suffix in known[kind] if suffix)


def empty(name: str) -> IntakeError:
    """Return the error about a file without content."""
    return IntakeError("{name} is empty. Please choose a file with texts in it.", name=name)


def _group(half: str, suffix: str) -> str:
    return next((group for group, suffixes in _kinds()[half].items() if suffix in suffixes), "")


def _kind_of_text(head: bytes) -> Kind:
    """Return the kind of a text that says so in its first lines, whatever its name; empty if it does not."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text.startswith(b"WEBVTT"):
        return "vtt"
    if _WEB.match(text):
        return "web"
    if _CUE.match(text):
        return "srt"
    if _JSON.match(text):
        return "json"
    if text.startswith(b"From ") and _MAIL_FIELD.search(text):
        return "mailbox"
    lines = text.split(b"\n", 5)[:5]
    return "mail" if len(lines) > 3 and sum(map(bool, map(_MAIL_FIELD.match, lines))) >= 3 else ""


def _true_suffix(data: bytes) -> str:
    """Return the suffix a file ought to have by its first bytes, empty if they do not say."""
    if data.startswith(_OLE):
        streams = _kinds()["ole_stream"].items()
        return next((suffix for stream, suffix in streams if stream.encode("utf-16-le") in data), ".xls")
    if data.startswith(b"PK\x03\x04"):
        return _zip_suffix(data)
    if data[4:8] == b"ftyp":
        return ".mp4"
    if data.startswith(b"RIFF"):
        return ".wav"
    return next(
        (suffix for magic, suffix in _kinds()["magic"].items() if data.startswith(bytes.fromhex(magic))), ""
    )


def _zip_suffix(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            told = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return ""
    parts = _kinds()["zip_part"].items()
    found = next((suffix for part, suffix in parts if part in names), "")
    return found or _kinds()["mimetype"].get(told.strip(), ".zip")


@cache
def _kinds() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
