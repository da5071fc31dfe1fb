"""`lgkg network` measures people, parts them by time, and writes the network for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from lgkg.cli import main
from lgkg.cli.network import Kind, Measure, Per
from lgkg.graph import Graph
from lgkg.network import Measures, NetworkKind, Period, measures, project

Run: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `lgkg network`; gives the exit code, the output and the errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", "network", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        return int(ended.value.code or 0), written.out.decode(), written.err.decode()

    return run


def test_the_words_of_the_command_line_are_those_of_the_network() -> None:
    assert list(Measure) == [field.name for field in fields(Measures)]
    assert list(map(str, Kind)) == list(map(str, NetworkKind))
    assert list(map(str, Per)) == list(map(str, Period))


def test_the_first_are_shown_and_the_rest_is_counted(run: Run, samples_graph: Graph) -> None:
    code, out, err = run(samples_graph.path, "--top", 3)
    people = len(project(samples_graph).nodes)
    assert code == 0
    assert len(out.splitlines()) == 5
    assert err == f"lgkg: 3 are shown of {people}; --top shows more\n"


def test_table_csv_and_json_tell_the_same(run: Run, samples_graph: Graph) -> None:
    asked = (samples_graph.path, "--top", 1000, "--by", "pagerank")
    as_json = json.loads(run(*asked, "--format", "json")[1])
    as_csv = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1])))
    table = run(*asked)[1].splitlines()
    found = measures(project(samples_graph))
    assert len(as_json) == len(as_csv) == len(table) - 2 == len(found)
    assert [row["iri"] for row in as_json] == [row["iri"] for row in as_csv]
    assert all(row["name"] in line for row, line in zip(as_json, table[2:], strict=True))
    assert all(row[name] == getattr(found[row["iri"]], name) for row in as_json for name in Measure)
    assert [row["pagerank"] for row in as_json] == sorted((row["pagerank"] for row in as_json), reverse=True)


def test_each_period_has_its_own_measures(run: Run, samples_graph: Graph) -> None:
    code, out, _ = run(samples_graph.path, "--per", "year", "--top", 2, "--format", "csv")
    found = list(csv.DictReader(io.StringIO(out)))
    years = [row["period"] for row in found]
    assert code == 0
    assert years == sorted(years)
    assert {event.day.year for event in project(samples_graph).events if event.day} == set(map(int, years))


def test_the_rest_is_counted_for_each_period(run: Run, samples_graph: Graph) -> None:
    people = len(project(samples_graph, since=date(2024, 1, 1), until=date(2024, 12, 31)).nodes)
    _, _, err = run(samples_graph.path, "--per", "year", "--top", 1)
    assert f"{people} in 2024" in err


@pytest.mark.parametrize("ending", [".gexf", ".graphml", ".csv", ".json"])
def test_a_network_is_written_to_a_file(run: Run, samples_graph: Graph, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"samples{ending}"
    code, out, err = run(samples_graph.path, "--export", file, "--top", 5)
    assert (code, out) == (0, "")
    assert err.startswith(f"lgkg: wrote {file}: 5 of ")
    assert "ปลัด" in file.read_text("utf-8") or ending != ".csv"


def test_filters_narrow_what_is_shown(run: Run, samples_graph: Graph) -> None:
    everyone = json.loads(run(samples_graph.path, "--top", 1000, "--format", "json")[1])
    ceremony = json.loads(run(samples_graph.path, "--top", 1000, "--format", "json", "--event-kind", "ceremony")[1])
    small = json.loads(run(samples_graph.path, "--top", 1000, "--format", "json", "--max-people", 4)[1])
    assert 0 < len(ceremony) < len(everyone)
    assert 0 < len(small) < len(everyone)
    assert max(row["degree"] for row in small) < max(row["degree"] for row in everyone)


def test_bodies_are_measured_like_people(run: Run, samples_graph: Graph) -> None:
    code, out, _ = run(samples_graph.path, "--kind", "bodies", "--format", "json")
    assert code == 0
    assert {row["kind"] for row in json.loads(out)} == {"body"}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--export", "x.xlsx"), 3, "Give a file that ends in .gexf"),
        (("--export", "x.csv", "--per", "year"), 2, "give --since and --until"),
        (("--event-kind", "wedding"), 3, "Give one of: ceremony"),
        (("--steps", "2"), 3, "Give a person too"),
        (("--max-people", "1"), 2, "--max-people"),
        (("--by", "fame"), 2, "--by"),
        (("--since", "yesterday"), 2, "is no day"),
        (("--since", "2024-02-01", "--until", "2024-01-01"), 3, "no day is both from 2024-02-01 and to 2024-01-01"),
    ],
)
def test_what_cannot_be_is_told(
    run: Run, samples_graph: Graph, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ended, out, err = run(samples_graph.path, *arguments)
    assert (ended, out) == (code, "")
    assert told in err
    assert "Traceback" not in err
