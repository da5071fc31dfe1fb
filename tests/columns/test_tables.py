"""The tables of a graph: their rows, their files, and that their documentation is theirs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyarrow import parquet

from lgkg.columns import TABLES, Table, rows_of, write_tables
from lgkg.errors import GraphError
from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.identity import EqualNames
from lgkg.rdf import DEFAULT_BASE, article_quads
from lgkg.rdf.terms import PREFIXES

DOCS = Path(__file__).parents[2] / "docs" / "tables.md"
IDS = EqualNames()


@pytest.fixture(scope="module")
def tables(graph_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The tables of the three articles, as they come back from their files."""
    folder = tmp_path_factory.mktemp("tables") / "three"
    with open_graph(graph_folder) as graph:
        graph.export("parquet", folder)
    return {path.stem: parquet.read_table(path).to_pylist() for path in folder.iterdir()}


def _one(rows: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    (row,) = (row for row in rows if all(row[name] == value for name, value in wanted.items()))
    return row


def test_there_is_a_file_for_every_table(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert tables.keys() == {table.name for table in TABLES}


def test_an_article_has_its_headline_and_day(tables: dict[str, list[dict[str, Any]]], harbour: Facts) -> None:
    row = _one(tables["articles"], identifier="harbour")
    assert row == {
        "article": "article/harbour",
        "identifier": "harbour",
        "title": "เปิดสัมมนาท่าเรือสะอาด",
        "published": date(2022, 10, 4),
        "source": row["source"],
        "publisher": None,
        "text_sha256": harbour.article.text_sha256,
    }
    assert row["source"].startswith("https://www.example.go.th/")


def test_a_person_has_a_row_in_each_article_that_leads_to_the_words(
    tables: dict[str, list[dict[str, Any]]], harbour: Facts
) -> None:
    person = IDS.person(harbour, harbour.persons[0])
    rows = [row for row in tables["people"] if row["person"] == person]
    assert {row["article"] for row in rows} == {"article/harbour", "article/flood"}
    row = _one(rows, article="article/harbour")
    assert (row["given"], row["family"], row["honorific"]) == ("สมหมาย", "ทดสอบดี", "นาย")
    assert row["other_names"] == ["สมหมาย"]
    assert "สมหมาย ทดสอบดี" in harbour.article.text[row["start"] : row["end"]]


def test_an_office_tells_its_kind_and_area(tables: dict[str, list[dict[str, Any]]]) -> None:
    row = _one(tables["offices"], office="office/governor.21", article="article/flood")
    assert (row["kind"], row["area"], row["organization"]) == ("governor", "place/21", None)
    assert row["other_names"] == ["ผวจ.ระยอง"]


def test_a_tenure_tells_who_in_what_and_how(tables: dict[str, list[dict[str, Any]]], harbour: Facts) -> None:
    row = _one(tables["tenures"], tenure="article/harbour#tenure-2")
    assert row["person"] == IDS.person(harbour, harbour.persons[1])
    assert (row["office"], row["acting"], row["former"]) == ("office/deputy_governor.21", True, False)
    assert (row["observed_on"], row["confidence"], row["rule"]) == (date(2022, 10, 3), 0.9, "by-hand")


def test_a_meeting_tells_when_where_and_about_what(tables: dict[str, list[dict[str, Any]]], harbour: Facts) -> None:
    row = _one(tables["meetings"], article="article/harbour")
    assert (row["title"], row["kind"], row["attendees"]) == ("สัมมนาท่าเรือสะอาด", "seminar", 120)
    assert (row["start_date"], row["start_time"], row["end_date"]) == (date(2022, 10, 3), "09:30:00", None)
    assert row["about"] == [IDS.policy(harbour.policies[0])]
    assert _one(tables["venues"], venue=row["venue"])["name"] == "ห้องประชุมพลอย"
    taken = [one for one in tables["participations"] if one["meeting"] == row["meeting"]]
    assert [one["roles"] for one in taken] == [["chair", "speaker"], ["attendee"], ["attendee"]]
    assert _one(tables["delegations"], article="article/harbour")["meeting"] == row["meeting"]


def test_a_policy_and_a_place_tell_their_class(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert _one(tables["policies"], article="article/flood")["kind"] == "Law"
    assert _one(tables["places"], article="article/flood", name="หนองบัว")["level"] == "District"


def test_an_id_has_one_name_that_is_known_best(tables: dict[str, list[dict[str, Any]]]) -> None:
    names = {row["id"]: row for row in tables["names"]}
    assert len(names) == len(tables["names"])
    assert (names["place/21"]["name"], names["place/21"]["classes"]) == ("ระยอง", ["Province"])


def test_texts_that_attack_come_back_as_they_are(tables: dict[str, list[dict[str, Any]]], hostile: Facts) -> None:
    person = IDS.person(hostile, hostile.persons[0])
    assert _one(tables["people"], person=person)["name"] == hostile.persons[0].name


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (
            "people",
            "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?g ?x { GRAPH ?g { ?x a lgkg:Person ; foaf:name ?y } } }",
        ),
        ("tenures", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a lgkg:Tenure } }"),
        ("meetings", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a lgkg:Meeting } }"),
        ("participations", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a lgkg:Participation } }"),
        ("passages", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a lgkg:Passage } }"),
        (
            "names",
            "SELECT (COUNT(DISTINCT ?x) AS ?n) { GRAPH <https://w3id.org/lgkg/id/graph/entities> "
            "{ ?x skos:prefLabel ?name } }",
        ),
    ],
)
def test_a_table_has_as_many_rows_as_sparql_counts(
    samples_graph: Graph, tmp_path: Path, table: str, count: str
) -> None:
    samples_graph.export("parquet", tmp_path / "tables")
    found = duckdb.execute(f"SELECT count(*) FROM '{tmp_path / 'tables' / table}.parquet'").fetchall()
    assert found[0][0] == samples_graph.query(count).rows[0][0]


def test_every_id_of_a_table_has_a_name_or_is_an_event(samples_graph: Graph, tmp_path: Path) -> None:
    samples_graph.export("parquet", tmp_path / "tables")
    asked = (
        "SELECT count(*) FROM '{0}/tenures.parquet' t LEFT JOIN '{0}/names.parquet' p ON p.id = t.person "
        "LEFT JOIN '{0}/names.parquet' o ON o.id = t.office WHERE p.name IS NULL OR o.name IS NULL"
    )
    assert duckdb.execute(asked.format(tmp_path / "tables")).fetchall() == [(0,)]


def test_the_same_graph_gives_the_same_bytes_and_old_tables_are_replaced(graph_folder: Path, tmp_path: Path) -> None:
    for name in ("one", "other", "other"):
        write_tables(graph_folder, DEFAULT_BASE, tmp_path / name)
    for table in TABLES:
        file = f"{table.name}.parquet"
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_a_folder_that_holds_other_things_is_left_alone(graph_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").touch()
    with pytest.raises(GraphError, match="no folder of tables"):
        write_tables(graph_folder, DEFAULT_BASE, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_rows_do_not_depend_on_where_graphs_are_cut(all_facts: tuple[Facts, ...]) -> None:
    graphs = sorted(article_quads(facts, IDS) for facts in all_facts)
    whole = list(rows_of(b"".join(graphs), DEFAULT_BASE))
    assert whole == [row for graph in graphs for row in rows_of(graph, DEFAULT_BASE)]


def test_the_tables_are_documented_as_they_are() -> None:
    documented = DOCS.read_text(encoding="utf-8")
    assert documented[documented.index("## articles") :] == "\n".join(map(_section, TABLES))


def test_every_property_of_a_column_is_one_of_the_graph() -> None:
    terms = {name for table in TABLES for column in table.columns for name in column.terms}
    assert {name.partition(":")[0] for name in terms} <= PREFIXES.keys()


def _section(table: Table) -> str:
    rows = "".join(f"| `{column.name}` | {column.kind} | {column.about} |\n" for column in table.columns)
    return f"## {table.name}\n\nA row: {table.about}.\n\n| column | holds | |\n|---|---|---|\n{rows}"
