from __future__ import annotations

from analyzer.training.mistakes import NOTHING, mistakes


def test_a_missed_theme_is_counted_with_what_was_read_instead() -> None:
    found = mistakes(
        [
            ({"themes": ["respect"], "tone": "tension"}, {"themes": ["fairness"], "tone": "tension"}),
            ({"themes": [], "tone": "neutral"}, {"themes": ["fairness"], "tone": "tension"}),
            (
                {"themes": ["value"], "tone": "coolspot"},
                {"themes": ["value", "fairness"], "tone": "coolspot"},
            ),
            ({"themes": ["value"], "tone": "neutral"}, {"themes": [], "tone": "neutral"}),
        ]
    )
    assert found.themes == {"fairness": {NOTHING: 2, "respect": 1}}
    assert found.often(1) == [("fairness", NOTHING, 2)]
    assert found.tones == {
        "tension": {"tension": 1, "neutral": 1},
        "coolspot": {"coolspot": 1},
        "neutral": {"neutral": 1},
    }
