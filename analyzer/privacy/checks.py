"""Check digits and plausible lengths of accounts, cards and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_DATE = re.compile(
    r"\(?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|\d{2}/\d{2}/\d{2,4}"
)
# Lengths of the commonest countries (ISO 13616): a mistyped account is still somebody's account.
_IBAN_LENGTHS = {
    "DE": 22,
    "AT": 20,
    "CH": 21,
    "GB": 22,
    "FR": 27,
    "NL": 18,
    "ES": 24,
    "IT": 27,
    "PL": 28,
    "IE": 22,
}


def is_card(text: str) -> bool:
    """Say whether the digits pass Luhn's check (ISO/IEC 7812-1)."""
    digits = [int(digit) for digit in re.sub(r"\D", "", text)][::-1]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return len(digits) >= 13 and len(set(digits)) > 1 and (sum(digits[::2]) + doubled) % 10 == 0


def is_iban(text: str) -> bool:
    """Say whether an account has the length of its country or passes the check modulo 97 (ISO 13616)."""
    code = re.sub(r"\W", "", text).upper()
    if len(code) == _IBAN_LENGTHS.get(code[:2]):
        return True
    moved = code[4:] + code[:4]
    return code.isalnum() and code.isascii() and int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def is_telephone(text: str) -> bool:
    """Say whether a number has 7 to 15 digits (ITU-T E.164) and is no date."""
    return 7 <= len(re.sub(r"\D", "", text)) <= 17 and _DATE.fullmatch(text.strip()) is None


CHECKS: Mapping[str, Callable[[str], bool]] = {"luhn": is_card, "iban": is_iban, "digits": is_telephone}
