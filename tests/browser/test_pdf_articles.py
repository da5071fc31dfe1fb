"""A PDF that a browser printed gives the facts of the page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from lgkg.reading import read
from lgkg.sources import Intake, Problem

PAGE = """<!doctype html><meta charset="utf-8"><title>ข่าว</title><style>body { font: 18px Loma, sans-serif }</style>
<h1>จังหวัดระยองประชุมน้ำท่วม</h1><p>วันที่ 9 มีนาคม 2566 ที่ศาลากลางจังหวัดระยอง นายไตรภพ น้ำใจดี ผู้ว่าราชการจังหวัดระยอง
เป็นประธานการประชุมคณะกรรมการป้องกันน้ำท่วม โดยมี นางสาวน้ำทิพย์ ก้ำกึ่ง ปลัดจังหวัดระยอง เข้าร่วมประชุม</p>"""


def test_a_printed_page_is_read_with_its_thai_vowels_and_wrapped_lines(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    page.pdf(path=tmp_path / "a.pdf")
    page.close()
    problems: list[Problem] = []
    (article,) = Intake([tmp_path], problems.append)
    assert problems == []
    assert {(tenure.person.name, tenure.office.label) for tenure in read(article).tenures} == {
        ("ไตรภพ น้ำใจดี", "ผู้ว่าราชการจังหวัดระยอง"),
        ("น้ำทิพย์ ก้ำกึ่ง", "ปลัดจังหวัดระยอง"),
    }
