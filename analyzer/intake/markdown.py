"""Marks of Markdown and of lists taken off a line, leaving what it says."""

from __future__ import annotations

import re

BULLET = re.compile(r"^(?P<indent>\s*)(?:[-*+•‣◦▪·–—]|\(?\d{1,3}[.)]|[a-z]\))(?:\s+|$)(?P<rest>.*)$")
HEADING = re.compile(r"^\s{0,3}#{1,6}\s+\S|^\s{0,3}#{1,6}\s*$")
SEPARATOR = re.compile(r"^[-*_=~#.+|:\s]+$")
TABLE_ROW = re.compile(r"^\s*\|.*\|.*$")
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
FENCE = re.compile(r"^\s*(```|~~~)")

_CHECKBOX = re.compile(r"^\s*\[[ xX✓]\]\s*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,500}\])")
_LINK = re.compile(r"(?<!!)\[([^\]\n]{0,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)")
_REFERENCE = re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,500}\]")
_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^>\s]+>")
_BARE = re.compile(r"(?:https?://|www\.)\S+")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.{1,1000}?)(?<=[^\s*_])\1(?![\w*])", re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_TAG = re.compile(
    r"</?(?:br|b|i|u|em|strong|p|div|span|sup|sub|details|summary|img|a)\b[^<>]*>", re.IGNORECASE
)
_ALL_EMPHASISED = re.compile(r"^(\*\*|__|\*|_)(?=\S)[^*_]+(?<=\S)\1:?$")


def plain(text: str) -> str:
    """Return `text` without checkboxes, emphasis, images, comments and tags, links as their text."""
    text = _CHECKBOX.sub("", _COMMENT.sub(" ", text))
    text = _IMAGE.sub(" ", text)
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _TAG.sub(" ", _ADDRESS.sub(" ", text))
    text = _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text)))
    lines = (re.sub(r"[ \t]+", " ", line).strip(" \t>") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def without_addresses(text: str) -> str:
    """Return `text` without bare web addresses."""
    return _BARE.sub(" ", text).strip()


def cells(line: str) -> list[str]:
    """Return the cells of a table row."""
    return [plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def is_emphasised(line: str) -> bool:
    """Say whether a line is wholly in emphasis, as headings often are."""
    return _ALL_EMPHASISED.match(line.strip()) is not None


def without_comments(text: str) -> str:
    """Return `text` with HTML comments blanked out, its lines kept in place."""
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
