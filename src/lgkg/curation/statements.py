"""What an article says as statements that can be compared between two graphs, whatever their numbers and ids.

A statement is the same where it says the same of the same: passage, rule and confidence may differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lgkg.curation.quads import Line, text
from lgkg.rdf.terms import EVIDENCE, LABEL, TYPE, term

KINDS = ("tenure", "participation", "delegation", "meeting")
"""Kinds of statement."""

_KINDS = {term(f"lgkg:{kind.title()}"): kind for kind in KINDS}
_HOW_IT_WAS_READ = frozenset({EVIDENCE, term("lgkg:rule"), term("lgkg:confidence"), TYPE})
_IDENTIFIER = term("dcterms:identifier")
_MEETING = term("lgkg:Meeting")

Statement: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A kind, and what is said: properties and values, sorted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says.

    Attributes:
        id: the id it was read under.
        about: what is said of the article itself: title, day, source, digest of its text.
        statements: each statement, and how often it is made.
        events: id -> title of the events it tells of.
        labels: term of a thing -> what the article calls it, as a literal.
    """

    id: str
    about: frozenset[Line]
    statements: Counter[Statement]
    events: dict[str, str]
    labels: dict[str, str]


def said(article: str, lines: Iterable[Line], known_as: Mapping[str, str]) -> Said:
    """What an article says.

    Args:
        article: the id of its graph.
        lines: the graph.
        known_as: the term of a person -> that by which the person is known in both graphs, where it is another.
    """
    listed = list(lines)
    labels = {line.subject: line.object for line in reversed(listed) if line.predicate == LABEL}
    kinds = {line.subject: _KINDS[line.object] for line in listed if line.predicate == TYPE and line.object in _KINDS}
    events = {node: labels.get(node, '""') for node, kind in kinds.items() if kind == "meeting"}
    values = {**known_as, **events}  # an event is told by its title, since ids of events may change with their text
    found: dict[str, list[tuple[str, str]]] = {node: [] for node in kinds}
    for line in listed:
        if line.subject in found and line.predicate not in _HOW_IT_WAS_READ:
            found[line.subject].append((line.predicate, values.get(line.object, line.object)))
    about = frozenset(line for line in listed if line.subject == f"<{article}>")
    return Said(
        id=next((text(line.object) for line in about if line.predicate == _IDENTIFIER), ""),
        about=about,
        statements=Counter((kinds[node], tuple(sorted(told))) for node, told in found.items()),
        events={node[1:-1]: text(title) for node, title in events.items()},
        labels={known_as.get(node, node): label for node, label in labels.items()},
    )


def events_in(lines: Iterable[Line]) -> set[str]:
    """Ids of the events that an article tells of."""
    return {line.subject[1:-1] for line in lines if line.predicate == TYPE and line.object == _MEETING}


def in_words(statement: Statement, labels: Mapping[str, str]) -> str:
    """What a statement says, by the names that the article gives; people also by their ids, since names recur.

    `สมชาย ใจดี (person/5n3v…) · 2022-10-12 · ผู้ว่าราชการจังหวัดระยอง`
    """
    return " · ".join(_word(predicate, value, labels) for predicate, value in statement[1])


def _word(predicate: str, value: str, labels: Mapping[str, str]) -> str:
    label = labels.get(value, value)
    if not label.startswith('"'):
        return _local(label)
    word = text(label)
    if value.startswith("<person/"):
        return f"{word} ({value[1:-1]})"
    return _local(predicate) if word == "true" else word


def _local(address: str) -> str:
    """The end of an address: `Chair` of `…ontology#Chair`."""
    return address[1:-1].rpartition("#")[2].rpartition("/")[2]
