from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from lgkg.errors import GraphError, QueryError
from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.network import ViewFormat, ViewReport, view


def unpacked(path: Path) -> str:
    """The records of a page."""
    (data,) = re.findall('<script id="data"[^>]*>([^<]*)</script>', path.read_text("utf-8"))
    return zlib.decompress(base64.b64decode(data), -zlib.MAX_WBITS).decode()


def test_a_view_is_one_html_file_and_says_how_many_it_shows(town: Graph, tmp_path: Path) -> None:
    path = tmp_path / "town.html"
    assert view(town, path) == ViewReport(5, 5, path)
    assert path.read_bytes().startswith(b"<!doctype html>")
    assert list(tmp_path.iterdir()) == [path]


def test_a_view_shows_no_more_than_asked_and_counts_the_rest(town: Graph, tmp_path: Path) -> None:
    report = view(town, tmp_path / "town.html", top=2)
    assert (report.shown, report.total) == (2, 5)
    content = unpacked(tmp_path / "town.html")
    assert "ก้อง ใจดี" in content and "ขวัญ ชัยมา" in content
    assert "จันทร์ ถาวร" not in content


def test_a_view_keeps_to_person_days_and_province(town: Graph, tmp_path: Path) -> None:
    def shown(**asked: object) -> int:
        return view(town, str(tmp_path / "town.html"), **asked).shown  # type: ignore[arg-type]

    assert shown(person="ขวัญ") == 3
    assert shown(since=date(2024, 3, 1)) == 3
    assert shown(until=date(2024, 2, 1)) == 3
    assert shown(province="Rayong") == 3
    assert shown(province="Rayong", since=date(2024, 2, 1)) == 2
    assert shown(min_weight=2) == 2
    assert shown(event_kind="ceremony") == 3
    assert shown(person="งาม", steps=2) == 4


def test_offices_and_passages_are_in_the_file(samples_graph: Graph, tmp_path: Path) -> None:
    view(samples_graph, tmp_path / "samples.html")
    content = unpacked(tmp_path / "samples.html")
    assert "นายกองค์การบริหารส่วนจังหวัดนครราชสีมา" in content
    assert "เป็นประธาน" in content


def test_the_same_view_twice_is_the_same_bytes(samples_graph: Graph, tmp_path: Path) -> None:
    view(samples_graph, tmp_path / "one.html")
    view(samples_graph, tmp_path / "other.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_another_process_with_another_hash_seed_writes_the_same_bytes(town_folder: Path, tmp_path: Path) -> None:
    script = "import sys; from lgkg.graph import open_graph; from lgkg.network import view; "
    script += "view(open_graph(sys.argv[1]), sys.argv[2])"
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", script, str(town_folder), str(tmp_path / f"{seed}.html")]
        subprocess.run(arguments, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_a_view_of_nothing_is_still_a_page(
    tmp_path: Path, make_graph: Callable[[Path, Iterable[Facts]], Path], town: Graph
) -> None:
    with open_graph(make_graph(tmp_path / "empty", [])) as empty:
        assert view(empty, tmp_path / "empty.html").total == 0
    assert view(town, tmp_path / "never.html", since=date(2030, 1, 1)).shown == 0
    assert "<title>" in (tmp_path / "empty.html").read_text("utf-8")


def test_a_view_that_fails_leaves_the_file_that_was_there(town: Graph, tmp_path: Path) -> None:
    path = tmp_path / "town.html"
    path.write_text("before")
    with pytest.raises(QueryError):
        view(town, path, person="ไม่มี ใครเลย")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_view_replaces_the_file_that_was_there(town: Graph, tmp_path: Path) -> None:
    path = tmp_path / "town.html"
    path.write_text("before")
    view(town, path)
    assert path.read_text("utf-8").startswith("<!doctype html>")


def test_where_no_file_can_be_is_told_with_what_to_do(town: Graph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="Give a file to write to"):
        view(town, tmp_path)
    with pytest.raises(GraphError, match="Make the folder first"):
        view(town, tmp_path / "missing" / "town.html")


@pytest.mark.parametrize(("format", "start"), [("svg", b"<?xml"), (ViewFormat.SVG, b"<?xml"), ("html", b"<!doctype")])
def test_a_view_is_written_in_the_format_asked_for(
    town: Graph, tmp_path: Path, format: ViewFormat, start: bytes
) -> None:
    report = view(town, tmp_path / "town", format=format, top=2)
    assert (report.shown, report.total) == (2, 5)
    assert (tmp_path / "town").read_bytes().startswith(start)


@pytest.mark.parametrize(("name", "start"), [("t.SVG", b"<?xml"), ("t.htm", b"<!doctype"), ("t", b"<!doctype")])
def test_the_ending_of_a_file_tells_its_format(town: Graph, tmp_path: Path, name: str, start: bytes) -> None:
    view(town, tmp_path / name, top=2)
    assert (tmp_path / name).read_bytes().startswith(start)
