"""Files for bulk loaders hold the graph, no more and no less, and say what they are."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from lgkg.errors import GraphError
from lgkg.graph import Graph
from lgkg.sharing import split
from lgkg.store import NQUADS


def lines(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def test_the_parts_in_a_row_are_the_graph_and_no_named_graph_is_cut(samples_graph: Graph, tmp_path: Path) -> None:
    assert split(samples_graph, "nquads", tmp_path / "parts", 1_000) > 3
    parts = [lines(path) for path in sorted((tmp_path / "parts").glob("part-*.nq.gz"))]
    assert b"".join(line for part in parts for line in part) == gzip.decompress(
        (samples_graph.path / NQUADS).read_bytes()
    )
    graphs = [{line.rsplit(b" ", 2)[1] for line in part} for part in parts]
    assert sum(map(len, graphs)) == len(set().union(*graphs))


def test_a_file_for_each_named_graph_loads_into_the_graph_that_its_note_names(
    samples_graph: Graph, tmp_path: Path
) -> None:
    split(samples_graph, "ntriples", tmp_path / "graphs")
    store = ox.Store()
    for path in sorted((tmp_path / "graphs").glob("*.nt.gz")):
        into = ox.NamedNode(Path(f"{path}.graph").read_text().strip())
        store.load(b"".join(lines(path)), ox.RdfFormat.N_TRIPLES, to_graph=into)
    whole = ox.Store()
    whole.load(gzip.decompress((samples_graph.path / NQUADS).read_bytes()), ox.RdfFormat.N_QUADS)
    assert set(store) == set(whole)


@pytest.mark.parametrize(
    ("form", "one"), [("nquads", {"part-0001.nq.gz"}), ("ntriples", {"graph-00001.nt.gz", "graph-00001.nt.gz.graph"})]
)
def test_there_is_a_checksum_for_every_file_and_it_holds(
    samples_graph: Graph, tmp_path: Path, form: str, one: set[str]
) -> None:
    split(samples_graph, form, tmp_path / "parts")
    ran = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "parts", capture_output=True, text=True
    )
    assert ran.returncode == 0
    names = {path.name for path in (tmp_path / "parts").iterdir()}
    assert names == {line.removesuffix(": OK") for line in ran.stdout.splitlines()} | {"SHA256SUMS"}
    assert names >= one | {"void.ttl", "ro-crate-metadata.json"}


def test_the_description_tells_licence_counts_days_vocabularies_and_files(samples_graph: Graph, tmp_path: Path) -> None:
    split(samples_graph, "nquads", tmp_path / "parts", 5_000)
    found = ox.Store()
    found.load((tmp_path / "parts" / "void.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    answer = found.query(
        """PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX lgkg: <https://w3id.org/lgkg/ontology#>
        SELECT (SAMPLE(?l) AS ?licence) (SAMPLE(?a) AS ?articles) (SAMPLE(?f) AS ?from) (COUNT(DISTINCT ?v) AS ?words)
               (COUNT(DISTINCT ?d) AS ?files) {
          ?set a void:Dataset, dcat:Dataset ; dcterms:license ?l ; lgkg:articleCount ?a ; void:vocabulary ?v ;
            dcterms:temporal/dcat:startDate ?f ; dcat:distribution ?d }"""
    )
    assert isinstance(answer, ox.QuerySolutions)
    (row,) = answer
    parts = list((tmp_path / "parts").glob("part-*"))
    assert (row["articles"].value, int(row["files"].value)) == ("20", len(parts))
    assert "by/4.0" in row["licence"].value
    assert int(row["words"].value) > 5


def test_the_same_graph_gives_the_same_bytes(samples_graph: Graph, tmp_path: Path) -> None:
    for name in ("a", "b"):
        split(samples_graph, "nquads", tmp_path / name, 2_000)
    digests = [
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / name).iterdir()}
        for name in "ab"
    ]
    assert digests[0] == digests[1]


def test_a_folder_that_holds_something_is_left_alone(samples_graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(GraphError, match="something already"):
        split(samples_graph, "nquads", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
