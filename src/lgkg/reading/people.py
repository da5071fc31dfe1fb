"""Finds where people are named: a title, a given name, mostly a family name.

Hard in Thai, which has no capitals and few spaces: half of all นาย begin a post (`นายกเทศมนตรี`) or a word, which the
lexicon settles; posts and verbs are glued to names (`นายอลงกรณ์กล่าวว่า`), so a name is cut where a term begins; and
family names may be ordinary words (`อยู่สำราญ`, `พร้อมพันธุ์`), which what stands behind them settles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lgkg.domain.gazetteer import gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import ENDING_CUES, TELLING_CUES, WORD
from lgkg.reading.words import is_word
from lgkg.tables import table
from lgkg.text.letters import LEADING_VOWELS, is_thai

LATIN: Final = re.compile(r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]*){0,3}")
FOREIGN: Final = re.compile(r"((?:[ก-๎]{1,30} ){2,4}[ก-๎]{1,30}) ?\([A-Z]")
"""A foreigner's name in Thai letters, of three to five parts, with the Latin form behind it."""
FARTHEST_LATIN: Final = 5 * 31
"""How far, in code points, the bracket of the Latin form stands behind where such a name begins."""
LATIN_FORM: Final = re.compile(r" ?\([A-Z][^()ก-๎\n ]{0,30} [^()ก-๎\n]{1,60}\)")
"""The Latin form behind a foreigner's name: `(Mr. Jan Novak)`."""
BRACKETED: Final = re.compile(r" ?\([ก-๎]{1,14}\)")
WOMAN: Final = re.compile(r" ?\(หญิง\)")
"""Behind a rank: `ว่าที่ ร.ต.(หญิง)`."""
LONGEST_NAME: Final = 26
LONGEST_RUN: Final = 80
"""How many letters without a space are looked at for the end of a name; text without spaces is read in linear time."""
MOST_TITLES: Final = 6
LONGEST_POST_IN_NAME: Final = 6
"""Posts of up to this many letters (ประธาน) are also given names."""
NA_SURNAMES: Final = frozenset(row["th"] for row in table("surnames"))


@dataclass(slots=True)
class Mention:
    """A place that names a person.

    Attributes:
        start: where the title begins (or the name, if there is none).
        name_start: where the name itself begins.
        end: where the name ends.
        honorific: the title as printed; empty if none.
        given: the given name.
        family: the family name; None if only the given name is printed.
        sure: whether it can be a person's first mention; an ordinary word or a name behind a weak title needs proof.
    """

    start: int
    name_start: int
    end: int
    honorific: str
    given: str
    family: str | None
    sure: bool

    @property
    def name(self) -> str:
        """Given and family name with one space."""
        return f"{self.given} {self.family}" if self.family else self.given


def titled(doc: Document) -> Iterator[Mention]:
    """All mentions of people by title and name, in the order of the text."""
    at = 0
    for hit in doc.of_kind(Kind.TITLE):
        if hit.start < at or _is_area(doc, hit):
            continue
        end, weak = _title_end(doc, hit)
        mention = _named(doc, hit.start, end, weak)
        if mention is not None and (_may_begin(doc, hit) or (not weak and _is_introduced(doc, mention))):
            yield mention
            latin = LATIN_FORM.match(doc.text, mention.end)
            at = latin.end() if latin else mention.end


def _is_area(doc: Document, hit: Hit) -> bool:
    """Whether อ. stands for อำเภอ here, not for อาจารย์."""
    at = doc.skip_space(hit.end)
    return is_kind(hit, Kind.AREA) and (doc.text.startswith("เมือง", at) or bool(gazetteer().district_at(doc.text, at)))


def _title_end(doc: Document, hit: Hit) -> tuple[int, bool]:
    """The end of a stack of titles (`รศ.ดร.`, `พันเอก (พิเศษ)`), and whether all of them are weak."""
    weak = _is_weak_title(hit)
    end = hit.end
    for _ in range(MOST_TITLES):
        if woman := WOMAN.match(doc.text, end):
            end = woman.end()
        following = doc.hit_at(doc.skip_space(end))
        if following is None or not is_kind(following, Kind.TITLE) or _is_part_of_name(doc, following):
            break
        weak = weak and _is_weak_title(following)
        end = following.end
    return end, weak


def _is_part_of_name(doc: Document, hit: Hit) -> bool:
    """Whether a weak title is rather the beginning of the name (นพ in `นายนพกร`)."""
    return _is_weak_title(hit) and not doc.text[hit.end - 1 : hit.end + 1].endswith((".", " "))


def _is_weak_title(hit: Hit) -> bool:
    entry = hit.of(Kind.TITLE)
    return entry is not None and (entry.weak or is_kind(hit, Kind.AREA))


def _may_begin(doc: Document, hit: Hit) -> bool:
    """Whether a title can begin here: not in the middle of a word, unless a term ends just before."""
    before = doc.hit_ending(hit.start)
    if not (hit.start and is_thai(doc.text[hit.start - 1])):
        return before is None or not _takes_locality(before)
    return before is not None and not is_kind(before, Kind.AREA) and not _takes_name(before)


def _takes_locality(hit: Hit) -> bool:
    """Whether the name of a town or subdistrict follows the hit: นางรำ behind `อบต.`."""
    return any(e.takes in ("locality", "subdistrict") for e in hit.entries if e.kind in (Kind.OFFICE, Kind.BODY))


def _takes_name(hit: Hit) -> bool:
    """Whether a place's or body's name follows the hit, such as นางรำ behind อบต."""
    return any(e.takes not in ("", "none") for e in hit.entries if e.kind in (Kind.OFFICE, Kind.BODY))


def _is_introduced(doc: Document, mention: Mention) -> bool:
    """Whether what follows a title in mid-word proves it: `สภาฯนายไอศูรย์ ดีรัตน์ ท้องถิ่นจังหวัด…`."""
    before = doc.hit_ending(mention.start)
    if mention.family is None or not mention.sure or (before is not None and _takes_name(before)):
        return False
    return _is_proven(doc, mention.end)


def _is_followed_up(doc: Document, end: int) -> bool:
    """Whether a post, title, verb of saying, Latin form or end of a bracket follows a name that ends at `end`."""
    if doc.text.startswith((")", ",", "\n"), end) or LATIN_FORM.match(doc.text, end):
        return True
    nickname = BRACKETED.match(doc.text, end)
    following = doc.hit_at(doc.skip_space(nickname.end() if nickname else end))
    return is_kind(following, Kind.OFFICE, Kind.TITLE) or cue(following) in ENDING_CUES


def _is_proven(doc: Document, end: int) -> bool:
    """Whether a post, a title or a closing bracket stands behind a name that ends at `end`."""
    following = doc.hit_at(doc.skip_space(end))
    proven = is_kind(following, Kind.OFFICE, Kind.TITLE) or cue(following) in ("acting", "former", "capacity")
    return proven or doc.text.startswith(")", end)


def _named(doc: Document, start: int, title_end: int, weak: bool, *, inner: bool = False) -> Mention | None:
    """The mention whose titles span `start` to `title_end`, if a name follows; `inner`: inside a run of letters."""
    at = doc.skip_space(title_end)
    honorific = doc.text[start:title_end].strip()
    latin = LATIN.match(doc.text, at)
    if latin and not weak:
        given, _, family = latin.group().strip(" .").partition(" ")
        return Mention(start, at, at + len(latin.group().rstrip(" .")), honorific, given, family or None, True)
    bracketed = doc.text.find("(", at, at + FARTHEST_LATIN + 1) > 0
    foreign = FOREIGN.match(doc.text, at) if bracketed else None
    if foreign and not doc.hits_in(at, foreign.end(1)):
        given, _, family = foreign.group(1).partition(" ")
        return Mention(start, at, foreign.end(1), honorific, given, family, True)
    given_end = word_end(doc, at, inner=inner)
    if given_end is None or not 2 <= given_end - at <= LONGEST_NAME or _is_no_name(doc, at):
        return None
    doubtful = _is_doubtful(doc, at, given_end)
    given = doc.text[at:given_end]
    if given.endswith("ณ") and (fused := _fused_na(doc, given_end)):
        return Mention(start, at, fused, honorific, given[:-1], doc.text[given_end - 1 : fused], not weak)
    nickname = BRACKETED.match(doc.text, given_end)
    if nickname and (after := _family_end(doc, nickname.end(), inner)) and _is_proven(doc, after):
        return Mention(start, at, after, honorific, given, doc.text[nickname.end() + 1 : after], not weak)
    family_end = _family_end(doc, given_end, inner)
    if doubtful and (family_end is None or not _is_proven(doc, family_end)):
        return None
    if family_end is None:
        alone = not weak and _can_stand_alone(doc, at, given_end)
        return Mention(start, at, given_end, honorific, given, None, alone)
    family = doc.text[given_end + 1 : family_end]
    sure = not weak or (_is_followed_up(doc, family_end) and not is_kind(doc.hit_at(given_end + 1), Kind.TITLE))
    return Mention(start, at, family_end, honorific, given, family, sure)


def _is_no_name(doc: Document, at: int) -> bool:
    """Whether a whole post begins (`, ดร. เจ้าคณะจังหวัด…`), or ก and a leading vowel (`นายกเมือง…`), where ก ends นายก."""
    hit = doc.hit_at(at)
    is_post = is_kind(hit, Kind.OFFICE) and hit is not None and hit.end - at > LONGEST_POST_IN_NAME
    return is_post or (doc.text[at] == "ก" and doc.text[at + 1] in LEADING_VOWELS)


def word_end(doc: Document, at: int, *, inner: bool = False) -> int | None:
    """The end of the name-like run of letters at `at`, cut where a term that ends names begins inside it.

    `inner` says that a run around this one is being cut, so that titles inside are not looked at once more.
    """
    match = WORD.match(doc.text, at, at + LONGEST_RUN)
    if match is None or len(match.group()) < 2:
        return None
    for hit in doc.hits_in(at + 2, match.end()):
        if _cuts(doc, hit, inner):
            return hit.start
    return match.end()


def _cuts(doc: Document, hit: Hit, inner: bool) -> bool:
    if is_kind(hit, Kind.OFFICE):
        return hit.end - hit.start >= 4
    if cue(hit) in ENDING_CUES:
        return hit.end - hit.start >= 4
    if cue(hit) in ("join", "clause"):
        return is_kind(doc.hit_at(hit.end), Kind.OFFICE, Kind.TITLE) or cue(doc.hit_at(hit.end)) in ENDING_CUES
    if is_kind(hit, Kind.TITLE) and not _is_weak_title(hit) and not inner:
        if " " not in doc.text[hit.end : hit.end + LONGEST_NAME + 2]:
            return False  # no family name can stand behind
        named = _named(doc, hit.start, hit.end, False, inner=True)
        return named is not None and _is_introduced(doc, named)
    return False


def _is_doubtful(doc: Document, at: int, end: int) -> bool:
    """Whether the letters at `at` are a term or begin like a post, so that only what follows can make them a name."""
    hit = doc.hit_at(at)
    if hit is None or is_kind(hit, Kind.PROVINCE):
        return False
    if is_kind(hit, Kind.OFFICE, Kind.TITLE, Kind.BODY, Kind.NAMED_BODY):
        return True
    return hit.end >= end


def _family_end(doc: Document, given_end: int, inner: bool) -> int | None:
    """The end of the family name behind a given name that ends at `given_end`; None if there is none."""
    text = doc.text
    if text.startswith("\n", given_end):
        return _broken_family_end(doc, given_end + 1, inner)
    if not text.startswith(" ", given_end) or _starts_latin(text, given_end + 1):
        return None
    start = given_end + 1
    if text.startswith("ณ ", start):
        match = WORD.match(text, start + 2)
        return match.end() if match and text[start : match.end()] in NA_SURNAMES else None
    end = word_end(doc, start, inner=inner)
    if end is None or end - start > LONGEST_NAME or not _can_be_family(doc, start, end):
        return None
    return _third_end(doc, end, inner) or end


def _broken_family_end(doc: Document, start: int, inner: bool) -> int | None:
    """The end of a family name that a line break parts from the given name: a post must stand behind it."""
    end = word_end(doc, start, inner=inner)
    if end is None or not doc.text.startswith(" ", end) or not is_kind(doc.hit_at(end + 1), Kind.OFFICE):
        return None
    first = doc.hit_at(start)
    return end if first is None or not is_kind(first, Kind.TITLE, Kind.OFFICE) else None


def _can_stand_alone(doc: Document, at: int, end: int) -> bool:
    """Whether a given name without a family name can be a person's first mention."""
    begins_like_term = doc.hit_at(at) is not None or doc.text[at] == "ก"
    return _is_followed_up(doc, end) and not begins_like_term and not is_word(doc.text[at:end])


def _starts_latin(text: str, at: int) -> bool:
    return text[at : at + 1].isascii() and text[at : at + 1].isalpha()


def _can_be_family(doc: Document, start: int, end: int) -> bool:
    """Whether the word may be a family name; one that begins like a term needs a post or title behind it."""
    if len([h for h in doc.hits_in(start, end) if cue(h)]) >= 2:
        return False  # `หวังให้ชุมชนแห่งนี้…`: a clause
    hit = doc.hit_at(start)
    if hit is None:
        return end - start >= 2
    area = hit.of(Kind.AREA)
    if hit.end > end or is_kind(hit, Kind.NAMED_BODY) or (area is not None and area.id != "blocker"):
        return False
    if cue(hit) in TELLING_CUES or (is_kind(hit, Kind.TITLE) and not _is_weak_title(hit)):
        return False
    if is_kind(hit, Kind.PROVINCE):
        return True
    if is_kind(hit, Kind.OFFICE) or cue(hit) in ENDING_CUES:
        return hit.end < end and hit.end - start <= 4 and _is_followed_up(doc, end)
    return (hit.end < end or cue(hit) == "word") and _is_proven(doc, end)  # มีสุข is a word, and a family name


def _third_end(doc: Document, end: int, inner: bool) -> int | None:
    """The end of a third name (`วันดี กุญชรยาคง จุลเจริญ`): no known word, and a post stands behind it."""
    if not doc.text.startswith(" ", end):
        return None
    start = end + 1
    if doc.text.startswith("ณ ", start):
        place = WORD.match(doc.text, start + 2)
        return place.end() if place and doc.text[start : place.end()] in NA_SURNAMES else None
    third_end = word_end(doc, start, inner=inner)
    if third_end is None or doc.hit_at(start) is not None or not 3 <= third_end - start <= 16:
        return None
    following = doc.hit_at(third_end + 1)
    if not (doc.text.startswith(" ", third_end) and is_kind(following, Kind.OFFICE)):
        return None
    return None if is_word(doc.text[start:third_end]) else third_end


def _fused_na(doc: Document, given_end: int) -> int | None:
    """The end of `กิตติรัตน์ณ ระนอง`, where ณ is glued to the given name."""
    match = WORD.match(doc.text, given_end + 1) if doc.text.startswith(" ", given_end) else None
    return match.end() if match and doc.text[given_end - 1 : match.end()] in NA_SURNAMES else None
