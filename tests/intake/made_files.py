"""Small invented files of many formats, made anew for each test."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

SAID = {
    "de": ["Niemand ruft uns zurück, seit drei Wochen.", "Endlich hat jemand zugehört, danke."],
    "en": ["Nobody calls us back, for three weeks now.", "At last somebody listened, thank you."],
}
PEOPLE = ["Anna Berg", "Jörg Öz"]


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def word(lines: list[str], *, style: str | None = None, table: list[list[str]] | None = None) -> bytes:
    from docx import Document

    document, target = Document(), io.BytesIO()
    document.add_heading("Protokoll 14.10.2022", 1)
    for line in lines:
        document.add_paragraph(line, style=style)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(target)
    return target.getvalue()


def pdf(lines: list[str]) -> bytes:
    """Return a PDF of one page with a line of text each, or a page without any."""
    shown = b"".join(b"(" + line.encode("cp1252") + b") Tj T* " for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b"ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def rtf(lines: list[str]) -> bytes:
    body = "\\par ".join("".join(c if c < "\x7f" else f"\\u{ord(c)}?" for c in line) for line in lines)
    return f"{{\\rtf1\\ansi\\deff0 {{\\fonttbl{{\\f0 Arial;}}}} {body} \\par}}".encode("ascii")


def web(lines: list[str]) -> str:
    said = "".join(f"<li>{line}</li>" for line in lines)
    head = "<!DOCTYPE html><html><head><title>x</title><script>var no='o';</script></head>"
    return f"{head}<body><h1>Team</h1><ul>{said}</ul></body></html>"


def vtt(lines: list[str]) -> str:
    cues = [
        f"00:00:0{i}.000 --> 00:00:0{i + 1}.000\n<v {PEOPLE[i]}>{line}</v>\n" for i, line in enumerate(lines)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def srt(lines: list[str]) -> str:
    return "\n".join(
        f"{i + 1}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n{PEOPLE[i]}: {line}\n"
        for i, line in enumerate(lines)
    )


def mail(text: str, *, subject: str = "Frage", number: int = 1) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = f"Jörg Öz <joerg{number}@example.org>"
    message["To"] = "service@example.org"
    message["Subject"] = subject
    message["Date"] = "Fri, 14 Oct 2022 10:00:00 +0200"
    message.set_content(text)
    return message.as_bytes()


def slack(lines: list[str]) -> bytes:
    people = [{"id": f"U{i}", "name": "x", "profile": {"real_name": name}} for i, name in enumerate(PEOPLE)]
    said = [{"type": "message", "user": f"U{i}", "text": f"<@U0> {t} &amp; so"} for i, t in enumerate(lines)]
    joined = {"type": "message", "subtype": "channel_join", "user": "U0", "text": "<@U0> has joined"}
    return zipped(
        {
            "users.json": json.dumps(people),
            "channels.json": "[]",
            "service-nord/2022-10-14.json": json.dumps([joined, *said]),
        }
    )


def parquet(columns: Mapping[str, list[object]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    target = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), target)
    return target.getvalue()


def ods(rows: list[list[str]]) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" '
        f'xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{space}manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})
