"""A graph that says what is annotated is perfect, no order tells, and whatever is annotated the figures are sound."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lgkg
from lgkg import resources
from lgkg.errors import GraphError, InputError
from lgkg.evaluation import ATTRIBUTES, POLICY_KINDS, Counts, Evaluation, Kind, Statement, evaluate, graph_facts
from lgkg.evaluation.annotations import (
    Annotation,
    Delegation,
    District,
    Meeting,
    Named,
    Office,
    Participant,
    Person,
    Policy,
)
from lgkg.evaluation.evaluation import evaluated
from lgkg.evaluation.graph_facts import ArticleFacts, Entity, Grounds, Participation, Tenure
from lgkg.evaluation.graph_reader import read_facts
from lgkg.facts import EventKind, PolicyKind, Role
from lgkg.graph import Graph

ANNOTATIONS = resources.data("samples", "annotations")
UNPAIRED = frozenset({Kind.PERSON, Kind.OFFICE, Kind.ORGANISATION, Kind.PROVINCE, Kind.DISTRICT, Kind.POLICY})
"""Kinds whose counts depend on no order at all; the others also on which of several equal events is paired."""

PEOPLE = ["ก", "ข", "ค ง", "ค  ง", "จ"]
TITLES = ["ประชุม", "ตรวจค้นสถานบริการ", "xyz"]
LABELS = ["ครู", "ครูใหญ่", "ผู้ว่าราชการจังหวัดระยอง", "ผู้ว่าราชการจังหวัด", "กรมการปกครอง", "กรม"]
GROUNDS = st.builds(Grounds, st.sampled_from(["ก", "ข"]), st.sampled_from([None, 0.65, 0.75, 0.9]), st.just("rule"))
people, labels = st.sampled_from(PEOPLE), st.sampled_from(LABELS)
forms = st.lists(labels, max_size=2).map(tuple)


def lists(things: st.SearchStrategy[object], by: str, most: int = 4) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(things, max_size=most, unique_by=lambda it: getattr(it, by)).map(tuple)


offices = st.builds(Office, labels, forms, st.booleans(), st.booleans())
persons = st.builds(Person, people, st.just(""), st.just(()), lists(offices, "label", 2))
participants = st.builds(Participant, people, st.lists(st.sampled_from(Role), min_size=1, unique=True).map(tuple))
noted_meetings = st.builds(
    Meeting,
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(TITLES), max_size=1).map(tuple),
    st.just(EventKind.OTHER),
    st.sampled_from([None, date(2022, 10, 3), date(2022, 10, 4)]),
    st.none(),
    st.none(),
    st.none() | labels,
    st.none() | labels,
    st.none(),
    lists(participants, "name"),
    st.lists(st.builds(Delegation, people, people), max_size=2).map(tuple),
)
annotated = st.builds(
    Annotation,
    st.sampled_from(["a", "b", "c"]),
    lists(persons, "name"),
    lists(st.builds(Named, labels, forms), "label"),
    st.lists(labels, unique=True, max_size=3).map(tuple),
    st.lists(st.builds(District, labels, st.none()), max_size=3).map(tuple),
    lists(st.builds(Policy, labels, forms, st.sampled_from(PolicyKind)), "label"),
    lists(noted_meetings, "title", 3),
)

facts_ids = st.integers(0, 99).map(str)
entities = lists(st.builds(Entity, labels, GROUNDS), "label")
participations = st.builds(
    Participation,
    facts_ids,
    people,
    st.frozensets(st.sampled_from(["chair", "speaker", "attendee"]), min_size=1),
    GROUNDS,
)
said_meetings = st.builds(
    graph_facts.Meeting,
    facts_ids,
    st.sampled_from(TITLES).map(lambda title: frozenset([title])),
    st.frozensets(st.sampled_from(["2022-10-03", "2022-10-04"]), max_size=1),
    st.frozensets(labels, max_size=1),
    st.frozensets(labels, max_size=1),
    lists(participations, "person"),
    GROUNDS,
)


def complete(facts: ArticleFacts) -> ArticleFacts:
    """The same with everyone whom a statement tells of among the persons, and no delegations without an event."""
    known = {it.label: it for it in facts.persons}
    for name in named(facts) - known.keys():
        known[name] = Entity(name, Grounds())
    return replace(facts, persons=tuple(known.values()), delegations=facts.delegations if facts.meetings else ())


def named(facts: ArticleFacts) -> set[str]:
    """All whom a statement tells of."""
    present = {it.person for meeting in facts.meetings for it in meeting.participations}
    sent = {name for it in facts.delegations for name in (it.delegate, it.delegator)}
    return {it.person for it in facts.tenures} | present | sent


articles = st.builds(
    ArticleFacts,
    lists(st.builds(Entity, people, GROUNDS), "label"),
    entities,
    entities,
    entities,
    lists(st.builds(graph_facts.Policy, labels, GROUNDS, st.sampled_from(PolicyKind)), "label"),
    lists(st.builds(Tenure, facts_ids, people, labels, st.booleans(), st.booleans(), GROUNDS), "fact"),
    lists(said_meetings, "titles", 3),
    lists(st.builds(graph_facts.Delegation, facts_ids, people, people, GROUNDS), "fact", 2),
).map(complete)
golds = lists(annotated, "id", 3)
graphs = st.dictionaries(st.sampled_from(["a", "b", "c"]), articles, max_size=3)


def gold_from(id: str, facts: ArticleFacts) -> Annotation:
    """An annotation that says what the graph says; people whom the graph gives no office become private."""
    meetings = [gold_meeting(it) for it in facts.meetings]
    delegations = tuple(Delegation(it.delegate, it.delegator) for it in facts.delegations)
    if meetings:
        meetings[0] = replace(meetings[0], delegations=delegations)
    return Annotation(
        id,
        tuple(
            Person(name, "", (), gold_offices(name, facts.tenures)) for name in sorted(it.label for it in facts.persons)
        ),
        tuple(Named(it.label) for it in facts.organisations),
        tuple(it.label for it in facts.provinces),
        tuple(District(it.label, None) for it in facts.districts),
        tuple(Policy(it.label, kind=it.kind) for it in facts.policies),
        tuple(meetings),
    )


def gold_offices(person: str, tenures: Iterable[Tenure]) -> tuple[Office, ...]:
    held = {(it.office, it.acting, it.former) for it in tenures if it.person == person}
    return tuple(Office(label, (), acting, former) for label, acting, former in sorted(held))


def gold_meeting(meeting: graph_facts.Meeting) -> Meeting:
    title, *variants = sorted(meeting.titles)
    day, venue, province = (min(it, default=None) for it in (meeting.dates, meeting.venues, meeting.provinces))
    return Meeting(
        title,
        tuple(variants),
        EventKind.OTHER,
        date.fromisoformat(day) if day else None,
        *(None, None, venue, province, None),
        tuple(Participant(it.person, tuple(map(Role, sorted(it.roles)))) for it in meeting.participations),
        (),
    )


def is_perfect(evaluation: Evaluation) -> bool:
    """Whether all that either side has is right, and everything that the graph is sure of too."""
    counts = evaluation.scores.values()
    return (
        all(it == Counts() or it.precision == it.recall == it.f1 == 1 for it in counts)
        and not evaluation.mistakes
        and all(band.right == band.facts for band in evaluation.calibration)
    )


R = TypeVar("R", Annotation, ArticleFacts)


def shuffled(record: R, chance: random.Random) -> R:
    """The same record with each of its lists in another order."""
    lists: dict[str, Any] = {it.name: getattr(record, it.name) for it in fields(record)}
    return replace(record, **{name: _mixed(it, chance) for name, it in lists.items()})


def _mixed(value: Any, chance: random.Random) -> Any:
    return tuple(chance.sample(value, len(value))) if isinstance(value, tuple) else value


@settings(max_examples=40)
@given(golds, graphs)
def test_the_figures_are_sound_and_every_mistake_is_listed(
    gold: tuple[Annotation, ...], graph: Mapping[str, ArticleFacts]
) -> None:
    found = evaluated(gold, graph, {})
    for kind, counts in found.scores.items():
        assert all(0 <= figure <= 1 for figure in (counts.precision, counts.recall, counts.f1))
        assert counts.missed + counts.spurious == sum(mistake.kind is kind for mistake in found.mistakes)
        assert not (kind in ATTRIBUTES and counts.spurious)
    for band in found.calibration:
        assert 0 <= band.right <= band.facts
        assert not band.facts or band.least <= band.confidence < (band.below or 2)


@settings(max_examples=40)
@given(graphs)
def test_a_graph_is_perfect_if_it_is_measured_by_itself(graph: dict[str, ArticleFacts]) -> None:
    assert is_perfect(evaluated([gold_from(*it) for it in graph.items()], graph, {}))


@settings(max_examples=40)
@given(golds, graphs, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_tell(
    gold: tuple[Annotation, ...], graph: dict[str, ArticleFacts], chance: random.Random
) -> None:
    turned = dict(chance.sample(list(graph.items()), len(graph)))
    assert evaluated(chance.sample(gold, len(gold)), turned, {}) == evaluated(gold, graph, {})


@settings(max_examples=40)
@given(golds, graphs, st.randoms(use_true_random=False))
def test_the_order_inside_an_article_does_not_change_what_is_counted(
    gold: tuple[Annotation, ...], graph: dict[str, ArticleFacts], chance: random.Random
) -> None:
    before = evaluated(gold, graph, {}).scores
    mixed = {id: shuffled(facts, chance) for id, facts in graph.items()}
    after = evaluated([shuffled(it, chance) for it in gold], mixed, {}).scores
    assert {kind: before[kind] for kind in UNPAIRED} == {kind: after[kind] for kind in UNPAIRED}


def as_json(value: object) -> object:
    """A part of an annotation as it stands in a file."""
    if isinstance(value, PolicyKind):
        return next(word for word, kind in POLICY_KINDS.items() if kind is value)
    if isinstance(value, dict):
        return {name: as_json(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    return value.isoformat() if isinstance(value, date | time) else value


def write(folder: Path, gold: Iterable[Annotation]) -> Path:
    for number, one in enumerate(gold):
        (folder / f"{number}.json").write_text(json.dumps(as_json(asdict(one)), ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def measured(samples_graph: Graph) -> Evaluation:
    return evaluate(ANNOTATIONS, samples_graph)


def test_the_graph_of_the_samples_is_perfect_if_it_is_measured_by_itself(samples_graph: Graph, tmp_path: Path) -> None:
    said = read_facts(samples_graph, [article.id for article in samples_graph.articles()])
    found = evaluate(write(tmp_path, (gold_from(*it) for it in said.items())), samples_graph)
    assert is_perfect(found)
    assert (found.articles, found.absent) == (20, ())
    assert all(counts.right for counts in found.scores.values())


def test_a_graph_is_measured_from_its_folder_too(measured: Evaluation, samples_graph: Graph) -> None:
    assert lgkg.evaluate(str(ANNOTATIONS), samples_graph.path) == measured
    assert isinstance(measured, lgkg.Evaluation)


def test_what_is_missed_in_a_sample_is_shown_where_the_article_prints_it(measured: Evaluation) -> None:
    missed = [mistake for mistake in measured.mistakes if mistake.kind is Kind.OFFICE and not mistake.found]
    assert missed
    assert all(len(mistake.passage) > 60 for mistake in missed)


def test_mistakes_come_by_kind_and_article(measured: Evaluation) -> None:
    places = [(list(Kind).index(mistake.kind), mistake.article) for mistake in measured.mistakes]
    assert places == sorted(places)


def test_all_that_carries_a_confidence_is_measured(measured: Evaluation, samples_graph: Graph) -> None:
    (row,) = samples_graph.query("SELECT (COUNT(?fact) AS ?n) { ?fact lgkg:confidence ?confidence }")
    by_kind = {kind: sum(it.facts for it in measured.calibration if it.statement is kind) for kind in Statement}
    together = by_kind.pop(Statement.ALL)
    assert together == sum(by_kind.values())
    assert 0 < together <= int(str(row[0]))


def test_an_article_that_the_graph_does_not_hold_is_named_and_missed(samples_graph: Graph, tmp_path: Path) -> None:
    gold = [Annotation("gone", provinces=("ระยอง",)), Annotation("a01")]
    found = evaluate(write(tmp_path, gold), samples_graph)
    assert (found.articles, found.absent) == (2, ("gone",))
    assert found.scores[Kind.PROVINCE].missed == 1
    assert [mistake.article for mistake in found.mistakes if mistake.fault == "missed"] == ["gone"]


def test_what_is_no_graph_or_no_annotation_is_told(samples_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no annotation"):
        evaluate(tmp_path, samples_graph)
    with pytest.raises(GraphError, match="not a graph"):
        evaluate(ANNOTATIONS, tmp_path)
