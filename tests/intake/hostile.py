"""Hostile and broken files, made anew for each test: whole files are small, what they unpack to may not be."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

import made_files as made

CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
SAID = "Nobody calls us back, for weeks now."


def xlsx(sheet: str, *, head: str = "") -> bytes:
    """Return a workbook with one sheet as it is given, whatever it holds."""
    return made.zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="b" '
            f'Type="{SPACE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'xmlns:r="{SPACE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
            f'Id="r1" Type="{SPACE}/worksheet" Target="worksheets/s1.xml"/></Relationships>',
            "xl/worksheets/s1.xml": head + SHEET.format(sheet),
        }
    )


def docx(body: str, *, head: str = "") -> bytes:
    """Return a document with a body as it is given."""
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    return made.zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="b" '
            f'Type="{SPACE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        }
    )


def ods(rows: str) -> bytes:
    whole = made.ods([["Kommentar"], ["x y z"]])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    content = files["content.xml"].decode()
    end = content.index("</table:table>")
    return made.zipped(files | {"content.xml": content[:end] + rows + content[end:]})


def lying_zip(name: str, size: int) -> bytes:
    """Return an archive whose header says that its file is one byte long."""
    data = bytearray(made.zipped({name: "x" * size}))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 1)
    return bytes(data)


def locked_zip(name: str) -> bytes:
    """Return an archive whose file says that it is encrypted."""
    data = bytearray(made.zipped({name: "id,comment\n1,x y z\n"}))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def pdf_bomb(size: int) -> bytes:
    """Return a PDF whose page is packed a thousandfold."""
    packed = zlib.compress(b"BT (" + b"x " * (size // 2) + b") Tj ET", 9)
    plain = made.pdf(["x"])
    start = plain.index(b"4 0 obj")
    stream = (
        b"4 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\n"
    )
    return plain[:start] + stream + plain[plain.index(b"5 0 obj") :]


def deep(opening: str, closing: str, depth: int = 100_000) -> str:
    return opening * depth + '"x"' + closing * depth


def row(cells: str) -> str:
    return f'<row r="1">{CELL.format("A1", "Kommentar")}</row>{cells}'


FILES: dict[str, tuple[str, Callable[[], bytes | str]]] = {
    # shapes
    "10,000 columns": (
        "a.csv",
        lambda: ",".join(f"c{i}" for i in range(9999)) + ",comment\n" + "1," * 9999 + SAID,
    ),
    "100,000 columns": ("a.csv", lambda: "," * 99_999 + "comment\n" + "," * 99_999 + SAID),
    "a cell of 300 kB": ("a.csv", lambda: f"id,comment\n1,{'long text ' * 30_000}\n2,short text here\n"),
    "a quoted cell of 3 MB": ("a.csv", lambda: 'id,comment\n1,"' + "long, text\n" * 300_000 + '"\n'),
    "a line of 5 MB": ("a.txt", lambda: "wort " * 1_000_000),
    "200,000 empty lines": ("a.csv", lambda: "comment\n" + "\n" * 200_000 + SAID),
    "200,000 ragged rows": (
        "a.csv",
        lambda: "id,comment\n" + "".join("x," * (i % 7) + "y\n" for i in range(200_000)),
    ),
    "50,000 rows swallowed by a quote": (
        "a.csv",
        lambda: 'id,comment\n1,"open\n' + "".join(f"{i},all is good here, {i}\n" for i in range(50_000)),
    ),
    "quotes everywhere": ("a.csv", lambda: '"' * 150_000 + "\n" + '","' * 50_000),
    "a quote in every row": (
        "a.csv",
        lambda: "id,comment\n" + "".join(f'{i},"stray "quote", here {i}"\n' for i in range(20_000)),
    ),
    "every delimiter": ("a.csv", lambda: ",;\t|:^~#& \n" * 20_000),
    "only a header of quotes": ("a.csv", lambda: '"","",""\n'),
    "header of one column, rows of many": (
        "a.csv",
        lambda: "comment\n" + "".join(f"bad, worse, worst {i}\n" for i in range(1000)),
    ),
    "sep line without rows": ("a.csv", lambda: "sep=;\n"),
    "rows of nothing but quotes": ("a.csv", lambda: '"","","x y z"\n' * 50),
    "carriage returns only": ("a.csv", lambda: "id,comment\r1,bad service\r2,good service"),
    "mixed line ends": ("a.csv", lambda: "id,comment\r\n1,bad service\r2,good service\n3,no service\n\r"),
    "tables below tables": ("a.csv", lambda: "".join(f"a{i},b{i}\n1,{SAID}\n\n" for i in range(3000))),
    # values
    "formulas": (
        "a.csv",
        lambda: "id,comment\n1,=cmd|' /C calc'!A0 is what it said\n2,@SUM(A1) what a day\n",
    ),
    "numbers of 10,000 digits": ("a.json", lambda: f'[{{"id": {"9" * 10_000}, "comment": "{SAID}"}}]'),
    "infinite numbers": ("a.json", lambda: f'[{{"id": NaN, "n": 1e999, "comment": "{SAID}"}}]'),
    "dates beyond time": (
        "a.csv",
        lambda: f"date,comment\n99.99.9999,{SAID}\n31.02.2024,{SAID}\n0000-00-00,{SAID}\n",
    ),
    "bidi and zero width": (
        "a.csv",
        lambda: "id,comment\n1,\u202eevil\u202c \u200border\u2066 of\u2069 signs\ufeff\n",
    ),
    "only zero width": ("a.txt", lambda: "\u200b\u200c\u200d\u2060\n" * 100),
    "combining marks": ("a.txt", lambda: "Z" + "\u0301" * 50_000 + "algo ist kaputt"),
    "lone surrogates": ("a.json", lambda: '[{"comment": "what \\ud800 a day it was"}]'),
    "zeros in text": ("a.csv", lambda: "id,comment\n1,what\0 a day\n2,it was so bad\n"),
    "control characters": ("a.csv", lambda: "id,comment\n1,bell\x07 rings\x1b[31m here\n"),
    "a flag and families": (
        "a.txt",
        lambda: "Alles gut \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    ),
    "line separators": ("a.csv", lambda: "id,comment\n1,one\u2028two\u2029three\x85four\n"),
    # encodings
    "half a character": ("a.csv", lambda: "id,comment\n1,schön\n".encode()[:-3]),
    "mixed encodings": (
        "a.csv",
        lambda: "id,comment\n1,schöne Grüße\n".encode() + "2,schöne Grüße\n".encode("cp1252"),
    ),
    "UTF-16 with an odd byte": ("a.txt", lambda: "Wir sind müde hier".encode("utf-16") + b"x"),
    "UTF-16 without mark, broken": ("a.txt", lambda: "Wir sind müde".encode("utf-16-le") + b"\x00\xd8" * 20),
    "UTF-32": ("a.csv", lambda: "id,comment\n1,schöne Grüße an alle\n".encode("utf-32")),
    "UTF-8 too long": ("a.txt", lambda: b"Das ist \xc0\xaf schlecht \xf8\x88\x80\x80\x80"),
    "UTF-7": ("a.txt", lambda: "Grüße an alle hier".encode("utf-7")),
    "EBCDIC": ("a.txt", lambda: "Wir sind alle sehr muede".encode("cp500")),
    "noise": ("a.csv", lambda: bytes((i * i * 7 + i // 3) % 256 for i in range(50_000))),
    "noise called XLSX": ("a.xlsx", lambda: b"PK" + bytes((i * 31) % 256 for i in range(5000))),
    # regular expressions
    "emphasis without end": ("a.md", lambda: "*a" * 30_000),
    "brackets": ("a.md", lambda: "[" * 30_000 + "](" * 10_000),
    "links in links": ("a.md", lambda: "[x](" * 20_000),
    "pictures": ("a.md", lambda: "![" * 40_000),
    "comments": ("a.md", lambda: "<!--" * 20_000 + "-->"),
    "bars": ("a.md", lambda: "| " * 40_000 + "\n" + "|--" * 20_000),
    "bullets in bullets": ("a.md", lambda: "- " * 40_000 + "x"),
    "spaces": ("a.md", lambda: "x" + " " * 90_000 + "y\n" + "\t" * 5000 + "z"),
    "names without end": ("a.txt", lambda: "Anna " * 18_000 + ": ja\n"),
    "dates without end": ("a.txt", lambda: "12.03.24, 10:15 - " * 4000),
    "times without end": ("a.txt", lambda: "[10:15] " * 10_000),
    "greetings without end": (
        "a.eml",
        lambda: made.mail("Am " + "a " * 40_000 + "schrieb\n" + "Grüße " * 5000),
    ),
    "addresses": ("a.txt", lambda: "a@" * 30_000 + "\nhttps://" + "x." * 20_000),
    "tags": ("a.csv", lambda: "id,comment\n1," + "<p " * 20_000 + "\n2,<b>" + "&amp" * 10_000 + "\n"),
    # JSON
    "lists 100,000 deep": ("a.json", lambda: deep("[", "]")),
    "objects 100,000 deep": ("a.json", lambda: deep('{"a":', "}")),
    "deep in one record": ("a.json", lambda: f'[{{"comment": "{SAID}", "x": {deep("[", "]", 900)}}}]'),
    "half of it": ("a.json", lambda: json.dumps([{"comment": SAID}] * 50)[:-20]),
    "a number": ("a.json", lambda: "7"),
    "a word": ("a.json", lambda: '"wort"'),
    "nothing but null": ("a.json", lambda: "[null, null]"),
    "100,000 keys": (
        "a.json",
        lambda: json.dumps([{f"k{i}": i for i in range(100_000)} | {"comment": SAID}]),
    ),
    "other keys in each record": (
        "a.json",
        lambda: json.dumps([{f"k{i}": i, "comment": f"{SAID} {i}"} for i in range(3000)]),
    ),
    "no JSON in any line": ("a.ndjson", lambda: "x\n" * 100),
    # HTML
    "tags 100,000 deep": ("a.html", lambda: "<html>" + "<div>" * 100_000 + SAID),
    "tables 10,000 deep": ("a.html", lambda: "<html>" + "<table><tr><td>" * 10_000 + SAID),
    "never closed": ("a.html", lambda: f"<html><body><script>{'x<!--' * 20_000}"),
    "a page of attributes": ("a.html", lambda: "<html><p " + "a=b " * 50_000 + f">{SAID}"),
    # RTF
    "groups 100,000 deep": ("a.rtf", lambda: "{\\rtf1 " + "{" * 100_000 + SAID),
    "half an RTF": ("a.rtf", lambda: made.rtf([SAID])[:30]),
    # XML in archives
    "laughs in XLSX": (
        "a.xlsx",
        lambda: xlsx(row(f'<row r="2">{CELL.format("A2", "&i;")}</row>'), head=LAUGHS + "]>"),
    ),
    "laughs in DOCX": ("a.docx", lambda: docx("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", head=LAUGHS + "]>")),
    "a file by entity": (
        "a.docx",
        lambda: docx(
            f"<w:p><w:r><w:t>{SAID} &f;</w:t></w:r></w:p>",
            head='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        ),
    ),
    "paragraphs 50,000 deep": ("a.docx", lambda: docx("<w:p>" * 50_000 + "</w:p>" * 50_000)),
    "DOCX without body": ("a.docx", lambda: made.zipped({"word/document.xml": "<x/>"})),
    "far cells": ("a.xlsx", lambda: xlsx(row(f'<row r="1048576">{CELL.format("XFD1048576", SAID)}</row>'))),
    "far cells, not ordered": (
        "a.xlsx",
        lambda: xlsx(f"<row>{CELL.format('XFD1048576', SAID)}{CELL.format('A1', 'x')}</row>"),
    ),
    "a cell beyond the sheet": (
        "a.xlsx",
        lambda: xlsx(row(f'<row r="9">{CELL.format("ZZZZ99999999", SAID)}</row>')),
    ),
    "cells without place": ("a.xlsx", lambda: xlsx('<row><c t="s"><v>99</v></c></row>' * 50)),
    "an endless repeated row": (
        "a.ods",
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
            'table:number-columns-repeated="16384"><text:p>x y</text:p></table:table-cell></table:table-row>'
        ),
    ),
    "XML of nothing": ("a.xlsx", lambda: made.zipped({"xl/workbook.xml": ""})),
    # archives
    "a bomb by ratio": ("a.zip", lambda: made.zipped({"a.txt": "x" * 300_000_000})),
    "a bomb in XLSX": ("a.xlsx", lambda: xlsx(row("<row/>" + " " * 200_000_000))),
    "a bomb that lies": ("a.zip", lambda: lying_zip("a.txt", 3_000_000)),
    "20,000 entries": ("a.zip", lambda: made.zipped({f"{i}.txt": SAID for i in range(20_000)})),
    "archives in archives": (
        "a.zip",
        lambda: made.zipped({"b.zip": made.zipped({"c.zip": made.zipped({"d.txt": SAID})})}),
    ),
    "paths that escape": (
        "a.zip",
        lambda: made.zipped({"../../../etc/a.txt": SAID, "C:\\b.txt": SAID, "/c.txt": SAID}),
    ),
    "names that are not": ("a.zip", lambda: made.zipped({"\u202eexe.txt": SAID, "a" * 5000 + ".txt": SAID})),
    "locked": ("a.zip", lambda: locked_zip("a.csv")),
    "locked XLSX": ("a.xlsx", lambda: locked_zip("xl/workbook.xml")),
    "empty archive": ("a.zip", lambda: made.zipped({})),
    "half an archive": ("a.zip", lambda: made.zipped({"a.txt": SAID * 100})[:-40]),
    "bytes before the archive": ("a.zip", lambda: b"MZ" * 100 + made.zipped({"a.txt": SAID})),
    "Slack with broken days": (
        "a.zip",
        lambda: made.zipped(
            {
                "users.json": "[{",
                "channels.json": "7",
                "c/2024-13-45.json": "[1, null]",
                "c/2024-01-01.json": "{",
            }
        ),
    ),
    # PDF
    "a PDF of nothing": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF"),
    "half a PDF": ("a.pdf", lambda: made.pdf([SAID] * 30)[:700]),
    "a PDF bomb": ("a.pdf", lambda: pdf_bomb(150_000_000)),
    "a PDF whose pages go round": (
        "a.pdf",
        lambda: made.pdf([SAID]).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    ),
    "a locked PDF": ("a.pdf", lambda: made.pdf([SAID]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 1 0 R")),
    # talk and mail
    "VTT without cues": ("a.vtt", lambda: "WEBVTT\n\n"),
    "VTT with broken times": ("a.vtt", lambda: "WEBVTT\n\n" + "99:99 --> x\nja\n\n" * 2000),
    "100,000 cues": ("a.vtt", lambda: "WEBVTT\n\n" + "00:01.000 --> 00:02.000\nja, ja\n\n" * 100_000),
    "SRT without end": ("a.srt", lambda: "1\n00:00:01,000 --> 00:00:02,000\n" + "ja " * 100_000),
    "a mail of parts in parts": (
        "a.eml",
        lambda: (
            "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
            + "".join(f'Content-Type: multipart/mixed; boundary="{i}"\n\n--{i}\n' for i in range(2000))
            + SAID
        ),
    ),
    "a mail of an unknown alphabet": (
        "a.eml",
        lambda: (
            f"From: =?x?q?=FF?=\nSubject: =?utf-99?b?!!?=\nDate: 99 Foo\nContent-Type: text/plain; charset=nope\n\n{SAID}"
        ),
    ),
    "a mail box of nothing": ("a.mbox", lambda: "From \nFrom \n\nFrom x\n"),
    "Parquet of nothing": ("a.parquet", lambda: b"PAR1" + bytes(100) + b"PAR1"),
    "half a Parquet": ("a.parquet", lambda: made.parquet({"comment": [SAID] * 100})[:-30]),
}
