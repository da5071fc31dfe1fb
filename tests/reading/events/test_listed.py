"""Reports that go from place to place: an event an item, with its own people and venue, and the day of the list."""

from __future__ import annotations

from datetime import date

import pytest

from lgkg.article import Article
from lgkg.facts import EventKind, Facts, Meeting
from lgkg.reading import read

PUBLISHED = date(2024, 3, 13)
TOLD = "เมื่อวันที่ 12 มีนาคม 2567 นายปกรณ์ สายธาร อธิบดีกรมการปกครอง เปิดเผยว่า หลายจังหวัดได้ร่วมกันทำความดี"
FIRST = "จังหวัดเลย ที่วัดศรีสุข อำเภอเมืองเลย นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย เป็นประธานในพิธีทำบุญเมือง"
SECOND = "จังหวัดตาก ณ วัดใหม่ริมปิง อำเภอเมืองตาก นางใจ แสงดี ผู้ว่าราชการจังหวัดตาก เป็นประธานเปิดงานของดีเมืองตาก"


def facts(*paragraphs: str) -> Facts:
    return read(Article("t", "\n".join(paragraphs), published=PUBLISHED))


def meetings(*paragraphs: str) -> tuple[Meeting, ...]:
    return facts(*paragraphs).meetings


def who(found: Facts, number: int) -> dict[str, str]:
    """Given name and roles of who took part in the event of this number."""
    meeting = found.meetings[number]
    return {p.person.given: "+".join(p.roles) for p in found.participations if p.meeting == meeting}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. ", "2. "),
        ("1.", "2."),
        ("1 .", "2 ."),
        ("1) ", "2) "),
        ("- ", "- "),
        ("• ", "• "),
        ("๑. ", "๒. "),
        ("", ""),
    ],
)
def test_each_item_of_a_list_of_places_is_an_event_of_its_own(first: str, second: str) -> None:
    found = facts(f"{TOLD} อาทิ", first + FIRST, second + SECOND)
    assert [(m.title, m.venue) for m in found.meetings] == [
        ("พิธีทำบุญเมือง", "วัดศรีสุข"),
        ("เปิดงานของดีเมืองตาก", "วัดใหม่ริมปิง"),
    ]
    assert [m.province.name for m in found.meetings if m.province] == ["เลย", "ตาก"]
    assert who(found, 0) == {"ชนะ": "chair"} and who(found, 1) == {"ใจ": "chair"}
    assert {m.evidence.rule for m in found.meetings} == {"listed-event"}


def test_who_only_told_of_the_list_took_part_in_none_of_it() -> None:
    assert "ปกรณ์" not in {p.person.given for p in facts(f"{TOLD} อาทิ", f"1. {FIRST}", f"2. {SECOND}").participations}


def test_places_told_in_one_paragraph_are_items_too() -> None:
    text = f"{TOLD} เช่น ที่{FIRST} เช่นเดียวกับที่{SECOND}"
    assert [m.venue for m in meetings(text)] == ["วัดศรีสุข", "วัดใหม่ริมปิง"]


def test_a_single_paragraph_that_begins_with_a_place_is_no_list() -> None:
    (meeting,) = meetings(f"{FIRST} และรับฟังความเห็นของชาวบ้าน")
    assert meeting.evidence.rule == "chaired-event"


@pytest.mark.parametrize("said", ["ซึ่งในวันนี้หลายจังหวัดได้จัดกิจกรรม อาทิ", "ซึ่งวันนี้มีผลการทำงาน ดังนี้"])
def test_the_list_has_the_day_of_the_telling_if_the_sentence_before_it_says_today(said: str) -> None:
    assert [m.start for m in meetings(f"{TOLD} {said}", f"1. {FIRST}", f"2. {SECOND}")] == [date(2024, 3, 12)] * 2


def test_the_list_has_no_day_if_the_text_gives_only_that_of_the_telling() -> None:
    assert [m.start for m in meetings(f"{TOLD} อาทิ", f"1. {FIRST}", f"2. {SECOND}")] == [None, None]


def test_an_item_keeps_a_day_of_its_own() -> None:
    first = f"1. {FIRST} เมื่อวันที่ 9 มีนาคม 2567"
    assert [m.start for m in meetings(f"{TOLD} อาทิ", first, f"2. {SECOND}")] == [date(2024, 3, 9), None]


def test_an_item_that_only_says_that_there_was_a_ceremony_has_the_title_of_the_list() -> None:
    lead = f"{TOLD} โดยได้จัดพิธีสวดมนต์ข้ามคืนริมโขง อาทิ"
    first = "1. จังหวัดเลย นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย นำข้าราชการประกอบพิธี"
    assert [m.title for m in meetings(lead, first, f"2. {SECOND}")] == ["พิธีสวดมนต์ข้ามคืนริมโขง", "เปิดงานของดีเมืองตาก"]


def test_an_item_without_anybody_named_is_an_event_without_participants() -> None:
    first = "1. จังหวัดเลย ฝ่ายปกครองและตำรวจ ลงพื้นที่ตรวจเยี่ยมจุดบริการนักท่องเที่ยว"
    found = facts(f"{TOLD} ดังนี้", first, f"2. {SECOND}")
    assert found.meetings[0].title == "ลงพื้นที่ตรวจเยี่ยมจุดบริการนักท่องเที่ยว"
    assert who(found, 0) == {} and found.meetings[0].evidence.confidence < 0.8


def test_the_people_of_an_item_are_not_those_of_the_next() -> None:
    first = f"1. {FIRST} โดยมี นายพล แก้วดี ปลัดจังหวัดเลย ร่วมพิธี"
    found = facts(f"{TOLD} อาทิ", first, f"2. {SECOND}")
    assert who(found, 0) == {"ชนะ": "chair", "พล": "attendee"} and who(found, 1) == {"ใจ": "chair"}


def test_figures_of_provinces_are_no_events() -> None:
    items = ["1. จังหวัดเลย มีผู้ลงทะเบียน 4,234 ราย", "2. จังหวัดตาก มีผู้ลงทะเบียน 3,907 ราย"]
    assert meetings(f"{TOLD} ดังนี้", *items) == ()


def test_an_arrest_in_a_list_is_led_by_who_was_ordered_to_it_and_names_who_was_arrested() -> None:
    first = (
        "1. จังหวัดเลย นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย สั่งการให้นายพล แก้วดี ปลัดอำเภอ นำกำลังจับกุม นายดำ ใจร้าย "
        "พร้อมของกลางยาบ้า จำนวน 200 เม็ด บริเวณริมถนนสายบ้านนา ตำบลนาอาน"
    )
    found = facts(f"{TOLD} ดังนี้", first, f"2. {SECOND}")
    arrest = found.meetings[0]
    assert (arrest.title, arrest.kind, arrest.venue) == ("จับกุม นายดำ ใจร้าย", EventKind.OPERATION, "ริมถนนสายบ้านนา")
    assert who(found, 0) == {"พล": "chair"}
    assert [(d.delegator.given, d.delegate.given) for d in found.delegations] == [("ชนะ", "พล")]


@pytest.mark.parametrize("when", ["ในห้วงวันที่ 9 - 10 มีนาคม 2567", "ระหว่างวันที่ 9-10 มี.ค. 67"])
def test_the_days_told_nearest_before_a_list_are_those_of_its_events(when: str) -> None:
    lead = f"{TOLD} วันนี้อำเภอสุดท้ายได้ร่วมแล้ว โดย{when} มีจังหวัดที่ร่วมทำบุญ ได้แก่"
    found = meetings(lead, f"1. {FIRST}", f"2. {SECOND}")
    assert [(m.start, m.end) for m in found] == [(date(2024, 3, 9), date(2024, 3, 10))] * 2


def test_days_to_come_are_not_those_of_a_list() -> None:
    lead = f"{TOLD} เพื่อเตรียมงานวันที่ 1-3 เมษายน 2567 อาทิ"
    assert [m.start for m in meetings(lead, f"1. {FIRST}", f"2. {SECOND}")] == [None, None]


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("วัดศรีสุข พระอารามหลวง ต.กุดป่อง", "วัดศรีสุข พระอารามหลวง"),
        ("ที่พุทธมณฑล ต.กุดป่อง", "พุทธมณฑล"),
        ("ที่ว่าการอำเภอวังสะพุง อำเภอวังสะพุง", "ที่ว่าการอำเภอวังสะพุง"),
        ("พระครูสถิตธรรมคุณ เจ้าคณะอำเภอ เป็นประธานฝ่ายสงฆ์", None),
        ("กองร้อยทหารพรานที่ 21", None),
    ],
)
def test_a_site_right_behind_the_place_of_an_item_is_its_venue(words: str, venue: str | None) -> None:
    first = f"1. จังหวัดเลย {words} นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย เป็นประธานฝ่ายฆราวาสในพิธีทำบุญเมือง"
    assert meetings(f"{TOLD} อาทิ", first, f"2. {SECOND}")[0].venue == venue


def test_an_item_that_says_only_who_presided_has_the_title_of_the_list() -> None:
    lead = f"{TOLD} โดยได้จัดพิธีสวดมนต์ข้ามคืนริมโขง อาทิ"
    first = "1. จังหวัดเลย นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย เป็นประธานฝ่ายฆราวาส โดยมีประชาชนร่วมในพิธี ซึ่งจัดขึ้น ณ วัดศรีสุข"
    found = facts(lead, first, f"2. {SECOND}")
    assert found.meetings[0].title == "พิธีสวดมนต์ข้ามคืนริมโขง" and who(found, 0) == {"ชนะ": "chair"}


def test_a_ceremony_joined_in_is_the_event_of_its_item() -> None:
    first = "1. จังหวัดเลย นายชนะ ทองดี ผู้ว่าราชการจังหวัดเลย เป็นประธานฝ่ายฆราวาส พร้อมทั้งข้าราชการร่วมในพิธีทำบุญเมือง"
    assert meetings(f"{TOLD} อาทิ", first, f"2. {SECOND}")[0].title == "พิธีทำบุญเมือง"
