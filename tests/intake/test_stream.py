"""Files of any length, block by block: the same rows and documents as in one piece."""

from __future__ import annotations

import pytest

from analyzer.intake import Columns, IntakeError, join_intakes, read_files
from analyzer.intake.stream import stream_file, stream_rows
from analyzer.tables import Side

SAID = {"de": "Niemand ruft zurück,\nseit Wochen; Nummer", "en": "Nobody calls back,\nfor weeks; number"}


def table(said: str, rows: int) -> str:
    lines = [f'{i};2024-03-{i % 28 + 1:02};"{said} {i}";Nord\n' for i in range(rows)]
    lines[7] = '7;2024-03-01;"never closed;Nord\n'
    lines[rows // 2] = "nr;datum;kommentar;region\n"
    lines[-1] = "Gesamt;;17;\n"
    return "nr;datum;kommentar;region\n" + "".join(lines)


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_blocks_are_as_the_whole(tmp_path, lang, encoding):
    path = tmp_path / "a.csv"
    path.write_bytes(table(SAID[lang], 12_000).encode(encoding))
    whole = read_files([path], side=Side.CUSTOMER)
    blocks = list(stream_file(path, side=Side.CUSTOMER))
    joined = join_intakes(blocks)
    assert len(blocks) > 1
    assert sum(block.report.rows_in for block in blocks) == whole.report.rows_in == 12_000
    assert joined.documents.equals(whole.documents)
    assert {(row.place, row.content) for row in joined.report.set_aside} == {
        (row.place, row.content) for row in whole.report.set_aside
    }
    assert sum(map(len, stream_rows(path))) == 12_001


def test_a_long_record_is_one_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,comment\n1,"' + "so long, so far\n" * 250_000 + '"\n2,short text here\n')
    assert [[row.cells[0] for row in block] for block in stream_rows(path) if block] == [["id"], ["1", "2"]]


def test_columns_may_be_chosen_and_must_be_there(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nid;wer;beschwerde\n1;anna maria;Die Lieferung kam zu spät.\n", encoding="utf-8")
    (block,) = stream_file(path, side=Side.CUSTOMER, columns=Columns(text="wer"))
    assert (block.documents["text"][0], block.documents["document"][0]) == ("anna maria", "1")
    path.write_text("rating,agree\n" + "5,Yes\n4,No\n" * 20)
    with pytest.raises(IntakeError, match="No column"):
        next(stream_file(path, side=Side.CUSTOMER))


@pytest.mark.parametrize("place", [0, 3, 498, 499, 500, 501, 999, 1200])
def test_a_stray_quote_swallows_no_row(tmp_path, place):
    rows = [f'{i};"text, number {i}";x\n' for i in range(1300)]
    rows[place] = f'{place};"never closed;x\n'
    path = tmp_path / "a.csv"
    path.write_text("nr;kommentar;region\n" + "".join(rows))
    found = [row.cells[0] for block in stream_rows(path) for row in block]
    assert found[1:] == [str(i) for i in range(1300)]
