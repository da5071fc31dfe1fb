from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, Graph

from lgkg import resources
from lgkg.facts import Facts
from lgkg.identity import EqualNames
from lgkg.rdf import PREFIXES, article_iri
from lgkg.rdf import validate as validating
from lgkg.rdf.findings import Finding
from lgkg.rdf.validate import validate

BASE = "https://w3id.org/lgkg/id/"
TENURE = f"{BASE}article/harbour#tenure-1"
MEETING = f"{BASE}article/harbour#x"


def broken(tmp_path: Path, graph_folder: Path, update: str) -> Path:
    """The graph of the three articles with a change, as a store."""
    store, folder = ox.Store(str(tmp_path / "store")), tmp_path / "store"
    store.bulk_extend(ox.Store.read_only(str(graph_folder / "store")))
    store.update(update, prefixes=PREFIXES)
    store.flush()
    return folder


def removing(subject: str, predicate: str) -> str:
    """An update that takes a property away, in the article's graph and in the merge."""
    return (
        f"DELETE {{ <{subject}> {predicate} ?o }} WHERE {{ <{subject}> {predicate} ?o }} ; "
        f"DELETE {{ GRAPH ?g {{ <{subject}> {predicate} ?o }} }} WHERE {{ GRAPH ?g {{ <{subject}> {predicate} ?o }} }}"
    )


def adding(subject: str, predicate: str, value: str) -> str:
    triple = f"<{subject}> {predicate} {value}"
    return f"INSERT DATA {{ {triple} . GRAPH <{BASE}article/harbour> {{ {triple} }} }}"


def test_what_lgkg_writes_conforms(graph_folder: Path) -> None:
    assert validate(graph_folder / "store") == []


def test_an_event_that_two_articles_tell_differently_conforms(shared_folder: Path) -> None:
    assert validate(shared_folder / "store") == []


def test_articles_that_tell_of_one_event_agree_on_its_first_day(tmp_path: Path, shared_folder: Path) -> None:
    other = adding(f"{BASE}meeting/one", "schema:startDate", '"2022-10-02"^^xsd:date')
    (found,) = validate(broken(tmp_path, shared_folder, other), "en")
    assert found.path == "schema:startDate"


def test_a_fact_without_passage_is_found_and_told_in_either_language(tmp_path: Path, graph_folder: Path) -> None:
    folder = broken(tmp_path, graph_folder, removing(TENURE, "lgkg:evidence"))
    (thai,), (english,) = validate(folder, "th"), validate(folder, "en")
    assert (thai.articles, thai.node, thai.path, thai.value) == (("harbour",), TENURE, "lgkg:evidence", "")
    assert "ให้เพิ่มหลักฐานหรือลบข้อเท็จจริงนี้" in thai.message
    assert "Add the passage or remove the fact." in english.message
    assert thai.label == "การดำรงตำแหน่งที่พบ tenure-1"
    assert english.label == "observed tenure tenure-1"


BREACHES = [
    (TENURE, "lgkg:confidence", "1.5"),
    (TENURE, "lgkg:office", f"<{BASE}person/nobody>"),
    (TENURE, "lgkg:observedOn", '"2022-10-03T09:30:00"^^xsd:dateTime'),
    (TENURE, "lgkg:acting", "false"),
    (f"{BASE}article/harbour#participation-1", "lgkg:role", "lgkg:Meeting"),
    (f"{BASE}article/harbour", "dcterms:identifier", '"twice"'),
    (f"{BASE}article/harbour", "dcterms:source", '"not an address"'),
    (f"{BASE}office/governor.21", "org:role", "<https://w3id.org/lgkg/concept/office-kind/none>"),
    (f"{BASE}place/21", "skos:prefLabel", '"ระยอง 2"@th'),
    (f"{BASE}place/21", "schema:containedInPlace", f"<{BASE}place/nowhere>"),
]


def test_what_the_shapes_do_not_allow_is_found_and_nothing_else(tmp_path: Path, graph_folder: Path) -> None:
    changes = " ; ".join(adding(*breach) for breach in BREACHES)
    found = validate(broken(tmp_path, graph_folder, changes), "en")
    assert {(one.node, one.path) for one in found} == {(subject, path) for subject, path, _ in BREACHES}
    assert all({"harbour", "twice"} & set(one.articles) for one in found)


def test_a_thing_that_is_two_things_is_found_as_a_whole(tmp_path: Path, graph_folder: Path) -> None:
    subject = f"{BASE}org/pao.21"
    found = validate(broken(tmp_path, graph_folder, adding(subject, "a", "lgkg:Province")), "en")
    assert {one.message for one in found if not one.path} == {
        "A province or district as a territory is not an organization. Make them two things."
    }
    assert {one.label for one in found} == {"องค์การบริหารส่วนจังหวัดระยอง"}


@pytest.mark.parametrize("second", ["lgkg:Project", "lgkg:Agreement"])
def test_a_policy_is_of_one_kind_only(tmp_path: Path, graph_folder: Path, flood: Facts, second: str) -> None:
    subject = f"{BASE}{EqualNames().policy(flood.policies[0])}"
    (found,) = validate(broken(tmp_path, graph_folder, adding(subject, "a", second)), "en")
    assert (found.node, found.message.rpartition(". ")[2]) == (subject, "Give exactly one of these five classes.")


def test_a_finding_is_one_line_that_names_article_thing_and_remedy() -> None:
    finding = Finding(("a", "b", "c", "d"), "ระยอง", "http://x", "lgkg:dopaCode", "2", "Correct it.")
    assert str(finding) == "a, b, c …: ระยอง [lgkg:dopaCode = 2]: Correct it."
    assert str(replace(finding, articles=(), path="", value="")) == "-: ระยอง: Correct it."


def test_slices_say_what_pyshacl_says_of_the_whole(
    tmp_path: Path, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = [
        removing(TENURE, "org:member"),
        adding(TENURE, "lgkg:office", f"<{BASE}person/nobody>"),
        removing(f"{BASE}place/21", "rdfs:label"),
    ]
    folder = broken(tmp_path, graph_folder, " ; ".join(changes))
    monkeypatch.setattr(validating, "_SLICE", 500)
    sliced = {(one.node, one.path) for one in validate(folder)}
    whole = Graph().parse(data=dumped(folder), format="nt")
    _, report, _ = pyshacl.validate(whole, shacl_graph=Graph().parse(resources.ontology("shapes.ttl")))
    assert isinstance(report, Graph)
    told = {str(report.value(result, SH.focusNode)) for result in report.subjects(RDF.type, SH.ValidationResult)}
    assert {node for node, _ in sliced} == told
    assert len(sliced) == 3


def dumped(folder: Path) -> bytes:
    return ox.Store.read_only(str(folder)).dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""


def test_processes_find_what_one_finds(tmp_path: Path, graph_folder: Path) -> None:
    folder = broken(tmp_path, graph_folder, removing(TENURE, "lgkg:evidence"))
    assert validate(folder, jobs=2) == validate(folder, jobs=1) != []


def test_the_check_ends_after_as_many_findings_as_are_wanted(tmp_path: Path, graph_folder: Path) -> None:
    everything = "DELETE { ?x lgkg:rule ?r } WHERE { ?x lgkg:rule ?r }"
    assert len(validate(broken(tmp_path, graph_folder, everything), most=3)) == 3


def test_hostile_text_in_a_finding_is_only_text(tmp_path: Path, graph_folder: Path, hostile: Facts) -> None:
    subject = f"{article_iri(hostile.article.id, EqualNames())}#tenure-1"
    (found,) = validate(broken(tmp_path, graph_folder, removing(subject, "lgkg:evidence")))
    assert found.articles == (hostile.article.id,)
