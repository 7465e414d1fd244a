"""Each format becomes the same two texts, in German and English, with every row accounted for."""

from __future__ import annotations

import json

import made_files as made
import pytest

from analyzer.intake import Intake, read_upload
from analyzer.intake.parts import read_parts
from analyzer.tables import Side

ROW = ["Datum", "Filiale", "Kommentar"]


def records(lines: list[str]) -> list[dict[str, object]]:
    return [{"id": 7 + i, "created_at": "2022-10-14", "comment": line} for i, line in enumerate(lines)]


def rows(lines: list[str]) -> list[list[str]]:
    return [ROW, *(["14.10.2022", "Köln", line] for line in lines)]


MAKERS = {
    "a.json": lambda lines: json.dumps(records(lines)),
    "deep.json": lambda lines: json.dumps({"data": {"tickets": records(lines)}, "count": 2}),
    "hits.json": lambda lines: json.dumps(
        {"hits": {"total": 2, "hits": [{"_source": r} for r in records(lines)]}}
    ),
    "by_id.json": lambda lines: json.dumps({f"t{i}": {"comment": line} for i, line in enumerate(lines)}),
    "columns.json": lambda lines: json.dumps({"comment": dict(enumerate(lines)), "n": {"0": 1, "1": 2}}),
    "list.json": json.dumps,
    "a.ndjson": lambda lines: "\n".join(json.dumps(r) for r in records(lines)),
    "lines.json": lambda lines: "\n".join(json.dumps(r) for r in records(lines)),
    "a.parquet": lambda lines: made.parquet({"id": [1, 2], "comment": lines}),
    "a.ods": lambda lines: made.ods(rows(lines)),
    "called.xls": lambda lines: "\n".join("\t".join(row) for row in rows(lines)),
    "web.xls": lambda lines: (
        f"<table>{''.join('<tr><td>' + '</td><td>'.join(r) + '</td></tr>' for r in rows(lines))}</table>"
    ),
    "a.docx": made.word,
    "list.docx": lambda lines: made.word(lines, style="List Bullet"),
    "table.docx": lambda lines: made.word([], table=[*rows(lines), ["15.10.2022", "Köln", "k.A."]]),
    "a.pdf": made.pdf,
    "a.rtf": made.rtf,
    "a.html": made.web,
    "a.vtt": made.vtt,
    "a.srt": made.srt,
    "a.mbox": lambda lines: b"".join(b"From x\n" + made.mail(t, subject="Re: x") + b"\n" for t in lines),
    "slack.zip": made.slack,
    "a.zip": lambda lines: made.zipped(
        {"n/a.md": f"- {lines[0]}", "b.csv": f"id,comment\n1,{lines[1]!r}".replace("'", '"')}
    ),
    "captions.txt": lambda lines: "\n".join(
        f"[{made.PEOPLE[i % 2]}] 10:15:0{i}\n{line}\n" for i, line in enumerate([*lines, "ja"])
    ),
}


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process, where coverage sees it; the hostile files go to the child process."""
    monkeypatch.setattr("analyzer.intake.read.read_apart", lambda data, given, _: read_parts(data, given))


def take(name: str, data: bytes | str) -> Intake:
    intake = read_upload(name, data.encode() if isinstance(data, str) else data, side=Side.CUSTOMER)
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    assert intake.documents["document"].is_unique
    return intake


@pytest.mark.parametrize("lang", made.SAID)
@pytest.mark.parametrize("name", MAKERS)
def test_texts_come_through(name, lang):
    texts = list(take(name, MAKERS[name](made.SAID[lang])).documents["text"])
    assert [said in text for said, text in zip(made.SAID[lang], texts, strict=False)] == [True, True]
    assert len(texts) == (3 if name == "captions.txt" else 2)


@pytest.mark.parametrize("name", ["a.vtt", "a.srt", "slack.zip", "captions.txt"])
def test_who_speaks_travels_along(name):
    documents = take(name, MAKERS[name](made.SAID["de"])).documents
    assert list(documents["author"])[:2] == made.PEOPLE
    assert set(documents["unit"]) == ({"service-nord"} if name == "slack.zip" else {""})


@pytest.mark.parametrize("name", ["deep.json", "hits.json", "a.ods", "table.docx", "slack.zip", "a.mbox"])
def test_dates_travel_along(name):
    documents = take(name, MAKERS[name](made.SAID["en"])).documents
    assert set(documents["date"].astype(str)) == {"2022-10-14"}


def test_records_inside_records_lose_nothing():
    record = {
        "id": 12345678901234567890,
        "requester": {"name": "Jörg"},
        "tags": ["a", "b"],
        "comments": [{"body": "Keiner ruft zurück.", "public": True}, {"body": "Immer noch nicht."}],
    }
    intake = take("t.json", json.dumps({"tickets": [record, record | {"id": "x"}]}))
    assert intake.report.sources[0].header == (
        "id",
        "requester.name",
        "tags",
        "comments.body",
        "comments.public",
    )
    assert intake.documents["document"][0] == "12345678901234567890"
    assert intake.documents["text"][0] == "Keiner ruft zurück.\nImmer noch nicht."


def test_broken_lines_of_ndjson_are_set_aside():
    lines = [json.dumps(record) for record in records(made.SAID["de"])]
    intake = take("a.jsonl", "\n".join([lines[0], '{"comment": "abgeschn', "", lines[1]]))
    assert [(row.place, row.content) for row in intake.report.set_aside] == [("2", '{"comment": "abgeschn')]
    assert len(intake.documents) == 2


def test_a_mail_says_what_is_new_in_it():
    text = (
        "Guten Tag,\n\nich warte seit drei Wochen auf Antwort.\n\n"
        "Mit freundlichen Grüßen\nJörg Öz\nMusterweg 1\n\n"
        "Am 12.10.2022 um 10:00 schrieb Service <service@example.org>:\n> Wir melden uns.\n> Ihr Service\n"
    )
    intake = take("a.eml", made.mail(text, subject="Keine Antwort"))
    row = intake.documents.iloc[0]
    assert row["text"] == "Keine Antwort\n\nGuten Tag,\n\nich warte seit drei Wochen auf Antwort."
    assert (row["author"], str(row["date"])[:10]) == ("Jörg Öz", "2022-10-14")
    assert [aside.reason.template for aside in intake.report.set_aside] == [
        "It is quoted from another mail.",
        "It is greeting and signature.",
    ]


def test_a_mail_in_html_with_an_attachment():
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@example.org", "AW: x", "kaputt"
    message.set_content(
        "<p>Die Rechnung stimmt nicht,<br>schon wieder.</p><style>p{}</style>", subtype="html"
    )
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="rechnung.pdf")
    intake = take("a.eml", message.as_bytes())
    assert list(intake.documents["text"]) == ["Die Rechnung stimmt nicht,\nschon wieder."]
    assert [row.content for row in intake.report.set_aside] == ["rechnung.pdf"]


def test_zip_keeps_what_can_be_read():
    inner = made.zipped({"x.txt": "Nobody listens to us"})
    data = made.zipped(
        {
            "../../a.txt": "Nobody listens to us",
            "b.png": "x",
            "c.zip": inner,
            ".hidden": "x",
            "__MACOSX/a": "x",
            "d/": "",
        }
    )
    intake = take("all.zip", data)
    assert list(intake.documents["source"]) == ["all.zip/../../a.txt"]
    assert [row.source for row in intake.report.set_aside] == ["all.zip/b.png", "all.zip/c.zip"]


HEADS = {
    "whatsapp.txt": "12.03.24, 10:1{} - {}: ",
    "iphone.txt": "[12.03.24, 10:1{}:01] {}: ",
    "american.txt": "3/12/24, 10:1{} AM - {}: ",
    "zoom_chat.txt": "10:15:0{} Von {} an Alle: ",
    "zoom_english.txt": "10:15:0{} From {} to Everyone: ",
    "teams.txt": "[10:1{}] {}\n",
    "otter.txt": "{1}  0:0{0}\n",
    "docx.txt": "0:0:{}.1 --> 0:0:9.2\n{}\n",
    "line.txt": "10:1{} {}: ",
    "slack.txt": "{1}  10:1{0} AM\n",
}
TALK = [("Anna", "Keiner ruft an."), ("Ben", "Stimmt,\nleider."), ("Anna", "Tja.")]


@pytest.mark.parametrize("name", HEADS)
def test_transcripts_and_chats(name):
    text = "\n".join(HEADS[name].format(i, who) + said for i, (who, said) in enumerate(TALK))
    documents = take(name, text).documents
    assert list(zip(documents["author"], documents["text"], strict=True)) == TALK


def test_an_agenda_with_times_is_no_talk():
    text = (
        "Begrüßung 9:00\nRückblick auf den Sprint 9:15\nPause 10:00\nWir sind alle müde und keiner hört zu.\n"
    )
    assert set(take("a.txt", text).documents["author"]) == {""}


def test_cues_of_one_speaker_are_one_text_and_bad_cues_are_told():
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Keiner ruft\n\n"
        "00:03.000 --> 00:04.000\n<v Anna>uns zurück.\n\n"
        "kaputt --> 00:05.000\nwas nun\n\n00:06.000 --> 00:07.000\n<v Ben>Doch.\n"
    )
    intake = take("a.vtt", text)
    assert list(intake.documents["text"]) == ["Keiner ruft uns zurück.", "Doch."]
    assert [row.reason.template for row in intake.report.set_aside] == ["It cannot be read."]


def test_a_scan_is_told_so():
    with pytest.raises(Exception, match="OCR"):
        take("scan.pdf", made.pdf([]))
