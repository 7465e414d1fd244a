"""What is replaced: names, and the identifiers of identifiers.toml."""

from __future__ import annotations

from enum import StrEnum

from analyzer.messages import Sentence


class Kind(StrEnum):
    """A kind of thing that stands for one person."""

    PERSON = "person"
    HANDLE = "handle"
    MAIL = "mail"
    PHONE = "phone"
    ACCOUNT = "account"
    CARD = "card"
    ADDRESS = "address"
    NUMBER = "number"
    PLATE = "plate"
    BIRTH = "birth"

    @property
    def label(self) -> Sentence:
        """Return the word in its placeholder, still to be said in the language of the texts."""
        return _LABELS[self]


_LABELS = {
    Kind.PERSON: Sentence("Person"),
    Kind.HANDLE: Sentence("Handle"),
    Kind.MAIL: Sentence("Mail"),
    Kind.PHONE: Sentence("Phone"),
    Kind.ACCOUNT: Sentence("Account"),
    Kind.CARD: Sentence("Card"),
    Kind.ADDRESS: Sentence("Address"),
    Kind.NUMBER: Sentence("Number"),
    Kind.PLATE: Sentence("Number plate"),
    Kind.BIRTH: Sentence("Birth date"),
}
