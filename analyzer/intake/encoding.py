"""Bytes to text: byte order mark, then UTF-16 by its zero bytes, then UTF-8, then the best German reading."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from analyzer.intake.result import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("cp1252", "iso-8859-15", "latin-1", "mac_roman", "cp850")
_SAMPLE = 200_000
_FEW = 3
_GERMAN = frozenset("äöüßÄÖÜ")
_QUOTES = frozenset("’„“”‚‘–—…€")
_FOREIGN = frozenset("éèêëàâçñôîïáíóúåæøÉÈÀÁÇ«»°§´•²³©®×½")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1c\x1d\x1e\x1f\0"))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as cp1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("cp1252", _as_cp1252)


@dataclass(frozen=True)
class Decoded:
    """A text and the name of the encoding it was read with."""

    text: str
    encoding: str


def decode(data: bytes, *, name: str) -> Decoded:
    """Return the text in `data`; `name` is for the errors.

    Raises IntakeError on nothing at all, on binary content and on broken UTF-16 or UTF-32.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding, name)
    if encoding := _utf16_without_mark(data[:4096]):
        return _unicode(data, encoding, name)
    if _is_binary(data[:_SAMPLE]):
        raise IntakeError(
            "{name} holds no readable text. Please save it as text, CSV or XLSX and try again.", name=name
        )
    return _utf8(data) or _eight_bit(data)


def _unicode(data: bytes, encoding: str, name: str) -> Decoded:
    if encoding == "utf-8":
        return _utf8(data) or _eight_bit(data)
    unit = 4 if "32" in encoding else 2
    try:
        return Decoded(data[: len(data) // unit * unit].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise IntakeError(
            "The characters of {name} cannot be read as {encoding}. Please save it as UTF-8 and try again.",
            name=name,
            encoding=encoding.upper(),
        ) from error


def _utf16_without_mark(head: bytes) -> str:
    """Return the UTF-16 variant whose high bytes are the zeros of Latin text, or an empty string."""
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    even, odd = head[0 : pairs * 2 : 2].count(0) / pairs, head[1 : pairs * 2 : 2].count(0) / pairs
    if odd > 0.5 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.1 else ""


def _is_binary(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(_FEW, 0.02 * len(head)) or head.count(0) > 0.1 * len(head)


def _utf8(data: bytes) -> Decoded | None:
    """Return `data` read as UTF-8, if at least half of what is not ASCII is sound in it; else None.

    The rest, as files have that were joined of two encodings, is read as cp1252; half a character at
    the end of a file that was cut is shown as damaged.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.end == len(data):
            return Decoded(data[: error.start].decode("utf-8") + "\ufffd", "utf-8")
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    return Decoded(data.decode("utf-8", "cp1252"), "utf-8") if sound >= damaged else None


def _eight_bit(data: bytes) -> Decoded:
    readings = [reading for encoding in _EIGHT_BIT if (reading := _try(data, encoding))]
    return max(readings, key=lambda reading: _score(reading.text[:_SAMPLE]))


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _score(text: str) -> int:
    """Return how much the characters beyond ASCII look like German (or other western) writing."""
    score = 0
    padded = f" {text} "
    for place in range(1, len(padded) - 1):
        if padded[place] > "\x7f":
            score += _points(padded[place - 1], padded[place], padded[place + 1])
    return score


def _points(before: str, character: str, after: str) -> int:
    inside = before.isalpha() and after.isalpha()
    if (character.isupper() and before.islower()) or (
        not before.isalpha() and _begins_no_word(character, after)
    ):
        return -3
    if character in _GERMAN:
        return 3
    if character in _QUOTES:
        return -3 if inside and character not in "’‘" else 2
    if character in _FOREIGN:
        return 1 if character.isalpha() or not inside else -3
    return -1 if character.isalpha() else -3


def _begins_no_word(character: str, after: str) -> bool:
    """Say whether no German word begins so: ß, ö before most letters, or an umlaut that stands alone."""
    if character == "ö":
        return after not in "dfhklsx"
    return character == "ß" or (character in _GERMAN and not after.isalpha())
