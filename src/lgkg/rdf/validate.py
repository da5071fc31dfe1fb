"""Checks a graph against `ontology/shapes.ttl` with pySHACL, a slice at a time.

pySHACL reads some 20,000 triples a second and wants them all in memory. Every path in the shapes is one property
long, so whether a node conforms is settled by its own triples and the classes of what they point to: the store gives
just these for some thousand nodes, and each slice is checked by itself, in several processes if asked. What SPARQL
constraints ask of tenures far apart no slice can tell, so the store answers each of their queries once for all nodes.
Together they say what pySHACL says of the whole merged graph.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef

from lgkg import resources
from lgkg.rdf.findings import Finding, Severity, findings, found_by_query

MOST = 1_000
"""Errors after which the check ends: who has so many has to mend what makes them."""

_SLICE = 4_000
"""Nodes checked at once: enough to make reading the shapes cheap, few enough for 150 MB of memory."""

_TYPE = ox.NamedNode(str(RDF.type))
_MERGE = ox.DefaultGraph()
_Slice: TypeAlias = tuple[str, tuple[str, ...]]


def validate(store: Path, language: str = "th", jobs: int = 1, most: int = MOST) -> list[Finding]:
    """Checks the merged graph of a store.

    Args:
        store: the folder of the embedded store.
        language: language of the messages, `th` or `en`.
        jobs: how many processes check at once. A script that asks for more than one keeps its own start behind
            `if __name__ == "__main__"`.
        most: after how many errors to end.

    Returns:
        What is wrong, sorted, and behind it what the shapes warn of; empty if nothing is.
    """
    check, opened = partial(_check, str(store), language), ox.Store.read_only(str(store))
    sliced = chain.from_iterable(_in_order(check, _slices(opened), jobs))
    asked = list(_asked(opened, language))
    errors = chain((one for one in asked if one.severity is Severity.ERROR), sliced)
    warnings = {one for one in asked if one.severity is Severity.WARNING}
    return sorted(set(islice(errors, most))) + sorted(warnings)


def _asked(store: ox.Store, language: str) -> Iterator[Finding]:
    """What the SPARQL constraints of the shapes find."""
    for shape, constraint in sorted(_shapes().subject_objects(SH.sparql)):
        yield from found_by_query(store, _shapes(), shape, constraint, language)


def _slices(store: ox.Store) -> Iterator[_Slice]:
    """Every class that shapes target, with its nodes, some thousand at a time."""
    for target in sorted(set(map(str, _shapes().objects(None, SH.targetClass)))):
        nodes = _nodes(store, target)
        while part := tuple(islice(nodes, _SLICE)):
            yield target, part


def _nodes(store: ox.Store, target: str) -> Iterator[str]:
    """The nodes of a class and its subclasses; one that is in two of them comes twice, which does no harm."""
    for kind in sorted(map(str, _hierarchy().transitive_subjects(RDFS.subClassOf, URIRef(target)))):
        for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), _MERGE):
            yield _iri(quad.subject)


def _check(folder: str, language: str, part: _Slice) -> list[Finding]:
    target, nodes = part
    store = ox.Store.read_only(folder)
    conforms, report, _ = pyshacl.validate(_described(store, nodes), shacl_graph=_aimed_at(nodes, target), inplace=True)
    return [] if conforms else findings(store, report, language)


def _described(store: ox.Store, nodes: Iterable[str]) -> Graph:
    """What the shapes look at: triples of the nodes, classes of what they point to, and which class is in which."""
    graph = Graph()
    graph += _hierarchy()
    typed = set(nodes)
    for node in nodes:
        for quad in store.quads_for_pattern(ox.NamedNode(node), None, None, _MERGE):
            if quad.predicate.value in _paths():
                graph.add((URIRef(node), URIRef(quad.predicate.value), _rdflib(quad.object)))
                if isinstance(quad.object, ox.NamedNode):
                    typed.add(quad.object.value)
    for node in typed:
        for quad in store.quads_for_pattern(ox.NamedNode(node), _TYPE, None, _MERGE):
            graph.add((URIRef(node), RDF.type, _rdflib(quad.object)))
    return graph


def _aimed_at(nodes: Iterable[str], target: str) -> Graph:
    """The shapes, those of the class aimed at these nodes alone and the others at none."""
    aimed = Graph()
    for shape, predicate, value in _shapes():
        if predicate not in (SH.targetClass, SH.sparql):
            aimed.add((shape, predicate, value))
        elif predicate == SH.targetClass and str(value) == target:
            for node in nodes:
                aimed.add((shape, SH.targetNode, URIRef(node)))
    return aimed


@cache
def _shapes() -> Graph:
    return Graph().parse(resources.ontology("shapes.ttl"), format="turtle")


@cache
def _hierarchy() -> Graph:
    """Which class is part of which."""
    hierarchy = Graph()
    for triple in Graph().parse(resources.ontology("lgkg.ttl"), format="turtle").triples((None, RDFS.subClassOf, None)):
        hierarchy.add(triple)
    return hierarchy


@cache
def _paths() -> frozenset[str]:
    """The properties that the shapes look at."""
    naming = (SH.path, SH.lessThan, SH.lessThanOrEquals)
    return frozenset(str(path) for predicate in naming for path in _shapes().objects(None, predicate))


def _rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> URIRef | Literal:
    if not isinstance(term, ox.Literal):
        return URIRef(_iri(term))
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def _iri(term: object) -> str:
    """The IRI of a node; graphs of lgkg have no other nodes."""
    assert isinstance(term, ox.NamedNode), f"{term} is not named by an IRI"
    return term.value


def _in_order(check: Callable[[_Slice], list[Finding]], slices: Iterable[_Slice], jobs: int) -> Iterator[list[Finding]]:
    """What `check` makes of the slices, in their order, no more than twice `jobs` of them under way."""
    if jobs == 1:
        yield from map(check, slices)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share the threads of the store
    with ProcessPoolExecutor(jobs, context) as pool:
        waiting: deque[Future[list[Finding]]] = deque()
        for part in slices:
            waiting.append(pool.submit(check, part))
            if len(waiting) >= 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
