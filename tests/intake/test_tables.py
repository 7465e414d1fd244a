"""Delimited files: dialects, headers, columns, ids; every row accounted for."""

from __future__ import annotations

import csv
import io
import time

import pytest

from analyzer.intake import Columns, Intake, IntakeError, read_files, read_upload
from analyzer.intake.delimited import read_tables
from analyzer.tables import DOCUMENT_COLUMNS, Side

TABLES = {
    "de": (
        ["Ticket-Nr.", "Eingangsdatum", "Filiale", "Kommentar"],
        [
            ["T-1", "14.10.2022", "Köln", "Niemand ruft zurück, seit drei Wochen; das ärgert uns sehr."],
            ["T-2", "15.10.2022", "Bonn", "Die Lieferung kam pünktlich.\nVielen Dank für „alles“!"],
            ["T-3", "16.10.2022", "Köln", "Zu teuer, zu langsam, zu unfreundlich | so nicht."],
            ["T-4", "17.10.2022", "Bonn", ""],
            ["T-5", "18.10.2022", "Köln", "k.A."],
        ],
    ),
    "en": (
        ["Ticket ID", "Date received", "Branch", "Comment"],
        [
            ["T-1", "2022/10/14", "Leeds", "Nobody calls back, for three weeks now; we are annoyed."],
            ["T-2", "2022/10/15", "York", 'It came on time.\nThank you for "everything"!'],
            ["T-3", "2022/10/16", "Leeds", "Too dear, too slow, too rude | not like this."],
            ["T-4", "2022/10/17", "York", ""],
            ["T-5", "2022/10/18", "Leeds", "n/a"],
        ],
    ),
}


def take(data: bytes | str, name: str = "file.csv", columns: Columns | None = None) -> Intake:
    raw = data.encode() if isinstance(data, str) else data
    intake = read_upload(name, raw, side=Side.CUSTOMER, columns=columns or Columns())
    assert tuple(intake.documents.columns) == DOCUMENT_COLUMNS
    assert intake.documents["document"].is_unique
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    return intake


def written(lang: str, delimiter: str = ",", **options: object) -> str:
    header, rows = TABLES[lang]
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, **options).writerows([header, *rows])
    return target.getvalue()


@pytest.mark.parametrize("lang", TABLES)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ":", "^"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_dialects_and_encodings(lang, delimiter, encoding):
    intake = take(written(lang, delimiter).encode(encoding))
    first = intake.documents.iloc[0]
    assert list(intake.documents["document"]) == ["T-1", "T-2", "T-3"]
    assert first["text"] == TABLES[lang][1][0][3]
    assert (str(first["date"])[:10], first["unit"]) == ("2022-10-14", TABLES[lang][1][0][2])
    assert "\n" in intake.documents["text"][1]
    assert [row.place for row in intake.report.set_aside] == ["5", "6"]


@pytest.mark.parametrize("lang", TABLES)
@pytest.mark.parametrize(
    "options",
    [
        {"quotechar": "'"},
        {"quoting": csv.QUOTE_ALL},
        {"doublequote": False, "escapechar": "\\", "quoting": csv.QUOTE_ALL},
        {"lineterminator": "\n"},
    ],
)
def test_ways_of_quoting(lang, options):
    intake = take(written(lang, ";", **options))
    assert [text.replace("\r", "") for text in intake.documents["text"]] == [
        r[3] for r in TABLES[lang][1][:3]
    ]


@pytest.mark.parametrize("lang", TABLES)
def test_separator_line_and_preamble(lang):
    said = take("sep=;\r\n" + written(lang, ";"))
    before = take("Export 2024;;;\n;;;\n" + written(lang, ";"))
    assert len(said.documents) == len(before.documents) == 3
    assert said.report.set_aside[0].place == "6"
    assert before.report.set_aside[0].reason.template == "It stands before the table."


@pytest.mark.parametrize(
    ("text", "kept", "aside"),
    [
        (
            "Das Essen war kalt und die Leute unfreundlich.\nGut, aber teuer.\nNie wieder, wirklich nicht.\n",
            3,
            0,
        ),
        ("Kommentar\nSchlecht, teuer\nNaja, es geht so\n-\n", 2, 1),
        ("id,comment\n1,They never answer, ever\n2,All good here\n3\n4,Fine with us,,\n", 3, 1),
        ("comment,id\nbad service here,1\nfine with us,2,3\n", 1, 1),
        ('id,comment\n1,"open quote here\n2,all good here\n3,nobody answers us\n4,not again please\n', 4, 0),
        ("id,comment\n1,bad service\nid,comment\n2,good service\n", 2, 1),
        ("comment,comment,\nbad service,very slow,x\nnice people,too few,y\n", 2, 0),
        ("1;Das ist viel zu langsam geworden\n2;Wir warten seit Wochen auf Antwort\n", 2, 0),
    ],
)
def test_shapes(text, kept, aside):
    report = take(text).report
    assert (report.kept, len(report.set_aside)) == (kept, aside)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('1,"he said "no" to us",x', ["1", 'he said "no" to us', "x"]),
        ('1,"never closed, x', ["1", '"never closed', "x"]),
        ('"1,"so, it goes",x', ['"1', "so, it goes", "x"]),
        ('1,"it is 10"","so, it goes"', ["1", 'it is 10"', "so, it goes"]),
        ('1,"""quoted"", twice",x', ["1", '"quoted", twice', "x"]),
    ],
)
def test_stray_quotes_do_no_harm(line, cells):
    around = [f'{i},"as it should be, {i}",y\n' for i in range(5)]
    tables = read_tables("".join(["id,note,mark\n", *around, line, "\n", *around]), name="x").tables
    assert len(tables[0].rows) == 11
    assert list(tables[0].rows[5].cells) == cells


@pytest.mark.parametrize("gap", ["", "\n"])
def test_two_tables_in_one_file(gap):
    first = "Nr;Kommentar\n1;Das war nichts\n2;Keiner ruft an\n"
    second = "Filiale;Datum;Rückmeldung\nBonn;1.2.2024;Alles bestens hier\nKöln;2.2.2024;Viel zu spät\n"
    intake = take(first + gap + second)
    assert [(s.name, s.kept) for s in intake.report.sources] == [("file.csv", 2), ("file.csv, 2", 2)]
    assert list(intake.documents["unit"]) == ["", "", "Bonn", "Köln"]


@pytest.mark.parametrize("word", ["Gesamt", "Total"])
def test_total_rows_are_no_statements(word):
    aside = take(f"comment,count\nIt was bad,3\nIt was good,4\n{word},7\n").report.set_aside
    assert [row.reason.template for row in aside] == ["It sums up the table."]


def test_survey_headers():
    text = (
        "StartDate,ResponseId,Q1,Q2\nBeginn,Antwort-ID,Wie sehr?,Ein Freitext zum Team\n"
        '"{""ImportId"":""a""}","{""ImportId"":""b""}","{""ImportId"":""c""}","{""ImportId"":""d""}"\n'
        "2024-01-02 10:00:00,R_1,5,Keiner hört zu\n"
    )
    intake = take(text)
    assert list(intake.documents["text"]) == ["Keiner hört zu"]
    assert {row.reason.template for row in intake.report.set_aside} == {"It belongs to the header."}


def test_chosen_columns_win_and_missing_ones_are_told():
    text = "number,title,comment\n1,The first one here,It was bad indeed\n2,The second here,It was good\n"
    chosen = take(text, columns=Columns(text="Title"))
    assert chosen.report.sources[0].columns == Columns(text="title", id="number")
    with pytest.raises(IntakeError, match=r"no column “body”.*number, title, comment"):
        take(text, columns=Columns(text="body"))


def test_no_text_column_names_all():
    with pytest.raises(IntakeError, match=r"No column of file\.csv.*--text.*rating, agree"):
        take("rating,agree\n" + "5,Yes\n4,No\n" * 20)


def test_ids_stay_apart(tmp_path):
    (tmp_path / "a").mkdir()
    for path in (tmp_path / "x.csv", tmp_path / "a" / "x.csv"):
        path.write_text("id,comment\n7,It was bad\n8,It was good\n", encoding="utf-8")
    intake = read_files([tmp_path / "x.csv", tmp_path / "a" / "x.csv"], side=Side.CUSTOMER)
    assert list(intake.documents["document"]) == ["x.csv:7", "x.csv:8", "x.csv (2):7", "x.csv (2):8"]
    rows = "".join(f"{i},It was bad {i}\n" for i in range(20))
    twice = take(f"id,comment\n{rows}3,It was worse\n,No number here\n").documents["document"]
    assert list(twice[-2:]) == ["3#2", "file.csv:23"]


@pytest.mark.parametrize(
    ("day", "date"),
    [("10/14/2022", "2022-10-14"), ("14/10/2022", "2022-10-14"), ("14. Okt 2022", "2022-10-14")],
)
def test_dates(day, date):
    intake = take(f"date,comment\n{day},It was bad indeed\n{day} 10:30,It was good\n")
    assert [str(found)[:10] for found in intake.documents["date"]] == [date, date]


def test_speed():
    rows = "".join(
        f'{i};2024-01-{i % 28 + 1:02};"Wir warten, Nummer {i}, auf Antwort";Nord\n' for i in range(100_000)
    )
    start = time.process_time()
    assert len(take("id;datum;kommentar;region\n" + rows).documents) == 100_000
    assert time.process_time() - start < 30
