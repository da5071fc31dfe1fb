"""A build tells all that happened, does not depend on chance, and never leaves half a graph."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import lgkg
from lgkg import resources
from lgkg.article import Article
from lgkg.building import BuildReport, Progress, Stage, build, revision, update
from lgkg.building.block import Block, block_of
from lgkg.building.workers import each
from lgkg.errors import GraphError, InputError
from lgkg.identity import EqualNames, Identities
from lgkg.rdf import DEFAULT_BASE
from lgkg.rdf.terms import TYPE, term
from lgkg.sources import Problem
from lgkg.store import NQUADS, Loader, Manifest

MEETING = (
    "วันที่ 12 ตุลาคม 2565 เวลา 09.30 น. ที่ห้องประชุมศาลากลางจังหวัดระยอง นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการจังหวัด โดยมี นายวิชัย มั่นคง ปลัดจังหวัดระยอง เข้าร่วมประชุม"
)
NOTHING = "hello world"


def write_articles(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def many(folder: Path, number: int) -> Path:
    lines = (json.dumps({"id": f"n{n}", "text": f"ข่าวที่ {n} {MEETING}"}, ensure_ascii=False) for n in range(number))
    folder.mkdir(exist_ok=True)
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def contents(graph: Path) -> dict[str, bytes]:
    return {name: (graph / name).read_bytes() for name in ("graph.nq.gz", "status.jsonl", "build.json")}


def statuses(graph: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in (graph / "status.jsonl").read_text(encoding="utf-8").splitlines()]


def quads(graph: Path) -> list[str]:
    return gzip.decompress((graph / "graph.nq.gz").read_bytes()).decode().splitlines()


def test_a_build_counts_what_it_found(tmp_path: Path) -> None:
    other = MEETING.replace("วิชัย มั่นคง", "สมศักดิ์ รักไทย").replace("12 ตุลาคม", "13 ตุลาคม")
    inputs = write_articles(tmp_path / "in", {"a": MEETING, "b": other})
    report = build([inputs], tmp_path / "graph")
    assert (report.articles, report.people, report.meetings) == (2, 3, 2)
    assert report.offices == 2
    assert report.places == 1
    assert report.facts > 4
    assert report.passages == sum(f" {TYPE} {term('lgkg:Passage')} <" in line for line in quads(tmp_path / "graph"))
    assert report.problem_count == 0
    assert report.graph == tmp_path / "graph"


def test_the_graph_is_sorted_by_graph_and_complete(tmp_path: Path) -> None:
    build([write_articles(tmp_path / "in", {"b": MEETING, "a": MEETING, "c": NOTHING})], tmp_path / "graph")
    graphs = list(dict.fromkeys(line.rsplit(" ", 2)[1] for line in quads(tmp_path / "graph")))
    names = ["article/a", "article/b", "article/c", "graph/entities", "graph/provenance", "graph/vocabulary"]
    assert graphs == [f"<{DEFAULT_BASE}{name}>" for name in names]
    manifest = json.loads((tmp_path / "graph" / "build.json").read_text())
    assert (manifest["articles"], manifest["quads"]) == (3, len(quads(tmp_path / "graph")))
    assert {path.name for path in (tmp_path / "graph").iterdir()} == {
        "graph.nq.gz",
        "status.jsonl",
        "build.json",
        "ledger.jsonl",
        "articles.db",
        "store",
    }


def test_an_article_with_nothing_in_it_is_no_error(tmp_path: Path) -> None:
    report = build([write_articles(tmp_path / "in", {"a": MEETING, "b": NOTHING})], tmp_path / "graph")
    assert (report.articles, report.nothing_found, report.problem_count) == (2, 1, 0)
    assert [status["status"] for status in statuses(tmp_path / "graph")] == ["ok", "nothing found"]


def test_builds_are_byte_identical_whatever_the_jobs_and_the_order(tmp_path: Path) -> None:
    first, second = many(tmp_path / "one", 40), write_articles(tmp_path / "two", {"a": MEETING, "b": NOTHING})
    build([first, second], tmp_path / "graph1")
    build([second, first], tmp_path / "graph2", jobs=3)
    assert contents(tmp_path / "graph1") == contents(tmp_path / "graph2")


def test_a_build_over_its_own_graph_comes_to_the_same(tmp_path: Path) -> None:
    """Also where two articles tell of one event: what the ledger has learnt must not be told as news."""
    inputs = write_articles(tmp_path / "in", {"a": MEETING, "b": MEETING + " วันนี้"})
    report = build([inputs], tmp_path / "graph")
    assert report.meetings == 1
    first = contents(tmp_path / "graph"), (tmp_path / "graph" / "ledger.jsonl").read_bytes()
    build([inputs], tmp_path / "graph")
    assert (contents(tmp_path / "graph"), (tmp_path / "graph" / "ledger.jsonl").read_bytes()) == first


def test_builds_are_byte_identical_whatever_the_order_of_sets(tmp_path: Path) -> None:
    script = "import sys, lgkg; lgkg.build([sys.argv[1]], sys.argv[2])"
    for seed in ("1", "2"):
        command = [sys.executable, "-c", script, str(resources.data("samples", "articles")), str(tmp_path / seed)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_an_article_given_again_is_taken_once(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING})
    report = build([inputs, inputs / "a.txt"], tmp_path / "graph")
    assert (report.articles, report.repeated, report.problem_count) == (1, 1, 0)
    assert [status["status"] for status in statuses(tmp_path / "graph")] == ["ok", "repeated"]


def test_two_texts_with_one_id_are_a_problem_that_names_both_places(tmp_path: Path) -> None:
    one = write_articles(tmp_path / "1", {"a": MEETING})
    two = write_articles(tmp_path / "2", {"a": NOTHING})
    report = build([one, two], tmp_path / "graph")
    assert report.articles == 1
    assert [str(problem) for problem in report.problems] == [
        f"{two / 'a.txt'}: the id 'a' was read before from {one / 'a.txt'}, with another text. "
        "Give each article an id of its own"
    ]


def test_problems_are_told_when_met_and_noted_in_the_status(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING, "empty": ""})
    (inputs / "b.jsonl").write_text("{\n", encoding="utf-8")
    told: list[Problem] = []
    report = build([inputs, tmp_path / "gone"], tmp_path / "graph", on_problem=told.append)
    assert told == list(report.problems)
    assert report.problem_count == 3
    assert [(row["origin"], row["reason"]) for row in statuses(tmp_path / "graph") if row["id"] is None] == sorted(
        (problem.where, problem.what) for problem in told
    )


def test_the_output_folder_inside_the_input_is_not_read(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING})
    build([inputs], inputs / "graph")
    first = contents(inputs / "graph")
    assert build([inputs], inputs / "graph").problem_count == 0
    assert contents(inputs / "graph") == first


def test_graphs_inside_the_input_are_not_read(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING})
    build([inputs], inputs / "out" / "one")
    report = build([inputs], inputs / "out" / "two")
    assert (report.articles, report.skipped, report.problem_count) == (1, 0, 0)
    assert contents(inputs / "out" / "one") == contents(inputs / "out" / "two")


def test_progress_is_told_from_reading_to_loading(tmp_path: Path) -> None:
    told: list[Progress] = []
    build([many(tmp_path / "in", 5)], tmp_path / "graph", progress=told.append)
    assert list(dict.fromkeys(step.stage for step in told)) == list(Stage)
    assert [step.articles for step in told] == [0, 1, 2, 3, 4, 5, 5, 5]
    assert told[-1].done == told[-1].size == (tmp_path / "in" / "many.jsonl").stat().st_size


def test_articles_are_read_alike_by_processes_started_anew() -> None:
    articles = [Article(f"a{number}", MEETING) for number in range(3)]
    read = partial(block_of, ids=EqualNames(), base=DEFAULT_BASE)
    assert list(each(read, articles, 2, "spawn")) == list(each(read, articles, 1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_reading_one_article_costs_that_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(revision, "block_of", faulty)
    inputs = write_articles(tmp_path / "in", {"a": MEETING, "bad": MEETING, "c": MEETING})
    report = build([inputs], tmp_path / "graph", jobs=jobs)
    assert report.articles == 2
    assert [str(problem) for problem in report.problems] == [
        f"{inputs / 'bad.txt'}: the article 'bad' could not be read: KeyError: 'lost'. "
        "Report it together with the article"
    ]
    assert statuses(tmp_path / "graph")[1]["status"] == "failed"


def faulty(article: Article, ids: Identities, base: str, *, include_private: bool) -> Block:
    if article.id == "bad":
        raise KeyError("lost")
    return block_of(article, ids, base, include_private=include_private)


@pytest.mark.parametrize("texts", [{}, {"a": ""}])
def test_no_article_at_all_is_an_error_and_the_old_graph_stays(tmp_path: Path, texts: dict[str, str]) -> None:
    build([write_articles(tmp_path / "old", {"a": MEETING})], tmp_path / "graph")
    before = contents(tmp_path / "graph")
    with pytest.raises(InputError, match="no article could be read"):
        build([write_articles(tmp_path / "in", texts)], tmp_path / "graph")
    assert contents(tmp_path / "graph") == before


@pytest.mark.parametrize("stage", list(Stage))
def test_an_accident_at_any_stage_leaves_the_old_graph_and_no_litter(tmp_path: Path, stage: Stage) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING})
    build([inputs], tmp_path / "graph")
    before = contents(tmp_path / "graph")
    write_articles(inputs, {"b": MEETING})
    with pytest.raises(KeyboardInterrupt):
        build([inputs], tmp_path / "graph", progress=interrupt_at(stage))
    assert contents(tmp_path / "graph") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "in"]


def interrupt_at(stage: Stage) -> Callable[[Progress], None]:
    def interrupt(progress: Progress) -> None:
        if progress.stage is stage:
            raise KeyboardInterrupt

    return interrupt


def test_a_full_disk_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Loader, "finish", full)
    with pytest.raises(GraphError, match="the disk is full"):
        build([write_articles(tmp_path / "in", {"a": MEETING})], tmp_path / "graph")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_what_is_no_graph_is_not_replaced(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING})
    with pytest.raises(GraphError, match="other things than a graph"):
        build([inputs], inputs)
    assert [path.name for path in inputs.iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, closed = write_articles(tmp_path / "in", {"a": MEETING}), tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if os.geteuid() == 0:  # who may write everywhere
        monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(GraphError, match="cannot be written"):
        build([inputs], closed / "graph")
    assert list(closed.iterdir()) == []


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_the_base_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be the base"):
        build([tmp_path], tmp_path / "graph", base="javascript:x")


def test_less_than_one_job_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="give 1 or more"):
        build([tmp_path], tmp_path / "graph", jobs=0)


def test_the_public_function_is_this_one() -> None:
    assert lgkg.build is build
    assert lgkg.BuildReport is BuildReport


def test_private_people_are_kept_only_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "นายธนา แก้วดี นายอำเภอลอง มาถึง\n\nคุณป้าข้างบ้าน นางใจ ทองคำ, อายุ 70 ปี ดีใจ", encoding="utf-8"
    )
    without = build([tmp_path / "a.txt"], tmp_path / "without")
    everyone = build([tmp_path / "a.txt"], tmp_path / "everyone", include_private=True)
    assert (without.people, everyone.people) == (1, 2)
    assert "ใจ ทองคำ" not in gzip.decompress((tmp_path / "without" / NQUADS).read_bytes()).decode()
    assert not Manifest.read(tmp_path / "without").include_private
    assert Manifest.read(tmp_path / "everyone").include_private


def test_an_update_without_anything_new_leaves_a_graph_whose_events_were_joined_as_it_is(tmp_path: Path) -> None:
    build([write_articles(tmp_path / "in", {"a": MEETING, "b": MEETING + " ต่อไป"})], tmp_path / "graph")
    before = contents(tmp_path / "graph")
    assert '"judgement": "same", "a": "meeting/' in (tmp_path / "graph" / "ledger.jsonl").read_text(encoding="utf-8")
    update(tmp_path / "graph")
    assert contents(tmp_path / "graph") == before


def test_a_single_path_or_id_may_be_given_as_it_is(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in", {"a": MEETING, "bc": NOTHING})
    assert build(str(inputs), tmp_path / "graph").articles == 2
    assert update(tmp_path / "graph", inputs / "a.txt", remove="bc").articles == 1
