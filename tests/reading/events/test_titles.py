"""What an event is called: quotations stay whole, what came of it stays out, and a bare word is known as one."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading import read
from lgkg.reading.document import Document
from lgkg.reading.events.titles import LONGEST_TITLE, is_bare

CHIEF = "วันที่ 12 มีนาคม 2567 นายชนะ ทองดี นายอำเภอมะขาม"


def title(words: str) -> str:
    (meeting,) = read(Article("t", f"{CHIEF} {words}")).meetings
    return meeting.title


def test_a_name_in_quotes_stays_whole() -> None:
    assert title("เป็นประธานเปิดกิจกรรม “ปลูกผัก เพื่อน้องท้องอิ่ม” ณ วัดใหม่") == "เปิดกิจกรรม “ปลูกผัก เพื่อน้องท้องอิ่ม”"


@pytest.mark.parametrize(
    "behind", [" พบผู้เสพ 4 ราย", " หลังได้รับแจ้งเบาะแส", " จึงนำตัวส่งตำรวจ", " ก่อนนำส่งตำรวจ", " และ", " พร้อมด้วยตำรวจ", " โดย"]
)
def test_what_came_of_an_event_and_link_words_are_not_its_title(behind: str) -> None:
    assert title(f"นำกำลังเข้าตรวจสอบร้านริมคลอง{behind}") == "เข้าตรวจสอบร้านริมคลอง"


def test_the_ceremony_that_somebody_is_chair_of_belongs_to_the_title() -> None:
    assert title("ประธานในพิธีไถ่ชีวิตโคกระบือ") == "พิธีไถ่ชีวิตโคกระบือ"


def test_a_long_title_ends_behind_a_whole_word() -> None:
    found = title("เป็นประธานการประชุม" + "ชาวสวนผลไม้ " * 40)
    assert len(found) <= LONGEST_TITLE and found.endswith("ชาวสวนผลไม้")


def test_who_was_met_or_arrested_belongs_to_the_title() -> None:
    assert title("หารือกับ นายพล แก้วดี") == "หารือกับ นายพล แก้วดี"
    assert title("นำกำลังจับกุม นายดำ ใจร้าย") == "จับกุม นายดำ ใจร้าย"


@pytest.mark.parametrize(
    ("words", "bare"),
    [("เปิดงาน", True), ("ประกอบพิธี", True), ("กิจกรรมฯ", True), ("จับกุม", True), ("พิธีมอบบ้าน", False), ("งานกาชาด", False)],
)
def test_a_title_of_words_for_events_alone_is_bare(words: str, bare: bool) -> None:
    assert is_bare(Document(Article("t", words)), 0, len(words)) is bare
