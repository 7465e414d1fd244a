"""Broken, hostile and unfit input: a kind word or whole rows, never a traceback."""

from __future__ import annotations

import contextlib
import random
import re

import pytest

from analyzer.intake import IntakeError, read_files, read_text, read_upload
from analyzer.messages import Messages
from analyzer.tables import Side

REFUSED = {
    "nothing": ("a.csv", b""),
    "a lone mark": ("a.csv", b"\xef\xbb\xbf"),
    "a lone wide mark": ("a.txt", b"\xff\xfe"),
    "blank": ("a.txt", b" \n\t\r\n "),
    "only delimiters": ("a.csv", b",,,\n,,,\n"),
    "zeros": ("a.csv", bytes(1000)),
    "a picture": ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 20),
    "an empty quoted cell": ("a.csv", b'""\n"";\n'),
    "only a header": ("a.csv", b"id,date,comment\n"),
    "a PDF": ("a.pdf", b"%PDF-1.7 x"),
    "a PDF by another name": ("a.txt", b"%PDF-1.7 x"),
    "Word": ("a.docx", b"PK\x05\x06" + bytes(18)),
    "an empty list": ("a.json", b"[]"),
    "half a list": ("a.json", b'[{"comment": "It was bad'),
    "a picture by its name": ("a.jpg", b"x"),
    "a recording": ("a.mp4", b"\0\0\0\x18ftypmp42" + bytes(50)),
    "Outlook": ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le")),
    "old Word": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")),
    "a tape": ("a.tar.gz", b"\x1f\x8b\x08" + bytes(50)),
    "SPSS": ("a.sav", b"$FL2" + bytes(50)),
    "old Excel": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "a password": ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    "half a workbook": ("a.xlsx", b"PK\x03\x04" + bytes(200)),
    "unknown": ("a.qqq", b"x"),
    "broken UTF-16": ("a.txt", b"\xff\xfe" + b"\x00\xd8a\x00" * 9),
}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(("name", "data"), REFUSED.values(), ids=REFUSED)
def test_refused_kindly(name, data, lang):
    with pytest.raises(IntakeError) as caught:
        read_upload(name, data, side=Side.CUSTOMER)
    said = Messages(lang).tell(caught.value.sentence)
    assert ("Bitte" in said or "Möglich" in said) if lang == "de" else ("lease" in said or "These" in said)
    assert name in said


def test_paths(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(IntakeError, match=re.escape(path.name)):
            read_files([path], side=Side.INTERNAL)
    with pytest.raises(IntakeError):
        read_text(" \n ", side=Side.INTERNAL)


def test_far_cells_and_bombs(far_cells, workbook):
    with pytest.raises(IntakeError, match="unpack"):
        read_upload("far.xlsx", far_cells, side=Side.CUSTOMER)
    with pytest.raises(IntakeError, match="unpack"):
        read_upload("bomb.xlsx", workbook(S=[["x" * 60_000_000]]), side=Side.CUSTOMER)
    whole = workbook(S=[["Comment"], ["It was bad"]])
    for cut in range(0, len(whole), 97):
        with pytest.raises(IntakeError):
            read_upload("cut.xlsx", whole[:cut], side=Side.CUSTOMER)


@pytest.mark.parametrize(
    "text",
    [
        "comment\nzero\0 byte in here\n",
        'comment\n"never closed, this one\nand on it goes',
        "comment\n\u202eevil order\u202c here\u200b\n",
        "id,comment\n" + "1," + "long text " * 30_000 + "\n2,short text here\n",
        ",".join(f"c{i}" for i in range(9_999)) + ",comment\n" + "1," * 9_999 + "it is bad\n",
        'a"b"c,"d\n' * 50,
        "'\";'\"\n" * 300,
        "\\" * 3000 + "\n" + '"' * 2999,
        "comment\r\rold lines here\rand so on\r",
        "=cmd|' /C calc'!A0,comment\n1,what a day it was\n",
        "ÿþ,comment\n1,was für ein Tag\n",
        "\n" * 5000 + "comment\nso many blanks above\n",
        "[" * 5000 + "(" * 5000,
        "*" * 20_000 + "a" + "_" * 20_000,
        "<!--" * 3000,
        "![" * 8000,
        "| " * 8000,
        "```\nnever closed",
        "\x1d\x1d\x1e\x1f",
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.md"])
def test_never_a_traceback(text, name):
    try:
        intake = read_upload(name, text.encode(), side=Side.CUSTOMER)
    except IntakeError:
        return
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    assert not intake.documents["text"].str.contains("[\0\u202e]").any()


PIECES = ["a", "ä", ",", ";", "\t", "|", '"', "'", "\n", "\r\n", " ", "1", ":", "*", "_", "[x]", "(", ")"]
PIECES += ["#", "-", "\0", "\\"]
PIECES += ["Anna: ", "|\n|--|\n", "Satz hier. ", "```", "<!--"]


@pytest.mark.parametrize("name", ["a.csv", "a.md", "a.xlsx"])
@pytest.mark.parametrize("seed", range(3))
def test_random_input_is_read_or_refused(name, seed):
    chance = random.Random(seed)
    for _ in range(100):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 150)))
        for data in (text.encode(chance.choice(["utf-8", "utf-16", "cp1252"])), chance.randbytes(150)):
            with contextlib.suppress(IntakeError):
                read_upload(name, data, side=Side.INTERNAL)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850", "utf-8", "utf-16-le"])
def test_german_letters(encoding):
    said = "Für Müßiggänger übrig: Äpfel, Öl und große Töne"
    intake = read_upload("a.txt", said.encode(encoding), side=Side.CUSTOMER)
    assert list(intake.documents["text"]) == [said]


def test_slightly_damaged_utf8_keeps_its_umlauts():
    data = (
        "Schöne Grüße aus Köln, es läuft ähnlich übel wie früher, müde und höflich. ".encode() * 2
        + b"\xe4 Ende"
    )
    assert "Grüße" in read_upload("a.txt", data, side=Side.CUSTOMER).documents["text"][0]


def test_workbook_sheets(workbook):
    data = workbook(
        Notizen=[["Team", "Kommentar"], ["Nord", "Keiner hört uns zu"], ["Süd", "Endlich klappt es"]],
        Zahlen=[["Monat", "Wert"], ["1", "2"], ["3", "4"]],
    )
    intake = read_upload("b.xlsx", data, side=Side.INTERNAL)
    assert list(intake.documents["document"]) == ["b.xlsx, Notizen:2", "b.xlsx, Notizen:3"]
    assert [(s.name, s.rows_in, s.kept) for s in intake.report.sources] == [
        ("b.xlsx, Notizen", 2, 2),
        ("b.xlsx, Zahlen", 2, 0),
    ]
