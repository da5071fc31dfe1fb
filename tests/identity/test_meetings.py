"""Which event is which: an event that several articles tell of has one id, and keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from lgkg.identity.ledger import EventsRow, Judgement, JudgementRow, Ledger
from lgkg.identity.meetings import Events, which_is_which, with_people
from lgkg.identity.records import EventRecord, Link


def event(article: str, number: int = 1, title: str = "ประชุม") -> EventRecord:
    return EventRecord(f"meeting/{article}{number}", article, title, "meeting", date(2024, 3, 5))


def same_title(records: Sequence[EventRecord]) -> list[Link]:
    alike = (pair for pair in combinations(records, 2) if pair[0].title == pair[1].title)
    return [Link(min(one.id, other.id), max(one.id, other.id), 0.9) for one, other in alike]


def settled(records: Sequence[EventRecord], ledger: Ledger) -> Events:
    found = which_is_which(sorted(records, key=lambda one: (one.article, one.id)), ledger, same_title, 0.8)
    ledger.add(*found.rows)
    return found


def test_an_event_of_two_articles_has_the_id_of_the_first() -> None:
    found = settled([event("a"), event("b"), event("c", title="เปิดตลาด")], Ledger())
    assert found.ids == {("b", "meeting/b1"): "meeting/a1"}
    assert found.replaced == {"meeting/b1": "meeting/a1"}


def test_the_ledger_is_told_of_new_events_and_of_what_joined_them() -> None:
    ledger = Ledger()
    rows = settled([event("a"), event("b")], ledger).rows
    assert rows[:2] == (EventsRow("a", ("meeting/a1",)), EventsRow("b", ("meeting/b1",)))
    assert [(row.a, row.b, row.judgement) for row in rows if isinstance(row, JudgementRow)] == [
        ("meeting/a1", "meeting/b1", Judgement.SAME)
    ]
    assert settled([event("a"), event("b")], ledger).rows == ()


def test_an_id_stays_when_an_earlier_article_comes_later() -> None:
    ledger = Ledger()
    settled([event("b")], ledger)
    assert settled([event("a"), event("b")], ledger).ids == {("a", "meeting/a1"): "meeting/b1"}


def test_an_event_keeps_its_id_when_the_article_that_gave_it_is_gone() -> None:
    ledger = Ledger()
    settled([event("a"), event("b")], ledger)
    assert settled([event("b")], ledger).ids == {("b", "meeting/b1"): "meeting/a1"}


def test_two_events_that_were_published_stay_two() -> None:
    ledger = Ledger()
    ledger.add(EventsRow("a", ("meeting/a1",)), EventsRow("b", ("meeting/b1",)))
    assert settled([event("a"), event("b")], ledger).ids == {}


def test_two_events_of_one_article_stay_two() -> None:
    assert settled([event("a", 1), event("a", 2)], Ledger()).ids == {}


def test_events_that_were_decided_different_stay_two() -> None:
    ledger = Ledger()
    ledger.add(JudgementRow("meeting/b1", "meeting/a1", Judgement.DIFFERENT, "somchai", "another day"))
    assert settled([event("a"), event("b")], ledger).ids == {}


def test_what_was_decided_different_is_not_joined_through_a_third() -> None:
    ledger = Ledger()
    ledger.add(JudgementRow("meeting/c1", "meeting/a1", Judgement.DIFFERENT, "somchai", "another day"))
    assert settled([event("a"), event("b"), event("c")], ledger).ids == {("b", "meeting/b1"): "meeting/a1"}


def test_a_decision_overrides_what_the_articles_say() -> None:
    ledger = Ledger()
    ledger.add(JudgementRow("meeting/b1", "meeting/a1", Judgement.SAME, "somchai", "a misprint in the title"))
    found = settled([event("a"), event("b", title="เปิดตลาด")], ledger)
    assert found.ids == {("b", "meeting/b1"): "meeting/a1"}


def test_ids_of_people_are_none_of_events() -> None:
    ledger = Ledger()
    ledger.add(EventsRow("a", ("person/a", "person/b")))
    ledger.add(JudgementRow("person/a", "person/b", Judgement.SAME, "somchai", "seen"))
    assert settled([event("a")], ledger).replaced == {}


def test_who_took_part_is_told_by_final_ids() -> None:
    told = EventRecord("m", "a", "t", "meeting", None, chairs=("person/2",), people=("person/1", "person/2"))
    final = with_people(told, {("a", "person/2"): "person/0", ("b", "person/1"): "person/9"})
    assert (final.chairs, final.people) == (("person/0",), ("person/0", "person/1"))
