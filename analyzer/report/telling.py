"""Single facts of the map as people read them in print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analyzer.messages import Messages
from analyzer.report.palette import side_title
from analyzer.tables import Side

QUOTES = 10
_READ = ("documents", "statements", "tension", "coolspot", "neutral", "without_theme")


class Telling:
    """Says single facts of `map_json` in one language."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def finding(self, finding: Mapping[str, Any]) -> dict[str, Any]:
        """Return `label`, `verdict`, `inside`, `outside` and `questions`."""
        return {
            "label": finding["label"],
            "verdict": finding["verdict"]["label"],
            "inside": self.share(finding["internal"]["tension"]),
            "outside": self.share(finding["customer"]["tension"]),
            "questions": finding["questions"],
        }

    def theme(self, finding: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
        """Return what `finding` does, and the sentence, pairs, quotes and words of a theme."""
        tense = [pair for pair in finding["pairs"] if pair["tone"] == "tension"]
        return {
            **self.finding(finding),
            "sentence": " ".join(filter(None, (finding["sentence"], finding["ordinary"]))),
            "pairs": [self.pair(pair) for pair in tense],
            "words": dict(words) if finding["words"] else {},
            **{side.value: self.quotes(finding[side.value]["tension"]["quotes"]) for side in Side},
        }

    def share(self, share: Mapping[str, Any]) -> str:
        """Return a share with its interval and counts, a dash where there is nothing to count."""
        if share["share"] is None:
            return "–"
        percent, number = self._messages.percent, self._messages.number
        interval = f"{percent(share['low'])}–{percent(share['high'])}"
        return f"{percent(share['share'])} ({interval}; {number(share['count'])}/{number(share['total'])})"

    def quotes(self, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Return the first quotes as `shown`, and as `more` how many there are if that is not all."""
        more = self._messages.say(
            "{shown} of {known} quotes; all of them are in the figures (JSON).",
            shown=self._messages.number(QUOTES),
            known=self._messages.number(len(found)),
        )
        shown = [self._quote(quote) for quote in found[:QUOTES]]
        return {"shown": shown, "more": more if len(found) > QUOTES else None}

    def pair(self, pair: Mapping[str, Any]) -> dict[str, Any]:
        """Return both quotes of a pair."""
        return {side.value: self._quote(pair[side.value]) for side in Side}

    def image(self, image: Mapping[str, Any]) -> dict[str, Any]:
        """Return an image of the customer with its share and quotes."""
        return {
            "label": image["label"],
            "share": self.share(image),
            "quotes": self.quotes(image["quotes"]),
            "questions": image["questions"],
        }

    def unknown(self, unknown: Mapping[str, Any]) -> dict[str, Any]:
        """Return what carries no theme, in groups with their quotes."""
        groups = [
            {
                "name": group["name"],
                "sentence": group["sentence"],
                **{side.value: self.quotes(group[f"{side.value}_quotes"]) for side in Side},
            }
            for group in unknown["groups"]
        ]
        return {"sentence": unknown["sentence"], "groups": groups}

    def read(self, sides: Mapping[str, Mapping[str, int]], words: Mapping[str, str]) -> dict[str, Any]:
        """Return the table of what each side brought."""
        number = self._messages.number
        rows = [
            [side_title(Side(key), self._messages), *(number(side[name]) for name in _READ)]
            for key, side in sides.items()
        ]
        return {"head": [words["side"], *(words[name] for name in _READ)], "rows": rows}

    def sources(self, found: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Return one row a source: side, name, rows, read, set aside."""
        number = self._messages.number
        return [
            [
                side_title(Side(source["side"]), self._messages),
                source["source"],
                *(number(n) for n in (source["rows"], source["kept"], len(source["set_aside"]))),
            ]
            for source in found
        ]

    def _quote(self, quote: Mapping[str, Any]) -> dict[str, Any]:
        return {**quote, "counted": self._messages.number(quote["times"])}
