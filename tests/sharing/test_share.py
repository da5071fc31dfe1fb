"""The graph in the formats of others says what the graph says, and their own library takes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model

from lgkg.errors import GraphError
from lgkg.graph import Graph
from lgkg.sharing import SharedFormat, share


@pytest.fixture(scope="module")
def entities(samples_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path = tmp_path_factory.mktemp("ftm") / "samples.json"
    share(samples_graph, SharedFormat.FTM, path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def popolo(samples_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("popolo") / "samples.json"
    share(samples_graph, "popolo", path)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_followthemoney_validates_every_entity(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        schema = model.get(entity["schema"])
        assert schema
        schema.validate({"properties": entity["properties"]})
        assert set(schema.required) <= set(entity["properties"])


def test_no_value_is_lost_on_the_way_through_followthemoney(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        assert model.get_proxy(entity, cleaned=False).to_dict()["properties"] == entity["properties"]


def test_there_is_an_entity_for_everything_that_the_graph_counts(
    entities: list[dict[str, Any]], samples_graph: Graph
) -> None:
    counts, kinds = samples_graph.info().counts, [entity["schema"] for entity in entities]
    assert kinds.count("Person") == counts["Person"]
    assert kinds.count("Position") == counts["Office"]
    assert kinds.count("PublicBody") == counts["Organization"]
    assert kinds.count("Event") == counts["Meeting"]
    assert kinds.count("Article") == 20


def test_every_reference_leads_to_an_entity(entities: list[dict[str, Any]]) -> None:
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in map(model.get_proxy, entities):
        assert {value for prop, value in entity.itervalues() if prop.type.name == "entity"} <= ids


def test_an_occupancy_says_when_it_was_seen_and_not_when_it_began(entities: list[dict[str, Any]]) -> None:
    occupancies = [entity["properties"] for entity in entities if entity["schema"] == "Occupancy"]
    assert occupancies
    assert any("date" in it for it in occupancies)
    assert not any("startDate" in it or "endDate" in it for it in occupancies)


def test_the_same_graph_gives_the_same_bytes(samples_graph: Graph, tmp_path: Path) -> None:
    for form in SharedFormat:
        for name in ("a", "b"):
            share(samples_graph, form, tmp_path / name)
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_popolo_holds_whom_where_and_since_which_article(popolo: dict[str, Any], samples_graph: Graph) -> None:
    assert set(popolo) == {"persons", "organizations", "posts", "memberships", "events"}
    assert len(popolo["persons"]) == samples_graph.info().counts["Person"]
    posts, persons = ({it["id"] for it in popolo[name]} for name in ("posts", "persons"))
    assert all(it["post_id"] in posts and it["person_id"] in persons and it["sources"] for it in popolo["memberships"])
    assert not any("start_date" in it for it in popolo["memberships"])


def test_hostile_names_stay_text(make_graph: Any, hostile: Any, tmp_path: Path) -> None:
    from lgkg.graph import open_graph

    with open_graph(make_graph(tmp_path / "graph", [hostile])) as graph:
        for form in SharedFormat:
            share(graph, form, tmp_path / form)
            content = (tmp_path / form).read_text("utf-8")
            for line in content.splitlines() if form is SharedFormat.FTM else [content]:
                json.loads(line)


def test_a_format_that_is_none_is_refused(samples_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xml"):
        share(samples_graph, "xml", tmp_path / "a")
    with pytest.raises(GraphError):
        share(samples_graph, "ftm", tmp_path / "missing" / "a")
