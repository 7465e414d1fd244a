"""The spaCy component that tells German from English, statement by statement: `span._.lang`."""

from __future__ import annotations

from functools import cache

import py3langid.langid as langid
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.pipeline.extensions import register_extensions, statements

register_extensions()
_LOOKED_AT = 2000


class LanguageTeller:
    """Gives every statement its language; a short one gets the document's."""

    def __init__(self, fewest_letters: int) -> None:
        self.fewest_letters = fewest_letters

    def __call__(self, doc: Doc) -> Doc:
        """Set `span._.lang` of every statement."""
        spans = statements(doc)
        texts = [span.text for span in spans]
        told = [tell_language(text) if len(text) >= self.fewest_letters else "" for text in texts]
        whole = tell_language(" ".join(texts)) if not all(told) else ""
        for span, lang in zip(spans, told, strict=True):
            span._.lang = lang or whole
        return doc


def tell_language(text: str) -> str:
    """Return "de" or "en", whichever the text is more like."""
    return str(_identifier().classify(text[:_LOOKED_AT])[0])


@cache
def _identifier() -> langid.LanguageIdentifier:
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(["de", "en"])
    return identifier


@Language.factory("conflict_mirror_language", requires=["doc.spans"], default_config={"fewest_letters": 25})
def create_language(nlp: Language, name: str, fewest_letters: int) -> LanguageTeller:
    """Return the component; statements of under `fewest_letters` characters get the document's language."""
    return LanguageTeller(fewest_letters)
