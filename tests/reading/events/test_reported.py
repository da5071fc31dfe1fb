"""Which events an article reports: carried out, attended, held beside, later; not planned, cancelled or past."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import EventKind, Meeting
from lgkg.reading import read

DAY = "วันที่ 12 มีนาคม 2567"
CHIEF = "นายชนะ ทองดี นายอำเภอมะขาม"
GOVERNOR = "นายวิทย์ ใจดี ผู้ว่าราชการจังหวัดจันทบุรี"


def meetings(text: str) -> tuple[Meeting, ...]:
    return read(Article("t", text)).meetings


def titles(text: str) -> list[str]:
    return [meeting.title for meeting in meetings(text)]


def rules(text: str) -> list[str]:
    return [meeting.evidence.rule for meeting in meetings(text)]


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("เป็นประธานการประชุมป้องกันไฟป่า", "ประชุมป้องกันไฟป่า", EventKind.MEETING),
        ("เป็นประธานการประชุมเชิงปฏิบัติการคัดแยกขยะ", "ประชุมเชิงปฏิบัติการคัดแยกขยะ", EventKind.WORKSHOP),
        ("เป็นประธานการสัมมนาชาวสวนรุ่นใหม่", "สัมมนาชาวสวนรุ่นใหม่", EventKind.SEMINAR),
        ("เป็นประธานการฝึกอบรมอาสาดับไฟป่า", "ฝึกอบรมอาสาดับไฟป่า", EventKind.TRAINING),
        ("เป็นประธานในพิธีมอบบ้านหลังใหม่", "พิธีมอบบ้านหลังใหม่", EventKind.CEREMONY),
        ("เป็นประธานเปิดงานถนนคนเดิน", "เปิดงานถนนคนเดิน", EventKind.CEREMONY),
        ("เป็นประธานในพิธีลงนามบันทึกข้อตกลงซื้อขายผลไม้", "ลงนามบันทึกข้อตกลงซื้อขายผลไม้", EventKind.SIGNING),
        ("ลงพื้นที่ตรวจเยี่ยมชาวสวนทุเรียน", "ลงพื้นที่ตรวจเยี่ยมชาวสวนทุเรียน", EventKind.VISIT),
        ("แถลงข่าวการจัดงานเทศกาลผลไม้", "แถลงข่าวการจัดงานเทศกาลผลไม้", EventKind.PRESS_CONFERENCE),
        ("เป็นประธานปล่อยแถวระดมกวาดล้างผลไม้เถื่อน", "ปล่อยแถวระดมกวาดล้างผลไม้เถื่อน", EventKind.OPERATION),
    ],
)
def test_an_event_that_somebody_carries_out_has_its_title_and_kind(words: str, title: str, kind: EventKind) -> None:
    (meeting,) = meetings(f"{DAY} {CHIEF} {words} ณ หอประชุมอำเภอมะขาม")
    assert meeting.title.endswith(title) and meeting.kind is kind


def test_an_event_has_the_passage_that_reports_it() -> None:
    text = f"{DAY} {CHIEF} เป็นประธานการประชุมป้องกันไฟป่า ณ หอประชุมอำเภอมะขาม"
    (meeting,) = meetings(text)
    assert meeting.evidence.span.of(text) == text
    assert meeting.evidence.rule == "chaired-event"


@pytest.mark.parametrize(
    "behind",
    [
        " ณ หอประชุมอำเภอมะขาม",
        " ที่ห้องประชุมพลอย",
        " โดยมี นายพล แก้วดี ร่วมประชุม",
        " พร้อมด้วย นายพล แก้วดี",
        "กับนายพล แก้วดี กำนันตำบลวังแซ้ม",
        " โดยนายพล แก้วดี กล่าวรายงาน",
        " เพื่อเตรียมการรับมือ",
        " นายพล แก้วดี ร่วมประชุม",
        "\nนายพล แก้วดี ร่วมประชุม",
        " เมื่อเวลา 09.00 น.",
        " ซึ่งมีผู้เข้าร่วม 20 คน",
    ],
)
def test_a_title_ends_where_people_place_purpose_or_the_next_clause_begin(behind: str) -> None:
    assert titles(f"{DAY} {CHIEF} เป็นประธานการประชุมป้องกันไฟป่า{behind}") == ["ประชุมป้องกันไฟป่า"]


def test_another_chair_is_not_the_title() -> None:
    text = f"{DAY} {CHIEF} เป็นประธานฝ่ายฆราวาส และ{GOVERNOR} เป็นประธานร่วม ในพิธีมอบบ้านหลังใหม่ ณ วัดใหม่"
    assert titles(text) == ["พิธีมอบบ้านหลังใหม่"]


@pytest.mark.parametrize("with_whom", ["ร่วมกับผู้ใหญ่บ้านทุกหมู่", "รวมถึงแนวกันไฟ"])
def test_a_title_goes_on_over_with_whom_and_what_it_is_about(with_whom: str) -> None:
    title = f"ประชุมป้องกันไฟป่า{with_whom}"
    assert titles(f"{DAY} {CHIEF} เป็นประธานการ{title} ณ หอประชุม") == [title]


def test_an_event_that_people_attend_is_reported() -> None:
    text = f"{DAY} {CHIEF} เข้าร่วมประชุมกรมการจังหวัด ณ ศาลากลางจังหวัดจันทบุรี"
    assert (titles(text), rules(text)) == (["ประชุมกรมการจังหวัด"], ["event-of-agent"])


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("ร่วมประชุมเชิงปฏิบัติการคัดแยกขยะ", "ประชุมเชิงปฏิบัติการคัดแยกขยะ", EventKind.WORKSHOP),
        ("ร่วมพิธีวางพวงมาลา", "พิธีวางพวงมาลา", EventKind.CEREMONY),
        ("ร่วมลงพื้นที่ตรวจแนวเขตป่า", "ลงพื้นที่ตรวจแนวเขตป่า", EventKind.VISIT),
        ("ร่วมแถลงข่าวการจัดงานผลไม้", "แถลงข่าวการจัดงานผลไม้", EventKind.PRESS_CONFERENCE),
    ],
)
def test_an_event_glued_to_jointly_is_reported(words: str, title: str, kind: EventKind) -> None:
    (meeting,) = meetings(f"{DAY} {CHIEF} {words} ณ หอประชุมอำเภอมะขาม")
    assert (meeting.title, meeting.kind) == (title, kind)


def test_an_event_before_the_people_present_at_it_is_reported() -> None:
    text = f"{DAY} จังหวัดจันทบุรีได้ประชุมเชิงปฏิบัติการชาวสวน โดยมี {CHIEF} เข้าร่วม"
    assert titles(text) == ["ประชุมเชิงปฏิบัติการชาวสวน"]


def test_an_event_with_its_chair_behind_is_reported() -> None:
    text = f"{DAY} {CHIEF} เข้าร่วมการประชุมป้องกันไฟป่า โดยมี {GOVERNOR} เป็นประธานการประชุม ณ วัดใหม่"
    assert titles(text) == ["ประชุมป้องกันไฟป่า"]


@pytest.mark.parametrize(
    "words",
    [
        "เปิดเผยว่า จังหวัดเตรียมจัดงานเทศกาลผลไม้ ในวันที่ 20 เมษายน 2567",
        "เปิดเผยว่า กำหนดจัดพิธีเปิดงานเทศกาลผลไม้ ในวันที่ 20 เมษายน 2567",
        "เปิดเผยว่า ได้ยกเลิกการประชุมเตรียมงานเทศกาลผลไม้",
        "เปิดเผยว่า จังหวัดเลื่อนการจัดพิธีเปิดงานออกไป",
        "กล่าวว่า จะมีการประชุมครั้งต่อไปในเดือนหน้า",
        "กล่าวว่า ผลจากการประชุมป้องกันไฟป่าเป็นที่น่าพอใจ",
        "มีกำหนดการลงพื้นที่ตรวจเยี่ยมชาวสวน ในวันพรุ่งนี้",
        "เตรียมลงพื้นที่ตรวจเยี่ยมชาวสวน สัปดาห์หน้า",
    ],
)
def test_planned_cancelled_and_background_events_are_not_reported(words: str) -> None:
    assert meetings(f"{GOVERNOR} {words}") == ()


def test_a_text_without_people_reports_no_event() -> None:
    assert meetings("ขอเชิญเที่ยวงานเทศกาลผลไม้ และร่วมประชุมชาวสวน") == ()


@pytest.mark.parametrize("word", ["หน่วยงาน", "แรงงาน", "พนักงาน"])
def test_a_word_that_ends_like_an_event_is_none(word: str) -> None:
    assert meetings(f"{DAY} {CHIEF} กับ {word}") == ()


def test_a_cabinet_meeting_of_a_stated_day_is_reported_without_participants() -> None:
    text = "นายชนะ ทองดี โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยภายหลังการประชุมคณะรัฐมนตรี วันที่ 12 มีนาคม 2567 ว่า ที่ประชุมเห็นชอบ"
    found = read(Article("t", text))
    assert [(m.title, m.evidence.rule) for m in found.meetings] == [("ประชุมคณะรัฐมนตรี", "cabinet-meeting")]
    assert found.participations == ()


def test_a_cabinet_meeting_without_a_day_is_background() -> None:
    assert meetings(f"{GOVERNOR} กล่าวว่า ตามมติที่ประชุมคณะรัฐมนตรีที่ผ่านมา เห็นชอบแล้ว") == ()


def test_what_was_signed_beside_the_event_is_a_further_one() -> None:
    text = f"{DAY} {CHIEF} ลงพื้นที่ตรวจเยี่ยมชาวสวนผลไม้ พร้อมทั้งได้มีการลงนามบันทึกข้อตกลงซื้อขายผลไม้"
    visit, signing = meetings(text)
    assert (visit.kind, signing.kind) == (EventKind.VISIT, EventKind.SIGNING)
    assert signing.evidence.rule == "event-held"
    assert signing.start == visit.start


def test_a_later_event_with_an_hour_and_chair_of_its_own_is_a_further_one() -> None:
    text = (
        f"{DAY} เวลา 09.00 น. {CHIEF} เป็นประธานการประชุมกำนันทุกตำบล ณ หอประชุมอำเภอมะขาม\n"
        f"ต่อมาเวลา 18.00 น. {GOVERNOR} เป็นประธานเปิดงานถนนคนเดิน ณ ลานหน้าอำเภอ"
    )
    assert titles(text) == ["ประชุมกำนันทุกตำบล", "เปิดงานถนนคนเดิน"]
    assert rules(text) == ["chaired-event", "later-event"]


def test_a_later_paragraph_without_an_hour_tells_of_the_same_event() -> None:
    text = (
        f"{DAY} {CHIEF} เป็นประธานการประชุมกำนันทุกตำบล ณ หอประชุมอำเภอมะขาม\n"
        f"ทั้งนี้ {GOVERNOR} กล่าวว่า การประชุมครั้งนี้สำคัญ และเป็นประธานการประชุมมาแล้วหลายครั้ง"
    )
    assert titles(text) == ["ประชุมกำนันทุกตำบล"]


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("ร่วมสวดมนต์ข้ามคืน", "สวดมนต์ข้ามคืน", EventKind.CEREMONY),
        ("นำข้าราชการเจริญพระพุทธมนต์", "เจริญพระพุทธมนต์", EventKind.CEREMONY),
        ("ถวายภัตตาหารเพลแด่พระสงฆ์", "ถวายภัตตาหารเพลแด่พระสงฆ์", EventKind.CEREMONY),
        ("พระราชทานปริญญาบัตรแก่บัณฑิต", "พระราชทานปริญญาบัตรแก่บัณฑิต", EventKind.CEREMONY),
        ("ส่งมอบบ้านแก่ผู้ยากไร้", "ส่งมอบบ้านแก่ผู้ยากไร้", EventKind.CEREMONY),
        ("เข้าเยี่ยมคารวะเจ้าคณะอำเภอ", "เข้าเยี่ยมคารวะเจ้าคณะอำเภอ", EventKind.MEETING),
        ("ลงนามในสมุดแสดงความเสียใจ", "ลงนามในสมุดแสดงความเสียใจ", EventKind.SIGNING),
        ("ปิดล้อมตรวจค้นบ้านเป้าหมาย", "ปิดล้อมตรวจค้นบ้านเป้าหมาย", EventKind.OPERATION),
        ("นำกำลังลาดตระเวนแนวชายแดน", "ลาดตระเวนแนวชายแดน", EventKind.OPERATION),
        ("ออกหน่วยรับบริจาคโลหิต", "ออกหน่วยรับบริจาคโลหิต", EventKind.OTHER),
    ],
)
def test_merit_making_operations_and_handing_over_are_events(words: str, title: str, kind: EventKind) -> None:
    (meeting,) = meetings(f"{DAY} {CHIEF} {words} ณ วัดใหม่")
    assert (meeting.title, meeting.kind) == (title, kind)


@pytest.mark.parametrize(
    "words",
    [
        "มีกำหนดเป็นประธานการประชุมกำนัน ในวันพรุ่งนี้",
        "เป็นประธานการประชุมกำนันทุกตำบล ในวันพรุ่งนี้",
        "จะได้เข้าร่วมประชุมกำนันทุกตำบล",
        "จะร่วมพิธีมอบบ้านหลังใหม่",
    ],
)
def test_what_is_still_to_come_is_no_event(words: str) -> None:
    assert meetings(f"{DAY} {CHIEF} {words}") == ()


@pytest.mark.parametrize("post", ["หัวหน้างานซ่อมบำรุง", "หัวหน้าฝ่ายฝึกอบรม"])
def test_a_word_for_an_event_inside_a_post_is_none(post: str) -> None:
    assert meetings(f"{DAY} {CHIEF} มอบหมายให้ นายพล แก้วดี {post} ดูแลคลอง") == ()


@pytest.mark.parametrize("hall", ["ห้องประชุมพลอย", "หอประชุมอำเภอ", "ศูนย์ฝึกอบรมเยาวชน"])
def test_a_word_for_an_event_inside_the_name_of_a_hall_is_none(hall: str) -> None:
    assert meetings(f"{DAY} {CHIEF} ซ่อมหลังคา{hall}") == ()


def test_an_event_named_by_one_bare_word_has_the_full_name_told_before() -> None:
    text = f"{DAY} อำเภอมะขามจัดกิจกรรมปันน้ำใจให้น้อง ณ วัดใหม่ โดยมี {CHIEF} เป็นประธานเปิดกิจกรรม พร้อมด้วยชาวบ้าน"
    assert titles(text) == ["กิจกรรมปันน้ำใจให้น้อง"]


def test_words_that_only_refer_to_an_event_do_not_name_it() -> None:
    assert meetings(f"{DAY} {CHIEF} ชื่นชมกิจกรรมดังกล่าว") == ()


def test_a_cabinet_meeting_before_which_something_was_is_not_reported() -> None:
    text = f"{DAY} เวลา 08.45 น. ก่อนการประชุมคณะรัฐมนตรี {CHIEF} เยี่ยมชมนิทรรศการผลไม้"
    assert titles(text) == ["เยี่ยมชมนิทรรศการผลไม้"]


def test_what_somebody_presided_over_on_a_visit_is_a_further_event() -> None:
    text = f"{DAY} {CHIEF} ตรวจเยี่ยมโครงการขุดลอกคลอง และเป็นประธานส่งมอบบ้านแก่ผู้ยากไร้ พร้อมด้วย นายพล แก้วดี ปลัดอำเภอ"
    visit, handover = meetings(text)
    assert (visit.title, handover.title) == ("ตรวจเยี่ยมโครงการขุดลอกคลอง", "ส่งมอบบ้านแก่ผู้ยากไร้")
    assert handover.evidence.rule == "event-on-visit" and handover.start == visit.start


@pytest.mark.parametrize("behind", ["เมื่อวันที่ 10 มีนาคม 2567", "ณ หอประชุมอำเภอมะขาม"])
def test_what_a_body_held_is_reported_without_people_if_its_day_or_place_is_told(behind: str) -> None:
    found = read(Article("t", f"{CHIEF} เปิดเผยว่า อำเภอมะขามได้จัดสัมมนาชาวสวนรุ่นใหม่ {behind}"))
    (meeting,) = found.meetings
    assert (meeting.title, meeting.evidence.rule) == ("สัมมนาชาวสวนรุ่นใหม่", "event-organised")
    assert found.participations == ()


def test_what_a_body_holds_as_a_rule_is_not_reported() -> None:
    assert meetings(f"{CHIEF} เปิดเผยว่า อำเภอมะขามได้จัดสัมมนาชาวสวนรุ่นใหม่อยู่เสมอ") == ()


def test_an_event_that_only_the_summary_tells_is_reported() -> None:
    page = (
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-อำเภอมะขามเปิดโรงคัดผลไม้\n\nวันศุกร์ที่ 15 มีนาคม 2567\nอำเภอมะขามเปิดโรงคัดผลไม้\n"
        f"{CHIEF} ร่วมพิธีเปิดโรงคัดผลไม้ของสหกรณ์ชาวสวน\n"
        "ซึ่งเป็นโรงคัดแห่งแรกของจังหวัด รองรับผลไม้ได้วันละหลายตัน และช่วยให้ชาวสวนมีรายได้เพิ่มขึ้นตลอดทั้งปี"
    )
    (meeting,) = meetings(page)
    assert (meeting.title, meeting.evidence.rule) == ("พิธีเปิดโรงคัดผลไม้ของสหกรณ์ชาวสวน", "event-in-summary")


@pytest.mark.parametrize("said", ["ให้สัมภาษณ์ว่า ได้เตรียมการแล้ว", "ให้สัมภาษณ์ถึงการเตรียมการ"])
def test_an_interview_without_hour_or_place_is_a_statement(said: str) -> None:
    assert titles(f"{DAY} {CHIEF} {said}") == []
    assert len(titles(f"{DAY} เวลา 10.00 น. {CHIEF} {said}")) == 1


def test_a_later_visit_led_by_somebody_else_is_a_further_event() -> None:
    first = f"{DAY} {GOVERNOR} พร้อมด้วย {CHIEF} ลงพื้นที่ตรวจเยี่ยมชาวสวนทุเรียน"
    assert len(titles(f"{first}\nทั้งนี้ เมื่อเวลา 14:00 น. {CHIEF} ตรวจติดตามการก่อสร้างหอประชุม")) == 2
    assert len(titles(f"{first}\nทั้งนี้ เมื่อเวลา 14:00 น. {GOVERNOR} ตรวจติดตามการก่อสร้างหอประชุม")) == 1


def test_a_cabinet_meeting_by_its_short_name_has_its_day_in_brackets() -> None:
    assert titles("ข่าวสั้น\nที่ประชุม ครม. (14 มิ.ย. 65) อนุมัติงบกลาง") == ["ประชุม ครม. (14 มิ.ย. 65)"]
    assert titles("ข่าวสั้น\nจะนำเข้าที่ประชุม ครม. ในวันที่ 3 ต.ค. 65") == []


def test_the_event_of_a_paragraph_that_sums_up_is_told_in_the_one_that_opens_with_the_day() -> None:
    summary = f"{CHIEF} ร่วมพิธีมอบบ้านหลังใหม่ให้ผู้สูงอายุ"
    told = f"{DAY} ณ วัดใหม่ {GOVERNOR} พร้อมด้วย {CHIEF} เป็นประธานในพิธีมอบบ้านหลังใหม่"
    (meeting,) = meetings(f"ข่าวอำเภอ\n{summary}\n{told}")
    assert (meeting.title, meeting.venue) == ("พิธีมอบบ้านหลังใหม่", "วัดใหม่")
