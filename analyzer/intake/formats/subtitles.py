"""VTT and SRT transcripts to talk, by webvtt-py: cues of one speaker joined to what he or she says."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from webvtt import WebVTT
from webvtt.errors import MalformedCaptionError, MalformedFileError

from analyzer.intake.contents import Talk, Utterance
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.formats.text import decoded_text
from analyzer.messages import Sentence

_SPEAKER = re.compile(r"^([A-ZÄÖÜ][\w.'’()-]*(?: [\w.'’()-]+){0,4}): +(?=\S)")
_ENDS = re.compile(r"[.!?…][\"'”“»)]*$")
_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"\n[ \t]*\n")
_ARROW = "-->"
_MANY = 10


def read_vtt(data: bytes, *, name: str) -> list[Talk]:
    """Return what is said in a WebVTT file, with its speakers; raises IntakeError on a damaged one."""
    return _read(data, "vtt", name)


def read_srt(data: bytes, *, name: str) -> list[Talk]:
    """Return what is said in an SRT file, with its speakers; raises IntakeError on a damaged one."""
    return _read(data, "srt", name)


def _read(data: bytes, form: str, name: str) -> list[Talk]:
    found = decoded_text(data, name=name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    said = _cues(text, form)
    if said is None:
        said = [one for block in _BLANK.split(text) if _ARROW in block for one in _block(block, form)]
    if not said:
        raise refusal("damaged", name)
    return [Talk(list(_joined(said)), found.encoding)]


def _cues(text: str, form: str) -> list[Utterance] | None:
    """Return what the cues say, None if the parser leaves one out."""
    try:
        cues = WebVTT.from_buffer(io.StringIO(text), format=form)
        said = [_utterance(cue.start, cue.raw_text, cue.voice or "") for cue in cues.captions]
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError):
        return None
    return said if len(said) == text.count(_ARROW) else None


def _block(block: str, form: str) -> list[Utterance]:
    """Return what one cue says; one that cannot be read will be set aside."""
    found = _cues(f"WEBVTT\n\n{block}\n" if form == "vtt" else f"{block}\n", form)
    return found or [Utterance("", block.strip(), obstacle=Sentence("It cannot be read."))]


def _utterance(start: str, text: str, voice: str) -> Utterance:
    plain = " ".join(unescape(_TAG.sub("", text)).split())
    label = None if voice else _SPEAKER.match(plain)
    return Utterance(
        start.split(".")[0],
        plain[label.end() :] if label else plain,
        unescape(voice) or (label[1] if label else ""),
    )


def _joined(said: list[Utterance]) -> Iterator[Utterance]:
    """Yield cues joined while one person goes on, or without names until a sentence ends."""
    named = any(cue.author for cue in said)
    group: list[Utterance] = []
    for cue in said:
        if group and not _goes_on(group, cue, named=named):
            yield _one(group)
            group = []
        group.append(cue)
    yield _one(group)


def _goes_on(group: list[Utterance], cue: Utterance, *, named: bool) -> bool:
    first, last = group[0], group[-1]
    if cue.obstacle or last.obstacle or not (cue.author == first.author or (named and not cue.author)):
        return False
    long = not named or len(group) > _MANY
    return not (long and _ENDS.search(last.text[-20:])) and len(group) < 4 * _MANY


def _one(group: list[Utterance]) -> Utterance:
    return replace(group[0], text=" ".join(filter(None, (cue.text for cue in group))))
