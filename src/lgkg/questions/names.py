"""Finds what a name means in a graph.

A name is tried as it is written, then by its key (`lgkg.identity.name_key`), then as a part of longer names; the
preferred names of the graph come before others. What stands before it in texts (`นาย`, `จังหวัด`) may be left out or not.
An article is named by its id alone. Whoever was merged into somebody else is found by the old id too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from difflib import get_close_matches
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias, cast

import pyoxigraph as ox

from lgkg.errors import NameUnclearError, QueryError
from lgkg.identity import name_key
from lgkg.questions.header import Kind
from lgkg.questions.spellings import Reading, classes, readings
from lgkg.questions.values import shown
from lgkg.store.values import Iri, to_term

if TYPE_CHECKING:
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.store.values import Value

NEAR = 5
"""How many names a message lists."""

CHOICES = 20
"""How many things an error carries to choose from."""

_LONGEST = 500
"""Code points; what is longer names nothing, and is not compared with every name of a graph."""

_ID = re.compile(r"(person|office|org|place|policy)/~?[A-Za-z0-9._-]{1,80}")

_PREFERRED, _OTHER = "skos:prefLabel", "skos:altLabel"

_Choices: TypeAlias = "tuple[tuple[str, str], ...]"
"""Things and what they are called."""

_Names: TypeAlias = "Callable[[str, str], dict[str, list[Iri]]]"
"""Class and property of names -> key of a name -> what is called so."""


def find(graph: KnowledgeGraph, kind: Kind, parameter: str, name: Value) -> Iri:
    """What a name means.

    Args:
        graph: the graph to look in.
        kind: what it shall be.
        parameter: what the name is given for, for messages.
        name: a name, an `Iri`, an IRI in `<…>`, or an id as in `person/5n3v…`.

    Raises:
        NameUnclearError: nothing of this kind is called so, or several things are; the message lists up to five.
        QueryError: it is no name, or the address of no such thing.
    """
    if not isinstance(name, str) or not name_key(name):
        raise QueryError(f"{shown(name)} is no name for {parameter!r}", remedy="Give a name")
    if len(name) > _LONGEST:
        raise _unknown(kind, parameter, name, ())
    if isinstance(name, Iri) or (name.startswith("<") and name.endswith(">")):
        return _given(graph, kind, Iri(name.removeprefix("<").removesuffix(">")))
    if _ID.fullmatch(name):
        return _given(graph, kind, Iri(graph.base + name))
    name = name.encode("utf-8", "replace").decode()
    return _article(graph, parameter, name) if kind is Kind.ARTICLE else _named(graph, kind, parameter, name)


def _article(graph: KnowledgeGraph, parameter: str, name: str) -> Iri:
    """The article read under this id; a part of an id names nothing, since `a1` is a part of `a14`."""
    for (article,) in graph.query("SELECT ?article { ?article a lgkg:Article ; dcterms:identifier ?id }", id=name):
        return cast(Iri, article)
    listed = graph.query("SELECT ?id ?article { ?article a lgkg:Article ; dcterms:identifier ?id }")
    known = {str(id): str(article) for id, article in listed}
    near = tuple((known[id], id) for id in get_close_matches(name, sorted(known), NEAR))
    raise _unknown(Kind.ARTICLE, parameter, name, near, "Its id is the name of its file, or the `id` of its record")


def _named(graph: KnowledgeGraph, kind: Kind, parameter: str, name: str) -> Iri:
    tried = readings(kind, name)
    names = cache(lambda of_class, by: _names(graph, of_class, by))
    for search in (partial(_exact, graph), partial(_keyed, names), partial(_within, names)):
        found = search(tried)
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(graph, kind, parameter, name, found)
    raise _unknown(kind, parameter, name, _near(graph, names, tried))


def _given(graph: KnowledgeGraph, kind: Kind, iri: Iri) -> Iri:
    with suppress(ValueError):
        for (other,) in graph.query("SELECT ?other { ?thing dcterms:isReplacedBy ?other }", thing=to_term(iri)):
            iri = cast(Iri, other)
        thing = to_term(iri)
        if any(graph.query(f"ASK {{ ?thing a {of_class} }}", thing=thing).boolean for of_class in classes(kind)):
            return iri
    raise QueryError(f"{shown(iri)} is the address of no {kind} of this graph", remedy=f"Give the name of a {kind}")


def _exact(graph: KnowledgeGraph, tried: Iterable[Reading]) -> list[Iri]:
    for name, of_class in tried:
        thai, english = (ox.Literal(name, language=language) for language in ("th", "en"))
        for by in (_PREFERRED, _OTHER):
            answer = graph.query(_called(of_class, by), plain=name, thai=thai, english=english)
            if found := sorted(cast(Iri, thing) for (thing,) in answer):
                return found
    return []


def _keyed(names: _Names, tried: Iterable[Reading]) -> list[Iri]:
    for name, of_class in tried:
        for by in (_PREFERRED, _OTHER):
            if found := names(of_class, by).get(name_key(name)):
                return sorted(set(found))
    return []


def _within(names: _Names, tried: Iterable[Reading]) -> list[Iri]:
    for name, of_class in tried:
        wanted = name_key(name)
        for by in (_PREFERRED, _OTHER):
            having = sorted((key for key in names(of_class, by) if wanted in key), key=lambda key: (len(key), key))
            if having:
                return list(dict.fromkeys(thing for key in having for thing in names(of_class, by)[key]))
    return []


def _names(graph: KnowledgeGraph, of_class: str, by: str) -> dict[str, list[Iri]]:
    found: dict[str, list[Iri]] = {}
    for thing, label in sorted(cast("Iterable[tuple[Iri, str]]", graph.query(_labels(of_class, by)))):
        found.setdefault(name_key(label), []).append(thing)
    return found


def _near(graph: KnowledgeGraph, names: _Names, tried: Iterable[Reading]) -> _Choices:
    found: list[Iri] = []
    for name, of_class in tried:
        known = names(of_class, _PREFERRED)
        found += [known[key][0] for key in get_close_matches(name_key(name), known, NEAR)]
    return _labelled(graph, list(dict.fromkeys(found))[:NEAR])


def name_of(graph: KnowledgeGraph, thing: Iri) -> str:
    """The Thai name of something, of an article its id; of an area also what it lies in, since names of areas recur."""
    label, within = graph.query(_LABEL, thing=thing).rows[0]
    return f"{label}, {within}" if within else str(label)


def _labelled(graph: KnowledgeGraph, things: Iterable[Iri]) -> _Choices:
    return tuple((str(thing), name_of(graph, thing)) for thing in things)


def _ambiguous(graph: KnowledgeGraph, kind: Kind, parameter: str, name: str, found: list[Iri]) -> NameUnclearError:
    choices = _labelled(graph, found[:CHOICES])
    listed = "; ".join(f"{shown(label)} <{thing}>" for thing, label in choices[:NEAR])
    more = f" and {len(found) - NEAR} more" if len(found) > NEAR else ""
    return NameUnclearError(
        f"{shown(name)} may be {len(found)} things of kind {kind}: {listed}{more}",
        remedy="Give the whole name, or the address of one in <…>",
        parameter=parameter,
        meanings=len(found),
        choices=choices,
    )


def _unknown(
    kind: Kind, parameter: str, name: str, near: _Choices, otherwise: str = "Check the spelling, or give a part of it"
) -> NameUnclearError:
    remedy = f"Did you mean {', '.join(shown(label) for _, label in near)}?" if near else otherwise
    return NameUnclearError(
        f"no {kind} of this graph is called {shown(name)}",
        remedy=remedy,
        parameter=parameter,
        meanings=0,
        choices=near,
    )


_LABEL = """
SELECT ?label ?within {
  ?thing skos:prefLabel|dcterms:identifier ?label
  OPTIONAL {
    ?thing schema:containedInPlace ?area
    OPTIONAL { ?area skos:prefLabel ?within . FILTER (LANG(?within) = "th") }
  }
} ORDER BY DESC(LANG(?label)) ?within LIMIT 1
"""


def _called(of_class: str, by: str) -> str:
    """Class and property stand in the text, not as variables: with them the engine would read the whole graph."""
    forms = (f"{{ ?thing {by} ?{form} . ?thing a {of_class} }}" for form in ("thai", "english", "plain"))
    return f"SELECT DISTINCT ?thing {{ {' UNION '.join(forms)} }}"


def _labels(of_class: str, by: str) -> str:
    return f"SELECT DISTINCT ?thing ?label {{ ?thing a {of_class} ; {by} ?label }}"
