"""Invented examples that are easy to tell apart."""

from __future__ import annotations

from analyzer.training.examples import Example

LINES = {
    "reachability": ("Niemand geht ans Telefon {n}", "Nobody answers the phone {n}"),
    "value": ("Der Preis ist schon wieder gestiegen {n}", "The price went up once more {n}"),
    "respect": ("Danke für das freundliche Team {n}", "Thanks to the friendly team {n}"),
    "": ("Die Sitzung beginnt um neun {n}", "The meeting starts at nine {n}"),
}
TONES = {"reachability": "tension", "value": "tension", "respect": "coolspot", "": "neutral"}


def invented() -> list[Example]:
    found = []
    for theme, texts in LINES.items():
        for n in range(12):
            for lang, text in zip(("de", "en"), texts, strict=True):
                side = "internal" if n % 2 else "customer"
                image = "burden" if theme == "reachability" and side == "internal" else "none"
                themes = (theme,) if theme else ()
                said = text.format(n=["heute", "im Mai", "again", "!", "bei uns", "here"][n % 6])
                found.append(
                    Example(said, lang, side, themes, TONES[theme], "give", image, "authored", f"{theme}{n}")
                )
    return found
