"""RTF documents to prose, by striprtf."""

from __future__ import annotations

from striprtf.striprtf import rtf_to_text

from analyzer.intake.contents import Content
from analyzer.intake.encoding import Decoded
from analyzer.intake.formats.kind import empty
from analyzer.intake.formats.text import written_content
from analyzer.intake.wording import clean


def read_rtf(data: bytes, *, name: str) -> list[Content]:
    """Return the text of an RTF document; raises IntakeError if there is none."""
    text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    if not clean(text):
        raise empty(name)
    return [written_content(Decoded(text, ""), name=name)]
