"""Graphs in real stores: Oxigraph's server and Virtuoso, started here."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.errors import QueryError, RemoteError
from lgkg.facts import Facts
from lgkg.graph import Graph
from lgkg.network import project, view
from lgkg.questions import question, questions
from lgkg.questions.values import MOST
from lgkg.store.remote import Patience, RemoteStore, store_at
from lgkg.store.remote.virtuoso import Virtuoso

if TYPE_CHECKING:
    from tests.conftest import GraphMaker
    from tests.stores.conftest import Server

QUICK = Patience(tries=3, pause=0.05, timeout=60)


def test_a_graph_arrives_whole_and_answers_alike(server: Server, graph_folder: Path) -> None:
    report = lgkg.load(graph_folder, server.url)
    assert report.proof
    assert report.proof.holds, report.proof
    assert (report.sent, report.graphs) == (6, 6)
    assert report.quads == report.proof.quads == lgkg.open_graph(graph_folder).manifest.quads
    assert any(asked.rows for asked in report.proof.asked)


def test_every_character_of_a_hostile_text_survives(server: Server, graph_folder: Path) -> None:
    lgkg.load(graph_folder, server.url)
    asked = "SELECT DISTINCT ?o { ?s ?p ?o FILTER (ISLITERAL(?o) && CONTAINS(STR(?o), '<script>')) }"
    with lgkg.open_graph(graph_folder) as here, lgkg.open_endpoint(server.url) as there:
        ours = {str(row[0]) for row in here.query(asked)}
        assert ours
        assert {str(row[0]) for row in there.query(asked)} == ours


def test_a_second_run_sends_nothing_and_one_from_elsewhere_doubles_nothing(
    server: Server, graph_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lgkg.load(graph_folder, server.url)
    assert lgkg.load(graph_folder, server.url).sent == 0
    monkeypatch.setenv("LGKG_STATE", str(tmp_path / "another machine"))
    again = lgkg.load(graph_folder, server.url)
    assert (again.sent, again.replaced) == (6, 6)
    assert again.proof
    assert again.proof.holds, again.proof


def test_what_changed_since_is_sent_and_what_is_gone_is_dropped(
    server: Server, tmp_path: Path, make_graph: GraphMaker, harbour: Facts, flood: Facts, harbour_again: Facts
) -> None:
    old = make_graph(tmp_path / "old", (harbour, flood))
    new = make_graph(tmp_path / "new", (harbour, harbour_again))
    lgkg.load(old, server.url)
    report = lgkg.load(new, server.url, since=old)
    assert (report.sent, report.replaced, report.dropped) == (2, 1, 1)  # an article and the entities; an article
    assert report.proof
    assert report.proof.holds, report.proof


def test_a_graph_that_is_gone_is_told_of_and_pruned_where_that_is_wished(
    server: Server, tmp_path: Path, make_graph: GraphMaker, harbour: Facts, flood: Facts
) -> None:
    lgkg.load(make_graph(tmp_path / "old", (harbour, flood)), server.url)
    new = make_graph(tmp_path / "new", (harbour,))
    told = lgkg.load(new, server.url).proof
    assert told
    assert [one.graph for one in told.differences] == ["https://w3id.org/lgkg/id/article/flood"]
    pruned = lgkg.load(new, server.url, prune=True)
    assert pruned.dropped == 1
    assert pruned.proof
    assert pruned.proof.holds, pruned.proof


def test_a_store_that_lost_a_graph_is_found_out_and_gets_it_again(server: Server, graph_folder: Path) -> None:
    lgkg.load(graph_folder, server.url)
    lost = "https://w3id.org/lgkg/id/article/harbour"
    store = store_at(server.url)
    store.greet()
    store.drop(lost)
    told = lgkg.load(graph_folder, server.url, check=True).proof
    assert told
    assert [(one.graph, one.found) for one in told.differences] == [(lost, 0)]
    assert not all(one.same for one in told.asked)
    repaired = lgkg.load(graph_folder, server.url)
    assert repaired.sent == 1
    assert repaired.proof
    assert repaired.proof.holds


def test_names_of_graphs_may_begin_otherwise(server: Server, graph_folder: Path) -> None:
    prefix = "https://data.example.go.th/graphs/"
    report = lgkg.load(graph_folder, server.url, prefix=prefix)
    assert report.proof
    assert report.proof.holds, report.proof
    counts, _ = store_at(server.url).counts("https://")
    assert sum(graph.startswith(prefix) for graph in counts) == 6
    assert not any(graph.startswith("https://w3id.org/lgkg/id/") for graph in counts)


def test_append_leaves_what_is_there(server: Server, graph_folder: Path, tmp_path: Path) -> None:
    lgkg.load(graph_folder, server.url)
    shutil.rmtree(tmp_path / "state")
    report = lgkg.load(graph_folder, server.url, mode="append")
    assert (report.sent, report.replaced) == (6, 0)
    assert report.proof
    assert report.proof.holds, report.proof


def test_a_killed_store_is_told_of_and_a_second_run_completes(
    server: Server, samples_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in (RemoteStore, Virtuoso):
        monkeypatch.setattr(kind, "most_bytes", 50_000)
    kill = server.killing()
    with pytest.raises(RemoteError, match=r"cannot be reached.*run it again"):
        lgkg.load(samples_graph.path, server.url, again=True, patience=QUICK, progress=kill, kind=_kind(server))
    server.restart()
    report = lgkg.load(samples_graph.path, server.url)
    assert report.proof
    assert report.proof.holds, report.proof
    assert 0 < report.sent <= report.graphs


def test_questions_and_the_network_are_those_of_the_folder(
    server: Server, samples_graph: Graph, tmp_path: Path
) -> None:
    lgkg.load(samples_graph.path, server.url)
    with lgkg.open_endpoint(server.url) as there:
        assert there.base == samples_graph.base
        assert there.articles() == samples_graph.articles()
        person = {"person": "นายพิทักษ์พล รัตนวรากุล"}
        ours, theirs = (question("who-was-with").ask(one, **person) for one in (samples_graph, there))
        assert set(ours) == set(theirs)
        assert project(there) == project(samples_graph)
        view(there, tmp_path / "there.svg")
    view(samples_graph, tmp_path / "here.svg")
    assert (tmp_path / "there.svg").read_bytes() == (tmp_path / "here.svg").read_bytes()


def test_each_question_that_needs_no_value_is_answered_as_by_the_folder(server: Server, samples_graph: Graph) -> None:
    lgkg.load(samples_graph.path, server.url)
    with lgkg.open_endpoint(server.url) as there:
        for asked in questions():
            if all(parameter.optional or parameter.name == "top" for parameter in asked.parameters):
                most = {parameter.name: MOST for parameter in asked.parameters if parameter.name == "top"}
                ours, theirs = (asked.ask(graph, **most).rows for graph in (samples_graph, there))
                assert sorted(map(str, theirs)) == sorted(map(str, ours)), asked.id


def test_a_wrong_query_is_told_in_the_stores_words(server: Server, graph_folder: Path) -> None:
    with lgkg.open_endpoint(server.url) as there:
        with pytest.raises(QueryError, match="the query cannot be run"):
            there.query("SELECT ?x { ?x }")
        with pytest.raises(QueryError, match="SERVICE is refused"):
            there.query("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
        with pytest.raises(QueryError, match="only read"):
            there.query("DROP ALL")


def test_virtuoso_tells_a_wrong_password_without_showing_it(
    virtuoso: Server, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "s3cret-s3cret")
    with pytest.raises(RemoteError, match=r"401.*LGKG_LOAD_PASSWORD") as told:
        lgkg.load(graph_folder, virtuoso.url, patience=QUICK)
    assert "s3cret" not in str(told.value)


def test_virtuoso_takes_a_graph_from_a_user_who_may_only_update(
    virtuoso: Server, samples_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql = re.findall(r"^ServerPort = (\S+)", (virtuoso.folder / "virtuoso.ini").read_text("ascii"), re.MULTILINE)[0]
    create = "DB.DBA.USER_CREATE ('loader', 'secret'); GRANT SPARQL_UPDATE TO \"loader\";"
    subprocess.run(["isql-vt", sql, "dba", "dba", f"exec={create}"], check=True, capture_output=True)
    monkeypatch.setenv("LGKG_LOAD_USER", "loader")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "secret")
    for again in (False, True):
        report = lgkg.load(samples_graph.path, virtuoso.url, again=again)
        assert report.proof
        assert report.proof.holds, report.proof
        assert report.requests == report.graphs  # an administrator's quads take one request


def test_virtuoso_takes_all_new_graphs_of_an_administrator_at_once(virtuoso: Server, samples_graph: Graph) -> None:
    assert lgkg.load(samples_graph.path, virtuoso.url).requests == 1


def test_what_virtuoso_took_without_a_log_outlives_it(virtuoso: Server, samples_graph: Graph) -> None:
    lgkg.load(samples_graph.path, virtuoso.url)
    virtuoso.restart()
    report = lgkg.load(samples_graph.path, virtuoso.url)
    assert report.sent == 0
    assert report.proof
    assert report.proof.holds, report.proof


def test_what_virtuoso_replaced_and_added_beside_it_outlives_it(
    virtuoso: Server, tmp_path: Path, make_graph: GraphMaker, harbour: Facts, flood: Facts, harbour_again: Facts
) -> None:
    lgkg.load(make_graph(tmp_path / "old", (harbour, flood)), virtuoso.url)
    new = make_graph(tmp_path / "new", (harbour, harbour_again))
    lgkg.load(new, virtuoso.url, since=tmp_path / "old")
    virtuoso.restart()
    proof = lgkg.load(new, virtuoso.url, check=True).proof
    assert proof
    assert proof.holds, proof


def test_virtuoso_takes_a_graph_that_is_too_long_for_one_request(
    virtuoso: Server, samples_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Virtuoso, "most_bytes", 20_000)
    report = lgkg.load(samples_graph.path, virtuoso.url)
    assert report.requests > report.graphs
    assert report.proof
    assert report.proof.holds, report.proof


def test_virtuoso_that_cuts_answers_is_found_out(tmp_path: Path, samples_graph: Graph, virtuoso: Server) -> None:
    ini = virtuoso.folder / "virtuoso.ini"
    ini.write_text(ini.read_text(encoding="ascii").replace("= 100000", "= 10"), encoding="ascii")
    virtuoso.restart()
    report = lgkg.load(samples_graph.path, virtuoso.url)
    assert report.proof
    assert not report.proof.differences  # graphs are counted by name where the list is cut
    assert any("10 rows at most" in one.error for one in report.proof.asked)
    with lgkg.open_endpoint(virtuoso.url) as there, pytest.raises(QueryError, match="ResultSetMaxRows"):
        there.query("SELECT ?s { ?s ?p ?o }")


def _kind(server: Server) -> str:
    return "virtuoso" if "virtuoso-t" in server.command[0] else "oxigraph"
