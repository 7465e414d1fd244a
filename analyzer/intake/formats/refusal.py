"""A kind word about each kind of file that cannot be read, and what to do instead."""

from __future__ import annotations

from analyzer.intake.result import IntakeError
from analyzer.messages import Sentence

SUPPORTED = "CSV, TSV, XLSX, XLS, ODS, JSON, Parquet, TXT, MD, DOCX, PDF, RTF, HTML, VTT, SRT, EML, MBOX, ZIP"


def refusal(group: str, name: str) -> IntakeError:
    """Return the error about a file of a group of kinds.toml, or one that is damaged, locked or too large."""
    found = _REFUSALS.get(group, _UNKNOWN)
    return IntakeError(found.template, name=name, supported=SUPPORTED)


_UNKNOWN = Sentence("{name} is of a kind that cannot be read. These can: {supported}.")
_REFUSALS = {
    "picture": Sentence("{name} is a picture. Please have its text recognised (OCR) and give the text."),
    "scan": Sentence(
        "{name} holds pictures of pages, not text. Please have its text recognised (OCR) and try again."
    ),
    "recording": Sentence(
        "{name} is a recording. Please have it transcribed, as Teams and Zoom do, and give the transcript "
        "(VTT, DOCX or TXT)."
    ),
    "outlook": Sentence(
        "{name} is a file of Outlook. Please save the mail as EML or as text (TXT), or paste its text."
    ),
    "old_document": Sentence(
        "{name} is a document that cannot be read yet. Please save it as DOCX, PDF or text (TXT), "
        "or paste the text."
    ),
    "other_table": Sentence("{name} is a table that cannot be read yet. Please save it as CSV or XLSX."),
    "packed": Sentence(
        "{name} is packed in a way that cannot be opened. Please unpack it, or pack its files as ZIP."
    ),
    "protected": Sentence("{name} is protected by a password. Please save it without one and try again."),
    "damaged": Sentence("{name} is damaged and cannot be opened. Please save it again and try anew."),
    "too_large": Sentence(
        "{name} would unpack to more than can be held. "
        "Please copy the table into a new workbook, or save it as CSV."
    ),
}
