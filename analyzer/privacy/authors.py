"""Pseudonyms for the values of a column of authors: each is somebody, whether it looks like a name or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from analyzer.messages import Messages
from analyzer.privacy.key import Key
from analyzer.privacy.kinds import Kind
from analyzer.privacy.numbering import Named, number
from analyzer.privacy.redact import Redactor
from analyzer.privacy.spelling import small

_PLACEHOLDER = re.compile(r"\[[^\[\]]+ \d+\]")


def author_pseudonyms(authors: Iterable[str], redactor: Redactor) -> tuple[dict[str, str], Key]:
    """Return {author: placeholder} and the key with them added; "Support 4" becomes a `[Handle 1]`.

    "Koch, Anna (sales)" becomes the one person named in it. An empty author stays empty, and a
    placeholder stays what it is.
    """
    names = tuple(dict.fromkeys(author for author in authors if author.strip()))
    read = replace(redactor, careful=False).redact(f"{name}:" for name in names)
    found = {name: set(_PLACEHOLDER.findall(text)) for name, text in zip(names, read.texts, strict=True)}
    told = {
        name: one for name, placeholders in found.items() if len(placeholders) == 1 for one in placeholders
    }
    others = [name for name in names if name not in told]
    things = [Named(Kind.HANDLE, (small(name),), "", name) for name in others]
    handles, key = number(things, read.key, Messages(redactor.lang))
    return told | dict(zip(others, handles, strict=True)) | {"": ""}, key
