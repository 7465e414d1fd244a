from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251

from analyzer.messages import Messages
from analyzer.tables import Side
from analyzer.ui import session
from analyzer.ui.shell import MAIN_SCRIPT
from analyzer.ui.sources import Source, take_in

LANGUAGES = ["de", "en"]


def app(lang: str) -> AppTest:
    test = AppTest.from_file(str(MAIN_SCRIPT), default_timeout=90)
    test.session_state[session.LANG] = lang
    return test.run()


def shown(test: AppTest) -> str:
    return "\n".join(getattr(element, "body", "") or element.proto.body for element in test.get("html"))


def open_page(test: AppTest, name: str) -> AppTest:
    return test.switch_page(str(MAIN_SCRIPT.parent / f"{name}.py")).run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_start_shows_the_sample_map_at_one_click(lang: str) -> None:
    test = app(lang)
    assert not test.exception
    test.button(key=f"sample_{lang}").click().run()
    assert not test.exception
    assert test.session_state["reading"].sample == lang
    assert test.selectbox(key=session.THEME).value
    say = Messages(lang).say
    assert say("Questions to talk about") in shown(test)
    assert [tab.label for tab in test.tabs][1] == say("Resonance cycle")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_page_says_what_to_do_when_there_is_none(lang: str) -> None:
    test = open_page(app(lang), "map")
    assert not test.exception
    assert Messages(lang).say("There is no map yet") in shown(test)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_pasted_survives_page_and_language(lang: str) -> None:
    test = open_page(app(lang), "collect")
    test.text_area(key="paste_internal").set_value("Nobody told the branches.").run()
    test = open_page(open_page(test, "start"), "collect")
    assert test.text_area(key="paste_internal").value == "Nobody told the branches."
    other = "en" if lang == "de" else "de"
    test.session_state[session.LANG] = other
    test.run()
    assert test.text_area(key="paste_internal").value == "Nobody told the branches."
    assert Messages(other).say("What do both sides say?") in shown(test)


def test_both_sides_become_a_map() -> None:
    test = open_page(app("de"), "collect")
    assert test.button(key="read").disabled
    inside = ("Niemand sagt uns etwas.", "Wir sind zu wenige.", "Es fehlt Zeit.", "Alles dauert.", "Gut so.")
    test.text_area(key="paste_internal").set_value("\n".join(inside)).run()
    test.text_area(key="paste_customer").set_value("Keiner informiert die Kunden.").run()
    test.button(key="read").click().run()
    assert not test.exception
    reading = test.session_state["reading"]
    assert reading.map.sides[Side.INTERNAL].documents == 5
    assert Messages("de").say("What was read") in shown(test)


def test_hostile_text_is_escaped() -> None:
    csv = b'text\n"![x](http://example.com/x.png) <script>alert(1)</script> $a$ :red[x]"\n"Nobody told us."\n'
    test = app("en")
    taken = take_in(Source(Side.CUSTOMER, "<b>c</b>.csv", csv))
    test.session_state["on_the_table"] = {taken.source.key: taken}
    test = open_page(test, "collect")
    assert not test.exception
    assert "&lt;script&gt;" in shown(test)
    assert "<script" not in shown(test)
    assert "<b>" not in shown(test)


def test_clearing_asks_first() -> None:
    test = open_page(app("en"), "collect")
    test.text_area(key="paste_internal").set_value("Nobody told the branches.").run()
    test.button(key="clear").click().run()
    assert test.text_area(key="paste_internal").value
    test.button(key="clear_yes").click().run()
    assert test.text_area(key="paste_internal").value == ""
    assert "on_the_table" not in test.session_state or not test.session_state["on_the_table"]


NAMED = {
    "de": "Frau Koch ruft nie zurück.\nMit Zamiri ist es wie mit Anna.\n",
    "en": "Mrs Koch never calls back.\nIt is the same with Zamiri and with Anna.\n",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_replaced_before_anything_is_shown_or_read(lang: str) -> None:
    say = Messages(lang).say
    test = open_page(app(lang), "collect")
    test.text_area(key="paste_customer").set_value(NAMED[lang]).run()
    assert not test.exception
    assert "[Person 1]" in shown(test) and "Koch" not in shown(test) and "Anna" not in shown(test)
    assert say("What was replaced") in [box.label for box in test.expander]
    assert "Zamiri" in shown(test)
    test.checkbox(key="originals").check().run()
    assert "Koch" in shown(test)
    test.checkbox(key="originals").uncheck().run()
    test.checkbox(key="also_Zamiri").check().run()
    assert not test.exception and "Zamiri" not in shown(test)
    assert any("Zamiri" in entry.originals for entry in session_key(test).entries.values())
    test.checkbox(key="also_Zamiri").uncheck().run()
    assert "Zamiri" in shown(test)
    test.text_input(key=session.SPARED).set_value("Anna, Seelau").run()
    assert "Anna" in shown(test)
    test.text_input(key=session.SPARED).set_value("").run()
    test.text_area(key=session.ROSTER).set_value("Zamiri, Yusra").run()
    assert "Zamiri" not in shown(test)
    test.toggle(key=session.REPLACES).set_value(False).run()
    assert "Koch" in shown(test) and not session_key(test).entries


def session_key(test: AppTest):
    return test.session_state["protected"][1].key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_limits_of_the_session_decide_what_is_quoted(lang: str) -> None:
    said = "\n".join(f"{line} Nr. {n}" for n in range(3) for line in NAMED[lang].splitlines())
    test = open_page(app(lang), "collect")
    test.text_area(key="paste_customer").set_value(said).run()
    test.button(key="read").click().run()
    assert not test.exception
    assert Messages(lang).tell(test.session_state["reading"].map.withheld[0]) in shown(test)
    assert "<blockquote" not in shown(test)
    test = open_page(test, "collect")
    test.number_input(key=session.QUOTES).set_value(2).run()
    test.button(key="read").click().run()
    assert not test.exception and not test.session_state["reading"].map.withheld
    assert "Koch" not in shown(test)
