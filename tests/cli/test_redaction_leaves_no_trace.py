"""Whoever is withdrawn is in no file of the graph, no export, no picture, no answer, and in nothing a command says."""

from __future__ import annotations

import base64
import gzip
import json
import re
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest

from lgkg.building import update
from lgkg.cli import main
from lgkg.graph import open_graph
from lgkg.identity import JudgementRow, name_key
from lgkg.identity.ledger import Judgement
from lgkg.identity.mint import mint
from lgkg.store import ARCHIVE, LEDGER, NQUADS, REDACTIONS, STATUS, STORE

MEETING = (
    "วันที่ 12 ตุลาคม 2565 เวลา 09.30 น. ที่ห้องประชุมศาลากลางจังหวัดระยอง {} ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"
    "คณะกรรมการจังหวัดระยอง โดยมี นายวิชัย มั่นคง ปลัดจังหวัดระยอง และ นางสาวใจงาม ลองเขียน นายอำเภอแกลง เข้าร่วมประชุม"
)
VISIT = (
    "วันที่ 3 พฤศจิกายน 2565 นายวิชัย มั่นคง ปลัดจังหวัดระยอง ได้รับมอบหมายจาก {} ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานเปิดโครงการอบรมอาสาสมัครท้องถิ่น ณ หอประชุมอำเภอแกลง"
)
ARTICLES = {
    "d1": MEETING.format("นายเเก้วกำจร ถ้ำทองประเสริฐศรี"),
    "d2": MEETING.format("นายแก้วกํา\u200bจร  ถํ้าทองประเสริฐศรี").replace("12 ตุลาคม", "13 ตุลาคม"),
    "d3": VISIT.format("นายแก้วกำจรถ้ำทองประเสริฐศรี") + " ทั้งนี้ นายแก้วกำจร กล่าวขอบคุณทุกฝ่าย",
    "d4": MEETING.format("นายแก้วกำจน ถ้ำทองประเสริฐศรี").replace("12 ตุลาคม", "14 ตุลาคม"),
    "d5": "วันที่ 9 ธันวาคม 2565 นางสาวใจงาม ลองเขียน นายอำเภอแกลง เป็นประธานพิธีเปิดถนนแก้วกำจร ถ้ำทองประเสริฐศรี",
}
LATER = MEETING.format("นายแก้วกำจร ถ้ำทองประเสริฐศรี").replace("12 ตุลาคม", "20 ธันวาคม")
NAME, SLIP = "แก้วกำจรถ้ำทองประเสริฐศรี", "แก้วกำจนถ้ำทองประเสริฐศรี"
TITLE = "ผู้ว่าฯ แก้วกำจร ถ้ำทองประเสริฐศรี เปิดประชุม"

Run = Callable[..., str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command and gives back all that it wrote."""

    def run(*arguments: str | Path) -> str:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        assert not ended.value.code, written.err.decode()
        return (written.out + written.err).decode()

    return run


def write_articles(folder: Path, articles: dict[str, str]) -> Path:
    folder.mkdir()
    rows = ({"id": id, "text": text, "title": TITLE, "url": f"https://e.go.th/{NAME}"} for id, text in articles.items())
    (folder / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.fixture
def graph(tmp_path: Path, run: Run) -> Path:
    """A graph of five articles that name the person in as many ways; two spellings are known for one person."""
    folder = tmp_path / "graph"
    run("build", write_articles(tmp_path / "in", ARTICLES), "--out", folder)
    one, other = (mint("person", name_key(name)) for name in (NAME, SLIP))
    update(folder, decisions=[JudgementRow(one, other, Judgement.SAME, "ทดสอบ", f"{NAME} พิมพ์ผิดเป็น {SLIP}")])
    return folder


def traces(content: bytes | str) -> list[str]:
    """Any part of the name that stands in a file, as it is or as JSON, HTML or web addresses write it."""
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    text = unquote(re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text))
    text = re.sub(r"[\s\u200b]", "", text).replace("เเ", "แ").replace("ำ", "ํา")
    text = re.sub("ํ([่-๋])", r"\1ํ", text)
    return re.findall(r"แก้วกํา|กําจ[รน]|ถ้ํ?าทองประ|ประเสริฐศรี", text)


def files(graph: Path) -> Iterator[tuple[str, bytes]]:
    """All that lies in the folder of a graph but the list, as it is and unpacked."""
    for path in sorted(graph.rglob("*")):
        if path.is_file() and path.name != REDACTIONS:
            yield path.name, path.read_bytes()
    yield NQUADS, gzip.decompress((graph / NQUADS).read_bytes())
    yield STORE, "\n".join(map(str, ox.Store.read_only(str(graph / STORE)))).encode()
    with closing(sqlite3.connect(graph / ARCHIVE)) as archive:
        for table in ("article", "published", "common"):
            for (quads,) in archive.execute(f"SELECT quads FROM {table}"):
                yield f"{ARCHIVE}: {table}", gzip.decompress(quads)


def shown(graph: Path, run: Run, folder: Path) -> Iterator[tuple[str, bytes | str]]:
    """All that commands make of a graph."""
    for form in ("nquads", "trig", "turtle", "jsonld"):
        yield f"said of {form}", run("export", graph, "--format", form, "-o", folder / form)
        yield form, (folder / form).read_bytes()
    yield "said of the picture", run("view", graph, "-o", folder / "view.html")
    yield "picture", (folder / "view.html").read_bytes()
    yield "records of the picture", unpacked((folder / "view.html").read_text(encoding="utf-8"))
    yield "still picture", run("view", graph, "-o", folder / "view.svg", "--format", "svg")
    yield "svg", (folder / "view.svg").read_bytes()
    yield "network", run("network", graph, "--format", "csv", "--top", "1000")
    yield "said of the edge list", run("network", graph, "--export", folder / "edges.csv")
    yield "edge list", (folder / "edges.csv").read_bytes()
    yield "review", run("review", graph, "--list")
    yield "explain", run("explain", graph, VICHAI)
    yield "answer", run("query", graph, "SELECT * { GRAPH ?g { ?s ?p ?o } }", "--format", "json", "--limit", "1000000")
    yield "info", run("info", graph)
    yield "validate", run("validate", graph)


def unpacked(page: str) -> bytes:
    """The records that a picture carries, which its script unpacks."""
    packed = re.search(r'id="data"[^>]*>([^<]+)<', page)
    assert packed
    return zlib.decompress(base64.b64decode(packed[1]), -zlib.MAX_WBITS)


def check(graph: Path, run: Run, folder: Path) -> None:
    folder.mkdir()
    for name, content in (*files(graph), *shown(graph, run, folder)):
        assert traces(content) == [], name


def test_the_traces_of_who_is_not_withdrawn_are_seen_everywhere(graph: Path, run: Run, tmp_path: Path) -> None:
    found = {name for name, content in files(graph) if traces(content)}
    assert {LEDGER, ARCHIVE, NQUADS, STORE, f"{ARCHIVE}: article", f"{ARCHIVE}: common"} <= found
    (tmp_path / "out").mkdir()
    seen = {name for name, content in shown(graph, run, tmp_path / "out") if traces(content)}
    assert {
        "nquads",
        "trig",
        "turtle",
        "jsonld",
        "records of the picture",
        "svg",
        "edge list",
        "answer",
        "explain",
    } <= seen


def test_nothing_is_left_of_a_person_now_or_after_update_merge_and_rebuild(
    graph: Path, run: Run, tmp_path: Path
) -> None:
    with open_graph(graph) as opened:
        others = facts_of_others(opened.query(OTHERS).rows)
    assert others
    tables = {path.stat().st_ino for path in (graph / STORE).iterdir()}
    assert traces(run("redact", graph, mint("person", name_key(SLIP)), "--why", "w")) == []
    assert tables.isdisjoint(path.stat().st_ino for path in (graph / STORE).iterdir())
    check(graph, run, tmp_path / "1")
    with open_graph(graph) as opened:
        assert facts_of_others(opened.query(OTHERS).rows) == others
        assert any("█" in str(text) for (text,) in opened.query("SELECT ?text { ?p oa:exact ?text }"))
    later = write_articles(tmp_path / "later", {"d9": LATER})
    update(graph, [later])
    check(graph, run, tmp_path / "2")
    update(graph, decisions=[JudgementRow(VICHAI, JAINGAM, Judgement.SAME, "x", "y")])
    check(graph, run, tmp_path / "3")
    assert traces(run("build", tmp_path / "in", later, "--out", graph)) == []
    check(graph, run, tmp_path / "4")
    anew = tmp_path / "anew"
    run("build", tmp_path / "in", later, "--out", anew, "--redactions", graph / REDACTIONS)
    check(anew, run, tmp_path / "5")
    assert (anew / REDACTIONS).read_bytes() == (graph / REDACTIONS).read_bytes()


VICHAI, JAINGAM = mint("person", "วิชัยมั่นคง"), mint("person", "ใจงามลองเขียน")
OTHERS = """
SELECT ?name ?fact { ?fact (org:member|lgkg:participant|lgkg:delegate)/foaf:name ?name ; lgkg:evidence ?passage }
"""


def facts_of_others(rows: Sequence[tuple[object, ...]]) -> set[tuple[object, ...]]:
    return {row for row in rows if not traces(str(row[0])) and "delegation" not in str(row[1])}


def test_a_graph_that_withdraws_is_what_a_build_with_its_list_gives(graph: Path, run: Run, tmp_path: Path) -> None:
    run("redact", graph, mint("person", name_key(NAME)), "--why", "w")
    run("build", tmp_path / "in", "--out", tmp_path / "anew", "--redactions", graph / REDACTIONS)
    assert (tmp_path / "anew" / NQUADS).read_bytes() == (graph / NQUADS).read_bytes()
    assert (tmp_path / "anew" / STATUS).read_bytes() == (graph / STATUS).read_bytes()


def test_nothing_is_left_of_an_article_but_that_it_was_withdrawn(graph: Path, run: Run, tmp_path: Path) -> None:
    run("redact", graph, "--article", "d5", "--why", "w")
    run("build", tmp_path / "in", "--out", graph)
    for _, content in (*files(graph), ("query", run("query", graph, "SELECT * { ?s ?p ?o }", "--limit", "1000000"))):
        assert "ถนน" not in content.decode("utf-8", "ignore") if isinstance(content, bytes) else "ถนน" not in content
    rows = [json.loads(line) for line in (graph / STATUS).read_text(encoding="utf-8").splitlines()]
    (row,) = (row for row in rows if row["id"] == "d5")
    assert (row["status"], row["reason"]) == ("withdrawn", "")


def test_it_is_said_that_an_article_to_withdraw_was_not_there(graph: Path, run: Run) -> None:
    assert "no article" not in run("redact", graph, "--article", "d5", "--why", "w")
    assert "no article 'd55' was in the graph" in run("redact", graph, "--article", "d55", "--why", "w")


def test_the_list_is_private_and_is_shown_to_who_asks(graph: Path, run: Run) -> None:
    run("redact", graph, "--article", "d5", "--why", "ถอนโดยผู้เผยแพร่", "--who", "สมหญิง")
    assert (graph / REDACTIONS).stat().st_mode & 0o777 == 0o600
    listed = run("redact", graph, "--list")
    assert all(text in listed for text in ("d5", "ถอนโดยผู้เผยแพร่", "สมหญิง"))
