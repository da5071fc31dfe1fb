"""What a graph says of one person: names, posts with the days they were seen, and every fact with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from lgkg.store.values import Iri

if TYPE_CHECKING:
    from lgkg.graph import Graph
    from lgkg.store.values import Value


@dataclass(frozen=True, slots=True)
class Post:
    """A post in which somebody was seen.

    Attributes:
        office: its label.
        id: its id.
        first: first day on which the person was seen in it, which is not when the term began; None if unknown.
        last: last such day.
        acting: whether every sighting is an acting one.
        former: whether every sighting calls it a former post.
        sightings: how many.
    """

    office: str
    id: str
    first: date | None
    last: date | None
    acting: bool
    former: bool
    sightings: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement about a person.

    Attributes:
        kind: `tenure`, `participation`, `delegation`, or `mention`, which says no more than the name.
        told: what is said, in Thai words of the article.
        day: the day it is said of: the sighting's or the event's; None if unknown.
        passage: the words of the article that say so.
        article: the article's id.
        issued: day of publication; None if unknown.
        source: address of the article; empty if unknown.
        rule: what read it; empty for a mention.
        confidence: from 0 to 1; None for a mention.
    """

    kind: str
    told: str
    day: date | None
    passage: str
    article: str
    issued: date | None
    source: str
    rule: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a graph says of a person.

    Attributes:
        id: the id the person is known by.
        name: the preferred name.
        names: each name printed, with the number of articles that print it, the commonest first.
        honorifics: likewise each title or rank.
        posts: posts, the one seen last first.
        facts: statements and mentions, oldest first.
    """

    id: str
    name: str
    names: tuple[tuple[str, int], ...]
    honorifics: tuple[tuple[str, int], ...]
    posts: tuple[Post, ...]
    facts: tuple[Fact, ...]

    @property
    def articles(self) -> int:
        """How many articles name the person."""
        return len({fact.article for fact in self.facts})


def profile(graph: Graph, id: str) -> Profile:
    """What a graph says of a person, given the id that the person is known by."""
    person = Iri(graph.manifest.base + id)
    tenures = graph.query(_TENURES, person=person).rows
    return Profile(
        id=id,
        name=preferred_name(graph, id),
        names=printed(graph, "foaf:name", person),
        honorifics=printed(graph, "lgkg:honorific", person),
        posts=_posts(graph, tenures),
        facts=tuple(sorted(set(_facts(graph, person, tenures)), key=_oldest_first)),
    )


def preferred_name(graph: Graph, id: str) -> str:
    """The name that most articles print; empty for somebody whom none names any more."""
    rows = graph.query("SELECT ?name { ?person skos:prefLabel ?name }", person=Iri(graph.manifest.base + id)).rows
    return str(rows[0][0]) if rows else ""


_Row = tuple["Value | None", ...]


def printed(graph: Graph, said: str, person: Iri) -> tuple[tuple[str, int], ...]:
    """What articles print of a person (`foaf:name`, `lgkg:honorific`), and how many print each, the commonest first."""
    rows = graph.query(
        f"SELECT ?it (COUNT(DISTINCT ?g) AS ?n) {{ GRAPH ?g {{ ?person {said} ?it }} }} GROUP BY ?it", person=person
    )
    counted = ((str(it), cast(int, n)) for it, n in rows if it is not None)
    return tuple(sorted(counted, key=lambda one: (-one[1], one[0])))


def _posts(graph: Graph, tenures: Iterable[_Row]) -> tuple[Post, ...]:
    by_office: dict[str, list[_Row]] = {}
    for row in tenures:
        by_office.setdefault(str(row[0]), []).append(row)
    posts = [_post(graph, office, rows) for office, rows in by_office.items()]
    return tuple(sorted(posts, key=lambda post: (-(post.last or date.min).toordinal(), post.former, post.office)))


def _post(graph: Graph, office: str, rows: list[_Row]) -> Post:
    days = [day for _, _, day, *_ in rows if isinstance(day, date)]
    labels = graph.query("SELECT ?label { ?office skos:prefLabel ?label }", office=Iri(office)).rows
    return Post(
        office=str(labels[0][0] if labels else rows[0][1]),
        id=office.removeprefix(graph.manifest.base),
        first=min(days, default=None),
        last=max(days, default=None),
        acting=all(row[3] for row in rows),
        former=all(row[4] for row in rows),
        sightings=len(rows),
    )


def _facts(graph: Graph, person: Iri, tenures: Iterable[_Row]) -> Iterator[Fact]:
    for _, label, day, acting, former, *where in tenures:
        manner = "acting " * bool(acting) + "former " * bool(former)
        yield _fact("tenure", f"{manner}{label}", day, where)
    for title, day, roles, *where in graph.query(_PARTICIPATIONS, person=person):
        yield _fact("participation", f"{title} ({roles})", day, where)
    for part in ("delegate", "delegator"):  # in one query, a UNION of the two, the engine would read every delegation
        for who, whom, title, day, *where in graph.query(_DELEGATIONS.replace("PART", part), person=person):
            yield _fact("delegation", f"{whom} → {who}" + (f": {title}" if title else ""), day, where)
    for name, honorific, *where in graph.query(_MENTIONS, person=person):
        yield _fact("mention", f"{honorific or ''}{name}", None, [*where, None, None])


def _fact(kind: str, told: str, day: Value | None, where: list[Value | None]) -> Fact:
    passage, article, issued, source, rule, confidence = where
    return Fact(
        kind=kind,
        told=told,
        day=day if isinstance(day, date) else None,
        passage=str(passage),
        article=str(article),
        issued=issued if isinstance(issued, date) else None,
        source=str(source or ""),
        rule=str(rule or ""),
        confidence=None if confidence is None else float(cast(float, confidence)),
    )


def _oldest_first(fact: Fact) -> tuple[date, str, bool, str, str, str]:
    when = fact.day or fact.issued or date.max
    return when, fact.article, fact.kind == "mention", fact.kind, fact.told, fact.passage


_SOURCE = """
  ?where oa:exact ?passage .
  ?g dcterms:identifier ?article .
  OPTIONAL { ?g dcterms:issued ?issued }
  OPTIONAL { ?g dcterms:source ?source }
"""
_WHERE = f"?it lgkg:evidence ?where ; lgkg:rule ?rule ; lgkg:confidence ?confidence . {_SOURCE}"
_SOURCED = "?passage ?article ?issued ?source ?rule ?confidence"

_TENURES = f"""
SELECT DISTINCT ?office ?label ?day ?acting ?former {_SOURCED} {{
  GRAPH ?g {{
    ?it org:member ?person ; lgkg:office ?office .
    ?office rdfs:label ?label .
    OPTIONAL {{ ?it lgkg:observedOn ?day }}
    OPTIONAL {{ ?it lgkg:acting ?acting }}
    OPTIONAL {{ ?it lgkg:former ?former }}
    {_WHERE}
  }}
}} ORDER BY ?office ?article ?passage
"""

_PARTICIPATIONS = f"""
SELECT ?title ?day (GROUP_CONCAT(?part; separator=", ") AS ?roles) {_SOURCED} {{
  {{ SELECT DISTINCT ?it ?title ?day ?part {_SOURCED} {{
    GRAPH ?g {{
      ?it lgkg:participant ?person ; lgkg:meeting ?meeting ; lgkg:role ?role .
      ?meeting rdfs:label ?title .
      OPTIONAL {{ ?meeting schema:startDate ?day }}
      {_WHERE}
    }}
    BIND (STRAFTER(STR(?role), "#") AS ?part)
  }} ORDER BY ?part }}
}} GROUP BY ?it ?title ?day {_SOURCED}
"""

_DELEGATIONS = f"""
SELECT DISTINCT ?who ?whom ?title ?day {_SOURCED} {{
  GRAPH ?g {{
    ?it lgkg:PART ?person ; lgkg:delegate ?sent ; lgkg:delegator ?sender .
    ?sent rdfs:label ?who .
    ?sender rdfs:label ?whom .
    OPTIONAL {{ ?it lgkg:meeting/rdfs:label ?title }}
    OPTIONAL {{ ?it lgkg:meeting/schema:startDate ?day }}
    {_WHERE}
  }}
}}
"""

_MENTIONS = f"""
SELECT DISTINCT ?name ?honorific ?passage ?article ?issued ?source {{
  GRAPH ?g {{
    ?person a lgkg:Person ; foaf:name ?name ; lgkg:evidence ?where .
    OPTIONAL {{ ?person lgkg:honorific ?honorific }}
    {_SOURCE}
  }}
}}
"""
