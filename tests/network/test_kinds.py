"""Networks of bodies, posts and delegations, counted by hand in a ward of three bodies.

| article | day        | who, in which office of which body                    | held by |
|---------|------------|--------------------------------------------------------|---------|
| water   | 2023-03-01 | ก้อง (head of the school), ขวัญ (head of the hospital) | ward    |
| light   | 2023-09-01 | ก้อง (head of the school), คำ (in no office)             |         |
| road    | 2024-05-01 | ขวัญ (head of the hospital), sent by งาม                |         |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.errors import QueryError
from lgkg.facts import (
    Delegation,
    EventKind,
    Evidence,
    Facts,
    Meeting,
    Office,
    Organization,
    Participation,
    Person,
    Role,
    Span,
    Tenure,
)
from lgkg.graph import Graph, open_graph
from lgkg.network import Network, NodeKind, describe, measures, project

KONG, KWAN, KHAM, NGAM = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ ดอนแก้ว", "งาม ตาเมือง"
SCHOOL, HOSPITAL, WARD = "โรงเรียนบ้านดอน", "โรงพยาบาลบ้านดอน", "เทศบาลตำบลบ้านดอน"
HEADS = {KONG: SCHOOL, KWAN: HOSPITAL, NGAM: HOSPITAL}


def report(title: str, day: date, *people: str, held_by: str = "", sent_by: str = "") -> Facts:
    """An article on one event; the first of the people is the one sent."""
    offices = [f"ผู้อำนวยการ{body}" for body in HEADS.values()]
    text = " ".join([title, *people, sent_by, held_by, *HEADS.values(), *offices])

    def at(phrase: str) -> Evidence:
        start = text.index(phrase)
        return Evidence(Span(start, start + len(phrase)), 0.9, "by-hand")

    def office(person: str) -> Office | None:
        if person not in HEADS:
            return None
        body = Organization(HEADS[person], "school", None, (), at(HEADS[person]))
        return Office(f"ผู้อำนวยการ{HEADS[person]}", "director", body, None, (), at(f"ผู้อำนวยการ{HEADS[person]}"))

    def person(name: str) -> Person:
        given, family = name.split()
        return Person(name, given, family, "นาย", (), at(name))

    organizer = Organization(held_by, "subdistrict_municipality", None, (), at(held_by)) if held_by else None
    meeting = Meeting(title, EventKind.MEETING, day, None, None, None, organizer, (), None, at(title))
    known, posts = {name: person(name) for name in people}, {name: office(name) for name in people}
    sender = person(sent_by) if sent_by else None
    held = {name: post for name, post in posts.items() if post}
    bodies = [post.organization for post in held.values() if post.organization]
    return Facts(
        Article(title, text, title, day),
        persons=(*known.values(), *([sender] if sender else [])),
        offices=tuple(held.values()),
        organizations=(*bodies, *([organizer] if organizer else [])),
        tenures=tuple(Tenure(known[name], post, False, False, day, at(name)) for name, post in held.items()),
        meetings=(meeting,),
        participations=tuple(
            Participation(known[name], meeting, (Role.ATTENDEE,), posts[name], at(name)) for name in people
        ),
        delegations=(Delegation(known[people[0]], sender, meeting, at(sent_by)),) if sender else (),
    )


@pytest.fixture(scope="module")
def ward(
    tmp_path_factory: pytest.TempPathFactory, make_graph: Callable[[Path, Iterable[Facts]], Path]
) -> Iterator[Graph]:
    articles = [
        report("water", date(2023, 3, 1), KONG, KWAN, held_by=WARD),
        report("light", date(2023, 9, 1), KONG, KHAM),
        report("road", date(2024, 5, 1), KWAN, sent_by=NGAM),
    ]
    with open_graph(make_graph(tmp_path_factory.mktemp("kinds") / "ward", articles)) as graph:
        yield graph


def edges(network: Network) -> dict[tuple[str, str], int]:
    name = {node.iri: node.name for node in network.nodes}
    if network.directed:
        return {(name[edge.a], name[edge.b]): edge.weight for edge in network.edges}
    return {(min(pair), max(pair)): edge.weight for edge in network.edges for pair in [(name[edge.a], name[edge.b])]}


def pairs(*found: tuple[str, str]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in found}


def test_bodies_meet_where_they_sent_somebody_or_held_the_event(ward: Graph) -> None:
    network = project(ward, "bodies")
    assert edges(network) == dict.fromkeys(pairs((SCHOOL, HOSPITAL), (SCHOOL, WARD), (HOSPITAL, WARD)), 1)
    assert {node.kind for node in network.nodes} == {NodeKind.BODY}
    assert [edge.newman for edge in network.edges] == [0.5, 0.5, 0.5]


def test_a_delegation_goes_from_who_was_sent_to_who_sent(ward: Graph) -> None:
    network = project(ward, "delegations")
    assert edges(network) == {(KWAN, NGAM): 1}
    assert network.directed and network.to_networkx().is_directed()
    event = network.edges[0].events[0]
    assert (event.title, event.day) == ("road", date(2024, 5, 1))
    assert measures(network)[network.edges[0].b].pagerank > measures(network)[network.edges[0].a].pagerank


def test_an_assignment_that_two_articles_tell_is_one(samples_graph: Graph) -> None:
    network = project(samples_graph, "delegations")
    told = samples_graph.query(
        "SELECT DISTINCT ?a ?b ?m { ?x lgkg:delegate ?a ; lgkg:delegator ?b FILTER (?a != ?b) "
        "OPTIONAL { ?x lgkg:meeting ?m } }"
    )
    assert sum(edge.weight for edge in network.edges) == len(told) > 0


def test_posts_join_people_to_offices_and_these_to_bodies(ward: Graph) -> None:
    network = project(ward, "posts")
    school, hospital = f"ผู้อำนวยการ{SCHOOL}", f"ผู้อำนวยการ{HOSPITAL}"
    assert edges(network) == dict.fromkeys(pairs((KONG, school), (KWAN, hospital)), 2) | dict.fromkeys(
        pairs((school, SCHOOL), (hospital, HOSPITAL)), 1
    )
    assert {node.name: node.kind.value for node in network.nodes} == {
        KONG: "person", KWAN: "person", school: "office", hospital: "office", SCHOOL: "body", HOSPITAL: "body",
    }  # fmt: skip


def test_a_post_keeps_its_body_when_days_are_asked_for(ward: Graph) -> None:
    found = edges(project(ward, "posts", since=date(2024, 1, 1)))
    assert found.keys() == pairs((KWAN, f"ผู้อำนวยการ{HOSPITAL}"), (f"ผู้อำนวยการ{HOSPITAL}", HOSPITAL))


@pytest.mark.parametrize("kind", ["bodies", "delegations", "posts"])
def test_every_kind_is_described_with_the_passages_that_say_so(ward: Graph, kind: str) -> None:
    network = describe(ward, project(ward, kind))
    assert all(event.sources for edge in network.edges for event in edge.events)


@pytest.mark.parametrize("kind", ["people", "bodies", "delegations", "posts"])
def test_every_kind_takes_the_filter_by_body(ward: Graph, kind: str) -> None:
    events = {event.title for event in project(ward, kind, body=SCHOOL).events}
    office = f"ผู้อำนวยการ{SCHOOL}"
    assert events == {"people": {"water", "light"}, "bodies": {"water", "light"}, "posts": {office}}.get(kind, set())
    assert project(ward, kind, body=WARD).events == project(ward, kind, body=WARD, until=date(2023, 12, 31)).events


@pytest.mark.parametrize("kind", ["people", "bodies", "delegations", "posts"])
def test_a_hostile_graph_has_networks_of_every_kind(graph_folder: Path, kind: str) -> None:
    with open_graph(graph_folder) as three:
        assert project(three, kind) == project(three, kind)
        assert measures(describe(three, project(three, kind)))


def test_a_kind_that_is_none_is_told_with_all_there_are(ward: Graph) -> None:
    with pytest.raises(QueryError, match="Give one of: people, delegations, posts, bodies"):
        project(ward, "friends")
