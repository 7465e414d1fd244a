"""The same person gets the same pseudonym, and nothing but people changes."""

from __future__ import annotations

import pytest
from invented_texts import every_text

from analyzer.messages import UserError
from analyzer.privacy import Key, Kind, Redactor, Roster

ROSTER = Roster.parse(
    "Koch, Elisabeth (Lisa, Sissi)\nDr. Thomas Müller – Vertrieb\nWill May\nYusra Haddad\nPetra Sommer\n"
)


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Frau Dr. Koch hat angerufen.", "[Person 1] hat angerufen."),
        ("Elisabeths Idee und Kochs Plan", "[Person 1]s Idee und [Person 1]s Plan"),
        ("sissi sagt nie was", "[Person 1] sagt nie was"),
        ("Lisa Koch und der Koch in der Kantine", "[Person 1] und der Koch in der Kantine"),
        ("Im Sommer sprach ich mit Sommer.", "Im Sommer sprach ich mit [Person 1]."),
        ("thomas mueller war da, MÜLLER auch", "[Person 1] war da, [Person 1] auch"),
        ("May said that in May you may ask. Will you?", "[Person 1] said that in May you may ask. Will you?"),
        ("Will's idea, Mr May's plan", "[Person 1]'s idea, [Person 1]'s plan"),
        ("Das Müller-Team wartet.", "Das [Person 1]-Team wartet."),
        ("Frau Dobrevski-Unruh fehlt.", "[Person 1] fehlt."),
        ("Yusra, Herr Müller und Yusra Haddad", "[Person 1], [Person 2] und [Person 1]"),
        ("Der Kunde ist König, im Sommer wie im Mai.", "Der Kunde ist König, im Sommer wie im Mai."),
    ],
)
def test_people_of_the_roster(text, redacted):
    assert Redactor(ROSTER).redact([text]).texts == (redacted,)


def test_people_only_the_texts_know_are_one_person_by_first_and_by_last_name():
    texts = ["Gesa Lindqvist war da.", "Frau Lindqvist ging.", "Gesa auch, Gesas Auto nicht."]
    redaction = Redactor().redact(texts)
    assert redaction.texts == (
        "[Person 1] war da.",
        "[Person 1] ging.",
        "[Person 1] auch, [Person 1]s Auto nicht.",
    )
    assert redaction.key.original("[Person 1]") == ("Gesa Lindqvist", "Frau Lindqvist", "Gesa")


def test_two_of_one_first_name_are_not_taken_for_each_other():
    texts = ["Anna Weber rief an.", "Anna Nowak nicht.", "Anna lachte."]
    assert Redactor().redact(texts).texts == (
        "[Person 1] rief an.",
        "[Person 2] nicht.",
        "[Person 3] lachte.",
    )


def test_what_one_text_teaches_holds_in_the_others():
    texts = ["Da kam Zamira zu spät.", "Herr Dobrevski-Unruh\nHallo Zamira,\ndanke!"]
    assert "Zamira" not in "".join(Redactor().redact(texts).texts)


def test_identifiers_and_language_of_placeholders():
    text = "Tel. 0171 2345678, anna@example.org, DE89 3704 0044 0532 0130 00, Anna"
    german = Redactor(lang="de").redact([text])
    assert german.texts == ("Tel. [Telefon 1], [Mail 1], [Bankkonto 1], [Person 1]",)
    assert [one.kind for one in german.findings] == [Kind.PHONE, Kind.MAIL, Kind.ACCOUNT, Kind.PERSON]


def test_nothing_else_changes():
    texts = [one.text for one in every_text()]
    redaction = Redactor().redact(texts)
    for n, (text, after) in enumerate(zip(texts, redaction.texts, strict=True)):
        end = at = 0
        for one in (one for one in redaction.findings if one.text == n):
            assert text[end : one.start] == after[at : at + one.start - end]
            at += one.start - end
            assert after.startswith(one.placeholder, at)
            end, at = one.end, at + len(one.placeholder)
        assert text[end:] == after[at:]


def test_redacting_twice_changes_nothing_more():
    once = Redactor(ROSTER).redact(["Frau Koch, 0171 2345678, Hallo Yusra, LG Tom"]).texts
    assert Redactor(ROSTER).redact(once).texts == once


def test_an_earlier_key_gives_the_same_pseudonyms():
    first = Redactor(ROSTER).redact(["Yusra und Gesa Lindqvist, g@example.org"])
    again = Redactor(ROSTER, first.key).redact(["Tom fragt Frau Lindqvist, g@example.org. Haddad schweigt."])
    assert again.texts == ("[Person 3] fragt [Person 2], [Mail 1]. [Person 1] schweigt.",)
    assert set(first.key.entries) < set(again.key.entries)


def test_the_key_is_readable_with_its_passphrase_only():
    key = Redactor(ROSTER).redact(["Yusra und Gesa Lindqvist"]).key
    sealed = key.encrypted("vier Wörter für Wände")
    assert b"Yusra" not in sealed and sealed != key.encrypted("vier Wörter für Wände")
    assert Key.decrypted(sealed, "vier Wörter für Wände") == key
    for broken, phrase in ((sealed, "falsch"), (sealed[:-1], "vier Wörter für Wände"), (b"", "x")):
        with pytest.raises(UserError):
            Key.decrypted(broken, phrase)
    with pytest.raises(UserError):
        key.encrypted("")


def test_words_left_standing_are_suggested():
    found = Redactor(ROSTER).suggestions(["Was wird aus Zamiri?", "Der Vogel saß im Baum.", "Frau Koch"])
    assert [one.word for one in found] == ["Zamiri", "Vogel"]
    assert "Was wird aus" in found[0].example


@pytest.mark.parametrize(
    "hostile", ["", " ", "\x00", "@" * 5000, "1 " * 5000, "A-" * 3000, "(0" * 3000, "Ä" * 10_000]
)
def test_hostile_texts_are_read_in_time(hostile):
    assert len(Redactor(ROSTER).redact([hostile]).texts) == 1
