"""The taxonomy is whole in both languages, and a user's own file is read or refused kindly."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pydantic import ValidationError

from analyzer.messages import Messages
from analyzer.overlap.result import VerdictKind
from analyzer.tables import Tone
from analyzer.taxonomy import COOLSPOTS, Entry, Taxonomy, TaxonomyError, Text, load_taxonomy
from analyzer.taxonomy.lines import Lines
from analyzer.taxonomy.load import _shipped, _shipped_file

LABELS = """\
transparency | Transparency & information | Transparenz & Information
reachability | Reachability & response | Erreichbarkeit & Reaktion
reliability | Reliability & kept promises | Verlässlichkeit & Zusagen
continuity | Continuity & handover | Kontinuität & Übergabe
ownership | Ownership & clear position | Verantwortung & eigene Position
fairness | Fairness & equal worth | Fairness & Gleichwertigkeit
respect | Respect & appreciation | Respekt & Wertschätzung
listening | Listening & participation | Zuhören & Beteiligung
competence | Know-how & quality | Können & Qualität
capacity | Workload & capacity | Auslastung & Kapazität
coordination | Processes & coordination | Abläufe & Zusammenarbeit
expectations | Expectations & agreements | Erwartungen & Absprachen
value | Price, pay & return | Preis, Lohn & Gegenwert
safety | Safety, trust & confidentiality | Sicherheit, Vertrauen & Vertraulichkeit
adaptability | Change & the unexpected | Wandel & Umgang mit Unerwartetem
purpose | Purpose & lived values | Sinn & gelebte Werte
"""

DELIVERY = """
[themes.delivery]
label.de = "Lieferung"
label.en = "Delivery"
definition.de = "Es geht um Lieferungen."
definition.en = "This is about deliveries."
principle = "know_how"
examples.internal.de = ["Der Wagen steht schon wieder."]
examples.internal.en = ["The van is stuck again."]
examples.customer.de = ["Paket weg."]
examples.customer.en = ["Parcel gone."]
"""


@pytest.fixture
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture
def own(tmp_path: Path):
    def load(content: str | bytes) -> Taxonomy:
        path = tmp_path / "own.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_taxonomy(path)

    return load


def entries(taxonomy: Taxonomy) -> list[Entry]:
    kinds = ("themes", "tones", "cycle", "criteria", "principles", "images")
    return [entry for kind in kinds for entry in getattr(taxonomy, kind)]


def test_themes_carry_the_labels_of_the_codebook(taxonomy: Taxonomy) -> None:
    rows = [line.split(" | ") for line in LABELS.splitlines()]
    assert [[t.id, t.label.en, t.label.de] for t in taxonomy.themes] == rows
    assert taxonomy.ids == tuple(row[0] for row in rows)


def test_ids_are_those_of_the_rooms_that_use_them(taxonomy: Taxonomy) -> None:
    assert {tone.id for tone in taxonomy.tones} == set(Tone)
    assert set(taxonomy.verdict_questions) == set(VerdictKind)
    stations = "give take_in work_on come_back impulse let_end get_going"
    assert [station.id for station in taxonomy.cycle] == stations.split()
    assert [image.id for image in taxonomy.images] == ["burden", "dictator", "adversary", "partner"]


def test_every_criterion_and_principle_gathers_themes(taxonomy: Taxonomy) -> None:
    criteria = "transparency continuity predictability own_position equal_worth"
    principles = "awareness know_how shaping readiness coolspots"
    assert [entry.id for entry in taxonomy.criteria] == criteria.split()
    assert [entry.id for entry in taxonomy.principles] == principles.split()
    assert all(len(taxonomy.themes_of("criteria", c.id)) >= 2 for c in taxonomy.criteria)
    gathered = [taxonomy.themes_of("principles", p.id) for p in taxonomy.principles if p.id != COOLSPOTS]
    assert all(len(themes) >= 2 for themes in gathered)
    assert sum(map(len, gathered)) == len(taxonomy.themes)
    assert taxonomy.themes_of("principles", COOLSPOTS) == ()


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", ["criteria", "principles"])
def test_definitions_name_the_themes_gathered(taxonomy: Taxonomy, kind: str, lang: str) -> None:
    for entry in getattr(taxonomy, kind):
        gathered = taxonomy.themes_of(kind, entry.id)
        for theme in taxonomy.themes:
            named = theme.label.of(lang) in entry.definition.of(lang)
            assert named == (theme in gathered), (entry.id, theme.id)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_questions_are_questions_and_sentences_are_sentences(taxonomy: Taxonomy, lang: str) -> None:
    asked = [entry.questions for entry in entries(taxonomy)] + list(taxonomy.verdict_questions.values())
    assert all("?" in question.of(lang) for questions in asked for question in questions)
    assert all(entry.definition.of(lang)[-1] in ".?" for entry in entries(taxonomy))
    for theme in taxonomy.themes:
        assert 2 <= len(theme.questions) <= 3
        assert len(theme.short.of(lang)) <= 15
        assert len(theme.examples.internal) == len(theme.examples.customer) == 2


def test_no_text_stands_twice_and_none_is_left_untranslated(taxonomy: Taxonomy) -> None:
    texts = [q for entry in entries(taxonomy) for q in (*entry.questions, entry.definition)]
    texts += [e for t in taxonomy.themes for e in (*t.examples.internal, *t.examples.customer)]
    texts += [q for questions in taxonomy.verdict_questions.values() for q in questions]
    assert all(text.de != text.en for text in texts)
    assert len({text.de for text in texts}) == len({text.en for text in texts}) == len(texts)


def test_the_shipped_taxonomy_is_loaded_once_fast_and_frozen(taxonomy: Taxonomy) -> None:
    assert load_taxonomy() is taxonomy
    times = []
    for _ in range(5):
        _shipped.cache_clear()
        _shipped_file.cache_clear()
        start = time.process_time()
        load_taxonomy()
        times.append(time.process_time() - start)
    assert min(times) < 0.05
    with pytest.raises(ValidationError):
        taxonomy.themes[0].id = "other"  # type: ignore[misc]


def test_entries_are_found_by_id(taxonomy: Taxonomy) -> None:
    assert taxonomy.entry("criteria", "transparency").label == Text(de="Transparenz", en="Transparency")
    assert taxonomy.entry("themes", "respect") is taxonomy.theme("respect")
    assert taxonomy.theme("respect").label.of("fr") == "Respect & appreciation"
    with pytest.raises(KeyError):
        taxonomy.theme("weather")


def test_a_file_extends_by_id(own, taxonomy: Taxonomy) -> None:
    mine = own('retired = ["purpose"]\n[themes.respect]\nlabel.de = "Umgangston"\n' + DELIVERY)
    assert mine.ids == (*taxonomy.ids[:-1], "delivery")
    assert mine.theme("respect").label == Text(de="Umgangston", en="Respect & appreciation")
    assert mine.theme("respect").questions == taxonomy.theme("respect").questions
    delivery = mine.theme("delivery")
    assert delivery.short == delivery.label
    assert (delivery.criterion, delivery.questions) == (None, ())
    assert load_taxonomy().ids == taxonomy.ids


def test_a_file_replaces_what_it_describes(own, taxonomy: Taxonomy) -> None:
    mine = own('mode = "replace"\n' + DELIVERY + '[tones.tension]\nlabel.de = "Reibung"\n')
    assert mine.ids == ("delivery",)
    assert mine.criteria == taxonomy.criteria
    assert [tone.label.de for tone in mine.tones] == ["Reibung", "Coolspot", "Neutral"]


@pytest.mark.parametrize(
    "content",
    ["", "\ufeff# saved by Windows\r\n[themes.respect]\r\nshort.en = 'Tone'\r\n"],
    ids=["empty", "BOM and CRLF"],
)
def test_files_as_editors_leave_them(own, taxonomy: Taxonomy, content: str) -> None:
    assert own(content).ids == taxonomy.ids


def test_questions_may_be_pairs(own) -> None:
    mine = own('[themes.value]\nquestions = [{ de = "Was?", en = "What?" }]')
    assert mine.theme("value").questions == (Text(de="Was?", en="What?"),)


BROKEN = {
    "German label missing": (
        DELIVERY.replace('label.de = "Lieferung"', ""),
        4,
        'In [themes.delivery], “label” has no German text. Add: label.de = "…"',
        'In [themes.delivery] fehlt der deutsche Text zu „label“. Ergänzen Sie: label.de = "…"',
    ),
    "English definition missing": (
        DELIVERY.replace("definition.en", "# definition.en"),
        5,
        "“definition” has no English text",
        "fehlt der englische Text zu „definition“",
    ),
    "label missing": (
        DELIVERY.replace("label.", "# label."),
        2,
        "[themes.delivery] lacks “label”",
        "In [themes.delivery] fehlt „label“",
    ),
    "one example without its twin": (
        DELIVERY.replace('["Paket weg."]', '["Paket weg.", "Kaputt."]'),
        11,
        "“examples.customer” has fewer texts in one language",
        "hat „examples.customer“ in einer Sprache weniger Texte",
    ),
    "examples of one side only": (
        DELIVERY.replace("examples.customer", "# examples.customer"),
        8,
        "[themes.delivery] lacks “examples.customer”",
        "In [themes.delivery] fehlt „examples.customer“",
    ),
    "examples in one list": (
        '[themes.value]\n\nexamples = ["Too dear."]',
        3,
        "“examples” must have lists for both sides",
        "braucht „examples“ Listen für beide Seiten",
    ),
    "examples as a text": (
        '[themes.value]\nexamples.internal = "Too dear."',
        2,
        '“examples.internal” must be two lists of texts: examples.internal.de = ["…"]',
        "muss „examples.internal“ aus zwei Listen von Texten bestehen",
    ),
    "criterion unknown": (
        '\n\n[themes.value]\n\ncriterion = "equal_wort"',
        5,
        "“criteria” has no entry “equal_wort”. Did you mean “equal_worth”?",
        "„criteria“ hat keinen Eintrag „equal_wort“. Meinten Sie „equal_worth“?",
    ),
    "principle unknown": (
        '[themes.value]\nprinciple = "xyz"',
        2,
        "Use one of these: awareness, know_how, shaping, readiness.",
        "Nehmen Sie einen von diesen: awareness, know_how, shaping, readiness.",
    ),
    "principle coolspots": (
        '[themes.value]\nprinciple = "coolspots"',
        2,
        "gathers all coolspots and no themes",
        "sammelt alle Coolspots und keine Themen",
    ),
    "criteria replaced under shipped themes": (
        'mode = "replace"\n[criteria.honesty]\nlabel = { de = "Ehrlichkeit", en = "Honesty" }\n'
        'definition = { de = "Stimmt es?", en = "Is it true?" }',
        2,
        "“criteria” has no entry “transparency”",
        "„criteria“ hat keinen Eintrag „transparency“",
    ),
    "theme twice": (
        '[themes.value]\nshort.de = "Wert"\n\n[themes.value]\nshort.en = "Value"',
        4,
        "[themes.value] stands twice, first in line 1",
        "[themes.value] steht zweimal da, zuerst in Zeile 1",
    ),
    "key twice": (
        '[themes.value]\nshort.de = "Wert"\nshort.de = "Preis"',
        3,
        "This key already stands above",
        "Dieser Schlüssel steht weiter oben schon",
    ),
    "number for text": (
        "# mine\n[themes.value]\nlabel.de = 7",
        3,
        "“label.de” must be a text in straight quotation marks",
        "muss „label.de“ ein Text in geraden Anführungszeichen sein",
    ),
    "text for two languages": (
        '[themes.value]\nlabel = "Preis"',
        2,
        "“label” must be given twice",
        "muss „label“ zweimal stehen",
    ),
    "empty text": (
        '[themes.value]\nlabel.en = "  "',
        2,
        "“label.en” is empty",
        "ist „label.en“ leer",
    ),
    "no questions": (
        "[verdicts.quiet]\nquestions.de = []\nquestions.en = []",
        2,
        "“questions” is empty",
        "ist „questions“ leer",
    ),
    "key misspelt": (
        DELIVERY.replace("label.en", "lable.en"),
        4,
        "[themes.delivery] has no key “lable”. Did you mean “label”?",
        "[themes.delivery] kennt keinen Schlüssel „lable“. Meinten Sie „label“?",
    ),
    "language misspelt": (
        '[themes.value]\nlabel.fr = "Prix"',
        2,
        "[themes.value].label has no key “fr”. Remove it, or use one of these: de, en.",
        "[themes.value].label kennt keinen Schlüssel „fr“. Streichen Sie ihn, oder nehmen",
    ),
    "id as a key": (
        '[themes.value]\nid = "value"',
        2,
        "[themes.value] has no key “id”",
        "[themes.value] kennt keinen Schlüssel „id“",
    ),
    "section misspelt": (
        '\n[theme.value]\nshort.de = "Wert"',
        2,
        "own.toml has no key “theme”. Did you mean “themes”?",
        "own.toml kennt keinen Schlüssel „theme“. Meinten Sie „themes“?",
    ),
    "sections as a list": (
        '\n[[themes]]\nid = "value"',
        2,
        "“themes” must be made of tables. Begin each entry with a line such as [themes.my_id].",
        "„themes“ muss aus Tabellen bestehen. Beginnen Sie jeden Eintrag mit einer Zeile wie [themes.my_id].",
    ),
    "entry that is no table": (
        '[themes]\nvalue = "Preis"',
        2,
        "a line such as [themes.value]",
        "einer Zeile wie [themes.value]",
    ),
    "mode unknown": (
        '# mine\nmode = "add"',
        2,
        "“mode” must be “extend” or “replace”",
        "„mode“ muss „extend“ (erweitern) oder „replace“ (ersetzen) heißen",
    ),
    "retired no list": ('retired = "value"', 1, "“retired” must be a list", "„retired“ muss eine Liste"),
    "retired unknown": (
        '\nretired = [\n  "purposes",\n]',
        2,
        "“themes” has no entry “purposes”. Did you mean “purpose”?",
        "„themes“ hat keinen Eintrag „purposes“. Meinten Sie „purpose“?",
    ),
    "retired and described": (
        'retired = ["value"]\n[themes.value]\nshort.de = "Wert"',
        1,
        "“value” is both described and retired",
        "„value“ ist zugleich beschrieben und gestrichen",
    ),
    "no theme left": ('mode = "replace"\n[themes]', 2, "No theme is left", "Es bleibt kein Thema übrig"),
    "tone added": (
        '[tones.tensoin]\nlabel.de = "Reibung"',
        1,
        "“tones” has no entry “tensoin”. Did you mean “tension”?",
        "„tones“ hat keinen Eintrag „tensoin“. Meinten Sie „tension“?",
    ),
    "id with capitals": (
        "\n[themes.LateDelivery]",
        2,
        "The id “LateDelivery” must begin with a small letter",
        "Die Kennung „LateDelivery“ muss mit einem Kleinbuchstaben beginnen",
    ),
    "id with umlaut": ("\n\n[themes.Kundennähe]", 3, "for example, “kundennaehe”", "Beispiel „kundennaehe“"),
    "quoted id with space": ('[themes."Late parcel"]', 1, "“late_parcel”", "„late_parcel“"),
    "quotation mark left open": (
        '[themes.value]\nlabel.de = "Preis\nlabel.en = "Price"',
        2,
        "TOML cannot be read from column",
        "lässt sich das nicht als TOML lesen",
    ),
    "bracket left open at the end": (
        "[themes.value]\nquestions.de = [\n",
        3,
        "Check quotation marks, brackets",
        "Prüfen Sie Anführungszeichen, Klammern",
    ),
    "nested without end": ("x = " + "[" * 20000, 1, "TOML cannot be read", "nicht als TOML lesen"),
    "Latin-1": (
        '[themes.value]\nlabel.de = "Löhne"'.encode("latin-1"),
        2,
        "This file is not in UTF-8",
        "Diese Datei ist nicht in UTF-8",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_errors_name_the_line_and_say_what_to_do(own, name: str) -> None:
    content, line, english, german = BROKEN[name]
    with pytest.raises(TaxonomyError) as caught:
        own(content)
    told = {lang: Messages(lang).tell(caught.value.sentence) for lang in ("de", "en")}
    assert told["en"].startswith(f"own.toml, line {line}: "), told
    assert told["de"].startswith(f"own.toml, Zeile {line}: "), told
    assert english in told["en"]
    assert german in told["de"]
    assert str(caught.value) == told["en"]


@pytest.mark.parametrize(
    ("lang", "missing", "folder"),
    [
        ("de", "gone.toml: Diese Datei gibt es nicht.", "lässt sich nicht öffnen"),
        ("en", "gone.toml: This file does not exist.", "cannot be opened"),
    ],
)
def test_files_that_cannot_be_had(tmp_path: Path, lang: str, missing: str, folder: str) -> None:
    for path, begin in ((tmp_path / "gone.toml", missing), (tmp_path, folder)):
        with pytest.raises(TaxonomyError) as caught:
            load_taxonomy(path)
        assert begin in Messages(lang).tell(caught.value.sentence)
        assert caught.value.line is None


def test_lines_pass_over_texts_and_know_inline_tables() -> None:
    lines = Lines(
        '[ themes . a ]\nlabel = { de = "x" }\nquestions.de = """\n[themes.b]\nlabel.en = 1\n"""\n'
        '"short".de = "y" # [themes.c]\n[themes.b]\n'
    )
    assert lines.of("themes", "a", "label", "de") == 2
    assert lines.of("themes", "a", "questions") == 3
    assert lines.of("themes", "a", "short", "de") == 7
    assert lines.of("themes", "b", "label", "en") == 8
    assert lines.of("themes") == 1
    assert lines.of("images") == 1
    assert lines.twice(8) is None
