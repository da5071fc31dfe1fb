"""What was found as it is shown: the name with the part that was typed, and the other name by which it was found.

>>> parts("สมหมาย ทดสอบดี", "นายสมหมาย")
[('สมหมาย', True), (' ทดสอบดี', False)]
"""

from __future__ import annotations

from lgkg.identity.name_finder import Stretch, stretches
from lgkg.web.search.index import Hit
from lgkg.web.search.typed import meanings

Part = tuple[str, bool]
"""A part of a name, and whether it was typed."""


def parts(name: str, text: str) -> list[Part]:
    """The parts of a name, those that were typed told from others."""
    found = _typed(name, text)
    if found is None:
        return [(name, False)]
    start, end = found
    return [part for part in ((name[:start], False), (name[start:end], True), (name[end:], False)) if part[0]]


def other_name(hit: Hit, text: str) -> str | None:
    """The other name of a thing that holds what was typed, where the one that is shown does not."""
    if _typed(hit.thing.label, text):
        return None
    return next((name for name in hit.thing.names[1:] if _typed(name, text)), None)


def _typed(name: str, text: str) -> Stretch | None:
    found = (stretch for meaning in meanings(text) for stretch in stretches(meaning.name, name))
    return next(found, None)
