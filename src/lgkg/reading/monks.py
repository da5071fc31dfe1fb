"""Finds monks: an ecclesiastical name, no family name, mostly with a post of the Sangha behind it.

`พระครูสถิตธรรมวิภัช เจ้าคณะตำบลพิชัย`, `พระราชภาวนาพิธาน วิ. เจ้าคณะจังหวัด…`. Halls and temples named after them are not people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import LONGEST_RUN, WORD
from lgkg.reading.people import Mention, word_end
from lgkg.tables import table
from lgkg.text.letters import Spellings, is_thai

_NAME_PREFIXES: Final = tuple(r["th"] for r in table("monks") if r["kind"] == "name")
_WHOLE: Final = tuple(r["th"] for r in table("monks") if r["kind"] == "whole")
_BEFORE: Final = tuple(r["th"] for r in table("monks") if r["kind"] == "before")
_SURE_PREFIXES: Final = tuple(r["th"] for r in table("monks") if r["sure"])
_SUFFIXES: Final = tuple(f" {r['th']}" for r in table("monks") if r["kind"] == "suffix")
_DEGREES: Final = tuple(form for r in table("monks") if r["kind"] == "degree" for form in (r["th"], f" {r['th']}"))
_ECCLESIASTICAL: Final = "abbot"

_BEGINNINGS: Final = (*_NAME_PREFIXES, *_WHOLE)
_SPELLINGS: Final = Spellings(_BEGINNINGS)
_ALSO_CALLED: Final = re.compile(r" ?\((?:หลวง|เจ้าคุณ|ท่าน)[^()\n]{2,40}\)")
"""The name that people call a monk by, behind his own: `(หลวงปู่ทองพูล)`."""


def monks(doc: Document) -> Iterator[Mention]:
    """Monks: an ecclesiastical name and no family name (`พระครูสถิตธรรมวิภัช เจ้าคณะตำบลพิชัย`)."""
    for number, start, begun in _SPELLINGS.matches(doc.letters):
        beginning = _BEGINNINGS[number]
        glued = start and is_thai(doc.text[start - 1]) and not doc.text.endswith(_BEFORE, 0, start)
        if glued and not cue(doc.hit_ending(start)):
            continue
        word = WORD.match(doc.text, start, start + LONGEST_RUN)
        hit = doc.hit_at(start)
        if beginning in _WHOLE:
            yield Mention(start, start, begun, "", beginning, None, True)
            continue
        if word is None or len(word.group()) < len(beginning) + 2 or cue(hit) == "word":
            continue
        end = word_end(doc, begun) or word.end()  # ปลัด in พระปลัด is no post
        end = _ordination_end(doc, end, beginning) or end
        end += next((len(s) for s in _SUFFIXES if doc.text.startswith(s, end)), 0)
        also_called = _ALSO_CALLED.match(doc.text, end)
        behind = also_called.end() if also_called else end
        behind += next((len(d) for d in _DEGREES if doc.text.startswith(d, behind)), 0)
        following = doc.hit_at(doc.skip_space(behind))
        if beginning in _SURE_PREFIXES or (following is not None and _is_of_sangha(doc, following)):
            name = doc.text[start:end]
            yield Mention(start, start, end, "", name, None, True)


def _is_of_sangha(doc: Document, following: Hit) -> bool:
    """Whether what stands behind a name is of the Sangha: its post, one beside it, or the chair of the monks."""
    office = following.of(Kind.OFFICE)
    if office is None:
        return doc.text.startswith("เป็นประธานฝ่ายสงฆ์", following.start)
    near = [h.of(Kind.OFFICE) for h in doc.hits_in(following.start, following.start + 60)]
    return any(o is not None and _ECCLESIASTICAL in o.id for o in near)


def _ordination_end(doc: Document, end: int, prefix: str) -> int | None:
    """The end of an ordination name behind a monk's own (`พระมหาอำนวย ญาณวโร`): a word with a post behind it."""
    if prefix not in _SURE_PREFIXES or not doc.text.startswith(" ", end) or doc.hit_at(end + 1) is not None:
        return None
    second = word_end(doc, end + 1)
    return second if second is not None and is_kind(doc.hit_at(doc.skip_space(second)), Kind.OFFICE) else None
