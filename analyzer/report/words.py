"""The headings and labels of the report, in the reader's language."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.report.method import pairs_note
from analyzer.report.word_rows import words_note


def report_words(messages: Messages) -> dict[str, str]:
    """Return every fixed text of the report page by its name in the template."""
    say = messages.say
    return {
        "title": say("Conflict Mirror"),
        "overlap": say("Overlap"),
        "map": say("The map of themes"),
        "as_table": say("The map as a table"),
        "theme": say("Theme"),
        "verdict": say("Verdict"),
        "inside": say("Inside"),
        "outside": say("With customers"),
        "themes": say("Theme by theme"),
        "questions": say("Questions to talk about"),
        "no_quotes": say("No statement on this side."),
        "pairs": say("Where the sides differ"),
        "words": say("Words"),
        "words_note": words_note(messages),
        "said_on_both": say("Said on both sides"),
        "pairs_note": pairs_note(messages),
        "units_months": say("By unit and over time"),
        "unknown": say("Without a theme"),
        "cycle": say("Resonance cycle"),
        "criteria": say("Trust criteria"),
        "principles": say("Principles"),
        "images": say("Images of the customer"),
        "images_note": say("How the team speaks of its customers, in its own words."),
        "coolspots": say("Coolspots"),
        "coolspots_note": say("What goes well between people, inside and with customers."),
        "read": say("What was read"),
        "source": say("Source"),
        "side": say("Side"),
        "rows": say("Rows"),
        "kept": say("Read"),
        "aside": say("Set aside"),
        "place": say("Place"),
        "reason": say("Reason"),
        "content": say("Content"),
        "documents": say("Documents"),
        "statements": say("Statements"),
        "tension": say("Tension"),
        "coolspot": say("Coolspots"),
        "neutral": say("Neutral"),
        "without_theme": say("Without a theme"),
        "method": say("How this was read"),
        "limits": say("What this map cannot tell"),
    }
