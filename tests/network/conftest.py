"""A town of five people over five events: small enough to count by hand.

| article | day        | province | who                      |
|---------|------------|----------|--------------------------|
| opening | 2024-01-10 | ระยอง     | ก้อง, ขวัญ, คำ (ขวัญ speaks) |
| seminar | 2024-02-20 | ระยอง     | ก้อง, ขวัญ                 |
| visit   | 2024-03-05 | ลำปาง    | ก้อง, งาม                 |
| talk    | unknown    | unknown  | ก้อง, ขวัญ                 |
| speech  | 2024-04-01 | ลำปาง    | จันทร์                     |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.facts import EventKind, Evidence, Facts, Level, Meeting, Participation, Person, Place, Role, Span
from lgkg.graph import Graph, open_graph

KONG, KWAN, KHAM, NGAM, CHAN = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ ดอนแก้ว", "งาม ตาเมือง", "จันทร์ ถาวร"
RAYONG, LAMPANG = ("ระยอง", "21"), ("ลำปาง", "52")


def report(
    name: str,
    people: Iterable[str],
    day: date | None = None,
    where: tuple[str, str] | None = None,
    kind: str = "meeting",
) -> Facts:
    """An article on one event, its title the article's name: the first chairs it, whoever is named again speaks."""
    attended = list(people)
    named = [f"นาย{one}" if one not in attended[:position] else f"{one}กล่าว" for position, one in enumerate(attended)]
    text = f"{name} {' '.join(named)} {where[0] if where else ''}"

    def at(phrase: str) -> Evidence:
        start = text.index(phrase)
        return Evidence(Span(start, start + len(phrase)), 0.9, "by-hand")

    place = Place(Level.PROVINCE, where[0], where[1], None, at(where[0])) if where else None
    meeting = Meeting(name, EventKind(kind), day, None, None, place, None, (), None, at(name))
    known = {one: person(one, at(one)) for one in attended}
    roles = [Role.CHAIR, *(Role.SPEAKER if phrase.endswith("กล่าว") else Role.ATTENDEE for phrase in named[1:])]
    return Facts(
        Article(name, text, name, day, f"https://example.go.th/{name}"),
        persons=tuple(known.values()),
        places=(place,) if place else (),
        meetings=(meeting,),
        participations=tuple(
            Participation(known[one], meeting, (role,), None, at(phrase))
            for one, role, phrase in zip(attended, roles, named, strict=True)
        ),
    )


def person(name: str, evidence: Evidence) -> Person:
    given, family = name.split()
    return Person(name, given, family, "นาย", (given,), evidence)


@pytest.fixture(scope="session")
def town_folder(tmp_path_factory: pytest.TempPathFactory, make_graph: Callable[[Path, Iterable[Facts]], Path]) -> Path:
    """The folder of the town's graph, for reading only."""
    articles = [
        report("opening", [KONG, KWAN, KHAM, KWAN], date(2024, 1, 10), RAYONG, "ceremony"),
        report("seminar", [KWAN, KONG], date(2024, 2, 20), RAYONG, "seminar"),
        report("visit", [KONG, NGAM], date(2024, 3, 5), LAMPANG, "visit"),
        report("talk", [KONG, KWAN]),
        report("speech", [CHAN], date(2024, 4, 1), LAMPANG, "other"),
    ]
    return make_graph(tmp_path_factory.mktemp("network") / "town", articles)


@pytest.fixture(scope="session")
def town(town_folder: Path) -> Iterator[Graph]:
    """The town's graph, for reading only."""
    with open_graph(town_folder) as graph:
        yield graph
