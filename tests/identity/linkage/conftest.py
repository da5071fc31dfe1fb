from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lgkg.identity.keys import name_key
from lgkg.identity.linkage import candidates
from lgkg.identity.mint import mint
from lgkg.identity.records import Link, PersonRecord, Seat

Person = Callable[..., PersonRecord]
Compare = Callable[[PersonRecord, PersonRecord], Link | None]


def seat(told: str, first: date, last: date) -> Seat:
    kind, area, body, *_ = [*told.split("@"), ""]
    org = mint("org", name_key(body), "") if body else ""
    return Seat(mint("office", kind, area, body), kind, org, area, first, last)


@pytest.fixture
def person() -> Person:
    """Makes a person: `person("สมชาย ใจดี", "governor@21", title="นาย", days=("2024-01-05", "2024-02-05"))`."""

    def make(
        name: str, *posts: str, title: str = "", days: tuple[str, str] = ("2024-01-05", "2024-01-05")
    ) -> PersonRecord:
        given, _, family = name.partition(" ")
        first, last = map(date.fromisoformat, days)
        seats = tuple(sorted((seat(post, first, last) for post in posts), key=lambda one: one.office))
        titles = (title,) if title else ()
        return PersonRecord(
            mint("person", name, *posts, *days), name, given, family or None, titles, seats, first, last
        )

    return make


@pytest.fixture
def compare() -> Compare:
    """Compares two people: their link, or None."""

    def link(a: PersonRecord, b: PersonRecord) -> Link | None:
        found = candidates([a, b])
        assert len(found) <= 1
        return found[0] if found else None

    return link
