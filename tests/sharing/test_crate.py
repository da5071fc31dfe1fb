"""A folder of parts is an RO-Crate that its own library reads, and what it says of the files is true."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rocrate.rocrate import ROCrate

from lgkg.graph import Graph, open_graph
from lgkg.sharing import split

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def folder(samples_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crate") / "parts"
    split(samples_graph, "nquads", path, 5_000)
    return path


@pytest.fixture(scope="module")
def crate(folder: Path) -> Any:
    return ROCrate(folder)


def test_every_file_has_its_size_checksum_and_format(crate: Any, folder: Path) -> None:
    described = {entity.id: entity for entity in crate.data_entities}
    assert set(described) == {path.name for path in folder.iterdir()} - {"ro-crate-metadata.json", "SHA256SUMS"}
    for name, entity in described.items():
        content = (folder / name).read_bytes()
        assert entity["contentSize"] == str(len(content))
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        media, form = entity["encodingFormat"]
        assert media == ("text/turtle" if name == "void.ttl" else "application/gzip")
        assert form["name"] == ("RDF 1.1 Turtle" if name == "void.ttl" else "RDF 1.1 N-Quads")


def test_the_notes_that_name_graphs_are_described(samples_graph: Graph, tmp_path: Path) -> None:
    split(samples_graph, "ntriples", tmp_path / "files")
    described = {entity.id: entity for entity in ROCrate(tmp_path / "files").data_entities}
    assert set(described) == {it.name for it in (tmp_path / "files").iterdir()} - {
        "ro-crate-metadata.json",
        "SHA256SUMS",
    }
    assert described["graph-00001.nt.gz.graph"]["encodingFormat"][0] == "text/plain"


def test_the_crate_tells_licence_counts_days_input_and_program(crate: Any, samples_graph: Graph) -> None:
    about, found = crate.root_dataset, samples_graph.info()
    assert found.published
    assert about["license"].id == LICENCE
    counts = {it["name"]: it["value"] for it in about["variableMeasured"]}
    assert counts["number of articles"] == found.articles == 20
    assert counts["number of Person"] == found.counts["Person"]
    assert about["temporalCoverage"] == "/".join(map(str, found.published))
    assert about["identifier"]["value"] == samples_graph.manifest.input_sha256
    (run,) = [entity for entity in crate.contextual_entities if entity.type == "CreateAction"]
    assert (run["instrument"]["name"], run["instrument"]["version"]) == ("lgkg", samples_graph.manifest.version)


def test_everything_that_is_referred_to_is_described(crate: Any) -> None:
    known = {entity.id for entity in crate.get_entities()}
    for entity in crate.get_entities():
        for value in entity.as_jsonld().values():
            links = [it["@id"] for it in (value if isinstance(value, list) else [value]) if isinstance(it, dict)]
            assert {link for link in links if not link.startswith("https://w3id.org/ro/crate/")} <= known


def test_the_day_of_publication_is_the_one_given_else_that_of_the_newest_article(
    crate: Any, samples_graph: Graph, tmp_path: Path
) -> None:
    found = samples_graph.info()
    assert found.published
    assert crate.root_dataset["datePublished"] == found.published[1].isoformat()
    split(samples_graph, "nquads", tmp_path / "parts", published=date(2030, 1, 2))
    assert ROCrate(tmp_path / "parts").root_dataset["datePublished"] == "2030-01-02"


def test_a_graph_without_days_claims_none(make_graph: Any, harbour: Any, tmp_path: Path) -> None:
    undated = replace(harbour, article=replace(harbour.article, published=None))
    with open_graph(make_graph(tmp_path / "graph", [undated])) as graph:
        split(graph, "ntriples", tmp_path / "files")
    described = json.loads((tmp_path / "files" / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    (about,) = [entity for entity in described if entity["@id"] == "./"]
    assert not {"datePublished", "temporalCoverage"} & set(about)
