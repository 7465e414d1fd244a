"""Invented identifiers in the forms people write them."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

DE_PLACES = (
    "50667 Köln",
    "01067 Dresden",
    "79098 Freiburg",
    "24103 Kiel",
    "86150 Augsburg",
    "38100 Braunschweig",
)
DE_STREETS = (
    *("Hauptstraße", "Lindenweg", "Am Mühlbach", "Goethestr.", "Kleine Gasse", "Bergallee", "An der Kirche"),
    *("Rosenplatz", "Heinrich-Heine-Straße", "Alte Poststraße", "Mozartring", "Deichufer", "Im Winkel"),
)
EN_STREETS = (
    *("High Street", "Station Road", "Church Lane", "Victoria Avenue", "Mill Close", "Kings Drive"),
    *("Orchard Way", "Elm Grove", "St Johns Terrace", "Park Crescent", "Maple St", "Sunset Blvd"),
)
EN_PLACES = (
    "Leeds LS1 4DY",
    "London SW1A 2AB",
    "Bristol BS8 1TH",
    "Springfield, IL 62704",
    "York YO1 7HH",
    "",
)


def digits(chance: random.Random, n: int) -> str:
    return "".join(chance.choice(string.digits) for _ in range(n))


def letters(chance: random.Random, n: int) -> str:
    return "".join(chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(n))


def iban(chance: random.Random, country: str, n: int, bank: str = "") -> str:
    account = bank + digits(chance, n)
    number = int("".join(str(int(c, 36)) for c in account + country + "00"))
    return f"{country}{98 - number % 97:02d}{account}"


def luhn(chance: random.Random) -> str:
    body = [int(d) for d in chance.choice(("4", "51", "37")) + digits(chance, 15)][:15]
    total = sum(sum(divmod(2 * d, 10)) if k % 2 == 0 else d for k, d in enumerate(body))
    return "".join(map(str, body)) + str(-total % 10)


def grouped(code: str, chance: random.Random, mark: str = " ") -> str:
    return mark.join(code[k : k + 4] for k in range(0, len(code), 4)) if chance.random() < 0.6 else code


def mail(lang: str, chance: random.Random) -> str:
    name = chance.choice(
        ("anna.koch", "t_weber", "info-mueller", "jsmith82", "k.o'neil".replace("'", ""), "Sommer.M")
    )
    host = chance.choice(("example.org", "firma-nord.de", "mail.example.co.uk", "web.example", "example.com"))
    if chance.random() < 0.1:
        return f"{name} (at) {host.replace('.', ' (punkt) ' if lang == 'de' else ' (dot) ', 1)}"
    return f"{name}@{host}"


PHONES = {
    "de": (
        *(
            "0171 %######",
            "0%##/%#####",
            "+49 %## %######",
            "(0%#) %## %###",
            "0%##-%####-%#",
            "0049 %## %## %##",
        ),
        *("+49 (0) %# %#######", "0176%#######", "0%### %# %# %#", "+43 664 %######", "0800 %## %###"),
    ),
    "en": (
        *("07### %#####", "020 7%## %###", "+44 20 7%## %###", "+44 (0)7%## %#####", "(%##) %##-%###"),
        *("%##-%##-%###", "+1 %## %## %###", "0%## %## %###", "+1-%##-%##-%###"),
    ),
}


def phone(lang: str, chance: random.Random) -> str:
    """Fill a form: % is a digit that is not zero, # any."""
    form = chance.choice(PHONES[lang])
    return "".join({"%": str(chance.randint(1, 9)), "#": digits(chance, 1)}.get(c, c) for c in form)


def account(lang: str, chance: random.Random) -> str:
    german = (iban(chance, "DE", 18), iban(chance, "AT", 16), iban(chance, "CH", 17))
    english = (iban(chance, "GB", 14, "NWBK"), iban(chance, "FR", 23), iban(chance, "IE", 14, "AIBK"))
    return grouped(chance.choice(german if lang == "de" else english), chance)


def card(lang: str, chance: random.Random) -> str:
    return grouped(luhn(chance), chance, chance.choice(" -"))


def address(lang: str, chance: random.Random) -> str:
    if lang == "de":
        house = f"{chance.choice(DE_STREETS)} {chance.randint(1, 180)}{chance.choice(('', '', 'a', ' b'))}"
        return f"{house}, {chance.choice(DE_PLACES)}" if chance.random() < 0.6 else house
    flat = f"Flat {chance.randint(1, 30)}, " if chance.random() < 0.2 else ""
    place = chance.choice(EN_PLACES)
    return f"{flat}{chance.randint(1, 250)} {chance.choice(EN_STREETS)}" + (f", {place}" if place else "")


NUMBERS = (
    "######",
    "@@-2#-####",
    "K-#####",
    "INC#######",
    "####/####",
    "2026-#####",
    "@@@######",
    "########",
)


def number(lang: str, chance: random.Random) -> str:
    """Fill a form: @ is a letter, # a digit."""
    form = chance.choice(NUMBERS)
    return "".join({"@": letters(chance, 1), "#": digits(chance, 1)}.get(c, c) for c in form)


def plate(lang: str, chance: random.Random) -> str:
    one = (
        f"{chance.choice(('M', 'B', 'HH', 'OAL', 'KA', 'K'))}-{letters(chance, 2)} {chance.randint(1, 9999)}"
    )
    if lang == "de":
        return chance.choice((one, one.replace("-", " "), one.replace(" ", ""), one + "E"))
    mark = f"{letters(chance, 2)}{chance.randint(51, 74)}"
    last = letters(chance, 3)
    return chance.choice((f"{mark} {last}", f"{mark}{last}", f"{letters(chance, 3)}-{digits(chance, 4)}"))


def birth(lang: str, chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1940, 2008)
    de = ("Januar", "März", "Mai", "September")
    en = ("January", "March", "May", "September")
    named = chance.choice(de if lang == "de" else en)
    german = (f"{day:02d}.{month:02d}.{year}", f"{day}.{month}.{year % 100:02d}", f"{day}. {named} {year}")
    english = (
        f"{day} {named} {year}",
        f"{named} {day}, {year}",
        f"{day:02d}/{month:02d}/{year}",
        f"{day}th {named} {year}",
    )
    return chance.choice((*(german if lang == "de" else english), f"{year}-{month:02d}-{day:02d}"))


def handle(lang: str, chance: random.Random) -> str:
    return "@" + chance.choice(("anna_koch", "tom.w82", "nordlicht77", "MrsBaker", "kreativ_eck", "j-smith"))


MAKERS: dict[str, Callable[[str, random.Random], str]] = {
    f.__name__: f for f in (mail, phone, account, card, address, number, plate, birth, handle)
}


def a_sign(kind: str, lang: str, chance: random.Random) -> str:
    return MAKERS[kind](lang, chance)
