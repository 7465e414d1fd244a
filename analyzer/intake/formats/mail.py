"""Mails (EML) and mail boxes (MBOX) to talk, by the standard library: quotes left out."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from analyzer.intake.contents import Talk, Utterance
from analyzer.intake.encoding import decode
from analyzer.intake.formats.kind import empty
from analyzer.intake.formats.mail_body import split_body
from analyzer.intake.formats.web import html_text
from analyzer.intake.result import IntakeError
from analyzer.intake.wording import clean
from analyzer.messages import Sentence

_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n")
_REPLY = re.compile(r"\s*(re|aw|antw|fwd?|wg)\s*:", re.IGNORECASE)
_BROKEN = (MessageError, LookupError, ValueError, AttributeError, TypeError)


def read_mail(data: bytes, *, name: str) -> list[Talk]:
    """Return a mail as talk; raises IntakeError if there is nothing in it."""
    return [_talk(_utterances(data, "1"), name)]


def read_mailbox(data: bytes, *, name: str) -> list[Talk]:
    """Return the mails of a box as talk, numbered from 1; raises IntakeError if there are none."""
    pieces = [piece for piece in _FROM.split(data) if piece.strip()]
    mails = (_utterances(piece, str(number)) for number, piece in enumerate(pieces, 1))
    return [_talk((said for mail in mails for said in mail), name)]


def _talk(utterances: Iterator[Utterance], name: str) -> Talk:
    said = list(utterances)
    if not any(one.text for one in said):
        raise empty(name)
    return Talk(said)


def _utterances(data: bytes, place: str) -> Iterator[Utterance]:
    """Yield what a mail says, and what is left out of it: quoted mails, its signature, attachments."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body, subject = split_body(_text(message)), _header(message, "subject")
    told = body.said if not subject or _REPLY.match(subject) else f"{subject}\n\n{body.said}"
    name, address = parseaddr(_header(message, "from"))
    author = name or address.split("@")[0]
    yield Utterance(place, clean(told) if body.said else "", clean(author), _date(message))
    if body.quoted:
        yield Utterance(place, body.quoted, obstacle=Sentence("It is quoted from another mail."))
    if body.signature:
        yield Utterance(place, body.signature, obstacle=Sentence("It is greeting and signature."))
    reason = Sentence("Attachments are not read. Please give the file itself.")
    yield from (Utterance(place, title, obstacle=reason) for title in _attachments(message))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except _BROKEN:
        return ""


def _date(message: EmailMessage) -> dt.date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except _BROKEN:
        return None


def _text(message: EmailMessage) -> str:
    """Return the text of a mail: its plain part, else its HTML part without tags."""
    try:
        part = message.get_body(("plain", "html"))
        if not isinstance(part, EmailMessage):
            return ""
        text = _content(part)
        return html_text(text) if part.get_content_subtype() == "html" else text
    except _BROKEN:
        return ""


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except _BROKEN:
        raw = part.get_payload(decode=True)
    try:
        return decode(raw, name="").text if isinstance(raw, bytes) and raw else ""
    except IntakeError:
        return ""


def _attachments(message: EmailMessage) -> list[str]:
    try:
        return [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    except _BROKEN:
        return []
