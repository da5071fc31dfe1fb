from __future__ import annotations

import gzip
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld as pyld

from lgkg.errors import GraphError, QueryError
from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.rdf.terms import PREFIXES
from lgkg.store import MANIFEST, NQUADS, STORE, Iri

GraphMaker = Callable[[Path, Iterable[Facts]], Path]

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }"
SOMMAI, JAINGAM = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน"


@pytest.fixture(scope="module")
def graph(graph_folder: Path) -> Iterator[Graph]:
    with open_graph(graph_folder) as opened:
        yield opened


def test_a_table_has_columns_and_python_values(graph: Graph) -> None:
    query = """SELECT ?title ?day ?count ?sure ?meeting {
        ?meeting a lgkg:Meeting ; rdfs:label ?title ; schema:startDate ?day ; lgkg:attendeeCount ?count ;
            lgkg:confidence ?sure FILTER(?count > 0) }"""
    answer = graph.query(query)
    assert answer.columns == ("title", "day", "count", "sure", "meeting")
    (row,) = answer
    assert row[:4] == ("สัมมนาท่าเรือสะอาด", date(2022, 10, 3), 120, 0.85)
    assert isinstance(row[4], Iri)
    assert len(answer) == 1


def test_a_large_answer_is_gone_over_more_than_once_and_at_once(
    graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lgkg.store.queries._HELD", 1000)
    with open_graph(graph_folder) as graph:
        answer = graph.query("SELECT ?s ?p ?o { ?s ?p ?o }")
        one, other = iter(answer), iter(answer)
        assert [next(one), next(one)] == [next(other), next(other)]
        assert len(list(one)) + 2 == len(answer) == len(answer.rows) > 1000
        assert list(other) == list(answer.rows[2:])


def test_a_query_without_variables_has_a_row_without_columns(graph: Graph) -> None:
    assert graph.query("SELECT * {}").rows == ((),)


def test_an_unbound_cell_is_none(graph: Graph) -> None:
    answer = graph.query("SELECT ?acting { ?t a lgkg:Tenure OPTIONAL { ?t lgkg:acting ?acting } } ORDER BY ?acting")
    assert answer.rows[0] == (None,)
    assert answer.rows[-1] == (True,)


def test_yes_and_no_are_told(graph: Graph) -> None:
    assert graph.query("ASK { ?p foaf:name ?name }", name=SOMMAI).boolean is True
    assert graph.query("ASK { ?p foaf:name ?name }", name="ไม่มี ใครเลย").boolean is False


def test_a_constructed_graph_is_one_for_rdflib_and_sorted(graph: Graph) -> None:
    answer = graph.query("CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }")
    lines = (answer.ntriples or "").encode().splitlines()
    assert lines == sorted(lines)
    assert len(answer.graph()) == len(lines) == 5


def test_without_graph_all_articles_are_seen_as_one(graph: Graph) -> None:
    (one,) = graph.query("SELECT (COUNT(*) AS ?n) { ?p foaf:name ?name }", name=SOMMAI).rows
    assert one == (1,)
    (each,) = graph.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?p foaf:name ?name } }", name=SOMMAI).rows
    assert each == (2,)


def test_who_met_whom_is_asked_with_preferred_names(graph: Graph) -> None:
    query = """SELECT DISTINCT ?other { ?x lgkg:participant/skos:prefLabel ?me ; lgkg:meeting ?m .
        ?y lgkg:participant/skos:prefLabel ?other ; lgkg:meeting ?m FILTER(?other != ?me) } ORDER BY ?other"""
    met = {row[0] for row in graph.query(query, me=rdflib.Literal(SOMMAI, lang="th"))}
    assert met == {"พร้อม รับน้ํา", "อดีต เคยเป็น", JAINGAM}


def test_a_fact_leads_to_its_words_and_its_article(graph: Graph) -> None:
    query = """SELECT ?words ?title { ?t org:member/foaf:name ?name ; lgkg:evidence ?e .
        ?e oa:exact ?words ; oa:hasSource/dcterms:title ?title }"""
    words, title = graph.query(query, name=JAINGAM).rows[0]
    assert words == "นางสาวใจงาม ลองเขียน รักษาราชการแทนรองผู้ว่าราชการจังหวัดระยอง"
    assert title == "เปิดสัมมนาท่าเรือสะอาด"


def test_days_compare_although_one_meeting_has_an_hour(graph: Graph) -> None:
    query = "SELECT ?day { ?m schema:startDate ?day FILTER(?day >= ?from && ?day <= ?to) } ORDER BY ?day"
    found = graph.query(query, **{"from": date(2022, 10, 1), "to": date(2022, 11, 30)})
    assert found.rows == ((date(2022, 10, 3),), (date(2022, 11, 5),))


def test_an_area_leads_to_what_lies_in_it_in_both_languages(graph: Graph) -> None:
    query = """SELECT ?name { ?d schema:containedInPlace ?p ; skos:prefLabel ?name .
        ?p skos:prefLabel "Rayong"@en FILTER(LANG(?name) = "en") } ORDER BY ?name"""
    assert graph.query(query).rows[0] == ("Ban Chang",)


def test_a_result_is_given_back_as_a_binding(graph: Graph) -> None:
    (person,) = graph.query("SELECT ?p { ?p foaf:name ?n }", n=SOMMAI).rows[0]
    assert person is not None
    assert graph.query("SELECT ?n { ?p foaf:name ?n }", p=person).rows == ((SOMMAI,),)


def test_hostile_text_is_found_by_its_very_text(graph: Graph, hostile: Facts) -> None:
    name = hostile.persons[0].name
    assert graph.query("SELECT ?n { ?p foaf:name ?n }", n=name).rows == ((name,),)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT", "cannot be run"),
        ("SELECT ?x { ?x nowhere:p ?y }", "cannot be run.* nowhere: is not declared"),
        ("SELECT ?x { ?x ?y ?z", "line 1, column 11"),
        ("", "it is empty"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "this is an update"),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("ASK { " + "{ " * 100_000 + " }" * 100_001, "too deeply nested|cannot be run"),
    ],
)
def test_a_query_that_cannot_be_run_is_told_and_the_next_is_answered(graph: Graph, query: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        graph.query(query)
    assert graph.query("ASK { ?s ?p ?o }").boolean is True


def test_a_file_named_in_from_is_not_read(graph: Graph) -> None:
    with pytest.raises(QueryError, match="<file:///etc/passwd> is no graph of this one"):
        graph.query("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")


@pytest.mark.parametrize("value", [Iri("not an iri"), object()])
def test_a_value_that_is_none_is_told_with_its_variable(graph: Graph, value: Iri) -> None:
    with pytest.raises(QueryError, match=r"\?name"):
        graph.query("ASK { ?p foaf:name ?name }", name=value)


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(graph_folder: Path) -> None:
    with open_graph(graph_folder, timeout=0.5) as graph:
        started = time.monotonic()
        with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
            graph.query(FOREVER)
        assert time.monotonic() - started < 10
        assert graph.query("ASK { ?s ?p ?o }").boolean is True


def test_a_closed_graph_answers_again(graph_folder: Path) -> None:
    graph = open_graph(graph_folder)
    assert graph.query("ASK { ?s ?p ?o }").boolean
    graph.close()
    assert graph.query("ASK { ?s ?p ?o }").boolean
    graph.close()


def test_the_articles_are_listed_by_id(graph: Graph, harbour: Facts, hostile: Facts) -> None:
    entries = {entry.id: entry for entry in graph.articles()}
    assert set(entries) == {"flood", "harbour", hostile.article.id}
    assert entries["harbour"].title == harbour.article.title
    assert entries["harbour"].issued == date(2022, 10, 4)
    assert entries["harbour"].iri == "https://w3id.org/lgkg/id/article/harbour"
    assert (entries["flood"].title, entries["flood"].issued, entries["flood"].source) == (None, None, None)


def test_the_info_counts_what_articles_name(graph: Graph) -> None:
    info = graph.info()
    assert info.articles == 3
    assert info.counts == {
        "Person": 5,
        "Office": 5,
        "Organization": 3,
        "LocalGovernment": 1,
        "Policy": 3,
        "Venue": 2,
        "Province": 1,
        "District": 1,
        "Meeting": 3,
        "Tenure": 6,
        "Participation": 6,
        "Delegation": 2,
        "Passage": info.counts["Passage"],
    }
    assert info.published == (date(2022, 1, 2), date(2022, 10, 4))
    assert info.events == (date(2022, 1, 1), date(2022, 11, 5))
    with gzip.open(graph.path / NQUADS) as file:
        assert info.quads == sum(1 for _ in file)


def test_what_was_written_is_valid(graph: Graph) -> None:
    assert graph.validate("en") == []


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld"])
def test_an_export_holds_every_quad(graph: Graph, tmp_path: Path, form: str) -> None:
    graph.export(form, tmp_path / "out")
    formats = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
    with gzip.open(graph.path / NQUADS) as file:
        written = set(ox.parse(file.read(), ox.RdfFormat.N_QUADS))
    assert set(ox.parse(path=str(tmp_path / "out"), format=formats[form])) == written


def test_another_library_expands_exported_json_ld_to_the_same_quads(graph: Graph, tmp_path: Path) -> None:
    def refused(address: str, options: object) -> None:
        raise AssertionError(f"{address} was opened")

    graph.export("jsonld", tmp_path / "out")
    told = json.loads((tmp_path / "out").read_text("utf-8"))
    read = pyld.to_rdf(told, {"format": "application/n-quads", "documentLoader": refused})
    with gzip.open(graph.path / NQUADS) as file:
        written = set(ox.parse(file.read(), ox.RdfFormat.N_QUADS))
    assert set(ox.parse(read.encode(), ox.RdfFormat.N_QUADS)) == written


def test_turtle_holds_the_merge_and_rdflib_reads_it(graph: Graph, tmp_path: Path) -> None:
    graph.export("turtle", tmp_path / "out.ttl")
    (count,) = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0]
    assert len(rdflib.Graph().parse(tmp_path / "out.ttl")) == count
    assert "@prefix lgkg: " in (tmp_path / "out.ttl").read_text()


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld"])
def test_an_export_of_a_graph_built_again_is_the_same_bytes(
    graph: Graph, tmp_path: Path, form: str, make_graph: GraphMaker, all_facts: tuple[Facts, ...]
) -> None:
    again = open_graph(make_graph(tmp_path / "again", all_facts[::-1]))
    graph.export(form, tmp_path / "one")
    again.export(form, tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_name_in_gz_is_packed_without_name_and_time(graph: Graph, tmp_path: Path) -> None:
    graph.export("nquads", tmp_path / "out.nq.gz")
    packed = (tmp_path / "out.nq.gz").read_bytes()
    assert gzip.decompress(packed) == gzip.decompress((graph.path / NQUADS).read_bytes())
    assert packed[3:8] == bytes(5)  # no flags, hence no name; and no time (RFC 1952, section 2.3)


def test_an_export_that_fails_leaves_the_file_before_and_nothing_else(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("before")
    with pytest.raises(GraphError, match="no format 'pdf'"):
        graph.export("pdf", tmp_path / "out")
    with pytest.raises(GraphError, match="this is a folder"):
        graph.export("nquads", tmp_path)
    with pytest.raises(GraphError, match="folder does not exist"):
        graph.export("nquads", tmp_path / "nowhere" / "out")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


@pytest.mark.parametrize("name", [NQUADS, "new.ttl", f"{STORE}/CURRENT"])
def test_nothing_is_written_into_the_folder_of_a_graph(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(graph.path, tmp_path / "other")
    for target in (graph.path / name, tmp_path / "other" / name):
        before = target.read_bytes() if target.exists() else None
        with pytest.raises(
            GraphError, match=f"inside the folder of a graph.*outside {target.parents[name.count('/')]}"
        ):
            graph.export("nquads", target)
        assert (target.read_bytes() if target.exists() else None) == before
    monkeypatch.chdir(graph.path)
    with pytest.raises(GraphError, match="inside the folder of a graph"):
        graph.export("nquads", NQUADS)


def test_a_file_of_the_graph_that_may_not_be_read_is_named(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(gzip, "open", refuse)
    with pytest.raises(GraphError, match=r"graph\.nq\.gz: this may not be read .*Check its permissions"):
        graph.export("trig", tmp_path / "out")


def test_a_graph_in_a_place_that_may_not_be_entered_is_told_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    for name in ("stat", "read_text"):
        monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(GraphError, match=rf"{tmp_path}/closed/graph/build\.json: this may not be read"):
        open_graph(tmp_path / "closed" / "graph")


def test_an_exported_file_may_be_read_as_the_mask_allows(graph: Graph, tmp_path: Path) -> None:
    graph.export("nquads", tmp_path / "out")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_folder_that_is_missing_or_no_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such folder"):
        open_graph(tmp_path / "nowhere")
    with pytest.raises(GraphError, match="not a graph"):
        open_graph(tmp_path)


def test_a_graph_without_its_store_is_told(tmp_path: Path, graph_folder: Path) -> None:
    (tmp_path / "graph").mkdir()
    shutil.copy(graph_folder / MANIFEST, tmp_path / "graph")
    with pytest.raises(GraphError, match="no store here"):
        open_graph(tmp_path / "graph")


def test_a_store_that_goes_away_under_an_open_graph_is_told(tmp_path: Path, graph_folder: Path) -> None:
    shutil.copytree(graph_folder, tmp_path / "graph")
    graph = open_graph(tmp_path / "graph")
    shutil.rmtree(tmp_path / "graph" / STORE)
    with pytest.raises(GraphError, match="the store is gone"):
        graph.query("ASK { ?s ?p ?o }")


def test_a_store_damaged_under_an_open_graph_is_told(tmp_path: Path, graph_folder: Path) -> None:
    shutil.copytree(graph_folder, tmp_path / "graph")
    graph = open_graph(tmp_path / "graph")
    for file in (tmp_path / "graph" / STORE).glob("*.sst"):
        os.truncate(file, 10)
    for ask in (graph.info, graph.validate, lambda: graph.export("turtle", tmp_path / "out")):
        with pytest.raises(GraphError, match=r"the graph is damaged .*Build it again"):
            ask()


@pytest.mark.parametrize("damage", ["cut short", "cut to whole lines", "no gzip", "no N-Quads"])
def test_damaged_quads_are_told_by_export_and_validation(tmp_path: Path, graph_folder: Path, damage: str) -> None:
    shutil.copytree(graph_folder, tmp_path / "graph")
    file = tmp_path / "graph" / NQUADS
    whole = file.read_bytes()
    line = gzip.decompress(whole).splitlines(keepends=True)[0]
    broken = {"cut short": whole[:500], "cut to whole lines": gzip.compress(line), "no gzip": b"x", "no N-Quads": b""}
    file.write_bytes(broken[damage] or gzip.compress(b"x\n"))
    with open_graph(tmp_path / "graph") as graph:
        with pytest.raises(GraphError, match=r"graph\.nq\.gz: the graph is damaged .*Build it again"):
            graph.validate()
        if damage != "cut to whole lines":
            with pytest.raises(GraphError, match=r"graph\.nq\.gz: the graph is damaged .*Build it again"):
                graph.export("trig", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_process_killed_from_outside_is_told_as_such(graph_folder: Path) -> None:
    with open_graph(graph_folder) as graph:
        assert graph.query("ASK {}").boolean
        channel = graph._queries._channel
        assert channel
        threading.Timer(0.5, channel.process.kill).start()
        with pytest.raises(QueryError, match=r"was killed \(SIGKILL\)"):
            graph.query(FOREVER)
        assert graph.query("ASK {}").boolean


def test_a_graph_left_aside_by_a_swap_cut_short_is_found_again(tmp_path: Path, graph_folder: Path) -> None:
    shutil.copytree(graph_folder, tmp_path / ".graph.old")
    assert open_graph(tmp_path / "graph").manifest.articles == 3


def test_a_graph_replaced_while_open_still_answers(
    tmp_path: Path, make_graph: GraphMaker, all_facts: tuple[Facts, ...]
) -> None:
    with open_graph(make_graph(tmp_path / "graph", all_facts)) as graph:
        assert graph.query("ASK { ?s ?p ?o }").boolean
        make_graph(tmp_path / "graph", all_facts[:1])
        assert graph.query("SELECT ?a { ?a a lgkg:Article }").rows


def test_the_prefixes_of_the_graph_need_no_declaration_and_may_be_overridden(graph: Graph) -> None:
    assert graph.query(f"ASK {{ ?s a <{PREFIXES['lgkg']}Meeting> }}").boolean
    assert graph.query("ASK { ?s a lgkg:Meeting }").boolean
    assert not graph.query("PREFIX lgkg: <http://example.org/> ASK { ?s a lgkg:Meeting }").boolean
