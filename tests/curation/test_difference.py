"""Two graphs are compared by what they say, whatever the ids and numbers are called."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import lgkg
from lgkg import GraphError
from lgkg.curation import Difference


def counts(difference: Difference, part: str) -> dict[str, int]:
    return {kind: listing.count for kind, listing in getattr(difference, part).items() if listing.count}


def test_a_graph_does_not_differ_from_itself(governors: Path) -> None:
    assert lgkg.diff(governors, governors).nothing


def test_a_merge_changes_no_fact_and_a_split_is_its_reverse(governors: Path, graph: Path) -> None:
    (waiting,) = lgkg.review(graph)
    (kept,) = lgkg.merge(graph, waiting.link.a, waiting.link.b, why="x").people
    (gone,) = {waiting.link.a, waiting.link.b} - {kept}
    for old, new, what, told in (
        (governors, graph, "merged", f"{gone} สมชาย ใจดี → {kept}"),
        (graph, governors, "split", f"{gone} สมชาย ใจดี ← {kept}"),
    ):
        difference = lgkg.diff(old, new)
        assert difference.people[what].first == (told,)
        assert counts(difference, "people") == {what: 1}
        assert not any(counts(difference, part) for part in ("articles", "events", "added", "gone"))


def test_what_an_article_brings_goes_when_it_goes(governors: Path, graph: Path) -> None:
    lgkg.remove(graph, ["n1"])
    gone, back = lgkg.diff(governors, graph), lgkg.diff(graph, governors)
    assert gone.articles["removed"].first == back.articles["added"].first == ("n1",)
    assert counts(gone, "people") == {"removed": 1}
    assert counts(gone, "events") == {"removed": 1}
    assert (
        counts(gone, "gone")
        == counts(back, "added")
        == {"tenure": 2, "participation": 1, "delegation": 1, "meeting": 1}
    )
    assert not counts(gone, "added")
    assert any("พร้อม รับงาน" in told for told in gone.gone["tenure"].first)


def test_a_text_that_changed_is_told_with_the_facts_that_changed(governors: Path, graph: Path, tmp_path: Path) -> None:
    text = "วันที่ 1 พฤษภาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดน่าน ลงพื้นที่ตรวจเยี่ยมประชาชน โดยมี นายแดง มาแทน ปลัดจังหวัดน่าน เข้าร่วม"
    file = tmp_path / "n2.json"
    file.write_text(json.dumps({"id": "n2", "published": "2022-05-01", "text": text}), encoding="utf-8")
    report = lgkg.update(graph, [file])
    assert (report.read, report.renewed, report.unchanged) == (1, 1, 0)
    difference = lgkg.diff(governors, graph)
    assert difference.articles["changed"].first == ("n2",)
    assert counts(difference, "people") == {"added": 1}
    assert counts(difference, "added")["tenure"] == 1
    assert "tenure" not in counts(difference, "gone")


def test_listings_are_bounded_and_counts_are_not(governors: Path, graph: Path) -> None:
    lgkg.remove(graph, ["n1", "n2", "r1"])
    removed = lgkg.diff(governors, graph, limit=2).articles["removed"]
    assert (removed.count, removed.first) == (3, ("n1", "n2"))


def test_a_damaged_file_is_told(governors: Path, graph: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such folder"):
        lgkg.diff(governors, tmp_path / "none")
    shutil.copy(graph / "graph.nq.gz", tmp_path / "whole")
    (graph / "graph.nq.gz").write_bytes((tmp_path / "whole").read_bytes()[:-200])
    with pytest.raises(GraphError, match="damaged"):
        lgkg.diff(governors, graph)
