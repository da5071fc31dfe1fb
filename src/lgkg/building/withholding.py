"""Withholds people who must not be published from what articles come to, before anything is kept or written."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from lgkg.building.block import Block, instances
from lgkg.building.masking import Mask, PersonSaid, people_said
from lgkg.errors import GraphError
from lgkg.identity import EventRecord, JudgementRow, Ledger, PersonRow
from lgkg.identity.name_finder import masked
from lgkg.identity.redaction import Redaction, Redactions
from lgkg.rdf.entities import Label
from lgkg.rdf.lines import Line, lines_of, said
from lgkg.rdf.terms import EVIDENCE, TYPE, term
from lgkg.store import packed

Gone: TypeAlias = tuple[str, str]
"""An article, and the id by name alone of somebody who is withheld from it."""


@dataclass(frozen=True, slots=True)
class _Left:
    """What an article says without those withheld, how many statements are gone with them, and what masks texts."""

    quads: bytes
    people: frozenset[str]
    statements: int
    mask: Mask


class Withholder:
    """Applies a list of redactions; an empty one costs nothing.

    Args:
        redactions: the list.
        base: what stands before every id.
    """

    def __init__(self, redactions: Redactions, base: str) -> None:
        self._redactions, self._base = redactions, base

    def block(self, block: Block) -> Block:
        """A block without those withheld; the same one if there are none in it."""
        if not self._redactions.finder.names or not (left := self._left(gzip.decompress(block.quads))):
            return block
        return replace(
            block,
            quads=packed(left.quads),
            size=left.quads.count(b"\n"),
            labels=_labels(block.labels, left),
            occurrences=tuple(one for one in block.occurrences if one.person not in left.people),
            events=tuple(_event(event, left) for event in block.events),
            passages=instances("lgkg:Passage", block.graph, left.quads),
            facts=block.facts - left.statements,
        )

    def ledger(self, ledger: Ledger, people: Iterable[str] = (), gone: Collection[Gone] = ()) -> Ledger:
        """A ledger without the rows about people and articles withheld, and without their names in reasons given.

        Args:
            ledger: the ledger.
            people: ids of people whose rows are struck out too.
            gone: people withheld from articles.
        """
        if not self._redactions:
            return ledger
        rows = [row for row in ledger.rows if isinstance(row, PersonRow)]
        named = {row.person for row in rows if self._withheld_everywhere(row.name)}
        nowhere = {row.person for row in rows} - {row.person for row in rows if _still(row, gone)}
        left = Ledger()
        for row in ledger.without(named | nowhere | set(people), self._redactions.articles).rows:
            if isinstance(row, JudgementRow):
                left.add(replace(row, why=self.told(row.why)))
            elif not isinstance(row, PersonRow):
                left.add(row)
            elif articles := _still(row, gone):
                left.add(replace(row, articles=articles))
        return left

    def told(self, text: str) -> str:
        """A text in which names that are withheld everywhere are masked."""
        return masked(text, self._redactions.everywhere.spans(text))

    def check_article(self, quads: bytes) -> None:
        """Passes if nothing withheld is in an article that is to be published.

        Raises:
            GraphError: it is; the error does not tell the name.
        """
        if not self._redactions.finder.names:
            return
        left = self._left(quads)
        if left and (left.quads != quads or self._prints_in_id(quads)):
            raise _leak(next(lines_of(quads)).graph.strip("<>"))

    def check_common(self, part: str, quads: bytes, kept: Sequence[str]) -> None:
        """Passes if no name that is withheld everywhere is in a graph that belongs to all articles.

        Args:
            part: what it is called.
            quads: what it says.
            kept: names of other people of which a withheld one is a part.

        Raises:
            GraphError: there is one; the error does not tell it.
        """
        everywhere = self._redactions.everywhere
        if everywhere.near(said(quads)):
            texts = (line.text for line in lines_of(quads))
            if any(text and everywhere.spans(text, kept) for text in texts):
                raise _leak(part)

    def longer(self, names: Iterable[str]) -> list[str]:
        """Those of these names, of people who are not withheld, of which a withheld name is a part; sorted."""
        return sorted(name for name in set(names) if self._redactions.everywhere.spans(name))

    def _withheld_everywhere(self, name: str) -> bool:
        return any(PersonSaid([name]).bears(one) for one in self._redactions.everywhere.near(name))

    def _prints_in_id(self, quads: bytes) -> bool:
        return bool(self._redactions.everywhere.spans(_article(list(lines_of(quads)))))

    def _left(self, quads: bytes) -> _Left | None:
        """What an article says without those withheld; None if nothing in it may have to be."""
        near = self._redactions.of(self._redactions.finder.near(said(quads)))
        lines = list(lines_of(quads)) if near else []
        people, article = people_said(lines), _article(lines)
        meant = {row: [node for node, one in people.items() if self._means(row, one, article)] for row in near}
        rows = [row for row in near if row.everywhere or row.article == article or (row.office and meant[row])]
        if not rows:
            return None
        gone = {node: people[node] for row in rows for node in (*meant[row], *_called(people, row.given))}
        mask = Mask(rows, list(gone.values()), (one for node, one in people.items() if node not in gone))
        statements = {statement for one in gone.values() for statement in one.statements}
        return _Left(
            quads=_written(_without(lines, statements | gone.keys()), mask),
            people=frozenset(node[1 + len(self._base) : -1] for node in gone),
            statements=len(statements),
            mask=mask,
        )

    def _means(self, row: Redaction, person: PersonSaid, article: str) -> bool:
        there = not row.article or row.article == article
        return there and (not row.office or f"<{self._base}{row.office}>" in person.offices) and person.bears(row.name)


def _called(people: Mapping[str, PersonSaid], given: str) -> list[str]:
    """People of whom the article tells this given name alone: in an article that has the whole name, they are one."""
    return [node for node, one in people.items() if given and one.is_called(given)]


def _still(row: PersonRow, gone: Collection[Gone]) -> tuple[str, ...]:
    """The articles of a row from which its person is not withheld."""
    return tuple(article for article in row.articles if (article, row.by_name) not in gone)


def _article(lines: Sequence[Line]) -> str:
    return next((line.text or "" for line in lines if line.predicate == _IDENTIFIER), "")


def _without(lines: Sequence[Line], gone: set[str]) -> list[Line]:
    """The statements that neither are about these nor lead to them; without the passages that nothing cites then."""
    left = [line for line in lines if line.subject not in gone and line.object not in gone]
    passages = {line.subject for line in left if (line.predicate, line.object) == (TYPE, _PASSAGE)}
    uncited = passages - {line.object for line in left if line.predicate == EVIDENCE}
    return [line for line in left if line.subject not in uncited]


def _written(lines: Sequence[Line], mask: Mask) -> bytes:
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.predicate == TYPE:
            kinds[line.subject].add(line.object)
    hidden = (mask.line(line, kinds[line.subject]) for line in lines)
    return "".join(sorted({line.written() for line in hidden if line})).encode()


def _labels(labels: Iterable[Label], left: _Left) -> tuple[Label, ...]:
    told = ((id, kind, label) for id, kind, label in labels if id not in left.people)
    texts = {True: left.mask.title, False: left.mask.name}
    return tuple(sorted({(id, kind, texts[kind in ("Venue", "Policy")](label)) for id, kind, label in told}))


def _event(event: EventRecord, left: _Left) -> EventRecord:
    return replace(
        event,
        title=left.mask.title(event.title),
        venue=left.mask.title(event.venue),
        chairs=tuple(one for one in event.chairs if one not in left.people),
        people=tuple(one for one in event.people if one not in left.people),
    )


def _leak(where: str) -> GraphError:
    return GraphError(
        "a name that is withheld would be published here, so nothing was written",
        where=where,
        remedy="Withdraw the article with `lgkg redact GRAPH --article ID`, or give it an id without the name",
    )


_IDENTIFIER, _PASSAGE = term("dcterms:identifier"), term("lgkg:Passage")
