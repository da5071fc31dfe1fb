"""The commands that look after a graph: each does what its help says, and shows nothing that an article could abuse."""

from __future__ import annotations

import gzip
import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import lgkg
from lgkg import resources
from lgkg.cli import main

COMMANDS = ("explain", "review", "merge", "split", "update", "remove", "diff")
"""In an order in which the examples of their help can be run."""
ARTICLES = {
    "r1": ("2022-01-12", "วันที่ 12 มกราคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม\x1b[2Jงบประมาณ"),
    "r2": ("2022-08-20", "วันที่ 20 สิงหาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานเปิดโครงการจังหวัดสะอาด"),
    "n1": ("2022-04-15", "วันที่ 15 เมษายน 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดน่าน เป็นประธานการประชุมเตรียมรับภัยหนาว"),
    "n2": ("2022-05-01", "วันที่ 1 พฤษภาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดน่าน ลงพื้นที่ตรวจเยี่ยมประชาชน"),
}


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: str | Path, keys: str = "") -> Ran:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), written.out.decode(), written.err.decode())

    return run


def governors(folder: Path, *names: str) -> Path:
    """A graph in `folder` of two governors of each name, who may be one person."""
    told = [
        {"id": f"{id}{number or ''}", "published": day, "text": text.replace("สมชาย ใจดี", name)}
        for number, name in enumerate(names)
        for id, (day, text) in ARTICLES.items()
    ]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    lgkg.build([folder / "news.jsonl"], folder / "graph")
    return folder / "graph"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two governors of one name, who may be one person."""
    return governors(tmp_path_factory.mktemp("governors"), "สมชาย ใจดี")


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    shutil.copytree(built, tmp_path / "graph")
    return tmp_path / "graph"


@pytest.fixture
def pair(built: Path) -> tuple[str, str]:
    """The ids of the two, who wait for a decision."""
    (waiting,) = lgkg.review(built)
    return waiting.link.a, waiting.link.b


def ledger(graph: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (graph / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_examples_in_the_help_can_be_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    articles = resources.data("samples", "articles")
    lgkg.build([articles], "out/demo")
    lgkg.build([articles], "out/news")
    Path("more").symlink_to(articles)
    Path("news.jsonl.gz").write_bytes(gzip.compress(b'{"id": "n1", "text": "x"}'))
    for command in COMMANDS:
        examples = re.findall(r"^ +lgkg (.+)$", run(command, "--help").out.split("Example:")[1], re.M)
        assert examples
        for example in examples:
            assert run(*shlex.split(example), keys="nnnnnnnnn").code == 0, example


def test_update_and_remove_tell_what_changed(run: Run, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "r1.txt").write_text(ARTICLES["r1"][1] + " ใหม่", encoding="utf-8")
    (tmp_path / "z.txt").write_text("นายแดง มาใหม่ ผู้ว่าราชการจังหวัดตรัง", encoding="utf-8")
    ran = run("update", graph, tmp_path / "r1.txt", tmp_path / "z.txt", graph.parent / "gone.txt")
    assert (ran.code, "gone.txt: does not exist" in ran.err) == (1, True)
    assert [line.strip() for line in ran.out.splitlines()[:5]] == [
        "1  new article read",
        "1  changed article read anew",
        "0  articles unchanged",
        "Now in the graph:",
        "5  articles",
    ]
    ran = run("remove", graph, "z", "n1")
    assert (ran.code, "2  articles removed" in ran.out, "3  articles" in ran.out) == (0, True, True)
    assert run("update", graph, tmp_path / "r1.txt").out.splitlines()[2].strip() == "1  article unchanged"
    ran = run("remove", graph, "z")
    assert (ran.code, "there is no article 'z'" in ran.err) == (3, True)


def test_merge_and_split_are_refused_with_reasons(run: Run, graph: Path, pair: tuple[str, str]) -> None:
    ran = run("merge", graph, *pair, "--why", "one face", "--who", "malee")
    assert (ran.code, ran.err, "One person now: " in ran.out) == (0, "", True)
    again = run("merge", graph, *pair, "--why", "x")
    assert (again.code, "one person already, as malee decided" in again.err) == (3, True)
    assert run("split", graph, *pair, "--why", "two faces").code == 0
    refused = run("merge", graph, *pair, "--why", "x")
    assert (refused.code, "two faces" in refused.err, "--override" in refused.err) == (3, True, True)
    assert run("merge", graph, *pair, "--why", "x", "--override").code == 0
    assert run("split", graph, pair[0], "--why", "x").code == 2
    assert run("split", graph, *pair, "--articles", "n1", "--why", "x").code == 2
    assert run("merge", graph, *pair).code == 2
    ran = run("split", graph, pair[0], "--articles", "n2", "--why", "x")
    assert (ran.code, "Two people now: " in ran.out) == (0, True)


def test_a_decision_notes_who_and_the_day(run: Run, graph: Path, pair: tuple[str, str]) -> None:
    run("merge", graph, *pair, "--why", "ภาพเดียวกัน", "--who", "มาลี")
    row = ledger(graph)[-1]
    assert (row["who"], row["why"]) == ("มาลี", "ภาพเดียวกัน")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["when"])


def test_review_shows_both_sides_and_enters_what_is_decided(run: Run, graph: Path, pair: tuple[str, str]) -> None:
    ran = run("review", graph, "--who", "malee", keys="xs")
    assert ran.code == 0
    for shown in (*pair, "ผู้ว่าราชการจังหวัดระยอง", "2022-01-12 – 2022-08-20", "ผู้ว่าราชการจังหวัดน่าน", "score 0.50"):
        assert shown in ran.out
    assert "Decided: 1 same" in ran.out
    assert (ledger(graph)[-1]["judgement"], ledger(graph)[-1]["who"]) == ("same", "malee")
    assert run("review", graph).out == "No pair waits for a decision.\n"
    assert run("review", graph, "--list").out == "No pair waits for a decision.\n"
    assert json.loads(run("review", graph, "--list", "--format", "json").out) == []


def test_who_quits_a_review_is_asked_whether_what_was_decided_holds(run: Run, tmp_path: Path) -> None:
    before = ledger(governors(tmp_path, "สมชาย ใจดี", "ธนา แก้วดี", "วิทย์ ทองคำ"))
    assert len(lgkg.review(tmp_path / "graph")) > 2
    ran = run("review", tmp_path / "graph", keys="dqn")
    assert (ran.code, ran.out.endswith("Nothing was changed.\n"), ledger(tmp_path / "graph")) == (0, True, before)
    ran = run("review", tmp_path / "graph", keys="d")
    assert (ran.code, "nothing was changed" in ran.err, ledger(tmp_path / "graph")) == (130, True, before)
    ran = run("review", tmp_path / "graph", keys="duqy")
    assert (ran.code, "Decided: 1 different, 1 unsure" in ran.out) == (0, True)
    assert [row["judgement"] for row in ledger(tmp_path / "graph")[len(before) :]] == ["different", "unsure"]


def test_keys_of_a_thai_keyboard_are_understood(run: Run, graph: Path) -> None:
    assert "Decided: 1 different" in run("review", graph, keys="ก").out


def test_the_queue_is_listed(run: Run, built: Path, pair: tuple[str, str]) -> None:
    (row,) = json.loads(run("review", built, "--list", "--format", "json").out)
    assert (row["a"], row["b"], row["name a"], row["score"]) == (*pair, "สมชาย ใจดี", 0.5)
    assert run("review", built, "--list", "--format", "csv").out.splitlines()[0].startswith("a,name a,b,name b,score")


def test_explain_tells_all_as_text_and_as_json(run: Run, graph: Path, pair: tuple[str, str]) -> None:
    run("merge", graph, *pair, "--why", "one face", "--who", "malee")
    ran = run("explain", graph, pair[1])
    for shown in (*pair, "malee", "one face", "2022-04-15 – 2022-05-01  ผู้ว่าราชการจังหวัดน่าน", "rule ", "confidence 0."):
        assert shown in ran.out
    told = json.loads(run("explain", graph, pair[0], "--format", "json").out)
    assert told["profile"]["names"] == [["สมชาย ใจดี", 4]]
    assert told["judgements"][0]["why"] == "one face"
    assert {fact["article"] for fact in told["profile"]["facts"]} == set(ARTICLES)
    assert run("explain", graph, "person/aaaaaaaaaaaaaaaa").code == 3


def test_diff_tells_in_text_and_in_json(run: Run, built: Path, graph: Path, pair: tuple[str, str]) -> None:
    assert run("diff", built, graph).out == "The graphs say the same.\n"
    run("merge", graph, *pair, "--why", "x")
    assert "People, merged: 1" in run("diff", built, graph).out
    assert json.loads(run("diff", built, graph, "--format", "json").out)["people"]["merged"]["count"] == 1
    ran = run("diff", built, graph.parent / "none")
    assert (ran.code, "there is no such folder" in ran.err) == (3, True)


def test_text_of_articles_never_steers_the_terminal(run: Run, built: Path, graph: Path, pair: tuple[str, str]) -> None:
    run("remove", graph, "r1")
    shown = [run("explain", built, id).out for id in pair]
    shown += [run("review", built, keys="n").out, run("diff", built, graph).out]
    shown += [run("explain", built, id, "--format", "json").out for id in pair]
    assert any("\\x1b[2J" in text for text in shown)
    assert not any("\x1b" in text for text in shown)
