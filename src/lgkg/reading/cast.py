"""Who is in the article: mentions of people gathered into persons.

A later short mention (`นายสุรศักดิ์ กล่าวว่า`, `ปลัดณัฐพล`, `น.ส.ไตรศุลี`) is the person named in full elsewhere in the article:
the nearest one before it, else the first one after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation

from lgkg.facts import Person, Span
from lgkg.reading.document import Document
from lgkg.reading.offices import Offices
from lgkg.reading.people import Mention

FEW: Final = 100
"""Names that are counted one by one."""
LONGEST_GIVEN: Final = 40
"""How many letters are looked at for a given name that is known."""


@dataclass(slots=True)
class Appearance:
    """One mention and the number of the person it names (an index into `Cast.names`)."""

    mention: Mention
    person: int


class Cast:
    """The people of an article and where each is mentioned, in the order of the text."""

    def __init__(self, doc: Document, found: Sequence[Mention]) -> None:
        self._doc = doc
        self._keys: dict[str, int] = {}
        self.full: list[Mention] = []
        self._aliases: dict[int, list[str]] = {}
        self.appearances: list[Appearance] = []
        self._gather(found)

    def _gather(self, found: Sequence[Mention]) -> None:
        givens = {m.given for m in found if m.family}
        givens -= {g for g in givens if g.startswith("ก") and len(_longest_of(givens, g, 1)) >= 4}
        whole = _three_part_names(found)
        found = [_completed(_mayor(m, givens), whole) for m in found]
        for mention in found:
            if mention.sure and (mention.family or not mention.honorific):
                self._keys.setdefault(_key(mention.name), len(self._keys))
        firsts: dict[int, Mention] = {}
        for mention in found:
            person = self._keys.get(_key(mention.name)) if mention.family or not mention.honorific else None
            if person is not None:
                firsts.setdefault(person, mention)
                self.appearances.append(Appearance(mention, person))
        self.full = [firsts[i] for i in range(len(self._keys))]
        self._givens = {m.given for m in self.full if m.family}
        self._namesakes: dict[str, list[tuple[int, int, int]]] = {}
        for person, mention in sorted(enumerate(self.full), key=lambda numbered: numbered[1].start):
            self._add_namesake(person, mention)
        for mention in found:
            if mention.family is None and mention.honorific:
                self._resolve(mention)
        self.appearances.sort(key=lambda a: a.mention.start)

    def _resolve(self, mention: Mention) -> None:
        """A mention by given name only: someone named in full, else (if sure) a person of that one name."""
        person = self._by_given(mention.given, mention.start)
        if person is None and (shorter := self._glued_given(mention)):
            mention = shorter
            person = self._by_given(mention.given, mention.start)
        if person is None:
            if not mention.sure or len(mention.given) < 3:
                return
            person = self._keys.setdefault(_key(mention.given), len(self.full))
            if person == len(self.full):
                self.full.append(mention)
                self._add_namesake(person, mention)
        elif mention.given != self.full[person].name:
            self._alias(person, mention.given)
        self.appearances.append(Appearance(mention, person))

    def _glued_given(self, mention: Mention) -> Mention | None:
        """The mention cut to a known given name, where a word is glued to it or it was cut too short."""
        given = _longest_of(self._givens, self._doc.text, mention.name_start)
        if len(given) < 3:
            return None
        return replace(mention, given=given, end=mention.name_start + len(given))

    def _by_given(self, given: str, at: int) -> int | None:
        """The last person of this given name who is named in full before `at`, else the first behind."""
        same = self._namesakes.get(given)
        if same is None:
            return None
        before = bisect_left(same, (at,))
        return same[before - 1][1] if before else same[-1][2]

    def _add_namesake(self, person: int, mention: Mention) -> None:
        """Notes where somebody is first named in full, with the last and the first person so far of that given name."""
        same = self._namesakes.setdefault(mention.given, [])
        _, last, first = same[-1] if same else (0, person, person)
        same.append((mention.start, max(person, last), min(person, first)))

    def _alias(self, person: int, alias: str) -> None:
        aliases = self._aliases.setdefault(person, [])
        if alias not in aliases:
            aliases.append(alias)

    def add_short(self, offices: Offices) -> None:
        """Adds mentions by post and given name (`รมช.ประภัตร กล่าวว่า`) and by full name without a title."""
        starts = [a.mention.start for a in self.appearances]
        reach = list(accumulate((a.mention.end for a in self.appearances), max))
        titled = Counter((a.person, a.mention.name) for a in self.appearances)
        self._add_behind_posts(offices)
        for person, spans in self._named_in_full(titled).items():
            for span in spans:
                before = bisect_left(starts, span.end)
                if not before or reach[before - 1] <= span.start:
                    bare = replace(self.full[person], start=span.start, name_start=span.start, end=span.end)
                    self.appearances.append(Appearance(replace(bare, honorific=""), person))
        self.appearances.sort(key=lambda a: (a.mention.start, a.mention.end))

    def _named_in_full(self, titled: Counter[tuple[int, str]]) -> dict[int, list[Span]]:
        """Where the full names stand of those whose name stands more often than with a title, as `titled` counts.

        Few names are counted one by one, which is quick; many are looked for at once, in time linear in the text.
        """
        names = {i: m.name for i, m in enumerate(self.full) if m.family}
        if len(names) <= FEW:
            names = {i: name for i, name in names.items() if self._doc.text.count(name) > titled[i, name]}
        if not names:
            return {}
        persons, found = list(names), {person: list[Span]() for person in names}
        automaton = AhoCorasick(list(names.values()), implementation=Implementation.NoncontiguousNFA)
        for index, start, end in automaton.find_matches_as_indexes(self._doc.text, overlapping=True):
            spans = found[persons[index]]
            if not spans or start >= spans[-1].end:
                spans.append(Span(start, end))
        return {i: spans for i, spans in found.items() if len(spans) > titled[i, names[i]]}

    def _add_behind_posts(self, offices: Offices) -> None:
        known: dict[str, dict[str, int]] = {}
        for person, mention in enumerate(self.full):
            if mention.family and len(mention.given) >= 3:
                known.setdefault(mention.given[:3], {})[mention.given] = person
        for office in offices.mentions:
            alike = known.get(self._doc.text[office.end : office.end + 3], {})
            given = next((g for g in alike if self._doc.text.startswith(g, office.end)), None)
            if given is not None:
                short = Mention(office.end, office.end, office.end + len(given), "", given, None, False)
                self.appearances.append(Appearance(short, alike[given]))
                self._alias(alike[given], given)

    def persons(self) -> tuple[Person, ...]:
        """The persons, numbered as in `Appearance.person`."""
        return tuple(self._person(i, m) for i, m in enumerate(self.full))

    def _person(self, number: int, mention: Mention) -> Person:
        confidence = 0.98 if mention.family and mention.honorific else 0.9
        rule = "titled-name" if mention.honorific else "monk"
        evidence = self._doc.evidence(mention.start, mention.end, confidence, rule)
        aliases = tuple(self._aliases.get(number, ()))
        return Person(mention.name, mention.given, mention.family, mention.honorific, aliases, evidence)


def _mayor(mention: Mention, givens: set[str]) -> Mention:
    """`นายกสายัณห์` read as Mr กสายัณห์ is นายก and the given name of somebody named in full elsewhere."""
    if not mention.honorific.endswith("นาย") or not mention.given.startswith("ก"):
        return mention
    if mention.honorific == "ท่านนาย" and mention.family is not None:  # nobody is addressed as ท่าน and นาย
        return replace(mention, name_start=mention.name_start + 1, given=mention.given[1:])
    given = _longest_of(givens, mention.given, 1)
    if len(given) < 3 or mention.given in givens:
        return mention
    end = mention.name_start + 1 + len(given)
    return replace(mention, name_start=mention.name_start + 1, end=end, given=given, family=None, sure=False)


def _longest_of(givens: Set[str], text: str, at: int) -> str:
    """The longest of some given names that `text` has at `at`; empty if none."""
    ends = range(min(at + LONGEST_GIVEN, len(text)), at, -1)
    return next((text[at:end] for end in ends if text[at:end] in givens), "")


def _three_part_names(found: Sequence[Mention]) -> dict[str, str]:
    """Given name and first family name of people with two family names, and the two family names.

    Only where no two people share them: `วันดี กุญชรยาคง` is `วันดี กุญชรยาคง จุลเจริญ` elsewhere in the article.
    """
    names: dict[str, set[str]] = {}
    for mention in found:
        first, _, second = (mention.family or "").partition(" ")
        if second and first != "ณ":
            names.setdefault(f"{mention.given} {first}", set()).add(f"{first} {second}")
    return {short: families.pop() for short, families in names.items() if len(families) == 1}


def _completed(mention: Mention, whole: dict[str, str]) -> Mention:
    return replace(mention, family=whole[mention.name]) if mention.name in whole else mention


def _key(name: str) -> str:
    return name.replace(" ", "")
