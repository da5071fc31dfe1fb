"""The facts of an article as plain records for programs: lists, strings and numbers, ready for JSON.

Each fact is a record with the attributes of `lgkg.facts`. What it refers to is named by id and name; offsets count code
points of `article.text`. `mentions` lists every place that prints a form of a name, that of the evidence among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any, TypeAlias

from lgkg.article import Article
from lgkg.facts import Evidence, Facts, Meeting, Office, Organization, Person, Place, Policy, Statement
from lgkg.markup.ids import Fact, Ids
from lgkg.markup.marks import marked

Record: TypeAlias = dict[str, Any]


def facts_record(facts: Facts) -> Record:
    """The facts as one record.

    Example:
        >>> first, *_ = facts_record(facts)["tenures"]  # doctest: +SKIP
        >>> first["person"]  # doctest: +SKIP
        {"id": "person-1", "name": "สมชาย ใจดี"}
    """
    return _Recorder(facts).record()


class _Recorder:
    def __init__(self, facts: Facts) -> None:
        self._facts, self._ids = facts, Ids(facts)
        self._mentions: dict[str, list[list[int]]] = defaultdict(list)
        for mark in sorted(marked(facts).marks(), key=lambda mark: mark.span):
            self._mentions[mark.fact].append([mark.span.start, mark.span.end])

    def record(self) -> Record:
        facts = self._facts
        return {
            "article": _article(facts.article),
            "persons": self._all("person", facts.persons),
            "offices": self._all("office", facts.offices),
            "organizations": self._all("organization", facts.organizations),
            "places": self._all("place", facts.places),
            "policies": self._all("policy", facts.policies),
            "tenures": self._all("tenure", facts.tenures),
            "meetings": self._all("meeting", facts.meetings),
            "participations": self._all("participation", facts.participations),
            "delegations": self._all("delegation", facts.delegations),
        }

    def _all(self, name: str, found: Iterable[Fact]) -> list[Record]:
        return [self._fact(f"{name}-{number}", fact) for number, fact in enumerate(found, 1)]

    def _fact(self, id: str, fact: Fact) -> Record:
        told = {field.name: self._value(getattr(fact, field.name)) for field in fields(fact)}
        named = isinstance(fact, Meeting) or not isinstance(fact, Statement)
        return {"id": id, **told, **({"mentions": self._mentions[id]} if named else {})}

    def _value(self, value: object) -> object:
        match value:
            case Evidence():
                return self._evidence(value)
            case Person() | Office() | Organization() | Place() | Policy() | Meeting():
                return self._reference(value)
            case tuple():
                return [self._value(item) for item in value]
            case date():
                return value.isoformat()
            case _:
                return value

    def _evidence(self, evidence: Evidence) -> Record:
        span = evidence.span
        exact = span.of(self._facts.article.text)
        return {
            "start": span.start,
            "end": span.end,
            "exact": exact,
            "confidence": evidence.confidence,
            "rule": evidence.rule,
        }

    def _reference(self, thing: Person | Office | Organization | Place | Policy | Meeting) -> Record:
        """What a fact refers to; an area that is only implied has no id."""
        id = self._ids.of(thing) or None
        match thing:
            case Place():
                return {"id": id, "level": thing.level, "name": thing.name, "code": thing.code}
            case Person():
                return {"id": id, "name": thing.name}
            case Meeting():
                return {"id": id, "title": thing.title}
            case _:
                return {"id": id, "label": thing.label}


def _article(article: Article) -> Record:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "publisher": article.publisher,
        "text": article.text,
    }
