"""Archives and documents: what is in them is read, what is a trick is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from lgkg.article import Article
from lgkg.sources import Intake, Problem
from lgkg.sources.documents import unwrapped

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"


def take(path: Path) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(Intake([path], problems.append)), problems


def packed(path: Path, **entries: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def test_an_archive_gives_all_that_is_in_it_and_names_it_by_its_path(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"ข่าว__b.txt": TEXT, "c.csv": f"id,text\n1,{TEXT}\n", "d.png": "-"})
    articles, problems = take(path)
    assert problems == []
    assert [(article.id, article.origin) for article in articles] == [
        ("1", f"{path}/c.csv, row 2"),
        ("b", f"{path}/ข่าว/b.txt"),
    ]


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_a_path_that_leads_out_of_its_archive_is_refused(tmp_path: Path, name: str) -> None:
    articles, problems = take(packed(tmp_path / "a.zip", **{name: TEXT}))
    assert articles == []
    assert ["leads out" in problem.what for problem in problems] == [True]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as entry:
        for _ in range(120):
            entry.write(b"0" * 1_000_000)
    for name in ("a.zip", "a.docx", "a.xlsx"):
        (tmp_path / "a.zip").rename(tmp_path / name) if name != "a.zip" else None
        articles, problems = take(tmp_path)
        assert articles == []
        assert "times its size" in problems[0].what
        (tmp_path / name).rename(tmp_path / "a.zip")


def test_archives_in_archives_are_passed_over(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", **{"a.txt": TEXT}).read_bytes()
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("inner.zip", inner)
    intake = Intake([tmp_path / "outer.zip"], lambda problem: pytest.fail(str(problem)))
    assert list(intake) == []
    assert intake.skipped == 1


def test_an_entry_whose_content_is_broken_costs_that_entry_only(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"a.txt": TEXT * 50, "b.txt": TEXT})
    data = bytearray(path.read_bytes())
    at = data.index(b"a.txt") + 20
    data[at : at + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))
    articles, problems = take(path)
    assert [article.id for article in articles] == ["b"]
    assert [problem.where for problem in problems] == [f"{path}/a.txt"]


def test_a_word_document_gives_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "ข่าวจังหวัด"
    document.add_paragraph("รายชื่อ")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "นายสมชาย ใจดี", "ปลัดจังหวัด"
    document.add_paragraph("จบ")
    document.save(str(tmp_path / "a.docx"))
    ((article,), problems) = take(tmp_path)
    assert problems == []
    assert (article.id, article.title) == ("a", "ข่าวจังหวัด")
    assert article.text == "รายชื่อ\nนายสมชาย ใจดี ปลัดจังหวัด\nจบ"


def test_lines_that_end_where_the_paper_ends_are_joined() -> None:
    page = "วันที่ 9 มีนาคม นายสมชาย ใจดี ปลัดจังหวัด\nระยอง เป็นประธานการประชุมคณะกรรมการ\nจบ\n"
    page += "The governor said in English that all\nis well."
    assert unwrapped(page) == (
        "วันที่ 9 มีนาคม นายสมชาย ใจดี ปลัดจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจบ\n"
        "The governor said in English that all is well."
    )
