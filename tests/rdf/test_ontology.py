from __future__ import annotations

import re
import subprocess
import sys

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from lgkg import resources
from lgkg.domain.concepts import Concept
from lgkg.errors import DataError
from lgkg.facts import EventKind, Facts, Level, PolicyKind, Role
from lgkg.identity import EqualNames
from lgkg.rdf import article_quads, concepts, provenance_quads
from lgkg.rdf.terms import CONCEPT, LGKG

ONTOLOGY = Graph().parse(resources.ontology("lgkg.ttl"))
SHAPES = Graph().parse(resources.ontology("shapes.ttl"))
TERMS = [URIRef(term) for term in sorted(set(map(str, ONTOLOGY.subjects()))) if term.startswith(LGKG)]
CLASSES = [term for term in TERMS if (term, RDF.type, OWL.Class) in ONTOLOGY]


def languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str]:
    return sorted(v.language or "" for v in graph.objects(subject, predicate) if isinstance(v, Literal))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term).removeprefix(LGKG))
def test_every_term_is_explained_in_thai_and_english_with_an_example(term: URIRef) -> None:
    assert languages(ONTOLOGY, term, RDFS.label) == ["en", "th"]
    assert languages(ONTOLOGY, term, RDFS.comment) == ["en", "th"]
    assert languages(ONTOLOGY, term, SKOS.example) == ["en", "th"]
    assert list(ONTOLOGY.objects(term, RDFS.isDefinedBy)) == [URIRef(LGKG.removesuffix("#"))]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: str(kind).removeprefix(LGKG))
def test_every_class_is_below_one_that_people_know(kind: URIRef) -> None:
    above = set(ONTOLOGY.transitive_objects(kind, RDFS.subClassOf))
    assert any(not str(other).startswith(LGKG) for other in above)


def test_the_ontology_has_no_blank_nodes_a_licence_and_a_version() -> None:
    assert not any(isinstance(node, BNode) for triple in ONTOLOGY for node in triple)
    about = URIRef(LGKG.removesuffix("#"))
    assert ONTOLOGY.value(about, OWL.versionInfo)
    assert ONTOLOGY.value(about, URIRef("http://purl.org/dc/terms/license"))


def test_every_term_that_is_written_is_defined(all_facts: tuple[Facts, ...]) -> None:
    written = b"".join(article_quads(facts, EqualNames()) for facts in all_facts) + provenance_quads("1", 1, "0" * 64)
    used = {name.decode() for name in re.findall(rb"<(" + LGKG.encode() + rb"[^>]+)>", written)}
    assert used <= {str(term) for term in TERMS}


def test_every_term_that_the_shapes_look_at_is_defined() -> None:
    looked_at = {node for triple in SHAPES for node in triple if isinstance(node, URIRef) and node.startswith(LGKG)}
    assert looked_at <= set(TERMS)


def test_closed_sets_of_the_code_are_classes_and_roles_of_the_ontology() -> None:
    classes = {str(term).removeprefix(LGKG) for term in ONTOLOGY.subjects(RDF.type, OWL.Class)}
    assert classes >= {*map(str, Level), *map(str, PolicyKind)}
    roles = {str(term).removeprefix(LGKG) for term in ONTOLOGY.subjects(RDF.type, URIRef(f"{LGKG}Role"))}
    assert roles == set(map(str, Role))


def test_every_shape_says_in_thai_and_english_what_to_do() -> None:
    shapes = (
        set(SHAPES.objects(None, SH.sparql))
        | set(SHAPES.subjects(SH.path))
        | set(SHAPES.subjects(SH["not"]))
        | set(SHAPES.subjects(SH["xone"]))
    )
    assert len(shapes) > 40
    for shape in shapes:
        assert languages(SHAPES, shape, SH.message) == ["en", "th"], shape


def test_the_committed_concepts_are_those_of_the_tables() -> None:
    committed = resources.ontology("concepts.ttl").read_text(encoding="utf-8")
    assert committed == concepts.turtle(), "run `make ontology`"


def test_the_command_writes_the_same_bytes_each_time() -> None:
    command = [sys.executable, "-m", "lgkg.rdf.concepts"]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second == concepts.turtle().encode()


def test_every_kind_of_event_is_a_concept() -> None:
    named = {str(node) for node in concepts.concept_schemes().subjects(RDF.type, SKOS.Concept)}
    assert named >= {f"{CONCEPT}event-kind/{kind}" for kind in EventKind}


def test_a_deputy_has_a_kind_of_its_own() -> None:
    deputy = URIRef(f"{CONCEPT}office-kind/deputy_governor")
    assert Literal("รองผู้ว่าราชการจังหวัด", lang="th") in set(concepts.concept_schemes().objects(deputy, SKOS.prefLabel))


@pytest.mark.parametrize(
    ("kind", "single", "sole"),
    [
        ("governor", True, False),
        ("deputy_governor", False, False),
        ("prime_minister", True, True),
        ("senator", False, False),
    ],
)
def test_a_kind_of_office_says_whether_it_has_one_seat(kind: str, single: bool, sole: bool) -> None:
    node, schemes = URIRef(f"{CONCEPT}office-kind/{kind}"), concepts.concept_schemes()
    assert ((node, URIRef(f"{LGKG}singleSeat"), Literal(True)) in schemes) is single
    assert ((node, URIRef(f"{LGKG}solePost"), Literal(True)) in schemes) is sole


def test_concepts_have_plain_ids_so_that_their_iris_are_safe() -> None:
    for node in concepts.concept_schemes().subjects(RDF.type, SKOS.Concept):
        assert re.fullmatch(r"[a-z][a-z-]*/[a-z][a-z0-9_]*", str(node).removeprefix(CONCEPT))


def test_a_broader_concept_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concepts, "concepts", lambda: (Concept("body-kind", "a", "ก", "a", "nowhere"),))
    with pytest.raises(DataError, match="nowhere"):
        concepts.concept_schemes()


def test_the_files_are_read_by_the_store_too() -> None:
    for name in ("lgkg.ttl", "concepts.ttl", "shapes.ttl"):
        assert sum(1 for _ in ox.parse(path=str(resources.ontology(name)), format=ox.RdfFormat.TURTLE)) > 100
