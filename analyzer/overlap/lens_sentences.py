"""What the lenses show, in plain sentences: where the exchange stalls and flows, and contradictions."""

from __future__ import annotations

from analyzer.messages import Messages
from analyzer.overlap.contradictions import Contradiction
from analyzer.overlap.finding import Finding
from analyzer.overlap.result import OverlapMap
from analyzer.overlap.stalls import most
from analyzer.tables import Side, Tone
from analyzer.taxonomy import Taxonomy


def cycle_sentence(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return where on the resonance cycle both sides stall alike, and where each clearly stalls and flows."""
    parts = [_mirrored(m, taxonomy, messages)]
    for side in Side:
        stall, flow = (most(m.cycle, side, tone) for tone in (Tone.TENSION, Tone.COOLSPOT))
        if stall:
            parts.append(_stall(side, _names((stall,), taxonomy, messages), messages))
        if flow:
            parts.append(_flow(side, _names((flow,), taxonomy, messages), messages))
    return " ".join(parts)


def contradiction_sentence(found: Contradiction, taxonomy: Taxonomy, messages: Messages) -> str:
    """Return which opposite things the team says of its customers with the same word."""
    opposite = next(each for each in taxonomy.opposites if each.id == found.key)
    return messages.say(
        "Where it says “{word}”, the team speaks of customers both with “{one}” ({ones}) and with"
        " “{other}” ({others}).",
        word=found.word,
        one=opposite.one.of(messages.lang)[0],
        other=opposite.other.of(messages.lang)[0],
        ones=messages.say_n("once", "{n} times", found.ones),
        others=messages.say_n("once", "{n} times", found.others),
    )


def _mirrored(m: OverlapMap, taxonomy: Taxonomy, messages: Messages) -> str:
    stalls = m.mirrored_stalls()
    if not stalls:
        return messages.say("No station is settled at which both sides stall alike.")
    return messages.say("Both sides stall alike at: {stations}.", stations=_names(stalls, taxonomy, messages))


def _stall(side: Side, station: str, messages: Messages) -> str:
    if side is Side.INTERNAL:
        return messages.say("Inside, most of the tension is at {station}.", station=station)
    return messages.say("With customers, most of the tension is at {station}.", station=station)


def _flow(side: Side, station: str, messages: Messages) -> str:
    if side is Side.INTERNAL:
        return messages.say("Inside, it flows most at {station}.", station=station)
    return messages.say("With customers, it flows most at {station}.", station=station)


def _names(found: tuple[Finding, ...], taxonomy: Taxonomy, messages: Messages) -> str:
    labels = (taxonomy.entry("cycle", finding.key).label.of(messages.lang) for finding in found)
    return messages.listed([messages.say("“{word}”", word=label) for label in labels])
