"""Which province a person is drawn with: the one that most of the offices cover, those without any counted too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.graph import open_graph
from lgkg.network.details import describe
from lgkg.network.projection import project
from lgkg.reading import read

GOVERNOR, SECRETARY = "ผู้ว่าราชการจังหวัดชัยนาท", "ปลัดกระทรวงมหาดไทย"


@pytest.mark.parametrize(
    ("posts", "province"),
    [
        ([GOVERNOR], "ชัยนาท"),
        ([SECRETARY], None),
        ([GOVERNOR, SECRETARY, SECRETARY], None),
        ([SECRETARY, GOVERNOR, GOVERNOR], "ชัยนาท"),
    ],
)
def test_the_province_of_a_person_is_that_of_most_of_the_offices(
    posts: list[str],
    province: str | None,
    tmp_path: Path,
    make_graph: Callable[[Path, Iterable[Facts]], Path],
) -> None:
    held = "เป็นประธานการประชุมคณะกรรมการจังหวัด โดยมี นางสาวใจงาม ลองเขียน นายอำเภอปัว เข้าร่วมประชุม"
    texts = [f"วันที่ {day} ตุลาคม 2565 นายธนา แก้วดี {post} {held}" for day, post in enumerate(posts, 3)]
    folder = make_graph(tmp_path / "g", [read(Article(f"t{n}", text)) for n, text in enumerate(texts)])
    with open_graph(folder) as graph:
        described = describe(graph, project(graph))
    (person,) = (node for node in described.nodes if node.name == "ธนา แก้วดี")
    assert (person.province.th if person.province else None) == province
