"""Laws of updates: a graph that was updated is the graph that a build makes, byte for byte, and its store agrees.

A machine takes random steps on graph folders. 4 sequences of at most 6 steps are run; `LGKG_LAWS=125` runs 500 of them.
`test_identity_laws.py` takes far more steps, on people and events alone.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pyoxigraph as ox
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from lgkg.building.run import build, update
from lgkg.identity.ledger import Judgement, JudgementRow, Ledger, PersonRow, Row
from lgkg.store import LEDGER, NQUADS, STORE, open_store

TIMES = int(os.environ.get("LGKG_LAWS", "1"))

# Near names and homonyms; posts that an official leaves on 1 October, and one whose holder stays; days around that.
PEOPLE = ["สมชาย ใจดี", "สมชาย ใจดิ", "วิชัย มั่นคง", "วิชัย มั้นคง", "ประยูร แก้วมณี"]
PROVINCES = ["ระยอง", "ลำปาง", "แพร่"]
POSTS = ["ผู้ว่าราชการจังหวัด", "ปลัดจังหวัด", "นายกองค์การบริหารส่วนจังหวัด"]
DAYS = ["12 กันยายน 2565", "30 กันยายน 2565", "3 ตุลาคม 2565", "20 ตุลาคม 2565"]
SENTENCES = [
    "วันที่ {day} เวลา 09.30 น. ที่ศาลากลางจังหวัด{province} นาย{chair} {post}{province} เป็นประธานการประชุม"
    "คณะกรรมการป้องกันไฟป่า โดยมี นาย{other} เข้าร่วมประชุม",
    "นาย{chair} {post}{province} เปิดเผยว่า โครงการ “ป่าเย็น” จะเริ่มในจังหวัด{province} วันที่ {day}",
    "วันที่ {day} นาย{chair} {post}{province} และนาย{other} นายอำเภอเมือง{province} ลงพื้นที่ตรวจเยี่ยมตลาดน้ำ",
    "กรมอุตุนิยมวิทยาพยากรณ์ว่าฝนจะตกในวันที่ {day}",
]

texts = st.lists(
    st.builds(
        lambda sentence, **told: sentence.format(**told),
        st.sampled_from(SENTENCES),
        day=st.sampled_from(DAYS),
        province=st.sampled_from(PROVINCES),
        post=st.sampled_from(POSTS),
        chair=st.sampled_from(PEOPLE),
        other=st.sampled_from(PEOPLE),
    ),
    min_size=1,
    max_size=3,
).map("\n\n".join)
ids = st.integers(0, 15).map("d{:02}".format)
batches = st.dictionaries(ids, texts, min_size=1, max_size=3)
choice = st.integers(0, 1 << 20)

OF_THE_LAWS = (NQUADS, "build.json", LEDGER)


class UpdateMachine(RuleBasedStateMachine):
    """A graph's folder, changed step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="laws-"))
        self.graph = self.folder / "graph"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(articles=st.dictionaries(ids, texts, min_size=1, max_size=6))
    def begin(self, articles: dict[str, str]) -> None:
        self.articles = dict(articles)
        build([self._written(articles)], self.graph)
        first = contents(self.graph)
        build([self._written(articles)], self.graph)
        assert contents(self.graph) == first

    @rule(batch=batches)
    def add(self, batch: dict[str, str]) -> None:
        self._keep_ids({**self.articles, **{id: text for id, text in batch.items() if id not in self.articles}})

    @rule(batch=batches)
    def change(self, batch: dict[str, str]) -> None:
        self._keep_ids({id: batch.get(id, text) for id, text in self.articles.items()})

    @rule(gone=st.sets(ids, min_size=1, max_size=4))
    def remove_and_add_again(self, gone: set[str]) -> None:
        before, articles = contents(self.graph), self.articles
        self._keep_ids({id: text for id, text in articles.items() if id not in gone})
        self._keep_ids(articles)
        assert contents(self.graph) == before

    @rule(gone=st.sets(ids, min_size=1, max_size=4))
    def remove(self, gone: set[str]) -> None:
        self._keep_ids({id: text for id, text in self.articles.items() if id not in gone})

    @rule()
    def update_with_nothing(self) -> None:
        before = contents(self.graph)
        self._keep_ids(self.articles)
        assert contents(self.graph) == before

    @rule(number=choice)
    def merge_and_split(self, number: int) -> None:
        before = contents(self.graph)
        ledger = Ledger.read(self.graph / LEDGER)
        people = sorted({row.person for row in ledger.rows if isinstance(row, PersonRow)})
        pairs = [pair for pair in combinations(people, 2) if pair not in ledger.judgements]
        if pairs:
            pair = pairs[number % len(pairs)]
            self._step(self.articles, JudgementRow(*pair, Judgement.SAME, "somchai", "seen", "2026-11-26"))
            self._step(self.articles, JudgementRow(*pair, Judgement.DIFFERENT, "somchai", "not so", "2026-11-26"))
            assert contents(self.graph)[NQUADS] == before[NQUADS]

    def _keep_ids(self, articles: Mapping[str, str]) -> None:
        before, old = published(self.graph), self.articles
        self._step(articles)
        after = published(self.graph)
        stays = {article for article in before if articles.get(article) == old[article]}
        assert {article: after[article] for article in stays} == {article: before[article] for article in stays}

    def _step(self, articles: Mapping[str, str], *rows: Row) -> None:
        """Updates the graph, to which a build with the ledger of before, or of after, must come too."""
        ledger = Ledger.read(self.graph / LEDGER)
        ledger.add(*rows)
        ledger.write(self.folder / "before.jsonl")
        gone = sorted(self.articles.keys() - articles.keys())
        update(self.graph, [self._written(articles)] if articles else [], remove=gone, decisions=rows)
        self.articles = dict(articles)
        check_whole(self.graph)
        if articles:
            for known in (self.folder / "before.jsonl", self.graph / LEDGER):
                build([self._written(articles)], self.folder / "built", ledger=known)
                assert contents(self.folder / "built") == contents(self.graph)

    def _written(self, articles: Mapping[str, str]) -> Path:
        file = self.folder / "articles.jsonl"
        told = (json.dumps({"id": id, "text": text}, ensure_ascii=False) for id, text in articles.items())
        file.write_text("\n".join(told), encoding="utf-8")
        return file


def contents(graph: Path) -> dict[str, bytes]:
    """What must not depend on the way that led to it."""
    return {name: (graph / name).read_bytes() for name in OF_THE_LAWS}


def quads(graph: Path) -> list[bytes]:
    return gzip.decompress((graph / NQUADS).read_bytes()).splitlines(keepends=True)


def published(graph: Path) -> dict[str, list[bytes]]:
    """Article -> the quads of its graph, with every id in them."""
    found: dict[str, list[bytes]] = {}
    for line in quads(graph):
        name = line.rsplit(b" ", 2)[1].rsplit(b"/", 1)[1].rstrip(b">").decode()
        found.setdefault(name, []).append(line)
    return {name: lines for name, lines in found.items() if name not in ("entities", "provenance", "vocabulary")}


def check_whole(graph: Path) -> None:
    """The store holds what the file holds, and in the default graph each triple of it."""
    told = set(ox.parse(gzip.decompress((graph / NQUADS).read_bytes()), ox.RdfFormat.N_QUADS, lenient=True))
    merged = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in told}
    assert set(open_store(graph / STORE)) == told | merged


UpdateMachine.TestCase.settings = settings(
    max_examples=4 * TIMES,
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
TestUpdatesKeepTheirLaws = UpdateMachine.TestCase
