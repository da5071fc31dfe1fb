"""`lgkg evaluate` shows figures, mistakes and calibration, names what is absent, and lets nothing hostile through."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from lgkg import build, resources
from lgkg.cli import main

Run: TypeAlias = Callable[..., tuple[int, str, str]]

ANNOTATIONS = resources.data("samples", "annotations")
TEXT = "วันที่ 12 ตุลาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจังหวัด"
GOVERNOR = {"label": "ผู้ว่าราชการจังหวัดระยอง", "variants": [], "acting": False, "former": False}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `lgkg evaluate`; gives the exit code, the output and the errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", "evaluate", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        return int(ended.value.code or 0), written.out.decode(), written.err.decode()

    return run


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graphs") / "samples"
    build([resources.data("samples", "articles")], folder)
    return folder


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of one article."""
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "news.txt"], tmp_path / "graph")
    return tmp_path / "graph"


@pytest.fixture
def annotate(tmp_path: Path) -> Callable[..., Path]:
    """Writes an annotation of that article; gives the folder it is in."""
    (tmp_path / "gold").mkdir()

    def annotate(id: str = "news", **values: Any) -> Path:
        lists: dict[str, list[object]] = {it: [] for it in ("organisations", "districts", "policies", "meetings")}
        person = {"name": "สมชาย ใจดี", "title": "นาย", "aliases": [], "offices": [GOVERNOR]}
        told = {"id": id, "persons": [person], "provinces": ["ระยอง"], **lists, **values}
        (tmp_path / "gold" / f"{id}.json").write_text(json.dumps(told), encoding="utf-8")
        return tmp_path / "gold"

    return annotate


def test_the_figures_of_each_kind_come_first_and_then_what_else_there_is(run: Run, samples: Path) -> None:
    code, out, err = run(ANNOTATIONS, samples)
    assert (code, err) == (0, "")
    table, hint = out.split("\n\n")
    rows = [line.split() for line in table.splitlines()]
    assert rows[0] == ["kind", "annotated", "found", "right", "precision", "recall", "f1"]
    assert [row[0] for row in rows[2:5]] == ["person", "office", "acting-former"]
    assert all(0 < float(row[-1]) <= 1 for row in rows[2:])
    assert hint.startswith("--errors KIND lists the errors of a kind")


def test_the_figures_come_as_csv_and_json_too(run: Run, samples: Path) -> None:
    as_json = json.loads(run(ANNOTATIONS, samples, "--format", "json")[1])
    code, out, err = run(ANNOTATIONS, samples, "--format", "csv")
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [{name: str(value) for name, value in row.items()} for row in as_json] == rows
    person = as_json[0]
    assert person["f1"] == round(2 * person["right"] / (person["annotated"] + person["found"]), 4)


def test_a_kind_that_neither_side_has_gets_no_figures(run: Run, graph: Path, annotate: Callable[..., Path]) -> None:
    rows = {row["kind"]: row for row in json.loads(run(annotate(), graph, "--format", "json")[1])}
    assert (rows["office"]["annotated"], rows["office"]["f1"]) == (1, 1.0)
    assert (rows["district"]["annotated"], rows["district"]["found"], rows["district"]["f1"]) == (0, 0, None)


def test_the_mistakes_of_a_kind_are_listed_with_their_passages(
    run: Run, graph: Path, annotate: Callable[..., Path]
) -> None:
    gold = annotate(policies=[{"label": "แผน", "kind": "strategy", "variants": ["คณะ กรรมการ"]}], provinces=["ระนอง"])
    listed = json.loads(run(gold, graph, "--errors", "policy", "--format", "json")[1])
    assert [(row["article"], row["error"], row["annotated"]) for row in listed] == [("news", "missed", "แผน")]
    assert listed[0]["passage"].endswith("เป็นประธานการประชุมคณะกรรมการจังหวัด")
    every = json.loads(run(gold, graph, "--errors", "all", "--format", "json")[1])
    kinds = [(row["kind"], row["error"]) for row in every]
    assert [it for it in kinds if it[0] == "province"] == [("province", "missed"), ("province", "spurious")]
    spurious = next(row for row in every if row["kind"] == "meeting")
    assert (spurious["found"], spurious["confidence"] > 0.5, bool(spurious["rule"])) == (
        "ประชุมคณะกรรมการจังหวัด",
        True,
        True,
    )


def test_the_calibration_is_shown_per_band(run: Run, samples: Path) -> None:
    rows = json.loads(run(ANNOTATIONS, samples, "--calibration", "--format", "json")[1])
    assert [row["fact"] for row in rows[::4]] == ["tenure", "meeting", "participation", "delegation", "all"]
    assert [row["confidence"] for row in rows[:4]] == ["0.9 or more", "0.8 to 0.9", "0.7 to 0.8", "below 0.7"]
    first = rows[0]
    assert first["share"] == round(first["right"] / first["facts"], 4)
    assert run(ANNOTATIONS, samples, "--calibration")[1].splitlines()[0].split()[0] == "fact"


def test_a_limit_says_how_much_there_is(run: Run, samples: Path) -> None:
    code, out, err = run(ANNOTATIONS, samples, "--errors", "organisation", "--limit", "1", "--format", "json")
    assert (code, len(json.loads(out))) == (0, 1)
    assert "--limit shows more" in err


def test_an_annotated_article_that_is_not_in_the_graph_is_named(
    run: Run, graph: Path, annotate: Callable[..., Path]
) -> None:
    annotate("gone-1")
    code, out, err = run(annotate(), graph, "--format", "json")
    assert code == 0
    assert err == (
        "lgkg: not in the graph: gone-1 (1 of 2 annotated articles; all that is annotated there counts as missed)\n"
    )
    assert json.loads(out)[0]["recall"] == 0.5


def test_a_broken_annotation_is_one_line_with_what_to_mend(
    run: Run, graph: Path, annotate: Callable[..., Path]
) -> None:
    gold = annotate(policies=[{"label": "แผน", "kind": "plan", "variants": []}])
    code, out, err = run(gold, graph)
    assert (code, out) == (3, "")
    assert err == (
        f"lgkg: {gold}/news.json, policies 1: `kind` is 'plan', which is not known. "
        "Give one of: law, strategy, project, policy, agreement\n"
    )


@pytest.mark.parametrize("options", [("--errors", "nothing"), ("--errors", "person", "--calibration")])
def test_wrong_usage_ends_with_2(run: Run, samples: Path, options: tuple[str, ...]) -> None:
    assert run(ANNOTATIONS, samples, *options)[0] == 2


def test_nothing_in_an_annotation_or_an_article_steers_the_terminal(
    run: Run, graph: Path, annotate: Callable[..., Path]
) -> None:
    gold = annotate(organisations=[{"label": "=ก\x1b[2J\n\u202eข", "variants": []}])
    _, out, _ = run(gold, graph, "--errors", "organisation")
    (line,) = [line for line in out.splitlines() if "missed" in line]
    assert "=ก\\x1b[2J\\n\\u202eข" in line
    rows = list(csv.DictReader(io.StringIO(run(gold, graph, "--errors", "organisation", "--format", "csv")[1])))
    assert [row["annotated"] for row in rows if row["error"] == "missed"] == ["'=ก\x1b[2J\n\u202eข"]
