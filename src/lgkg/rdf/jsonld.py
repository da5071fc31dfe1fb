"""Triples as compact JSON-LD 1.1 in the words of `ontology/context.jsonld`; the same triples give the same bytes.

A document carries the part of the context that it uses: whoever reads it has saved it to a file, sits behind a firewall
or lets no parser open addresses, and a context that lies elsewhere would make it unreadable there, or mean
something else one day. `lgkg serve` serves the whole context for those who write documents of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any, Final, TypeAlias, cast

import pyoxigraph as ox

from lgkg import resources
from lgkg.rdf.terms import RDF, XSD

Json: TypeAlias = dict[str, Any]
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal

_TYPE: Final = f"{RDF}type"
_THING, _WORDED, _PLAIN = "@id", "@language", f"{XSD}string"


@cache
def context() -> Json:
    """The whole context."""
    found: Json = json.loads(resources.ontology("context.jsonld").read_text(encoding="utf-8"))["@context"]
    return found


def compact(triples: Iterable[ox.Triple]) -> bytes:
    """A document with the triples and the part of the context that they need; nodes and values are sorted."""
    nodes = list(compacted(sorted(triples, key=str)))
    told = {"@context": _part(nodes), "@graph": nodes}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def compacted(statements: Iterable[ox.Triple | ox.Quad]) -> Iterator[Json]:
    """What is said of each subject, as objects for the whole context.

    Args:
        statements: those of one subject stand together.
    """
    for subject, said in groupby(statements, lambda one: one.subject):
        node: Json = {"@id": _id(cast(ox.NamedNode, subject))}
        for predicate, of_one in groupby(said, lambda one: one.predicate.value):
            for key, value in _property(predicate, [cast(Term, one.object) for one in of_one]):
                node[key] = value
        yield node


def _property(iri: str, terms: list[Term]) -> Iterator[tuple[str, Any]]:
    """The keys and values that say that a property has these values."""
    if iri == _TYPE:
        yield "@type", _single([_name(cast(ox.NamedNode, term).value) for term in terms])
        return
    key, kind = _name(iri), _kinds().get(iri, _PLAIN)
    if kind != _WORDED:
        yield key, _single([_value(term, kind) for term in terms])
        return
    worded: dict[str, list[str]] = {}
    for term in terms:
        if isinstance(term, ox.Literal) and term.language:
            worded.setdefault(term.language, []).append(term.value)
    if worded:
        yield key, {language: _single(texts) for language, texts in worded.items()}
    if others := [_value(term) for term in terms if not (isinstance(term, ox.Literal) and term.language)]:
        yield iri, _single(others)  # by its IRI, which no definition stands for


def _value(term: Term, kind: str = "") -> Any:
    """A value of a property that takes this kind: a plain string if it is of it."""
    if not isinstance(term, ox.Literal):
        return _id(term) if kind == _THING else {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == kind:
        return term.value
    return {"@value": term.value} if datatype == _PLAIN else {"@value": term.value, "@type": _name(datatype)}


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _id(node: ox.NamedNode | ox.BlankNode) -> str:
    return node.value if isinstance(node, ox.NamedNode) else f"_:{node.value}"


@cache
def _prefixes() -> dict[str, str]:
    return {key: it for key, it in context().items() if isinstance(it, str) and it.endswith(("#", "/"))}


@cache
def _terms() -> dict[str, str]:
    """IRI -> the term that stands for it."""
    return {_expanded(it if isinstance(it, str) else it["@id"]): key for key, it in _definitions().items()}


@cache
def _kinds() -> dict[str, str]:
    """IRI of a property -> the kind of value that its term takes: `@id`, `@language` or a datatype."""
    typed = [it for it in _definitions().values() if isinstance(it, dict)]
    found = {_expanded(it["@id"]): it.get("@container") or it["@type"] for it in typed}
    return {iri: kind if kind.startswith("@") else _expanded(kind) for iri, kind in found.items()}


def _definitions() -> Json:
    return {key: it for key, it in context().items() if not key.startswith("@") and key not in _prefixes()}


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _prefixes()[prefix] + local


@cache
def _name(iri: str) -> str:
    """The term for an IRI, or its short form if a prefix fits, or itself."""
    if iri in _terms():
        return _terms()[iri]
    for prefix, namespace in _prefixes().items():
        local = iri.removeprefix(namespace)
        if local != iri and local and not local.startswith("//"):
            return f"{prefix}:{local}"
    return iri


def _part(nodes: list[Json]) -> Json:
    """The version, the prefixes, and the terms that the nodes use."""
    used = {key for node in nodes for key in node}
    used |= {name for node in nodes for name in _listed(node.get("@type", []))}
    return {key: it for key, it in context().items() if key in used or key in _prefixes() or key == "@version"}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
