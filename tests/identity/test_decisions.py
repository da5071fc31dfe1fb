"""The rows of decisions join and part whom they are meant to, and nobody else."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.errors import DecisionError
from lgkg.identity import Judgement, JudgementRow, Ledger, PersonRow
from lgkg.identity.decisions import Grounds, merging, parting, splitting
from lgkg.identity.standing import Standing

BY = Grounds("malee", "because", "2026-11-26")
IDS = [f"person/{letter}" for letter in "abcdef"]


def standing(*rows: PersonRow | JudgementRow, mentions: list[tuple[str, str]] | None = None) -> Standing:
    """Six people of six names, each in an article of its own, unless told otherwise; and some rows."""
    ledger = Ledger()
    ledger.add(*(PersonRow(id, id, id, (f"in-{id[-1]}",)) for id in IDS), *rows)
    return Standing(ledger, mentions or [(id, f"in-{id[-1]}") for id in IDS])


def same(a: str, b: str) -> JudgementRow:
    return JudgementRow(a, b, Judgement.SAME, "lgkg", "near", score=0.99)


def groups(of: Standing) -> set[frozenset[str]]:
    return {frozenset(of.members(id)) for id in IDS}


def test_a_split_keeps_with_each_what_was_joined_with_it_before() -> None:
    a, b, c, d, *_ = IDS
    now = standing(same(a, c), same(b, d), same(c, d))
    then = now.after(*splitting(now, a, b, BY))
    assert {frozenset((a, c)), frozenset((b, d))} <= groups(then)


def test_a_split_takes_back_every_same_that_held_the_two_together() -> None:
    a, b, c, *_ = IDS
    now = standing(same(a, b), same(b, c), same(a, c))
    rows = splitting(now, a, c, BY)
    assert {(row.a, row.b) for row in rows} == {(a, c), (b, c)}


def test_a_merge_joins_homonyms_that_each_of_the_two_was_told_apart_from() -> None:
    mentions = [("person/a", "1"), ("person/a", "2"), ("person/b", "3")]
    homonym = PersonRow("person/z", "ก", "person/a", ("2",))
    now = standing(
        PersonRow("person/a", "ก", "person/a", ("1",)), homonym, same("person/a", "person/b"), mentions=mentions
    )
    then = now.after(*merging(now, "person/b", "person/z", BY))
    assert then.members("person/z") == ("person/a", "person/b", "person/z")


def test_overriding_overrules_every_different_between_the_two() -> None:
    a, b, c, d, *_ = IDS
    apart = [JudgementRow(b, d, Judgement.DIFFERENT, "somchai", "two faces", "2026-01-01")]
    now = standing(same(a, b), same(c, d), *apart)
    with pytest.raises(
        DecisionError, match=r"person/b and person/d are different, as somchai decided on 2026-01-01: two f"
    ):
        merging(now, a, c, BY)
    assert frozenset((a, b, c, d)) in groups(now.after(*merging(now, a, c, BY, override=True)))


def test_a_person_of_several_names_is_parted_under_all_of_them() -> None:
    mentions = [("person/a", "1"), ("person/a", "2"), ("person/b", "2"), ("person/b", "3")]
    people = [PersonRow("person/a", "ก", "person/a", ("1", "2")), PersonRow("person/b", "ข", "person/b", ("2", "3"))]
    now = standing(*people, same("person/a", "person/b"), mentions=mentions)
    rows = parting(now, "person/a", ["2"], BY)
    given = [row for row in rows if isinstance(row, PersonRow)]
    assert [(row.by_name, row.articles, row.name) for row in given] == [
        ("person/a", ("2",), "person/a"),
        ("person/b", ("2",), "person/b"),
    ]
    then = now.after(*rows)
    assert set(then.members(given[0].person)) == {row.person for row in given}
    assert then.articles("person/a") == {"1", "3"}


def test_the_oldest_id_of_a_name_stays_first_when_articles_are_given_away() -> None:
    ledger = Ledger()
    ledger.add(PersonRow("person/a", "ก", "person/a", ("1", "2")), PersonRow("person/n", "ก", "person/a", ("1",)))
    assert list(ledger.people["person/a"].values()) == ["person/a", "person/n"]


@given(st.lists(st.sampled_from(list(combinations(IDS, 2))), max_size=8), st.sampled_from(list(combinations(IDS, 2))))
def test_a_merge_that_is_split_leaves_everybody_as_before(joined: list[tuple[str, str]], pair: tuple[str, str]) -> None:
    now = standing(*(same(*one) for one in joined))
    if now.oldest(pair[0]) == now.oldest(pair[1]):
        return
    merged = now.after(*merging(now, *pair, BY))
    assert merged.oldest(pair[0]) == merged.oldest(pair[1])
    assert groups(merged.after(*splitting(merged, *pair, BY))) == groups(now)


def test_only_a_decision_that_says_so_is_named_where_two_are_one_already() -> None:
    a, b, c, *_ = IDS
    now = standing(JudgementRow(a, c, Judgement.UNSURE, "malee", "blurred"), same(a, b), same(b, c))
    with pytest.raises(DecisionError) as told:
        merging(now, a, c, BY)
    assert "one person already" in str(told.value)
    assert "blurred" not in str(told.value)
