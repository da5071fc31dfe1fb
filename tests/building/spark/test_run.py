"""The build on Spark against the one on this machine: the same graph, ledger and statuses, whatever is read."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from lgkg import resources
from lgkg.building import BuildReport, build
from lgkg.building.spark import build_on_spark
from lgkg.building.spark.session import spark_session
from lgkg.columns import TABLES
from lgkg.errors import EngineError, GraphError, InputError
from lgkg.identity.ledger import Judgement, JudgementRow, Ledger

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark

TEXT = "วันที่ 3 ตุลาคม 2565 นาย{0} ลองอ่านดู ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรมการจังหวัดระยอง ณ ศาลากลาง"


def _record(id: str, name: str, **more: str) -> str:
    return json.dumps({"id": id, "text": TEXT.format(name), **more}, ensure_ascii=False)


def _fill(folder: Path) -> None:
    """Files of every kind, most of them with something wrong."""
    folder.mkdir()
    lines = [
        _record("l1", "สมหมาย", title="ประชุม", published="2022-10-04", url="https://example.go.th/ข่าว/1"),
        '{"id": "broken',
        '{"id": "no-text"}',
        "",
        _record("l2", "สมหมาย", published="2565-10-04"),
        _record("l1", "สมหมาย"),
        _record("l1", "สมพงษ์"),
    ]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    whole = gzip.compress("".join(_record(f"g{n}", "สมพงศ์") + "\n" for n in range(400)).encode(), mtime=0)
    (folder / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "list.json").write_text(f"[{_record('j1', 'สมพงษ์')}, {_record('l2', 'อื่น')}, 7]", encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "thai name [1].txt").write_bytes(TEXT.format("สมหมาย").encode("cp874"))
    (folder / "notes.rtf").write_text("passed over", encoding="utf-8")
    rows = {
        "id": ["p1", "p2", None],
        "text": [TEXT.format("สมหมาย"), None, "ไม่มีชื่อ"],
        "published": [date(2022, 10, 5), None, None],
    }
    parquet.write_table(pa.table(rows), folder / "table.parquet")
    (folder / "broken.parquet").write_bytes(b"PAR1")
    graph = folder / "graph"
    graph.mkdir()
    (graph / "build.json").write_text('{"format": 1, "version": "0", "base": "", "input_sha256": ""}', encoding="utf-8")
    (graph / "status.jsonl").write_text(_record("status", "ใคร"), encoding="utf-8")


def _quads_in_parts(out: Path) -> list[bytes]:
    parts = (gzip.decompress(part.read_bytes()) for part in out.glob("quads/part-*.nq.gz"))
    return sorted(line for part in parts for line in part.split(b"\n") if line)


def _quads(graph: Path) -> list[bytes]:
    return sorted(line for line in gzip.decompress((graph / "graph.nq.gz").read_bytes()).split(b"\n") if line)


def _lines(paths: list[Path]) -> list[dict[str, Any]]:
    told = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted(told, key=lambda row: json.dumps(row, sort_keys=True))


class Built:
    """One input, built on Spark and here."""

    def __init__(self, folder: Path) -> None:
        _fill(folder / "mixed")
        samples = resources.data("samples", "articles"), resources.data("samples", "hard", "articles")
        self.inputs = [
            str(path) for path in (*samples, folder / "mixed", folder / "absent", folder / "mixed/notes.rtf")
        ]
        self.out, self.graph = folder / "parts", folder / "local"
        self.on_spark = build_on_spark(self.inputs, self.out)
        self.here = build(self.inputs, self.graph)


@pytest.fixture(scope="module")
def built(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The samples and the mixed files."""
    return Built(tmp_path_factory.mktemp("spark"))


def test_the_graph_is_that_of_the_local_engine(built: Built) -> None:
    assert _quads_in_parts(built.out) == _quads(built.graph)
    assert (built.out / "ledger.jsonl").read_bytes() == (built.graph / "ledger.jsonl").read_bytes()


def test_every_article_and_every_problem_is_told_as_by_the_local_engine(built: Built) -> None:
    told = _lines(list(built.out.glob("status/*.json")))
    assert told == _lines([built.graph / "status.jsonl"])
    assert {row["status"] for row in told} == {"ok", "nothing found", "repeated", "failed", "problem"}


def test_the_report_counts_what_the_local_engine_counts(built: Built) -> None:
    def counts(report: BuildReport) -> dict[str, object]:
        names = "articles nothing_found repeated people offices organizations places policies meetings passages facts"
        return {name: getattr(report, name) for name in (*names.split(), "problem_count")}

    assert counts(built.on_spark) == counts(built.here)
    assert built.on_spark.articles > 200


def test_the_manifest_tells_how_many_quads_the_parts_have(built: Built) -> None:
    told = json.loads((built.out / "parts.json").read_text(encoding="utf-8"))
    assert told["quads"] == len(_quads_in_parts(built.out))
    assert told["articles"] == built.here.articles


def test_a_graph_of_an_article_is_whole_in_one_part(built: Built) -> None:
    found: dict[bytes, set[Path]] = {}
    for part in built.out.glob("quads/part-*.nq.gz"):
        for line in gzip.decompress(part.read_bytes()).splitlines():
            found.setdefault(line.rsplit(b" ", 2)[1], set()).add(part)
    assert [graph for graph, parts in found.items() if len(parts) > 1 and b"/article/" in graph] == []


def test_every_table_is_written_with_its_columns(built: Built) -> None:
    for table in TABLES:
        names = parquet.read_schema(next((built.out / "tables" / table.name).glob("*.parquet"))).names
        assert names == [column.name for column in table.columns]


def test_a_new_build_keeps_to_the_ledger_in_its_place_and_to_a_list_of_redactions(
    spark: SparkSession, built: Built, tmp_path: Path
) -> None:
    ledger = Ledger.read(built.out / "ledger.jsonl")
    one, other, *_ = sorted(id for id in ledger.ages if id.startswith("person/"))
    ledger.add(JudgementRow(one, other, Judgement.SAME, "somchai", "asked them", "2026-11-26"))
    ledger.write(built.out / "ledger.jsonl")
    ledger.write(tmp_path / "ledger.jsonl")
    withheld = tmp_path / "redactions.jsonl"
    row = {"name": "สมหมาย ลองอ่านดู", "who": "somying", "when": "2026-11-26", "why": "asked for it"}
    withheld.write_text(json.dumps(row, ensure_ascii=False) + "\n" + '{"article": "a05"}\n', encoding="utf-8")
    build(built.inputs, tmp_path / "graph", ledger=tmp_path / "ledger.jsonl", redactions=withheld)
    build_on_spark(built.inputs, built.out, redactions=withheld)
    quads = _quads_in_parts(built.out)
    assert quads == _quads(tmp_path / "graph")
    assert [line for line in quads if "สมหมาย ลองอ่านดู".encode() in line] == []
    assert [line for line in quads if f"{max(one, other)}> <http://purl.org/dc/terms/isReplacedBy".encode() in line]
    for name in ("ledger.jsonl", "redactions.jsonl"):
        assert (built.out / name).read_bytes() == (tmp_path / "graph" / name).read_bytes()
    told = _lines(list(built.out.glob("status/*.json")))
    assert told == _lines([tmp_path / "graph" / "status.jsonl"])


def test_a_folder_that_holds_other_things_is_left_alone(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("วันนี้", encoding="utf-8")
    with pytest.raises(GraphError, match=r"other things .*: diary\.txt"):
        build_on_spark(tmp_path / "diary.txt", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_nothing_to_read_is_an_error_that_leaves_nothing(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article could be read"):
        build_on_spark(tmp_path / "absent.txt", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_spark_has_no_file_system_for_is_named(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"nowhere://articles: Spark cannot reach this .* Check the path"):
        build_on_spark("nowhere://articles", tmp_path / "out")


def test_a_ledger_that_is_not_there_is_an_error(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="there is no such file"):
        build_on_spark(tmp_path, tmp_path / "out", ledger=tmp_path / "absent.jsonl")


def test_a_session_that_runs_is_used_and_goes_on(spark: SparkSession) -> None:
    with spark_session() as session:
        assert session.sparkContext is spark.sparkContext
    assert spark.range(3).count() == 3
    with pytest.raises(EngineError, match=r"runs already, with master 'local\[2\]'"), spark_session("yarn"):
        pass
