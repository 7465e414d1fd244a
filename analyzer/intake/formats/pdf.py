"""The text of PDF files to prose, by pypdf: lines joined to paragraphs, running heads left out once told."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from analyzer.intake.contents import Content
from analyzer.intake.encoding import Decoded
from analyzer.intake.formats.refusal import refusal
from analyzer.intake.formats.text import written_content
from analyzer.intake.markdown import BULLET
from analyzer.intake.wording import clean, has_words

_PAGES = 2000
_ENDS = re.compile(r"[.!?:;…][\"'”“»)]*$")
_NUMBER = re.compile(r"\d+")
_HYPHEN = re.compile(r"(\w\w)[-\u00ad]$")
_FULL = 0.6


def read_pdf(data: bytes, *, name: str) -> list[Content]:
    """Return the text of a PDF file; raises IntakeError on a locked one and on one without text."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal("protected", name)
        pages = [page.extract_text().splitlines() for page in reader.pages[:_PAGES]]
    except DependencyError as error:
        raise refusal("protected", name) from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        OSError,
        RecursionError,
    ) as error:
        raise refusal("damaged", name) from error
    text = "\n".join(_paragraphs(_without_running_heads(pages)))
    if not has_words(clean(text)):
        raise refusal("scan", name)
    return [written_content(Decoded(text, ""), name=name)]


def _without_running_heads(pages: Sequence[list[str]]) -> list[str]:
    """Return the lines of all pages; those that stand at the edge of most pages only once."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]})
    running = {shape for shape, count in edges.items() if count > 2 and count * 2 > len(pages)}
    lines, told = [], set()
    for page in pages:
        for place, line in enumerate(page):
            shape = _shape(line)
            if shape in running and (place < 2 or place >= len(page) - 2):
                if shape not in told:
                    lines += [line, ""]
                told.add(shape)
            else:
                lines.append(line)
    return lines


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return lines joined where one goes on: it filled its width, and nothing ended there."""
    width = max((len(line) for line in lines), default=0) or 1
    found: list[str] = []
    goes_on: object = False
    for line in (" ".join(raw.split()) for raw in lines):
        if goes_on and line and not BULLET.match(line):
            hyphen = _HYPHEN.search(found[-1])
            found[-1] = found[-1][:-1] + line if hyphen and line[0].islower() else f"{found[-1]} {line}"
        else:
            found.append(line)
        goes_on = (
            bool(line) and not _ENDS.search(line) and (len(line) >= _FULL * width or _HYPHEN.search(line))
        )
    return found
