"""The telling words of statements, in their base form: what people may read and statistics may count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import simplemma
from babel import Locale
from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from analyzer.tables import Statements

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CUT = re.compile(r"(n['’]t|['’]\w*)$")
_LINK = re.compile(r"(en|es|n|s|e)$")
_SHORTEST, _TAIL = 3, 5
_PREFIXES = {
    *("auf", "aus", "bei", "durch", "ein", "ent", "her", "hin", "los", "mit", "nach", "rück", "über"),
    *("unter", "ver", "vor", "weg", "wider", "zer", "zurück", "zusammen"),
}
_TELLING = {
    *("nie", "niemals", "niemand", "immer", "wieder", "allein", "gegen", "gesagt", "sagt", "sagte"),
    *("never", "nobody", "always", "again", "alone", "together", "against", "enough", "call", "keep", "show"),
}
_SILENT = {"mal", "halb", "obwohl", "gar", "sogar", "raus", "etc", "herr", "frau", "mrs", "miss"} | {
    name.casefold()
    for lang in ("de", "en")
    for names in (Locale(lang).months, Locale(lang).days)
    for name in names["format"]["wide"].values()
}
_STOP = {
    "de": {word.casefold() for word in GERMAN} - _TELLING | _SILENT,
    "en": {word.casefold() for word in ENGLISH} - _TELLING | _SILENT,
}


def telling_words(statements: Statements) -> tuple[tuple[str, ...], ...]:
    """Return, for each statement, its telling words once each, as lemmas: nouns, verbs, "never", no "the".

    A German compound also counts as its head where that is said on its own in these statements:
    Liefertermin is a Termin too.
    """
    pairs = zip(statements.table["text"], statements.table["lang"], strict=True)
    lemmas = [tuple(dict.fromkeys(_lemmas(text, lang))) for text, lang in pairs]
    german = (statements.table["lang"] == "de").to_numpy()
    nouns = {
        word for words, of in zip(lemmas, german, strict=True) if of for word in words if word[0].isupper()
    }
    return tuple(_with_heads(words, nouns) if of else words for words, of in zip(lemmas, german, strict=True))


def _lemmas(text: str, lang: str) -> Iterable[str]:
    for word in _WORD.findall(text):
        core = _CUT.sub("", word)
        lemma = _lemma(core, lang) if core else ""
        if lemma:
            yield lemma


@cache
def _lemma(word: str, lang: str) -> str:
    """Return the lemma, or nothing for a word that tells nothing or is no word: a name, most likely."""
    lemma = str(simplemma.lemmatize(word, lang=lang))
    if lang == "en":
        lemma = lemma.lower()
    silent = {word.casefold(), lemma.casefold()} & _STOP[lang] - _TELLING
    if (silent and word.casefold() not in _TELLING) or len(lemma) < _SHORTEST:
        return ""
    return "" if word[0].isupper() and not _known(word, lang) else lemma


def _known(word: str, lang: str) -> bool:
    return bool(simplemma.is_known(word, lang=lang)) or (lang == "de" and bool(_parts(word)))


@cache
def _parts(word: str) -> tuple[str, ...]:
    """Return the heads a German compound noun may have, the longest first, each as a lemma."""
    cuts = range(_SHORTEST, len(word) - _TAIL + 1) if word[0].isupper() else ()
    halves = [(word[:cut].rstrip("-"), word[cut:].capitalize()) for cut in cuts if word[cut] != "-"]
    return tuple(
        str(simplemma.lemmatize(head, lang="de"))
        for modifier, head in halves
        if simplemma.is_known(head, lang="de") and _modifies(modifier)
    )


def _modifies(modifier: str) -> bool:
    """Say whether it is a noun, with or without its link (Arbeit-s), or a verb's stem (Liefer), no prefix."""
    stem = modifier.lower()
    forms = (modifier, _LINK.sub("", modifier), f"{stem}n", f"{stem}en")
    known = any(len(form) >= _SHORTEST and simplemma.is_known(form, lang="de") for form in forms)
    return known and stem not in _PREFIXES


def _with_heads(words: Sequence[str], nouns: set[str]) -> tuple[str, ...]:
    heads = (next((head for head in _parts(word) if head in nouns), "") for word in words)
    return tuple(dict.fromkeys([*words, *filter(None, heads)]))
