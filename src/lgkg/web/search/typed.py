"""What somebody who typed this may mean: without titles, abbreviations written out, the keyboard left in English.

>>> [meaning.name for meaning in meanings("นายสมหมาย")][:2]
['นายสมหมาย', 'สมหมาย']
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lgkg.harmless import one_line
from lgkg.identity import name_key
from lgkg.questions import Kind as Named
from lgkg.questions import readings
from lgkg.web.search.things import Kind

LONGEST = 200
"""Code points of what is typed that count."""
_NAMED = {
    Kind.PERSON: Named.PERSON,
    Kind.OFFICE: Named.OFFICE,
    Kind.ORGANIZATION: Named.ORGANISATION,
    Kind.PLACE: Named.PLACE,
}
_KEYS = re.compile("[!-~ ]+")
_LATIN_NAME = re.compile("[A-Za-z][A-Za-z .'-]+")


class Meaning(NamedTuple):
    """A name that may be meant.

    Attributes:
        name: the name.
        kind: what would bear it; None: anything.
        keyed: whether the keyboard would have been in the wrong language.
    """

    name: str
    kind: Kind | None = None
    keyed: bool = False

    @property
    def key(self) -> str:
        """The name's key, by which it is compared."""
        return name_key(self.name)


def meanings(text: str) -> list[Meaning]:
    """All that may be meant, the likeliest first; empty where nothing was typed."""
    text = " ".join(one_line(text.encode("utf-8", "replace").decode())[:LONGEST].split())
    found = [Meaning(text), *_readings(text)]
    if _KEYS.fullmatch(text):
        thai = _on_the_thai_keyboard(text)
        found += [meaning._replace(keyed=True) for meaning in (Meaning(thai), *_readings(thai))]
    return [meaning for meaning in dict.fromkeys(found) if meaning.key]


def is_name(text: str) -> bool:
    """Whether a text may be a name in Latin letters."""
    return bool(_LATIN_NAME.fullmatch(text))


def _readings(text: str) -> list[Meaning]:
    """The readings of a name that go beyond what was typed, each for what it may name."""
    return [
        Meaning(reading.name, kind)
        for kind, named in _NAMED.items()
        for reading in readings(named, text)
        if reading.name != text
    ]


def _on_the_thai_keyboard(text: str) -> str:
    """What the keys of a text write where the keyboard is set to Thai (Kedmanee)."""
    return "".join(_keys().get(letter, letter) for letter in text)


@cache
def _keys() -> dict[str, str]:
    from pythainlp.util.keyboard import EN_TH_KEYB_PAIRS  # its import takes a tenth of a second

    return dict(EN_TH_KEYB_PAIRS)
