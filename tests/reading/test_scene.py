"""What people do where they are mentioned: who assigns whom, who only tells, who is only spoken of."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read

GOVERNOR = "นายชนะ ทองดี ผู้ว่าราชการจังหวัดจันทบุรี"
DEPUTY = "นายวิทย์ ใจดี รองผู้ว่าราชการจังหวัดจันทบุรี"


def facts(text: str) -> Facts:
    return read(Article("t", text))


def assigned(text: str) -> list[tuple[str, str]]:
    """Delegator and delegate of the delegations in the text."""
    return [(d.delegator.given, d.delegate.given) for d in facts(text).delegations]


@pytest.mark.parametrize("cue", ["มอบหมายให้", "มอบหมาย", "ได้มอบหมายให้", "ได้มอบหมาย", "สั่งการให้", "มอบให้"])
def test_who_has_somebody_do_something_is_the_delegator(cue: str) -> None:
    text = f"วันที่ 12 มีนาคม 2567 {GOVERNOR} {cue} {DEPUTY} เป็นประธานการประชุมป้องกันไฟป่า"
    assert assigned(text) == [("ชนะ", "วิทย์")]


@pytest.mark.parametrize(
    "cue", ["ได้รับมอบหมายจาก", "รับมอบหมายจาก", "ได้รับการมอบหมายจาก", "ในนามของ", "ในนาม", "เป็นผู้แทน", "เป็นตัวแทน"]
)
@pytest.mark.parametrize("space", ["", " "])
def test_who_was_sent_is_the_delegate(cue: str, space: str) -> None:
    text = f"วันที่ 12 มีนาคม 2567 {DEPUTY} {cue}{space}{GOVERNOR} เข้าร่วมประชุมป้องกันไฟป่า"
    assert assigned(text) == [("ชนะ", "วิทย์")]


def test_a_delegation_names_the_meeting_of_its_paragraph_and_its_passage() -> None:
    text = f"วันที่ 12 มีนาคม 2567 {GOVERNOR} มอบหมายให้ {DEPUTY} เป็นประธานการประชุมป้องกันไฟป่า"
    found = facts(text)
    (delegation,) = found.delegations
    assert delegation.meeting == found.meetings[0]
    assert "มอบหมายให้" in delegation.evidence.span.of(text)


def test_an_order_without_an_event_is_a_delegation_without_a_meeting() -> None:
    (delegation,) = facts(f"{GOVERNOR} กล่าวว่า ได้สั่งการให้ {DEPUTY} เฝ้าระวังน้ำ").delegations
    assert delegation.meeting is None


def test_who_speaks_of_having_been_assigned_is_the_delegate() -> None:
    text = f"{DEPUTY} เปิดเผยว่า {GOVERNOR} ได้มอบหมายให้ตน ลงพื้นที่ตรวจสวน"
    assert assigned(text) == [("ชนะ", "วิทย์")]


@pytest.mark.parametrize(
    "text",
    [
        f"{GOVERNOR} มอบหมายให้ทุกอำเภอเฝ้าระวัง โดย {DEPUTY} ติดตาม",
        f"{DEPUTY} ได้รับมอบหมายให้ดูแลสวน ด้าน {GOVERNOR} กล่าวว่า ดี",
        f"มอบหมายให้ {DEPUTY} เฝ้าระวัง",
    ],
)
def test_an_assignment_without_both_people_is_none(text: str) -> None:
    assert assigned(text) == []


def test_a_delegation_told_twice_is_one() -> None:
    text = f"{GOVERNOR} มอบหมายให้ {DEPUTY} ลงพื้นที่\nต่อมา นายวิทย์ ใจดี ได้รับมอบหมายจาก นายชนะ ทองดี ให้ติดตาม"
    assert assigned(text) == [("ชนะ", "วิทย์")]


@pytest.mark.parametrize(
    "verb", ["เปิดเผยว่า", "กล่าวว่า", "เผยว่า", "ชี้แจงว่า", "กล่าวเพิ่มเติมว่า", "เปิดเผยถึง", "ย้ำว่า", "เปิดเผยด้วยว่า ", "แถลงว่า"]
)
def test_an_event_that_somebody_only_tells_of_has_no_agent(verb: str) -> None:
    assert facts(f"{GOVERNOR} {verb} มีการประชุมป้องกันไฟป่าอยู่เสมอ").meetings == ()


def test_what_somebody_tells_that_another_did_on_a_day_was_carried_out() -> None:
    text = f"นายธนา แก้วดี โฆษกกระทรวงวัฒนธรรม เปิดเผยว่า เมื่อวันที่ 12 มีนาคม 2567 {GOVERNOR} ลงพื้นที่ตรวจเยี่ยมชาวสวน"
    assert [p.person.given for p in facts(text).participations] == ["ชนะ"]


@pytest.mark.parametrize("himself", ["ตนได้นำคณะ", "ตนพร้อมคณะได้"])
def test_what_the_teller_did_himself_on_a_day_was_carried_out(himself: str) -> None:
    text = f"{GOVERNOR} กล่าวว่า เมื่อวันที่ 12 มีนาคม 2567 {himself}ลงพื้นที่ตรวจเยี่ยมชาวสวน"
    assert [meeting.title for meeting in facts(text).meetings] == ["ลงพื้นที่ตรวจเยี่ยมชาวสวน"]


@pytest.mark.parametrize("cue", ["ภายใต้การนำของ", "ตามข้อสั่งการของ", "ตามนโยบายของ", "รัฐบาลโดย", "ขอบคุณ", "โดยการนำของ"])
def test_who_is_only_spoken_of_did_not_take_part(cue: str) -> None:
    text = f"วันที่ 12 มีนาคม 2567 {cue} นายใหญ่ ทองคำ นายกรัฐมนตรี จังหวัดเร่งทำงาน {GOVERNOR} ลงพื้นที่ตรวจเยี่ยมชาวสวน"
    assert [p.person.given for p in facts(text).participations] == ["ชนะ"]
