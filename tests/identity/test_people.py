"""Who is who: homonyms get ids of their own, near names are joined, and an id that was given stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from lgkg.identity.ledger import EventsRow, Judgement, JudgementRow, Ledger, PersonRow
from lgkg.identity.mint import mint
from lgkg.identity.occurrences import Occurrence
from lgkg.identity.people import Linker, People, who_is_who
from lgkg.identity.records import Link, PersonRecord, Seat

DAY = date(2024, 3, 5)
SOMCHAI, SOMCHAY = mint("person", "สมชาย ใจดี"), mint("person", "สมชาย ใจดิ")
RAYONG, LAMPANG = "21", "52"


def seen(article: str, area: str = RAYONG, name: str = "สมชาย ใจดี", day: date = DAY) -> Occurrence:
    """A mayor, seen in one article."""
    given, family = name.split()
    seat = Seat(f"office/{area}", "mayor", "", area, day, day)
    return Occurrence(article, mint("person", name), name, given, family, "นาย", day, (seat,))


def linking(*links: tuple[str, str, float]) -> Linker:
    """A linker that knows these links."""

    def link(records: Iterable[PersonRecord], touched: Collection[str]) -> list[Link]:
        ids = {record.id for record in records}
        return [Link(a, b, score) for a, b, score in links if {a, b} <= ids and {a, b} & set(touched)]

    return link


NOBODY = linking()
NEAR = (min(SOMCHAI, SOMCHAY), max(SOMCHAI, SOMCHAY))


def settled(occurrences: Sequence[Occurrence], ledger: Ledger, linker: Linker = NOBODY, **since: Any) -> People:
    """Settles, and adds to the ledger what is new."""
    ordered = sorted(occurrences, key=lambda one: (one.person, one.article))
    people = who_is_who(ordered, ledger, linker, 0.9, **since)
    ledger.add(*people.rows)
    return people


def test_the_second_of_a_name_gets_an_id_of_its_own() -> None:
    people = settled([seen("a"), seen("b", LAMPANG)], ledger := Ledger())
    assert people.ids == {("b", SOMCHAI): mint("person", SOMCHAI, "b")}
    assert ledger.people == {SOMCHAI: {"a": SOMCHAI, "b": mint("person", SOMCHAI, "b")}}


def test_the_ledger_is_told_each_article_once() -> None:
    ledger = Ledger()
    assert settled([seen("a")], ledger).rows == (PersonRow(SOMCHAI, "สมชาย ใจดี", SOMCHAI, ("a",)),)
    assert settled([seen("a"), seen("b")], ledger).rows == (PersonRow(SOMCHAI, "สมชาย ใจดี", SOMCHAI, ("b",)),)
    assert settled([seen("a"), seen("b")], ledger).rows == ()


def test_ids_stay_whatever_the_order_in_which_articles_come_later() -> None:
    first = [seen(f"a{n}", (RAYONG, LAMPANG)[n % 2]) for n in range(4)]
    later = [seen(f"b{n}", area, day=DAY + timedelta(n)) for n, area in enumerate((RAYONG, LAMPANG, "10", RAYONG))]
    for seed in range(10):
        ledger, there = Ledger(), list(first)
        before = settled(there, ledger).ids
        for one in Random(seed).sample(later, len(later)):
            there.append(one)
            after = settled(there, ledger).ids
            assert {key: after.get(key) for key in before} == before
            before = after


def test_safe_links_join_by_themselves_and_the_ledger_says_so() -> None:
    people = settled([seen("a"), seen("b", name="สมชาย ใจดิ")], ledger := Ledger(), linking((*NEAR, 0.95)))
    (row,) = (row for row in ledger.rows if isinstance(row, JudgementRow))
    assert (row.a, row.b, row.judgement, row.who, row.score) == (*NEAR, Judgement.SAME, "lgkg", 0.95)
    assert people.replaced == {NEAR[1]: NEAR[0]}


def test_the_person_of_more_articles_gives_the_id_when_both_are_new() -> None:
    people = settled(
        [seen("a"), seen("b", name="สมชาย ใจดิ"), seen("c", name="สมชาย ใจดิ")], Ledger(), linking((*NEAR, 0.95))
    )
    assert people.replaced == {SOMCHAI: SOMCHAY}


def test_links_that_are_not_safe_wait() -> None:
    people = settled([seen("a"), seen("b", name="สมชาย ใจดิ")], Ledger(), linking((*NEAR, 0.6)))
    assert (people.links, people.replaced) == ((Link(*NEAR, 0.6),), {})


def test_people_of_one_article_are_never_joined_by_a_link() -> None:
    people = settled([seen("a"), seen("a", name="สมชาย ใจดิ")], Ledger(), linking((*NEAR, 0.95)))
    assert (people.links, people.replaced) == ((Link(*NEAR, 0.95),), {})


def test_two_who_were_published_wait_however_safe_the_link() -> None:
    ledger, both = Ledger(), [seen("a"), seen("b", name="สมชาย ใจดิ")]
    settled(both, ledger)
    people = settled(both, ledger, linking((*NEAR, 0.99)))
    assert (people.links, people.replaced) == ((Link(*NEAR, 0.99),), {})


def test_who_was_decided_different_is_not_joined_and_does_not_wait() -> None:
    ledger = Ledger()
    ledger.add(JudgementRow(*NEAR, Judgement.DIFFERENT, "somchai", "two brothers"))
    people = settled([seen("a"), seen("b", name="สมชาย ใจดิ")], ledger, linking((*NEAR, 0.99)))
    assert (people.links, people.replaced) == ((), {})


def test_a_decision_joins_what_no_link_would_and_its_taking_back_parts_it_again() -> None:
    ledger, both = Ledger(), [seen("a"), seen("b", LAMPANG)]
    before = settled(both, ledger)
    pair = sorted({SOMCHAI, mint("person", SOMCHAI, "b")})
    ledger.add(JudgementRow(pair[0], pair[1], Judgement.SAME, "somchai", "he moved"))
    assert settled(both, ledger).ids == {}
    ledger.add(JudgementRow(pair[0], pair[1], Judgement.DIFFERENT, "somchai", "he did not"))
    assert settled(both, ledger).ids == before.ids


def test_waiting_links_are_kept_for_people_who_did_not_change() -> None:
    ledger, both = Ledger(), [seen("a"), seen("b", name="สมชาย ใจดิ")]
    waiting = settled(both, ledger, linking((*NEAR, 0.6))).links
    assert settled(both, ledger, NOBODY, changed=(), waiting=waiting).links == waiting
    assert settled(both, ledger, NOBODY, changed={SOMCHAI}, waiting=waiting).links == ()
    assert settled(both[:1], ledger, NOBODY, changed=(), waiting=waiting).links == ()


def test_a_pair_within_one_person_waits_again_when_the_person_is_split() -> None:
    third = mint("person", "สมชัย ใจดี")
    everyone = [seen("a"), seen("b", name="สมชาย ใจดิ"), seen("c", name="สมชัย ใจดี")]
    ledger, links = Ledger(), linking((*NEAR, 0.6))
    for other in NEAR:
        ledger.add(JudgementRow(min(third, other), max(third, other), Judgement.SAME, "somchai", "three spellings"))
    joined = settled(everyone, ledger, links)
    assert (joined.links, joined.within) == ((), (Link(*NEAR, 0.6),))
    ledger.add(JudgementRow(min(third, NEAR[0]), max(third, NEAR[0]), Judgement.DIFFERENT, "somchai", "not he"))
    assert settled(everyone, ledger, links, changed=(), waiting=joined.within).links == (Link(*NEAR, 0.6),)


def test_a_person_who_is_gone_keeps_homonyms_out_of_what_was_joined_with_him() -> None:
    """Else his article, when it is there again, would take from another what was joined meanwhile."""
    gone, near = mint("person", SOMCHAI, "b"), mint("person", SOMCHAI, "d")
    ledger = Ledger()
    first = [seen("a"), seen("a2"), seen("b", LAMPANG), seen("c", LAMPANG, "สมชาย ใจดิ")]
    safe = linking((min(gone, SOMCHAY), max(gone, SOMCHAY), 0.95), (min(near, SOMCHAY), max(near, SOMCHAY), 0.95))
    assert settled(first, ledger, safe).replaced
    without = [*(one for one in first if one.article != "b"), seen("d", LAMPANG)]
    before = settled(without, ledger, safe).ids
    after = settled([*without, seen("b", LAMPANG)], ledger, safe).ids
    assert {key: after.get(key) for key in before} == before


def test_ids_of_events_are_none_of_peoples() -> None:
    ledger = Ledger()
    ledger.add(JudgementRow("meeting/a", "meeting/b", Judgement.SAME, "lgkg", "the same title"))
    ledger.add(EventsRow("a", ("meeting/a",)), EventsRow("b", ("meeting/b",)))
    assert settled([seen("a")], ledger).replaced == {}
