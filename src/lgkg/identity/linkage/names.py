"""A person's name in the forms that are compared."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lgkg.identity.keys import name_key
from lgkg.identity.linkage.slips import heard, slurred, sound, spelt
from lgkg.identity.records import PersonRecord
from lgkg.tables import table, values

_MONK = "พระ"
_MEDITATION = "วิ."
"""What some releases put behind the name of a monk whose title is for meditation."""
_NICKNAME = re.compile(r"""\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|"[^"]*"|‘[^‘’]*’|'[^']*'""")
_LONGEST = 80


class Names(NamedTuple):
    """The keys of a name: as written, as `spelt`, as `heard`, by `sound` and as `slurred`.

    `whole` is both names without a space. The family name is None where only one name is known.
    """

    given: str
    family: str | None
    whole: str
    given_spelt: str
    family_spelt: str | None
    whole_spelt: str
    given_heard: str
    given_sound: str
    family_sound: str | None
    given_slurred: str
    family_slurred: str | None


def names(person: PersonRecord) -> Names:
    """The forms of a person's name."""
    given, family = _parts(person)
    whole, given_spelt, given_heard = given + (family or ""), spelt(given), heard(given)
    family_spelt, family_heard = (spelt(family), heard(family)) if family else (None, None)
    return Names(
        given,
        family,
        whole,
        given_spelt,
        family_spelt,
        given_spelt + (family_spelt or ""),
        given_heard,
        sound(given_heard),
        sound(family_heard) if family_heard else None,
        slurred(given_heard),
        slurred(family_heard) if family_heard else None,
    )


def _parts(person: PersonRecord) -> tuple[str, str | None]:
    """Given and family name; of a monk the name and the one in Pali, which tells monks apart as family names do."""
    given, family = _glued_titles().sub("", person.given), person.family
    if family in (None, _MEDITATION) and person.name.startswith(_MONK):
        given, _, family = person.name.removesuffix(f" {_MEDITATION}").partition(" ")
    return plain(given), plain(family) if family else None


def plain(name: str) -> str:
    """The key of a name without a nickname in brackets or quotes, cut where no name goes on, of real characters."""
    shown = _NICKNAME.sub("", name[:_LONGEST])
    return name_key(shown.encode(errors="replace").decode())


@cache
def _glued_titles() -> re.Pattern[str]:
    """Short titles that were left glued to the name: `พ.ต.อ.ทศพร`, `ผศ.ดร.มนัสวี`; of the full ones `นาย`."""
    forms = {form for row in table("titles") for form in (row["th"], *values(row["forms"])) if form.endswith(".")}
    short = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(rf"^(?:(?:ว่าที่)?(?:{short})|นาย)+(?=[ก-ฮเ-ไ].{{2}})")
