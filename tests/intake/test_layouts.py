"""Known exports by their headers: which columns become text, id, date, unit, author and rating."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest

from analyzer.intake import Columns, Intake, read_upload
from analyzer.intake.ratings import read_rating
from analyzer.tables import Side

BODY = ["Seit drei Wochen ruft uns niemand zurück.", "Nobody told us about the delay, again."]
TITLE = ["Keine Antwort", "Late again"]

LAYOUTS = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text(encoding="utf-8"))


def export(layout: str, *, delimiter: str = ",") -> str:
    """Return three rows in a layout; the third has neither body nor title."""
    fields = [field.partition("=") for field in layout.split(";")]
    rows = [[name for name, _, _ in fields]]
    for number, (body, title) in enumerate([*zip(BODY, TITLE, strict=True), ("", "")]):
        cells = {"B": body, "T": title}
        rows.append([cells.get(cell, cell.replace("#", str(1000 + number))) for _, _, cell in fields])
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue()


def take(name: str, data: bytes) -> Intake:
    intake = read_upload(name, data, side=Side.CUSTOMER)
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    return intake


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_known_exports(name, encoding):
    wanted = dict(LAYOUTS[name])
    layout, also = wanted.pop("export"), tuple(wanted.pop("also", ()))
    intake = take(
        "x.csv", export(layout, delimiter=";" if encoding == "utf-8-sig" else "\t").encode(encoding)
    )
    report = intake.report.sources[0]
    assert (report.columns, report.kept) == (Columns(**wanted, also=also), 2)
    texts = list(intake.documents["text"])
    assert all(body in text for body, text in zip(BODY if "=B" in layout else TITLE, texts, strict=True))
    assert all((title in text) is ("=T" in layout) for title, text in zip(TITLE, texts, strict=True))


@pytest.mark.parametrize("name", ["Zendesk", "Freshdesk", "HubSpot"])
def test_exports_with_subjects_only_say_so(name):
    notes = take("x.csv", export(LAYOUTS[name]["export"]).encode()).report.sources[0].notes
    assert [note.template[:18] for note in notes] == ["Only subjects are "]


def test_two_header_rows_of_surveymonkey():
    rows = (
        "Respondent ID,Collector ID,Start Date,Was stört Sie?,,Was noch?\n,,,Lärm,Hitze,Open-Ended Response\n"
        "11,1,03/01/2024,Lärm,,Keiner hört uns zu.\n12,1,03/02/2024,,Hitze,Es zieht überall so sehr.\n"
    )
    report = take("x.csv", rows.encode()).report.sources[0]
    assert report.header[3:] == ("Was stört Sie?", "Hitze", "Was noch?")
    assert (report.columns.text, report.kept, len(report.set_aside)) == ("Was noch?", 2, 1)


def test_any_table_with_subjects_only_says_so():
    rows = "Nr,Betreff,Status\n1,Keine Antwort,offen\n2,Rechnung falsch,offen\n"
    report = take("x.csv", rows.encode()).report.sources[0]
    assert (report.columns.text, report.kept, len(report.notes)) == ("Betreff", 2, 1)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (
            {"score": 2, "title": "T", "createdAt": "2024-03-01", "texts": [{"id": "n", "text": "B"}]},
            "T\n\nB",
        ),
        (
            {"starRating": "TWO", "comment": "B", "createTime": "2024-03-01T10:00:00Z"},
            "B",
        ),
        (
            {
                "id": "#",
                "attributes": {
                    "rating": 2,
                    "title": "T",
                    "body": "B",
                    "createdDate": "2024-03-01",
                    "territory": "D",
                },
            },
            "T\n\nB",
        ),
    ],
    ids=["kununu", "Google", "App Store"],
)
def test_reviews_in_json(record, text):
    said = json.dumps(record)
    records = [
        said.replace('"B"', json.dumps(body)).replace('"T"', json.dumps(title)).replace("#", title[0])
        for body, title in zip(BODY, TITLE, strict=True)
    ]
    intake = take("x.json", f'{{"reviews": [{", ".join(records)}]}}'.encode())
    wanted = [text.replace("T", title).replace("B", body) for body, title in zip(BODY, TITLE, strict=True)]
    assert list(intake.documents["text"]) == wanted
    assert list(intake.documents["rating"]) == [2, 2]
    assert set(intake.documents["date"].astype(str)) == {"2024-03-01"}


def test_title_and_body_are_joined_once():
    rows = "Titel,Kommentar\nZu spät,Zu spät und zu teuer.\nSchade,Nie wieder hier.\nOhne Worte,\n"
    assert list(take("x.csv", rows.encode()).documents["text"]) == [
        "Zu spät und zu teuer.",
        "Schade\n\nNie wieder hier.",
        "Ohne Worte",
    ]


def test_columns_may_be_chosen_or_refused():
    rows = b"id,titel,kommentar\n1,Zu teuer,Nie wieder hier.\n2,Schade,Das war nichts.\n"
    chosen = Columns(text="kommentar", also=("titel",), id="")
    intake = read_upload("x.csv", rows, side=Side.CUSTOMER, columns=chosen)
    assert list(intake.documents["document"]) == ["x.csv:2", "x.csv:3"]
    assert intake.documents["text"][0] == "Zu teuer\n\nNie wieder hier."
    alone = read_upload("x.csv", rows, side=Side.CUSTOMER, columns=Columns(text="kommentar"))
    assert alone.documents["text"][0] == "Nie wieder hier."


def test_html_in_cells_becomes_text_and_twins_are_told():
    twin = "So <it> goes & 3 < 4."
    rows = f'id,comment\n1,"<p>It was <b>bad</b>,<br>really &amp; truly.</p>"\n2,{twin}\n3,{twin}\n'
    intake = take("x.csv", rows.encode())
    assert list(intake.documents["text"]) == ["It was bad,\nreally & truly.", twin, twin]
    assert intake.report.sources[0].notes[0].facts == {"n": 1, "places": "4"}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4", 4),
        ("4,5", 4.5),
        ("4/5", 4),
        ("★★★☆☆", 3),
        ("FIVE", 5),
        ("3 von 5 Sternen", 3),
        ("-", None),
        ("so gut", None),
    ],
)
def test_ratings(written, number):
    assert read_rating(written) == number
