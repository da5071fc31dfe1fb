"""Laws of identity: ids stay, whatever is added, removed, changed, merged and split; and the way does not matter.

A machine takes random steps and checks the laws after each. It works on invented people and events instead of texts, so
that thousands of steps take seconds; `test_update_laws.py` takes the same steps on graphs. 500 sequences of at most 12
steps are run; `LGKG_LAWS=20` runs twenty times as many.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, groupby

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lgkg.identity.ledger import Judgement, JudgementRow, Ledger, Row
from lgkg.identity.meetings import which_is_which, with_people
from lgkg.identity.mint import mint
from lgkg.identity.occurrences import Occurrence
from lgkg.identity.people import who_is_who
from lgkg.identity.records import EventRecord, Link, PersonRecord, Seat

SAFE = 0.9
TIMES = int(os.environ.get("LGKG_LAWS", "1"))


@dataclass(frozen=True)
class Invented:
    """An article: its day, who is seen in which province and post, and the titles of its events."""

    day: date | None
    people: tuple[tuple[str, str, str], ...]
    events: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """All that is settled: the id of each person and event of each article, what is replaced, what waits."""

    ids: Mapping[tuple[str, str], str]
    replaced: Mapping[str, str]
    waiting: tuple[Link, ...]
    within: tuple[Link, ...]
    rows: tuple[Row, ...]

    @property
    def published(self) -> tuple[object, ...]:
        """What a reader of the graph sees."""
        return self.ids, self.replaced


World = Mapping[str, Invented]

# Near names, among which some are safe and some are not, and one that is like no other.
NAMES = ["สมชาย ใจดี", "สมชาย ใจดิ", "สมชัย ใจดี", "สมชัย ใจดิ", "วิชัย มั่นคง"]
POSTS = [("21", "governor"), ("52", "governor"), ("21", "mayor"), ("52", "mayor"), ("", "minister")]
TITLES = ["ประชุมกรมการจังหวัด", "เปิดตลาดน้ำ", "ประชุมคณะกรรมการ"]


def person_id(name: str) -> str:
    return mint("person", name)


def occurrences(world: World) -> list[Occurrence]:
    found = (
        _occurrence(article, told.day, list(posts))
        for article, told in world.items()
        for _, posts in groupby(sorted(told.people), key=lambda one: one[0])
    )
    return sorted(found, key=lambda one: (one.person, one.article))


def _occurrence(article: str, day: date | None, posts: Sequence[tuple[str, str, str]]) -> Occurrence:
    name = posts[0][0]
    given, family = name.split()
    seats = (Seat(f"office/{kind}{area}", kind, "", area, day, day) for _, area, kind in posts)
    return Occurrence(article, person_id(name), name, given, family, "นาย", day, tuple(sorted(seats, key=str)))


def events(world: World) -> list[EventRecord]:
    return [
        EventRecord(
            mint("meeting", article, title),
            article,
            title,
            "meeting",
            told.day,
            people=tuple(sorted({person_id(name) for name, _, _ in told.people})),
        )
        for article, told in sorted(world.items())
        for title in sorted(told.events, key=lambda title: mint("meeting", article, title))
    ]


def near_names(records: Iterable[PersonRecord], touched: Collection[str]) -> list[Link]:
    """Links people whose names differ in one letter, safely where they share a post."""
    return [
        Link(min(one.id, other.id), max(one.id, other.id), 0.95 if _share_a_post(one, other) else 0.6, ("near",))
        for one, other in combinations(records, 2)
        if {one.id, other.id} & set(touched) and _one_letter(one.name, other.name)
    ]


def _one_letter(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=False)) == 1


def _share_a_post(one: PersonRecord, other: PersonRecord) -> bool:
    return bool({seat.office for seat in one.seats} & {seat.office for seat in other.seats})


def same_title(records: Sequence[EventRecord]) -> list[Link]:
    """Links events of one title and day, safely where a person took part in both."""
    return [
        Link(min(one.id, other.id), max(one.id, other.id), 0.95 if set(one.people) & set(other.people) else 0.6)
        for one, other in combinations(records, 2)
        if one.article != other.article and (one.title, one.day) == (other.title, other.day)
    ]


def settle(
    world: World, ledger: Ledger, changed: Collection[str] | None = None, waiting: Iterable[Link] = ()
) -> Outcome:
    """Settles a world as a build does, or an update if it is told what changed; adds to the ledger what is new."""
    before = len(ledger.rows)
    people = who_is_who(occurrences(world), ledger, near_names, SAFE, changed=changed, waiting=waiting)
    ledger.add(*people.rows)
    found = [with_people(event, people.ids) for event in events(world)]
    meetings = which_is_which(found, ledger, same_title, SAFE)
    ledger.add(*meetings.rows)
    other = people.ids | meetings.ids
    keys = [(one.article, one.person) for one in occurrences(world)] + [(one.article, one.id) for one in found]
    ids = {key: other.get(key, key[1]) for key in keys}
    return Outcome(ids, people.replaced | meetings.replaced, people.links, people.within, tuple(ledger.rows[before:]))


def copy(ledger: Ledger) -> Ledger:
    other = Ledger()
    other.add(*ledger.rows)
    return other


ids = st.integers(0, 30).map("d{:02}".format)
days = st.none() | st.integers(0, 70).map(lambda days: date(2024, 9, 1) + timedelta(days))
invented = st.builds(
    Invented,
    days,
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(POSTS)), max_size=3).map(
        lambda seen: tuple((name, *post) for name, post in seen)
    ),
    st.lists(st.sampled_from(TITLES), max_size=2, unique=True).map(tuple),
)
batches = st.dictionaries(ids, invented, min_size=1, max_size=5)
choice = st.integers(0, 1 << 20)


class IdentityMachine(RuleBasedStateMachine):
    """A world with its ledger, changed step by step."""

    @initialize(world=st.dictionaries(ids, invented, min_size=1, max_size=12))
    def begin(self, world: dict[str, Invented]) -> None:
        self.world, self.ledger = dict(world), Ledger()
        self.outcome = settle(self.world, self.ledger)

    @rule(batch=batches)
    def add(self, batch: dict[str, Invented]) -> None:
        self._keep_ids({**batch, **self.world})

    @rule(batch=batches)
    def change(self, batch: dict[str, Invented]) -> None:
        self._keep_ids({id: batch.get(id, told) for id, told in self.world.items()})

    @rule(gone=st.sets(ids, max_size=5))
    def remove(self, gone: set[str]) -> None:
        self._keep_ids(without(self.world, gone))

    @rule(gone=st.sets(ids, max_size=5))
    def remove_and_add_again(self, gone: set[str]) -> None:
        before, world = self.outcome, self.world
        self._keep_ids(without(world, gone))
        self._keep_ids(world)
        assert self.outcome.published == before.published

    @rule()
    def update_with_nothing(self) -> None:
        before = self.outcome
        self._keep_ids(self.world)
        assert self.outcome.published == before.published
        assert (self.outcome.waiting, self.outcome.rows) == (before.waiting, ())

    @rule(number=choice)
    def merge(self, number: int) -> None:
        if pair := self._pair(number):
            self._decide(*pair, Judgement.SAME)

    @rule(number=choice)
    def judge_different(self, number: int) -> None:
        if pair := self._pair(number):
            self._decide(*pair, Judgement.DIFFERENT)

    @rule(number=choice)
    def merge_and_split(self, number: int) -> None:
        before = self.outcome
        if pair := self._pair(number):
            self._decide(*pair, Judgement.SAME)
            self._decide(*pair, Judgement.DIFFERENT)
            assert self.outcome.published == before.published

    @precondition(lambda self: any(self.ledger.decided(Judgement.SAME)))
    @rule(number=choice)
    def split(self, number: int) -> None:
        rows = list(self.ledger.decided(Judgement.SAME))
        row = rows[number % len(rows)]
        self._decide(row.a, row.b, Judgement.DIFFERENT)
        for article, person in self.outcome.ids:
            assert self.outcome.ids[article, person] in self.ledger.ages

    @invariant()
    def a_build_with_the_ledger_comes_to_the_same(self) -> None:
        ledger = copy(self.ledger)
        built = settle(self.world, ledger)
        assert built.published == self.outcome.published
        assert (built.waiting, built.rows) == (self.outcome.waiting, ())

    @invariant()
    def what_is_apart_has_two_ids(self) -> None:
        known = {**{id: id for id in self.ledger.ages}, **self.outcome.replaced}
        for row in self.ledger.decided(Judgement.DIFFERENT):
            assert known.get(row.a, row.a) != known.get(row.b, row.b)

    def _pair(self, number: int) -> tuple[str, str] | None:
        """Two people whom nothing keeps apart, and about whom nothing was decided."""
        people = sorted({id for id in self.outcome.ids.values() if id.startswith("person/")})
        pairs = [pair for pair in combinations(people, 2) if pair not in self.ledger.judgements]
        pair = pairs[number % len(pairs)] if pairs else None
        return pair if pair and self._may_be_one(*pair) else None

    def _may_be_one(self, a: str, b: str) -> bool:
        ledger = copy(self.ledger)
        ledger.add(JudgementRow(a, b, Judgement.SAME, "somchai", "to see"))
        replaced = settle(self.world, ledger).replaced
        return replaced.get(a, a) == replaced.get(b, b)

    def _decide(self, a: str, b: str, judgement: Judgement) -> None:
        self._step(self.world, JudgementRow(a, b, judgement, "somchai", "seen", "2026-11-26"))

    def _keep_ids(self, world: World) -> None:
        before, old = self.outcome, self.world
        self._step(world)
        stays = {key for key in before.ids if world.get(key[0]) == old[key[0]]}
        assert {key: self.outcome.ids[key] for key in stays} == {key: before.ids[key] for key in stays}

    def _step(self, world: World, *rows: Row) -> None:
        """Updates to another world; a build with the ledger there was must come to the same."""
        articles = {id for id in {**world, **self.world} if world.get(id) != self.world.get(id)}
        changed = {one.person for one in (*occurrences(world), *occurrences(self.world)) if one.article in articles}
        self.ledger.add(*rows)
        ledger = copy(self.ledger)
        waiting = (*self.outcome.waiting, *self.outcome.within)
        self.world, self.outcome = dict(world), settle(world, self.ledger, changed, waiting)
        assert settle(world, ledger) == self.outcome


def without(world: World, gone: Collection[str]) -> dict[str, Invented]:
    return {id: told for id, told in world.items() if id not in gone}


IdentityMachine.TestCase.settings = settings(
    max_examples=500 * TIMES,
    stateful_step_count=12,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
TestIdentityKeepsItsLaws = IdentityMachine.TestCase
