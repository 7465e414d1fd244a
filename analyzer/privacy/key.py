"""The key that leads from placeholders back to what people wrote: kept apart, encrypted, deletable."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from analyzer.messages import UserError

_SALT = 16
# What OWASP's Password Storage Cheat Sheet recommends for scrypt: 128 MiB a try.
_COST = 2**17


@dataclass(frozen=True)
class Entry:
    """What stands behind a placeholder: the words it is recognised by, and its spellings in the texts."""

    identity: tuple[str, ...]
    originals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Key:
    """All placeholders: {"[Person 1]": what stands behind it}. A new key knows nobody."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def original(self, placeholder: str) -> tuple[str, ...]:
        """Return the spellings behind a placeholder, () if there are none."""
        return self.entries.get(placeholder, Entry(())).originals

    def encrypted(self, passphrase: str) -> bytes:
        """Return the key encrypted: scrypt (RFC 7914), then Fernet (AES-128-CBC with HMAC-SHA256)."""
        if not passphrase:
            raise UserError("The key needs a passphrase.")
        salt = os.urandom(_SALT)
        rows = [[name, entry.identity, entry.originals] for name, entry in self.entries.items()]
        return salt + _fernet(passphrase, salt).encrypt(json.dumps(rows, ensure_ascii=False).encode())

    @classmethod
    def decrypted(cls, sealed: bytes, passphrase: str) -> Key:
        """Return the key that was encrypted with `passphrase`; another phrase is a UserError."""
        try:
            content = _fernet(passphrase, sealed[:_SALT]).decrypt(sealed[_SALT:])
        except InvalidToken:
            raise UserError("This passphrase does not open the key.") from None
        rows = json.loads(content)
        return cls({name: Entry(tuple(identity), tuple(said)) for name, identity, said in rows})


def _fernet(passphrase: str, salt: bytes) -> Fernet:
    derived = Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
