"""Notes and minutes: utterances kept, structure set aside, speakers and dates found."""

from __future__ import annotations

import pytest

from analyzer.intake import Intake, read_text, read_upload
from analyzer.tables import Side

MINUTES = {
    "de": """# Teamsitzung 14.10.2022

**Agenda:**
- [x] Die Übergabe klappt *gar* nicht
  und keiner ist zuständig
* siehe [das Protokoll](https://example.org/x) von gestern
1. Niemand antwortet uns.

---
![](bild.png)
<!-- nicht für alle -->
https://example.org/liste
14.10.2022

| Was | Wer |
|-----|-----|
| Wir reden früher mit dem Lager | Anna |
| offen | Ben |
""",
    "en": """# Team meeting 2022-10-14

**Agenda:**
- [x] The handover does *not* work
  and nobody is in charge
* see [the minutes](https://example.org/x) of yesterday
1. Nobody answers us.

---
![](picture.png)
<!-- not for all -->
https://example.org/list
2022-10-14

| What | Who |
|------|-----|
| We talk to the warehouse earlier | Anna |
| open | Ben |
""",
}
KEPT = {
    "de": [
        "Die Übergabe klappt gar nicht und keiner ist zuständig",
        "siehe das Protokoll von gestern",
        "Niemand antwortet uns.",
        "Wir reden früher mit dem Lager",
    ],
    "en": [
        "The handover does not work and nobody is in charge",
        "see the minutes of yesterday",
        "Nobody answers us.",
        "We talk to the warehouse earlier",
    ],
}


def take(text: str, name: str = "pasted") -> Intake:
    intake = read_text(text, side=Side.INTERNAL, name=name)
    assert intake.report.rows_in == len(intake.documents) + len(intake.report.set_aside)
    return intake


@pytest.mark.parametrize("lang", MINUTES)
def test_minutes(lang):
    intake = take(MINUTES[lang])
    assert list(intake.documents["text"]) == KEPT[lang]
    assert list(intake.documents["document"]) == ["pasted:4", "pasted:6", "pasted:7", "pasted:17"]
    assert set(intake.documents["date"].astype(str)) == {"2022-10-14"}
    assert len(intake.report.set_aside) == 9


@pytest.mark.parametrize(
    "text",
    [
        "Anna: das klappt nie\nBen Huber: doch, manchmal\nAnna: nie!",
        "- **Anna**: das klappt nie\n- **Ben Huber**: doch, manchmal\n- **Anna**: nie!",
        "Anna: that never works\nBen Huber: sometimes it does\nAnna: never!",
    ],
)
def test_speakers(text):
    documents = take(text).documents
    assert list(documents["author"]) == ["Anna", "Ben Huber", "Anna"]
    assert not documents["text"].str.contains(":").any()


@pytest.mark.parametrize(
    "text",
    [
        "Problem: keiner fragt uns\nAction: Anna fragt nach\nProblem: zu viel Arbeit",
        "Kommunikation: keiner fragt uns\nPlanung: nie fertig\nKommunikation: zu spät",
        "Problem: nobody asks us\nAction: Anna will ask\nProblem: too much work",
        "Anna: das klappt nie",
    ],
)
def test_topics_are_no_speakers(text):
    documents = take(text).documents
    assert list(documents["text"]) == text.split("\n")
    assert set(documents["author"]) == {""}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("**Niemand hört uns zu.**", 1),
        ("Meeting viel zu lang", 1),
        ("Retro Sprint 8\nWir sind müde", 1),
        ("Die größten Ärgernisse:\n- keine Antwort\n- k.A.\n- 12,5", 1),
        ("Die Zentrale antwortet nie\nZusagen werden nicht gehalten\nKeiner dankt", 3),
        ("The head office never answers\nPromises are not kept\nNo thanks", 3),
        (
            "Wir haben seit dem Frühjahr zwei Leute zu wenig und niemand sagt uns\n"
            "Bescheid, wann sich das ändert, obwohl wir jede Woche wieder danach\nfragen.",
            1,
        ),
    ],
)
def test_what_is_a_statement(text, kept):
    assert len(take(text).documents) == kept


def test_date_from_the_name_and_pasted_cells():
    intake = read_upload("2022-12-01_Retro.md", b"- Nobody listens to us\n", side=Side.INTERNAL)
    assert str(intake.documents["date"][0])[:10] == "2022-12-01"
    table = take("Team\tKommentar\nNord\tKeiner hört uns zu\nSüd\tEndlich klappt es\n")
    assert list(table.documents["unit"]) == ["Nord", "Süd"]
