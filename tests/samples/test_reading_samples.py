"""The twenty sample articles are read as their annotations say, no worse than today; one of them exactly.

A form matches a form without regard to spaces, quotation marks and kinds of digit; a fact matches one that it shares a
form with. F1 is the harmonic mean of precision and recall over all articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from lgkg import resources
from lgkg.article import Article
from lgkg.facts import Evidence, Facts, Level, Meeting, Role
from lgkg.reading import read
from lgkg.text import decode

Annotation: TypeAlias = dict[str, Any]
Forms: TypeAlias = frozenset[str]
"""All that one fact may be called, each form as `key` writes it."""

SAMPLES = resources.data("samples")
LEFT_OUT = {ord(char): None for char in " \u00a0\u200b\u00ad\ufeff\"'“”‘’()"}
DIGITS = {ord("๐") + digit: str(digit) for digit in range(10)}
LIKE_ENOUGH = 0.75
"""How alike two titles of one event are at least, as `SequenceMatcher.ratio`."""

FLOORS = {
    "person": 0.97,
    "office": 0.93,
    "office status": 0.93,
    "organisation": 0.87,
    "province": 0.98,
    "district": 0.98,
    "policy": 0.83,
    "meeting": 0.83,
    "meeting day": 0.93,
    "participant": 0.95,
    "role": 0.8,
    "chair": 0.93,
    "delegation": 0.98,
    "pair": 0.93,
}
"""What is compared -> the least F1; today's figures lie a little above."""


def key(form: str) -> str:
    return form.replace("ํา", "ำ").replace("เเ", "แ").translate({**LEFT_OUT, **DIGITS})


def forms(*printed: str) -> Forms:
    return frozenset(map(key, printed))


@cache
def articles() -> tuple[Article, ...]:
    """The articles, by id."""
    found = [Article(path.stem, decode(path.read_bytes())) for path in (SAMPLES / "articles").glob("*.txt")]
    for line in (SAMPLES / "articles" / "more.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        published = date.fromisoformat(record["published"]) if record.get("published") else None
        found.append(Article(record["id"], record["text"], record.get("title"), published, record.get("url")))
    return tuple(sorted(found, key=lambda article: article.id))


@cache
def facts(article: Article) -> Facts:
    return read(article)


@cache
def annotation(article: Article) -> Annotation:
    loaded: Annotation = json.loads((SAMPLES / "annotations" / f"{article.id}.json").read_text(encoding="utf-8"))
    return loaded


def annotated(what: str, noted: Annotation) -> Iterator[Forms]:
    """The facts of one kind in an annotation."""
    meetings = noted["meetings"]
    held = [(person["name"], office) for person in noted["persons"] for office in person["offices"]]
    parts = [(meeting, part) for meeting in meetings for part in meeting["participants"]]
    if what == "person":
        yield from (forms(person["name"]) for person in noted["persons"])
    elif what == "office":
        yield from (forms(*(f"{name}|{form}" for form in called(office))) for name, office in held)
    elif what == "office status":
        yield from (forms(*(f"{name}|{form}|{status(office)}" for form in called(office))) for name, office in held)
    elif what == "organisation":
        yield from (forms(*called(body)) for body in noted["organisations"])
    elif what == "province":
        yield from map(forms, noted["provinces"])
    elif what == "district":
        yield from (forms(f"{area['name']}|{area['province']}") for area in noted["districts"])
    elif what == "policy":
        yield from (forms(*called(policy)) for policy in noted["policies"])
    elif what == "meeting day":
        yield from (forms(meeting["date"]) for meeting in meetings)
    elif what == "delegation":
        sent = {(d["delegator"], d["delegate"]) for meeting in meetings for d in meeting["delegations"]}
        yield from (forms("|".join(two)) for two in sent)
    elif what == "pair":
        yield from pairs([part["name"] for part in meeting["participants"]] for meeting in meetings)
    else:
        yield from roles(what, ((part["name"], role) for _, part in parts for role in part["roles"]))


def found(what: str, facts: Facts) -> Iterator[Forms]:
    """The facts of one kind that were read."""
    if what == "person":
        yield from (forms(person.name) for person in facts.persons)
    elif what == "office":
        yield from (forms(f"{t.person.name}|{t.office.label}") for t in facts.tenures)
    elif what == "office status":
        seen = [(f"{t.person.name}|{t.office.label}", t.acting, t.former) for t in facts.tenures]
        yield from (forms(f"{holding}|{acting}{former}") for holding, acting, former in seen)
    elif what == "organisation":
        yield from (forms(body.label, *body.variants) for body in facts.organizations)
    elif what == "province":
        yield from (forms(place.name) for place in facts.places if place.level is Level.PROVINCE)
    elif what == "district":
        districts = (place for place in facts.places if place.level is Level.DISTRICT)
        yield from (forms(f"{place.name}|{place.within.name if place.within else ''}") for place in districts)
    elif what == "policy":
        yield from (forms(policy.label, *policy.variants) for policy in facts.policies)
    elif what == "meeting day":
        yield from (forms(str(meeting.start)[:10]) for meeting in facts.meetings)
    elif what == "delegation":
        yield from (forms(f"{d.delegator.name}|{d.delegate.name}") for d in facts.delegations)
    elif what == "pair":
        taking_part = ([p.person.name for p in facts.participations if p.meeting == m] for m in facts.meetings)
        yield from pairs(taking_part)
    else:
        yield from roles(what, ((p.person.name, role) for p in facts.participations for role in p.roles))


def called(record: Annotation) -> list[str]:
    return [record["label"], *record["variants"]]


def status(office: Annotation) -> str:
    return f"{office['acting']}{office['former']}"


def pairs(meetings: Iterable[list[str]]) -> set[Forms]:
    return {forms("|".join(sorted(two))) for names in meetings for two in combinations(sorted(set(names)), 2)}


def roles(what: str, parts: Iterable[tuple[str, str]]) -> set[Forms]:
    if what == "chair":
        return {forms(name) for name, role in parts if role == Role.CHAIR}
    return {forms(f"{name}|{role}" if what == "role" else name) for name, role in parts}


def hits(expected: list[Forms], read: list[Forms]) -> int:
    """How many of the expected facts were read, each fact counting for one."""
    left = list(read)
    for fact in expected:
        match = next((other for other in left if fact & other), None)
        if match is not None:
            left.remove(match)
    return len(read) - len(left)


def held(noted: Annotation, meetings: tuple[Meeting, ...]) -> int:
    """How many events of the annotation were read under a title much like theirs."""
    left = [key(meeting.title) for meeting in meetings]
    for meeting in noted["meetings"]:
        titles = forms(meeting["title"], *meeting["title_variants"])
        match = next((title for title in left if any(is_like(title, other) for other in titles)), None)
        if match is not None:
            left.remove(match)
    return len(meetings) - len(left)


def is_like(title: str, other: str) -> bool:
    return SequenceMatcher(None, title, other, autojunk=False).ratio() >= LIKE_ENOUGH


def f1(what: str) -> float:
    counts = [0, 0, 0]
    for article in articles():
        noted, read = annotation(article), facts(article)
        if what == "meeting":
            counted = held(noted, read.meetings), len(noted["meetings"]), len(read.meetings)
        else:
            expected, seen = list(annotated(what, noted)), list(found(what, read))
            counted = hits(expected, seen), len(expected), len(seen)
        counts = [total + more for total, more in zip(counts, counted, strict=True)]
    return 2 * counts[0] / (counts[1] + counts[2])


@pytest.mark.parametrize("what", FLOORS)
def test_the_samples_are_read_no_worse_than_before(what: str) -> None:
    assert f1(what) >= FLOORS[what]


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.id)
def test_every_passage_of_a_sample_lies_in_its_text(article: Article) -> None:
    read = facts(article)
    for fact in (*read.entities(), *read.statements()):
        assert fact.evidence.span.of(article.text).strip()


def quoted(evidence: Evidence, text: str) -> str:
    """The passage, its middle left out where it is long, with the rule that read it."""
    passage = evidence.span.of(text)
    shown = passage if len(passage) <= 70 else f"{passage[:30]} … {passage[-30:]}"
    return f"{shown} [{evidence.rule}]"


def told(read: Facts) -> dict[str, list[list[Any]]]:
    """All that the facts say as plain lists, each with its passage last."""
    text = read.article.text
    return {
        "persons": [[p.honorific, p.name, *p.aliases, quoted(p.evidence, text)] for p in read.persons],
        "offices": [[o.label, o.kind, *o.variants, quoted(o.evidence, text)] for o in read.offices],
        "organizations": [[o.label, o.kind, *o.variants, quoted(o.evidence, text)] for o in read.organizations],
        "places": [[p.level, p.name, p.code, quoted(p.evidence, text)] for p in read.places],
        "policies": [[p.label, p.kind, *p.variants, quoted(p.evidence, text)] for p in read.policies],
        "tenures": [
            [t.person.given, t.office.label, t.acting, t.former, str(t.observed_on), quoted(t.evidence, text)]
            for t in read.tenures
        ],
        "meetings": [
            [m.title, m.kind, str(m.start), m.venue, m.attendee_count, quoted(m.evidence, text)] for m in read.meetings
        ],
        "participations": [[p.person.given, "+".join(p.roles), quoted(p.evidence, text)] for p in read.participations],
        "delegations": [[d.delegator.given, d.delegate.given, quoted(d.evidence, text)] for d in read.delegations],
    }


def test_one_sample_is_read_exactly_as_pinned() -> None:
    """A wanted change is pinned by writing it into the file."""
    pinned = json.loads((Path(__file__).parent / "a15.facts.json").read_text(encoding="utf-8"))
    (article,) = (article for article in articles() if article.id == "a15")
    assert told(facts(article)) == pinned
