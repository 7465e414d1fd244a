"""The columns of a table as the user names them, and as they were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.messages import Messages, UserError

if TYPE_CHECKING:
    from analyzer.intake import Columns

_MEANINGS = ("text", "also", "id", "date", "unit", "author", "rating")


def named_columns(pairs: Sequence[str], *, text: str | None = None, id_: str | None = None) -> Columns:
    """Return the columns of `--text`, `--id` and `--column date=Created`; raises `UserError` on others.

    Nothing behind the sign says that there is no such column; `also` may come several times.
    """
    from analyzer.intake import Columns

    chosen: dict[str, Any] = {"text": text, "id": id_, "also": ()}
    for pair in pairs:
        meaning, sign, name = pair.partition("=")
        if not sign or meaning not in _MEANINGS:
            raise UserError(
                "--column {given} is not understood; write MEANING=COLUMN, with one of: {meanings}.",
                given=pair,
                meanings=", ".join(_MEANINGS),
            )
        chosen[meaning] = (*chosen["also"], name) if meaning == "also" else name
    return Columns(**chosen)


def columns_line(columns: Columns, messages: Messages) -> str:
    """Return which columns a table was read by, empty if it is none."""
    if not columns.texts:
        return ""
    told = {"text": " + ".join(columns.texts)} | {
        meaning: name for meaning, name in columns.chosen().items() if name and meaning != "text"
    }
    listed = ", ".join(f"{meaning}={name}" for meaning, name in told.items())
    return messages.say("Columns read: {columns}. Others? --column MEANING=COLUMN", columns=listed)
