"""Thousands of mutilated files a parser: read or refused kindly, every row accounted for. Run by `make fuzz`.

FUZZ_EXAMPLES sets how many files a parser gets.
"""

from __future__ import annotations

import json
import os

import made_files as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.intake.join import join_parts
from analyzer.intake.part import Input
from analyzer.intake.parts import read_parts, read_pasted
from analyzer.intake.result import IntakeError

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "10000"))
KINDLY = (IntakeError, MemoryError, RecursionError)
LINES = [*made.SAID["de"], *made.SAID["en"]]
ROWS = [["id", "Datum", "Kommentar"], *([str(i), "14.10.2022", line] for i, line in enumerate(LINES))]
RECORDS = [{"id": i, "tags": ["a", "b"], "comment": line} for i, line in enumerate(LINES)]
WHOLE = {
    "a.csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS),
    "a.tsv": "\n".join("\t".join(row) for row in ROWS),
    "a.md": "# Team\n\n"
    + "\n".join(f"- {line}" for line in LINES)
    + "\n\n| a | b |\n|---|---|\n| x y | z |\n",
    "a.txt": "\n".join(f"Anna Berg: {line}" for line in LINES),
    "chat.txt": "\n".join(f"14.10.22, 10:1{i} - Anna: {line}" for i, line in enumerate(LINES)),
    "a.json": json.dumps({"tickets": RECORDS}),
    "a.ndjson": "\n".join(map(json.dumps, RECORDS)),
    "a.parquet": made.parquet({"id": [1, 2, 3, 4], "comment": LINES}),
    "a.ods": made.ods(ROWS),
    "a.docx": made.word(LINES, table=ROWS),
    "a.pdf": made.pdf(LINES),
    "a.rtf": made.rtf(LINES),
    "a.html": made.web(LINES),
    "a.vtt": made.vtt(LINES[:2]),
    "a.srt": made.srt(LINES[:2]),
    "a.eml": made.mail("\n".join(LINES)),
    "a.mbox": b"".join(b"From x\n" + made.mail(line) + b"\n" for line in LINES),
    "slack.zip": made.slack(LINES[:2]),
    "a.zip": made.zipped({"a.csv": "id,comment\n1,Nobody calls us back.\n", "b.md": "- Nobody told us."}),
}
PIECES = [
    b"\0",
    b"\n",
    b"\r",
    b'"',
    b",",
    b";",
    b"\t",
    b"\\",
    b"{",
    b"[",
    b"}",
    b"<",
    b">",
    b"&",
    b"--",
    b"\n\n",
]
PIECES += [
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xae",
    b"9" * 30,
    b" " * 50,
    b"\n- ",
    b"\n# ",
    b"| ",
    b"<td>",
    b"WEBVTT\n",
]
PIECES += [
    b"From \n",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"{\\*",
    b"\\'",
    b"\\u-1?",
    b"/Kids[2 0 R]",
]


@st.composite
def mutilated(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return a file of which pieces are cut out, doubled, overwritten, or come from elsewhere."""
    data = whole
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=20), st.just(data[start:end] * 2)))
        data = data[:start] + piece + data[end:]
    return data


def check(read: object) -> None:
    try:
        parts = read()  # type: ignore[operator]
    except KINDLY:
        return
    intake = join_parts(parts)
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    assert not intake.documents["text"].str.contains("[\0\u202e\ufeff]").any()


FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@pytest.mark.parametrize("name", WHOLE)
def test_mutilated_files(name: str) -> None:
    whole = WHOLE[name]
    raw = whole.encode() if isinstance(whole, str) else whole

    @FUZZ
    @given(mutilated(raw))
    def run(data: bytes) -> None:
        check(lambda: read_parts(data, Input(name, "customer")))

    run()


@FUZZ
@given(st.text(max_size=400))
def test_any_paste(text: str) -> None:
    check(lambda: read_pasted(text, Input("pasted", "internal", pasted=True)))


@FUZZ
@given(st.sampled_from(sorted(WHOLE)), st.binary(max_size=400))
def test_any_bytes_by_any_name(name: str, data: bytes) -> None:
    check(lambda: read_parts(data, Input(name, "customer")))
