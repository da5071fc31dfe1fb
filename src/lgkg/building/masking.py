"""What of an article is withheld: which of its people, and which words of its texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from urllib.parse import unquote

from lgkg.domain.terms import Kind, terms
from lgkg.identity import name_key
from lgkg.identity.name_finder import NameFinder, Stretch, masked, stretches
from lgkg.identity.redaction import Redaction
from lgkg.rdf.lines import Line
from lgkg.rdf.terms import ALT_LABEL, LABEL, TYPE, term

TITLE, EXACT, SOURCE = term("dcterms:title"), term("oa:exact"), term("dcterms:source")
_OF_ARTICLE = {TITLE, term("dcterms:publisher")}
_STATES = {term(f"lgkg:{name}") for name in ("participant", "delegate", "delegator")} | {term("org:member")}
_FREE = {term(f"lgkg:{name}") for name in ("Meeting", "Venue", "Policy")}
_LETTER = re.compile(r"[^\W\d_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
LEAST_GIVEN = 3
"""Letters of the shortest given name that is looked for in titles when no honorific stands before it."""


@dataclass(slots=True)
class PersonSaid:
    """What an article says of a person.

    Attributes:
        names: whole names, no honorific.
        shorts: shorter forms that the article uses.
        honorifics, givens, families: parts of the name.
        offices: terms of the posts in which the article sees the person.
        statements: terms of tenures, participations and delegations.
    """

    names: list[str] = field(default_factory=list)
    shorts: list[str] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    givens: list[str] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    def bears(self, name: str) -> bool:
        """Whether a name is this person's: what is read behind it may be more than the name, not what is before it."""
        found = ((printed, start) for printed in self.names for start, _ in stretches(name, printed))
        return any(not start or not _LETTER.match(printed[start - 1]) for printed, start in found)

    def is_called(self, given: str) -> bool:
        """Whether an article knows no more of a name than this given name."""
        return not self.families and any(name_key(name) == name_key(given) for name in self.names)


def people_said(lines: Sequence[Line]) -> dict[str, PersonSaid]:
    """The people of an article by their terms."""
    people: dict[str, PersonSaid] = {
        line.subject: PersonSaid() for line in lines if (line.predicate, line.object) == (TYPE, _PERSON)
    }
    offices: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if person := people.get(line.subject):
            if part := _PARTS.get(line.predicate):
                getattr(person, part).append(line.text)
        elif line.predicate in _OFFICE:
            offices[line.subject].append(line.object)
    for line in lines:
        if line.predicate in _STATES and line.object in people:
            people[line.object].statements.append(line.subject)
            people[line.object].offices += offices[line.subject]
    return people


_PERSON = term("lgkg:Person")
_OFFICE = {term("lgkg:office"), term("lgkg:inCapacityOf")}
_PARTS = {
    term("foaf:name"): "names",
    ALT_LABEL: "shorts",
    term("lgkg:honorific"): "honorifics",
    term("foaf:givenName"): "givens",
    term("foaf:familyName"): "families",
}


class Mask:
    """Makes names unreadable in the texts of one article.

    Args:
        rows: what is withheld there.
        gone: the people who are.
        others: the people who are not; their names are left as they are.
    """

    def __init__(self, rows: Sequence[Redaction], gone: Sequence[PersonSaid], others: Iterable[PersonSaid]) -> None:
        self._names = NameFinder(chain((row.name for row in rows), *(one.names for one in gone if one.families)))
        self._givens = [row.given for row in rows if row.given] + [name for one in gone for name in one.givens]
        self._families = [name for one in gone for name in one.families]
        printed = [title for one in gone for title in one.honorifics]
        titled = (f"{title}{given}" for title in (*printed, *_titles()) for given in self._givens)
        self._shorts = NameFinder(chain(titled, *(one.shorts + one.names for one in gone)))
        self._in_titles = NameFinder(given for given in self._givens if len(given) >= LEAST_GIVEN)
        self._kept = [name for person in others for name in person.names]

    def line(self, line: Line, kinds: Iterable[str]) -> Line | None:
        """A statement with its text masked; None for a web address that prints a name.

        Args:
            line: the statement.
            kinds: terms of the classes of its subject.
        """
        if line.predicate == SOURCE:
            return None if self._names.spans(unquote(line.object)) else line
        if line.predicate == _IDENTIFIER or (text := line.text) is None:
            return line
        hidden = self._how(line, kinds)(text)
        return line if hidden == text else line.saying(hidden)

    def _how(self, line: Line, kinds: Iterable[str]) -> Callable[[str], str]:
        if line.predicate == EXACT:
            return self.passage
        free = line.predicate in _OF_ARTICLE or (line.predicate in (LABEL, ALT_LABEL) and not _FREE.isdisjoint(kinds))
        return self.title if free else self.name

    def name(self, text: str) -> str:
        """The name of a thing without whole names of those withheld."""
        return masked(text, self._names.spans(text, self._kept))

    def passage(self, text: str) -> str:
        """Running text without names and short forms, also such as its beginning and end cut in two."""
        return masked(text, self._in_running_text(text))

    def title(self, text: str) -> str:
        """A headline or the name of an event, which may call people by their given names."""
        return masked(text, [*self._in_running_text(text), *self._in_titles.spans(text, self._kept)])

    def _in_running_text(self, text: str) -> list[Stretch]:
        begun = [one for name in self._families for one in stretches(name, text) if one[0] == 0]
        ended = [one for name in self._givens for one in stretches(name, text) if one[1] == len(text)]
        return [*self._names.spans(text, self._kept), *self._shorts.spans(text, self._kept), *begun, *ended]


@cache
def _titles() -> tuple[str, ...]:
    """All spellings of what may stand before a name."""
    return tuple(spelt for spelt, entries in terms().items() if any(entry.kind is Kind.TITLE for entry in entries))


_IDENTIFIER = term("dcterms:identifier")
