"""People replaced by pseudonyms on the command line, and the key kept if the user wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from analyzer.cli.terminal import tell
from analyzer.messages import Messages, UserError
from analyzer.tables import Side

if TYPE_CHECKING:
    from analyzer.intake import Intake, Pseudonymous
    from analyzer.privacy import Key, Roster


@dataclass(frozen=True)
class People:
    """What the user wants of names: the options --redact, --roster, --thorough and --key."""

    redact: bool = True
    roster: Path | None = None
    thorough: bool = False
    key: Path | None = None

    def __post_init__(self) -> None:
        if not self.redact and (self.roster or self.thorough or self.key):
            raise UserError("With --no-redact names stay, so --roster, --thorough and --key have no use.")


def without_names(intakes: Mapping[Side, Intake], people: People, messages: Messages) -> dict[Side, Intake]:
    """Return the intakes with people replaced, and say how often; raises `UserError`."""
    from analyzer.intake import without_people
    from analyzer.privacy import Redactor

    if not people.redact:
        tell(messages.say("Names stand as they were written (--no-redact)."))
        return dict(intakes)
    roster = _roster(people.roster)
    key, passphrase = _opened(people.key, messages)
    redactor = Redactor(roster, key, messages.lang, careful=not people.thorough)
    done = without_people(list(intakes.values()), redactor)
    if people.key:
        _keep(done.key, people.key, passphrase)
    tell(replaced_line(done, messages))
    if not people.thorough:
        tell(
            messages.say("Strange names that nothing proves are left: see --roster and --thorough."),
            style="dim",
        )
    return dict(zip(intakes, done.intakes, strict=True))


def replaced_line(done: Pseudonymous, messages: Messages) -> str:
    """Return how many replacements of each kind were made, as a line."""
    if not done.counts:
        return messages.say("No names, addresses or numbers of people were found to replace.")
    kinds = (f"{messages.number(n)} × {messages.tell(kind.label)}" for kind, n in done.counts.items())
    return messages.say("Replaced by pseudonyms: {kinds}.", kinds=", ".join(kinds))


def _roster(path: Path | None) -> Roster:
    from analyzer.intake.encoding import decode
    from analyzer.privacy import Roster

    if path is None:
        return Roster()
    if not path.is_file():
        raise UserError("There is no file or folder {name}.", name=path)
    roster = Roster.parse(decode(path.read_bytes(), name=path.name).text)
    if not roster.people:
        raise UserError("{name} names nobody. Please write one person a line.", name=path.name)
    return roster


def _opened(path: Path | None, messages: Messages) -> tuple[Key, str]:
    """Return the key of earlier readings, or a new one, and the passphrase the user types."""
    from analyzer.privacy import Key

    if path is None:
        return Key(), ""
    known = path.exists()
    label = messages.say("Passphrase of the key")
    passphrase = str(typer.prompt(label, hide_input=True, confirmation_prompt=not known, err=True))
    return (Key.decrypted(path.read_bytes(), passphrase) if known else Key()), passphrase


def _keep(key: Key, path: Path, passphrase: str) -> None:
    sealed = key.encrypted(passphrase)
    path.touch(mode=0o600)
    path.write_bytes(sealed)
