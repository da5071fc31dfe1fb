"""What a validation report says, in plain words: which article, which thing, what is wrong, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from lgkg import resources
from lgkg.rdf.terms import PREFIXES

_SHOWN = 3
_VARIABLE = re.compile(r"\{[?$](\w+)\}")
_MERGE = ox.DefaultGraph()
_TYPE = ox.NamedNode(str(RDF.type))


class Severity(StrEnum):
    """How much a finding matters: what is wrong with the graph, or what is likely wrong with what it tells."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that the shapes do not allow, or warn of.

    Attributes:
        articles: ids of the articles that say it, sorted; empty if none does.
        label: a name of the thing, or what it is.
        node: its IRI.
        path: the property concerned, as a prefixed name; empty if it is the thing as a whole.
        value: the value concerned; empty if one is missing.
        message: what is wrong and what to do, in the language asked for.
        severity: whether it is an error of the graph or a warning.
    """

    articles: tuple[str, ...]
    label: str
    node: str
    path: str
    value: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        named = ", ".join(self.articles[:_SHOWN]) + (" …" if len(self.articles) > _SHOWN else "")
        value = f" = {self.value}" if self.value else ""
        about = f" [{self.path}{value}]" if self.path else ""
        return f"{named or '-'}: {self.label}{about}: {self.message}"


def findings(store: ox.Store, report: Graph | Node | bytes | str, language: str) -> list[Finding]:
    """The results of a report of pySHACL.

    Args:
        store: the graph that was checked, for names and articles.
        report: the report's graph.
        language: language of the messages, `th` or `en`.
    """
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL failed: {report!r}")
    return [_finding(store, report, result, language) for result in report.subjects(RDF.type, SH.ValidationResult)]


def _finding(store: ox.Store, report: Graph, result: Node, language: str) -> Finding:
    node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
    value = report.value(result, SH.value) if path else None  # without a path it is the node once more
    return Finding(
        articles=_articles(store, str(node), path, value),
        label=_label(store, ox.NamedNode(str(node)), language),
        node=str(node),
        path=_prefixed(str(path)) if path else "",
        value="" if value is None else str(value),
        message=_in_language(report.objects(result, SH.resultMessage), language),
        severity=_severity(report.value(result, SH.resultSeverity)),
    )


def found_by_query(store: ox.Store, shapes: Graph, shape: Node, constraint: Node, language: str) -> Iterator[Finding]:
    """What a SPARQL constraint finds, asked once for all nodes: `$this` is a node, `?source` an article that tells it.

    Args:
        store: the graph that is checked.
        shapes: the shapes.
        shape: the shape that has the constraint.
        constraint: the constraint, whose query names the class that its shape targets.
        language: language of the messages, `th` or `en`.
    """
    message = _in_language(shapes.objects(constraint, SH.message), language)
    severity = _severity(shapes.value(shape, SH.severity))
    solutions = store.query(str(shapes.value(constraint, SH.select)), prefixes=PREFIXES)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        told = {name: _text(term) for name in names if (term := solution[name]) is not None}
        article = _first(store, ox.NamedNode(told["source"]), "dcterms:identifier") if "source" in told else ""
        yield Finding(
            articles=(article,) if article else (),
            label=_label(store, ox.NamedNode(told["this"]), language),
            node=told["this"],
            path="",
            value="",
            message=_filled(message, told),
            severity=severity,
        )


def _filled(message: str, told: dict[str, str]) -> str:
    """A message with values for the variables that it names, as in `{?one}`."""
    return _VARIABLE.sub(lambda place: told.get(place[1], place[0]), message)


def _severity(term: Node | None) -> Severity:
    return Severity.WARNING if term == SH.Warning else Severity.ERROR


def _articles(store: ox.Store, node: str, path: Node | None, value: Node | None) -> tuple[str, ...]:
    """The articles that say it: those with this value or, if one is missing, those that tell of the node."""
    predicate = ox.NamedNode(str(path)) if value is not None else None
    graphs = {
        quad.graph_name
        for quad in store.quads_for_pattern(ox.NamedNode(node), predicate, None, None)
        if value is None or _text(quad.object) == str(value)
    }
    ids = (_first(store, graph, "dcterms:identifier") for graph in graphs if isinstance(graph, ox.NamedNode))
    return tuple(sorted(filter(None, ids)))


def _label(store: ox.Store, node: ox.NamedNode, language: str) -> str:
    """A name of the thing; a fact has none, and is called by its class and the end of its IRI."""
    for name in ("skos:prefLabel", "rdfs:label", "foaf:name", "dcterms:title", "dcterms:identifier"):
        if found := _first(store, node, name, language):
            return found
    kinds = sorted(_text(quad.object) for quad in store.quads_for_pattern(node, _TYPE, None, _MERGE))
    kind = _class_label(kinds[0], language) if kinds else ""
    return f"{kind} {node.value.rpartition('#')[2] or node.value}".strip()


def _first(store: ox.Store, node: ox.NamedNode, name: str, language: str = "") -> str:
    """The first value of a property, one in the language if there is one; empty if there is none."""
    values = [quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(_iri(name)), None, _MERGE)]
    ranked = sorted((not (isinstance(v, ox.Literal) and v.language == language), _text(v)) for v in values)
    return ranked[0][1] if ranked else ""


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _in_language(messages: Iterator[Node], language: str) -> str:
    """The message in the language, or the first there is."""
    found = sorted((not (isinstance(m, Literal) and m.language == language), str(m)) for m in messages)
    return found[0][1] if found else ""


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _prefixed(iri: str) -> str:
    """The short form of an IRI, if a prefix of lgkg fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


@cache
def _ontology() -> Graph:
    return Graph().parse(resources.ontology("lgkg.ttl"), format="turtle")


def _class_label(iri: str, language: str) -> str:
    return _in_language(_ontology().objects(URIRef(iri), RDFS.label), language)
