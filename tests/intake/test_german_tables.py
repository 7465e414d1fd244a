"""Tables as German offices write them: every cell comes out as written, whatever is around it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from analyzer.intake import read_upload
from analyzer.intake.delimited import read_tables
from analyzer.intake.encoding import decode
from analyzer.tables import Side

HEADER = ("Ticket-Nr.", "Eingang", "Betrag (€)", "Filiale", "Beschwerdetext")
ROWS = (
    ("007", "1.2.24", "1.234,56", "Köln-Süd", "Seit drei Wochen ruft niemand zurück; das ärgert uns sehr."),
    ("0815", "03.02.2024", "-12,00", "Bonn", "Die Tür schließt nicht, der Techniker kam nie."),
    ("4711", "4.2.2024 9:05", "0,5", "Köln-Süd", "Endlich hat jemand zugehört, danke!"),
    ("1e5", "05.02.2024", "10.000", "Bonn", "Zu teuer – und zu spät: so nicht."),
)
LINES = (
    *ROWS[:1],
    ("0815", "03.02.2024", "-12,00", "Bonn", "Die Tür schließt nicht.\nDer Techniker kam nie."),
    *ROWS[2:],
)
QUOTES = (*ROWS[:3], ("1e5", "05.02.2024", "10.000", "Bonn", 'Er sagte „so nicht“ und 3" Regen, "egal".'))
MANY = tuple((f"{i:05}", *ROWS[i % 4][1:4], f"{ROWS[i % 4][4]} Nr. {i}") for i in range(2000))
Table = Sequence[Sequence[str]]


def written(
    rows: Table = ROWS, *, header: Sequence[str] = HEADER, delimiter: str = ";", **options: object
) -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, **options).writerows([header, *rows])  # type: ignore[arg-type]
    return target.getvalue()


def bare(rows: Table = ROWS) -> str:
    """Return the rows with semicolons and no quotes at all but where they must be."""
    return written(rows, lineterminator="\n")


def padded(text: str) -> str:
    return "".join(line + ";;\r\n" for line in text.splitlines())


ALL = {"quoting": csv.QUOTE_ALL}
STYLES: dict[str, tuple[Callable[[], str], str, Table]] = {
    "Excel": (written, "cp1252", ROWS),
    "Excel, UTF-8": (written, "utf-8-sig", ROWS),
    "Excel, Unicode text": (lambda: written(delimiter="\t"), "utf-16", ROWS),
    "Excel on a Mac": (
        lambda: written().replace("–", "-"),
        "mac_roman",
        (*ROWS[:3], (*ROWS[3][:4], ROWS[3][4].replace("–", "-"))),
    ),
    "Excel with sep": (lambda: "sep=;\r\n" + written(), "cp1252", ROWS),
    "Excel with sep and mark": (lambda: "sep=;\r\n" + written(), "utf-8-sig", ROWS),
    "LibreOffice": (lambda: written(delimiter=",", lineterminator="\n"), "utf-8", ROWS),
    "all quoted": (lambda: written(**ALL), "utf-8", ROWS),
    "all quoted, commas": (lambda: written(delimiter=",", **ALL), "cp1252", ROWS),
    "single quotes": (lambda: written(delimiter=",", quotechar="'", **ALL), "utf-8", ROWS),
    "SAP bars": (lambda: written(delimiter="|"), "cp1252", ROWS),
    "tabs": (lambda: written(delimiter="\t"), "cp1252", ROWS),
    "carriage returns": (lambda: written(lineterminator="\r"), "utf-8", ROWS),
    "ISO 8859-15": (lambda: written(ROWS[:3]), "iso-8859-15", ROWS[:3]),
    "backslashes": (
        lambda: written(QUOTES, escapechar="\\", doublequote=False, **ALL),
        "utf-8",
        QUOTES,
    ),
    "quotes in texts": (lambda: written(QUOTES), "utf-8", QUOTES),
    "quotes in texts, all quoted": (lambda: written(QUOTES, **ALL), "cp1252", QUOTES),
    "quotes in texts, commas": (lambda: written(QUOTES, delimiter=","), "utf-8", QUOTES),
    "line breaks": (lambda: written(LINES), "utf-8", LINES),
    "line breaks, commas": (lambda: written(LINES, delimiter=","), "cp1252", LINES),
    "preamble": (
        lambda: "Auswertung Beschwerden;;;;\r\nStand: 06.02.2024;;;;\r\n;;;;\r\n" + written(),
        "cp1252",
        ROWS,
    ),
    "short preamble": (lambda: "Auswertung Beschwerden\r\n\r\n" + written(), "utf-8", ROWS),
    "sum": (lambda: written() + "Summe;;11.222,06;;\r\n", "cp1252", ROWS),
    "total and count": (lambda: written() + ";;;;\r\nGesamt;;11.222,06;;\r\n", "utf-8", ROWS),
    "header again": (lambda: written(ROWS[:2]) + written(ROWS[2:]), "utf-8", ROWS),
    "blank lines": (lambda: written().replace("\r\n", "\r\n\r\n"), "utf-8", ROWS),
    "semicolons at the end": (lambda: padded(written()), "cp1252", ROWS),
    "spaces after semicolons": (lambda: bare(ROWS[1:]).replace(";", "; "), "utf-8", ROWS[1:]),
    "one row": (lambda: written(ROWS[:1]), "cp1252", ROWS[:1]),
    "two rows without quotes": (lambda: bare(ROWS[1:3]), "cp850", ROWS[1:3]),
    "many rows": (lambda: written(MANY), "cp1252", MANY),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_cell_as_written(style: str) -> None:
    make, encoding, wanted = STYLES[style]
    data = make().encode(encoding, "replace" if encoding == "cp850" else "strict")
    if encoding in ("cp850", "iso-8859-15"):
        data = data.replace("€".encode(encoding, "replace"), b"EUR")
    (table,) = read_tables(decode(data, name="x.csv").text, name="x.csv").tables
    header = tuple(title.replace("EUR", "€") for title in table.titles if title)
    assert header == HEADER
    found = [tuple(cell.replace("\r\n", "\n") for cell in row.cells[:5]) for row in table.rows]
    assert found == [tuple(row) for row in wanted]
    intake = read_upload("x.csv", data, side=Side.CUSTOMER)
    assert list(intake.documents["text"]) == [row[4] for row in wanted]
    assert intake.report.rows_in == len(wanted) + len(intake.report.set_aside)
    assert intake.documents["document"][0].startswith(wanted[0][0])


def test_there_are_enough() -> None:
    assert len(STYLES) >= 25
