"""A floor under the shipped model, on statements invented for this test."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from analyzer.pipeline import read_documents
from analyzer.tables import Statements, documents

THEMES = {
    ("reachability", "customer", "de"): [
        "Seit elf Tagen reagiert der Kundendienst auf keine einzige meiner Mails.",
        "Hotline angerufen, 50 Minuten Warteschleife, dann rausgeflogen.",
        "Telefonisch ist dort wirklich nie jemand zu erreichen.",
        "Ich warte noch immer auf eine Rückmeldung zu meiner Anfrage vom Juli.",
        "Keine Antwort auf drei Briefe, das Kontaktformular führt ins Leere.",
        "Man erreicht niemanden, weder per Chat noch am Telefon.",
    ],
    ("reachability", "customer", "en"): [
        "Eleven days and customer service still has not replied to a single email.",
        "Called the hotline, 50 minutes on hold, then got disconnected.",
        "You can never get hold of anybody there by phone.",
        "I am still waiting for a response to my request from July.",
        "No answer to three letters, and the contact form leads nowhere.",
        "Nobody can be reached, neither by chat nor by phone.",
    ],
    ("value", "customer", "de"): [
        "Der Abschlag wurde verdoppelt, obwohl wir weniger verbrauchen.",
        "Völlig überteuert für das, was man bekommt.",
        "Auf meine Rückerstattung von 86 Euro warte ich seit dem Frühjahr.",
        "Für diesen Preis erwarte ich deutlich mehr Leistung.",
        "Versteckte Gebühren auf jeder Rechnung, reine Abzocke beim Preis.",
        "Die Beiträge steigen jedes Jahr, die Leistung wird immer schlechter.",
    ],
    ("value", "customer", "en"): [
        "The monthly payment was doubled although we use less.",
        "Completely overpriced for what you get.",
        "I have been waiting for my refund of 86 euros since spring.",
        "For this price I expect a lot more.",
        "Hidden fees on every bill, a rip-off.",
        "The premiums go up every year while the service gets worse.",
    ],
    ("capacity", "internal", "de"): [
        "Viel zu wenig Personal, die Überstunden nehmen kein Ende.",
        "Ständig Überstunden und Stress, die Arbeitsbelastung ist zu hoch.",
        "Wir sind seit Monaten unterbesetzt und arbeiten am Limit.",
        "Keine Work-Life-Balance, jedes zweite Wochenende Dienst.",
        "Das Arbeitspensum ist mit so wenig Leuten nicht zu schaffen.",
        "Zu viele Aufgaben, zu wenig Zeit, ständiger Zeitdruck.",
    ],
    ("capacity", "internal", "en"): [
        "Far too few staff, the overtime never ends.",
        "Constant overtime and stress, the workload is too high.",
        "We have been understaffed for months and work at the limit.",
        "No work-life balance, on duty every second weekend.",
        "The workload cannot be managed with so few people.",
        "Too many tasks, too little time, constant pressure and long hours.",
    ],
    ("respect", "internal", "de"): [
        "Der Chef schreit Mitarbeiter vor allen anderen an.",
        "Keinerlei Wertschätzung für die geleistete Arbeit.",
        "Der Umgangston ist herablassend und unfreundlich.",
        "Ein Lob hört man hier nie, nur Beleidigungen.",
        "Man wird von den Vorgesetzten respektlos behandelt.",
        "Mangelnder Respekt gegenüber älteren Kollegen.",
    ],
    ("respect", "internal", "en"): [
        "The boss shouts at employees in front of everybody.",
        "No appreciation at all for the work we do.",
        "The tone is condescending and unfriendly.",
        "You never hear a word of praise here, only insults.",
        "Supervisors treat you with disrespect.",
        "Lack of respect towards older colleagues, rude managers.",
    ],
}
NEUTRAL = {
    "de": """Die Sitzung beginnt am Dienstag um neun Uhr.
        Das Protokoll führt diesmal Frau Berger.
        Im dritten Quartal stellen wir auf das neue Lagersystem um.
        Der Besprechungsraum ist im zweiten Stock.
        Bitte tragen Sie Ihren Urlaub bis Ende März ein.
        Die nächste Schulung findet im Oktober statt.
        Tagesordnungspunkt drei: Planung der Messe.
        Herr Vogt stellt die Zahlen vor.
        Wir liefern montags und donnerstags.
        Das Werk in Linz fertigt Getriebe.
        Die Rechnung liegt im Anhang.
        Der Vertrag läuft bis zum 31. Dezember.
        Ab Montag übernimmt Team Nord die Region Süd.
        Die Umfrage hat zwölf Fragen.
        Können Sie mir die Öffnungszeiten nennen?
        Das Angebot umfasst drei Positionen.
        Wir treffen uns im Foyer.
        Die Inventur ist für Januar geplant.
        Anwesend: sechs Mitglieder des Betriebsrats.
        Die Präsentation dauert zwanzig Minuten.""",
    "en": """The meeting starts on Tuesday at nine.
        Ms Berger takes the minutes this time.
        We move to the new warehouse system in the third quarter.
        The conference room is on the second floor.
        Please enter your holidays by the end of March.
        The next training takes place in October.
        Agenda item three: planning the trade fair.
        Mr Vogt presents the figures.
        We deliver on Mondays and Thursdays.
        The plant in Linz makes gearboxes.
        The invoice is attached.
        The contract runs until 31 December.
        From Monday Team North looks after the southern region.
        The survey has twelve questions.
        Could you tell me the opening hours?
        The offer has three items.
        We meet in the lobby.
        Stocktaking is planned for January.
        Present: six members of the works council.
        The presentation takes twenty minutes.""",
}


def read(nlp: Language, texts: list[str], side: str) -> Statements:
    rows = [{"document": str(n), "side": side, "text": text} for n, text in enumerate(texts)]
    return read_documents(nlp, documents(rows))


@pytest.mark.parametrize(("theme", "side", "lang"), list(THEMES))
def test_plain_statements_get_their_theme(shipped: Language, theme: str, side: str, lang: str) -> None:
    found = read(shipped, THEMES[theme, side, lang], side)
    assert found.has_theme(theme).mean() >= 0.66
    assert (found.table["tone"] == "tension").mean() >= 0.8
    assert (found.table["lang"] == lang).all()


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("side", ["internal", "customer"])
def test_business_as_usual_is_no_tension(shipped: Language, lang: str, side: str) -> None:
    found = read(shipped, [line.strip() for line in NEUTRAL[lang].splitlines()], side)
    tense = found.table.loc[found.table["tone"] == "tension", "text"]
    assert len(tense) <= 2, list(tense)


def test_it_reads_fast_enough_for_an_export(shipped: Language) -> None:
    texts = [f"{text} Fall {n}." for n in range(20) for lines in THEMES.values() for text in lines]
    read(shipped, texts[:10], "customer")
    start = time.process_time()
    found = read(shipped, texts, "customer")
    assert len(found) / (time.process_time() - start) > 400


def test_a_statement_is_nearest_to_its_own_translation(shipped: Language) -> None:
    german = [text for (_, _, lang), texts in THEMES.items() if lang == "de" for text in texts]
    english = [text for (_, _, lang), texts in THEMES.items() if lang == "en" for text in texts]
    nearness = read(shipped, german, "internal").vectors @ read(shipped, english, "internal").vectors.T
    own = nearness.argmax(axis=1) == range(len(german))
    assert own.mean() > 0.85, [german[row] for row in (~own).nonzero()[0]]
