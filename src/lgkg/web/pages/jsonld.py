"""Triples as compact JSON-LD 1.1: prefixed names, and a context that says once what kind of value a property takes.

A property whose values are all things, all of one datatype or all of one language in the document is declared so, and
its values are plain strings. The same triples give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

import pyoxigraph as ox

from lgkg.rdf.terms import PREFIXES, RDF, XSD

Json: TypeAlias = dict[str, Any]
_TYPE = f"{RDF}type"
_STRING = f"{XSD}string"


def compact(triples: Iterable[ox.Triple]) -> bytes:
    """A document with the triples; nodes and values are sorted."""
    by_property: dict[str, set[str]] = {}
    nodes: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
    for subject, predicate, value in sorted(triples, key=str):
        term = cast("ox.NamedNode | ox.BlankNode | ox.Literal", value)
        by_property.setdefault(predicate.value, set()).add(_kind(term))
        nodes.setdefault(_id(cast(ox.NamedNode, subject)), {}).setdefault(predicate.value, []).append(term)
    coerced = {name: next(iter(kinds)) for name, kinds in by_property.items() if len(kinds) == 1 and name != _TYPE}
    context = {
        **PREFIXES,
        **{_name(name): _coercion(kind) for name, kind in sorted(coerced.items()) if kind != _STRING},
    }
    graph = [{"@id": id, **_properties(said, coerced)} for id, said in nodes.items()]
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _properties(said: dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]], coerced: dict[str, str]) -> Json:
    told: Json = {}
    for name, values in said.items():
        if name == _TYPE:
            told["@type"] = _single([_name(value.value) for value in values])
        else:
            told[_name(name)] = _single([_value(value, name in coerced) for value in values])
    return told


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _kind(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    """`@id` of a thing, `@th` of a text in Thai, else the IRI of the datatype."""
    if not isinstance(term, ox.Literal):
        return "@id"
    return f"@{term.language}" if term.language else term.datatype.value


def _coercion(kind: str) -> dict[str, str]:
    if kind == "@id":
        return {"@type": "@id"}
    return {"@language": kind[1:]} if kind.startswith("@") else {"@type": _name(kind)}


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal, coerced: bool) -> Any:
    kind = _kind(term)
    if kind == "@id":
        id = _id(cast(ox.NamedNode, term))
        return id if coerced else {"@id": id}
    if coerced or kind == _STRING:
        return term.value
    return {"@value": term.value, **_coercion(kind)}


def _id(node: ox.NamedNode | ox.BlankNode) -> str:
    return node.value if isinstance(node, ox.NamedNode) else f"_:{node.value}"


def _name(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
