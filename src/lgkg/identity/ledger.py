"""The ledger: what was settled about who is who, one JSON object a line, for people to read and to keep in git.

Rows are only ever appended, and a later row overrides an earlier one. A row is one of

    {"person": "person/5n3v…", "name": "สมชาย ใจดี", "by_name": "person/5n3v…", "articles": ["d01", "d02"]}
    {"events": ["meeting/a3…"], "article": "d01"}
    {"judgement": "same", "a": "person/5n3v…", "b": "person/k2p…", "who": "lgkg", "why": "…", "score": 0.997}
    {"judgement": "different", "a": "…", "b": "…", "who": "somchai", "when": "2026-11-26", "why": "…"}

The first says which articles' occurrences of a name are this person's; so an id, once given, stays. Only a redaction
takes rows out of a ledger: those about who is withdrawn. The names withheld stand in a list of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from lgkg.errors import GraphError

AUTOMATIC = "lgkg"
"""Who judges where nobody was asked."""


class Judgement(StrEnum):
    """What was decided about two ids."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """The occurrences of the name `by_name` in these articles are the person `person`."""

    person: str
    name: str
    by_name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventsRow:
    """These events of an article were published."""

    article: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """Who decided what about two ids, and why; `score` where it was computed, `when` where a person decided."""

    a: str
    b: str
    judgement: Judgement
    who: str
    why: str
    when: str = ""
    score: float | None = None


Row: TypeAlias = PersonRow | EventsRow | JudgementRow


@dataclass(slots=True)
class Ledger:
    """What the rows come to.

    Attributes:
        rows: all rows, oldest first.
        people: id by name -> article -> id of the person whom the article means, the oldest id first.
        ages: every id of a person or event -> its age: the oldest has the smallest.
        judgements: two ids, sorted -> what was last decided about them; the last decided last.
    """

    rows: list[Row] = field(default_factory=list)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)
    judgements: dict[tuple[str, str], JudgementRow] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Ledger:
        """The ledger in a file; an empty one if there is none.

        Raises:
            GraphError: a line is no row of a ledger.
        """
        ledger = cls()
        if path.exists():
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        ledger.add(_row(line, f"{path}:{number}"))
        return ledger

    def add(self, *rows: Row) -> None:
        """Appends rows."""
        for row in rows:
            self.rows.append(row)
            match row:
                case PersonRow():
                    self._age(row.person)
                    self._give(row)
                case EventsRow():
                    for event in row.events:
                        self._age(event)
                case JudgementRow():
                    pair = (min(row.a, row.b), max(row.a, row.b))
                    self.judgements.pop(pair, None)
                    self.judgements[pair] = row

    def without(self, people: Iterable[str], articles: Iterable[str]) -> Ledger:
        """The same without the rows that name these people, and with these articles struck out everywhere."""
        gone, withdrawn = set(people), set(articles)
        left = Ledger()
        left.add(*(row for row in (_struck(row, gone, withdrawn) for row in self.rows) if row))
        return left

    def write(self, path: Path) -> None:
        """Writes all rows."""
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(_told(row), ensure_ascii=False)}\n" for row in self.rows)

    def decided(self, judgement: Judgement) -> Iterator[JudgementRow]:
        """The decisions of one kind that hold, in the order in which they were made."""
        return (row for row in self.judgements.values() if row.judgement is judgement)

    def _give(self, row: PersonRow) -> None:
        """Gives a person articles; those taken from another come last, so that the oldest id stays first."""
        known = self.people.setdefault(row.by_name, {})
        for article in row.articles:
            known.pop(article, None)
            known[article] = row.person

    def _age(self, id: str) -> None:
        self.ages.setdefault(id, len(self.ages))


def _struck(row: Row, people: set[str], articles: set[str]) -> Row | None:
    match row:
        case PersonRow():
            left = tuple(article for article in row.articles if article not in articles)
            return PersonRow(row.person, row.name, row.by_name, left) if left and row.person not in people else None
        case JudgementRow():
            return None if {row.a, row.b} & people else row
        case EventsRow():
            return None if row.article in articles else row


def _told(row: Row) -> dict[str, Any]:
    told: dict[str, Any]
    match row:
        case PersonRow():
            told = {"person": row.person, "name": row.name, "by_name": row.by_name, "articles": row.articles}
        case EventsRow():
            told = {"events": row.events, "article": row.article}
        case JudgementRow():
            told = {"judgement": row.judgement, "a": row.a, "b": row.b, "who": row.who, "when": row.when}
            told |= {"why": row.why, "score": row.score}
    return {name: value for name, value in told.items() if value not in ("", None)}


def _row(line: bytes, where: str) -> Row:
    try:
        return _parsed(json.loads(line.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise GraphError(
            f"this is no row of a ledger ({type(error).__name__}: {error})",
            where=where,
            remedy="Restore the ledger from your own copy, or take the line out",
        ) from error


def _parsed(told: Mapping[str, Any]) -> Row:
    if "person" in told:
        return PersonRow(_text(told["person"]), _text(told["name"]), _text(told["by_name"]), _texts(told["articles"]))
    if "events" in told:
        return EventsRow(_text(told["article"]), _texts(told["events"]))
    who, why, when = (_text(told.get(name, "")) for name in ("who", "why", "when"))
    score = None if told.get("score") is None else float(told["score"])
    return JudgementRow(_text(told["a"]), _text(told["b"]), Judgement(told["judgement"]), who, why, when, score)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is no list")
    return tuple(map(_text, values))
