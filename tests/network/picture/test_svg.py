"""The still picture: well-formed, harmless, complete, and the same each time."""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.errors import PictureError
from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Network, Node, describe, project
from lgkg.network.model import join
from lgkg.network.picture import png, svg
from lgkg.network.picture.signs import Box, placed, width

SVG = "{http://www.w3.org/2000/svg}"


def pair(name: str = "กร ดี", other: str = "แก้ว งาม", sector: str = "local") -> Network:
    people = [Node("urn:a", name, (), sector), Node("urn:b", other, (), sector)]
    there = (Appearance("urn:a"), Appearance("urn:b"))
    return join(people, [Event("urn:e", "พบกัน", date(2024, 1, 2), None, None, (), there)])


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)


def texts(drawing: str) -> list[str]:
    return [element.text or "" for element in parsed(drawing).iter(f"{SVG}text")]


def test_people_lines_names_title_and_legend_are_drawn(samples_graph: Graph) -> None:
    network = describe(samples_graph, project(samples_graph))
    drawing = svg(network)
    root = parsed(drawing)
    kinds = {node.sector for node in network.nodes}
    assert len(list(root.iter(f"{SVG}circle"))) == len(network.nodes) + len(kinds)
    assert len(list(root.iter(f"{SVG}path"))) == len(network.edges)
    found = texts(drawing)
    assert found[0] == "ใครปรากฏตัวร่วมกับใคร"
    assert found[1].startswith(f"แสดงทั้งหมด {len(network.nodes)} คน · เส้นเชื่อม")
    assert sum(node.name in found for node in network.nodes) > len(network.nodes) * 0.8
    assert any(text.startswith("จังหวัดและอำเภอ (") for text in found)


def test_what_is_not_shown_is_said_in_the_language_asked_for(samples_graph: Graph) -> None:
    network = project(samples_graph)
    assert texts(svg(network.top(10), "en"))[1].startswith(f"Showing 10 of {network.total} people · A line joins")


def test_everything_lies_on_the_sheet(samples_graph: Graph) -> None:
    root = parsed(svg(project(samples_graph)))
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    for circle in root.iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
        assert r < x < wide - r and r < y < high - r


@given(st.text())
def test_any_name_leaves_the_file_well_formed_and_without_markup_of_its_own(name: str) -> None:
    drawing = svg(pair(name))
    root = parsed(drawing)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "rect", "text", "g", "path", "circle"}
    assert len(list(root.iter())) == len(list(parsed(svg(pair())).iter()))


@pytest.mark.parametrize(
    "attack",
    ["</text><script>alert(1)</script>", '"><svg onload=alert(1)>', "]]><![CDATA[", "<!--", "&x;", "<!ENTITY x 'y'>"],
)
def test_a_hostile_name_is_shown_as_it_is_and_runs_nothing(attack: str) -> None:
    drawing = svg(pair(attack))
    assert attack in texts(drawing)
    assert "<script" not in drawing and "href" not in drawing
    assert not re.search(r"<[^>]*\son\w+=", drawing)


def test_the_same_network_is_the_same_bytes(samples_graph: Graph) -> None:
    network = describe(samples_graph, project(samples_graph))
    assert svg(network) == svg(network)


def test_an_empty_network_is_still_a_sheet() -> None:
    assert texts(svg(join([], [])))[0] == "ใครปรากฏตัวร่วมกับใคร"


def test_a_png_shows_what_the_svg_shows(samples_graph: Graph) -> None:
    drawing = svg(describe(samples_graph, project(samples_graph)))
    image = png(drawing)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(image[16:20]), int.from_bytes(image[20:24])) == (3_200, 2_260)
    assert len(image) > 1.2 * len(png(re.sub("<text.*?</text>", "", drawing)))
    assert png(drawing) == image


def test_without_resvg_a_png_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PictureError, match="--format svg"):
        png("<svg/>")


@given(st.lists(st.tuples(st.text("กขคงี่้", min_size=1, max_size=9), st.integers(10, 390), st.integers(10, 290))))
def test_placed_names_stay_on_the_sheet_and_cover_no_other(drawn: list[tuple[str, int, int]]) -> None:
    sheet = Box(0, 0, 400, 300)
    signs = [(name, 12.0, Box(x - 3, y - 3, x + 3, y + 3)) for name, x, y in drawn]
    boxes = [box for _, _, box in placed(signs, sheet)]
    assert all(map(sheet.holds, boxes))
    assert not any(one.covers(other) for one, other in combinations(boxes, 2))


def test_marks_above_and_below_take_no_width() -> None:
    assert width("ก้อุ", 10) == width("กอ", 10)
