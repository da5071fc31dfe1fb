"""The reader runs all readings in order and ties what they find together."""

from __future__ import annotations

from datetime import date, datetime

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read

REPORT = (
    "เมื่อวันที่ 11 มีนาคม 2567 เวลา 09.30 น. ณ หอประชุมอำเภอมะขาม จังหวัดจันทบุรี นายชนะ ทองดี นายอำเภอมะขาม "
    "ได้รับมอบหมายจาก นายใหญ่ ทองคำ ผู้ว่าราชการจังหวัดจันทบุรี เป็นประธานการประชุมป้องกันไฟป่า ตามโครงการ “ป่าเย็น” "
    "โดยมี นายพล แก้วดี นายก อบต.วังแซ้ม เข้าร่วม จำนวน 45 คน"
)
PAGE = f"นายอำเภอมะขามนำทุกภาคส่วนรับมือไฟป่า\n12 มีนาคม 2567\n{REPORT}\nติดต่อเรา\nโทร. 0 3912 3456\n"


def facts(text: str) -> Facts:
    return read(Article("t", text))


def test_everything_that_a_page_says_is_read_and_tied_together() -> None:
    found = facts(PAGE)
    (meeting,) = found.meetings
    assert meeting.start == datetime(2024, 3, 11, 9, 30)
    assert (meeting.venue, meeting.attendee_count) == ("หอประชุมอำเภอมะขาม", 45)
    assert meeting.province in found.places
    assert meeting.about == found.policies
    assert [(p.person.given, p.in_capacity_of) for p in found.participations] == [
        ("ชนะ", found.tenures[0].office),
        ("พล", found.tenures[2].office),
    ]
    assert [(d.delegator.given, d.delegate.given, d.meeting) for d in found.delegations] == [("ใหญ่", "ชนะ", meeting)]
    assert found.tenures[2].office.organization in found.organizations
    assert {t.observed_on for t in found.tenures} == {date(2024, 3, 11)}


def test_title_day_and_address_that_the_page_prints_are_filled_in() -> None:
    found = facts(PAGE + "ที่มา : https://example.go.th/news/1\n").article
    assert found.published == date(2024, 3, 12)
    assert found.title == "นายอำเภอมะขามนำทุกภาคส่วนรับมือไฟป่า"
    assert found.url == "https://example.go.th/news/1"
    assert found.text.startswith(PAGE)


def test_title_and_address_of_the_source_are_kept() -> None:
    given = Article("t", PAGE, "ชื่อเรื่อง", date(2020, 1, 1), "https://example.go.th/1", "a.txt:3")
    found = read(given).article
    assert (found.title, found.url, found.origin) == ("ชื่อเรื่อง", "https://example.go.th/1", "a.txt:3")


def test_an_empty_text_says_nothing() -> None:
    for text in ("", " \n\t\u200b", "ข่าว", "12 มีนาคม 2567"):
        found = facts(text)
        assert [*found.entities(), *found.statements()] == []


def test_a_text_in_another_language_says_nothing() -> None:
    assert list(facts("The mayor of a small town opened a new bridge on 12 March 2024.").statements()) == []


def test_what_was_held_beside_the_event_has_its_day_and_place() -> None:
    text = (
        "วันที่ 12 มีนาคม 2567 นายชนะ ทองดี นายอำเภอมะขาม เป็นประธานการประชุมป้องกันไฟป่า ณ วัดใหม่\n"
        "ทั้งนี้ ได้มีการลงนามบันทึกข้อตกลงซื้อขายผลไม้ ระหว่างสองอำเภอด้วย"
    )
    main, beside = facts(text).meetings
    assert (beside.start, beside.venue) == (main.start, main.venue) == (date(2024, 3, 12), "วัดใหม่")
