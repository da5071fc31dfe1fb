"""Who took part in an event and in which role; who only told of it, sent somebody or was spoken of did not."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts, Role
from lgkg.reading import read

DAY = "วันที่ 12 มีนาคม 2567"
CHIEF = "นายชนะ ทองดี นายอำเภอมะขาม"
CLERK = "นายวิทย์ ใจดี ปลัดอำเภออาวุโส"
FARMER = "นายพล แก้วดี เกษตรอำเภอมะขาม"
MEETING = "การประชุมป้องกันไฟป่า"


def facts(text: str) -> Facts:
    return read(Article("t", text))


def present(text: str) -> dict[str, str]:
    """Given name and roles of everyone who took part."""
    return {p.person.given: "+".join(p.roles) for p in facts(text).participations}


@pytest.mark.parametrize(
    "cue", ["เป็นประธาน", "เป็นประธานใน", "ทำหน้าที่เป็นประธาน", "เป็นประธานเปิด", "นั่งหัวโต๊ะ", "เป็น ประธาน"]
)
def test_who_presides_is_chair(cue: str) -> None:
    assert present(f"{DAY} {CHIEF} {cue}{MEETING}") == {"ชนะ": "chair"}


def test_who_leads_without_being_called_chair_is_chair() -> None:
    text = f"{DAY} {CHIEF} นำคณะลงพื้นที่ตรวจเยี่ยมชาวสวน พร้อมด้วย {CLERK}"
    assert present(text) == {"ชนะ": "chair", "วิทย์": "attendee"}


@pytest.mark.parametrize(
    "words", ["เข้าร่วมการประชุมป้องกันไฟป่า", "เข้าร่วมพิธีมอบบ้าน", "เข้าร่วมการสัมมนาชาวสวน", "ร่วมพิธีมอบบ้าน", "ร่วมประชุมป้องกันไฟป่า"]
)
def test_who_only_attends_is_not_chair(words: str) -> None:
    assert present(f"{DAY} {CHIEF} {words} ณ วัดใหม่") == {"ชนะ": "attendee"}


@pytest.mark.parametrize("cue", ["พร้อมด้วย", "พร้อมกับ", "โดยมี", "ซึ่งมี", "ร่วมกับ", "ร่วมด้วย"])
def test_who_came_along_is_an_attendee(cue: str) -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} {cue} {CLERK} และ{FARMER} เข้าร่วม"
    assert present(text) == {"ชนะ": "chair", "วิทย์": "attendee", "พล": "attendee"}


def test_the_chair_is_who_came_before_those_along() -> None:
    text = f"{DAY} {CHIEF} พร้อมด้วย {CLERK} และ{FARMER} เป็นประธาน{MEETING}"
    assert present(text) == {"ชนะ": "chair", "วิทย์": "attendee", "พล": "attendee"}


def test_the_chair_may_be_named_behind_the_event() -> None:
    text = f"{DAY} {CHIEF} เข้าร่วม{MEETING} โดยมี {FARMER} เป็นประธานการประชุม"
    assert present(text) == {"ชนะ": "attendee", "พล": "chair"}


def test_two_may_each_preside() -> None:
    text = f"{DAY} {CHIEF} เป็นประธานฝ่ายฆราวาส และ พระครูสถิตธรรมคุณ เจ้าอาวาสวัดใหม่ เป็นประธานฝ่ายสงฆ์ ในพิธีมอบบ้าน"
    assert present(text) == {"ชนะ": "chair", "พระครูสถิตธรรมคุณ": "chair"}


def test_who_welcomes_is_an_attendee() -> None:
    text = f"{DAY} {CHIEF} ลงพื้นที่ตรวจเยี่ยมชาวสวน โดยมี {FARMER} ให้การต้อนรับ"
    assert present(text) == {"ชนะ": "chair", "พล": "attendee"}


@pytest.mark.parametrize("verb", ["กล่าวรายงาน", "บรรยาย", "เป็นวิทยากร", "กล่าวต้อนรับ"])
def test_who_reports_or_lectures_there_took_part(verb: str) -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} โดยมี {FARMER} {verb}"
    assert present(text)["พล"] == ("attendee" if verb == "กล่าวต้อนรับ" else "speaker")


def test_the_chair_who_speaks_afterwards_is_speaker_too() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่\nนายชนะ กล่าวว่า ขอให้ช่วยกัน"
    assert present(text) == {"ชนะ": "chair+speaker"}


def test_everyone_at_a_press_conference_speaks_and_nobody_leads() -> None:
    text = f"{DAY} {CHIEF} พร้อมด้วย {CLERK} แถลงข่าวการจัดงานเทศกาลผลไม้"
    assert present(text) == {"ชนะ": "speaker", "วิทย์": "speaker"}


def test_who_assigned_somebody_is_absent() -> None:
    text = f"{DAY} {CHIEF} มอบหมายให้ {CLERK} เป็นประธาน{MEETING} พร้อมด้วย {FARMER}"
    assert present(text) == {"วิทย์": "chair", "พล": "attendee"}


def test_who_was_sent_to_attend_is_an_attendee() -> None:
    text = f"{DAY} {CLERK} ได้รับมอบหมายจาก {CHIEF} เข้าร่วม{MEETING}"
    assert present(text) == {"วิทย์": "attendee"}


def test_who_was_sent_to_preside_is_chair() -> None:
    text = f"{DAY} {CLERK} ได้รับมอบหมายจาก {CHIEF} ให้เป็นประธาน{MEETING}"
    assert present(text) == {"วิทย์": "chair"}


def test_who_only_discloses_an_event_of_others_is_absent() -> None:
    text = f"{CHIEF} เปิดเผยว่า {DAY} {CLERK} เป็นประธาน{MEETING}"
    assert present(text) == {"วิทย์": "chair"}


def test_who_says_to_have_presided_was_there() -> None:
    assert present(f"{DAY} {CHIEF} เปิดเผยภายหลังเป็นประธาน{MEETING} ว่า ได้ผลดี")["ชนะ"].startswith("chair")


def test_words_about_an_event_bring_nobody_to_it() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่ โดยกล่าว ว่า จะหารือกับ นายใหญ่ ทองคำ นายกรัฐมนตรี ต่อไป"
    assert present(text) == {"ชนะ": "chair"}


def test_people_of_another_paragraph_are_not_there() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่\nทั้งนี้ นายใหญ่ ทองคำ นายกรัฐมนตรี ห่วงใยชาวสวน"
    assert present(text) == {"ชนะ": "chair"}


@pytest.mark.parametrize("opener", ["ดังนี้", "ได้แก่", "ประกอบด้วย"])
@pytest.mark.parametrize("mark", ["1. ", "- ", ""])
def test_a_list_of_one_person_a_line_goes_on_behind_its_opener(opener: str, mark: str) -> None:
    text = (
        f"{DAY} {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่ ผู้ร่วมประชุม {opener}\n"
        f"{mark}{CLERK}\n{mark.replace('1', '2')}{FARMER}\n"
        "ทั้งนี้ นายใหญ่ ทองคำ นายกรัฐมนตรี ห่วงใยชาวสวน"
    )
    assert present(text) == {"ชนะ": "chair", "วิทย์": "attendee", "พล": "attendee"}


def test_a_paragraph_that_opens_with_a_list_cue_goes_on_with_the_list() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่\nโดยมี {CLERK} และ{FARMER} ร่วมประชุม"
    assert present(text) == {"ชนะ": "chair", "วิทย์": "attendee", "พล": "attendee"}


def test_numbered_lecturers_below_took_part() -> None:
    text = f"{DAY} {CHIEF} เป็นประธานการสัมมนาชาวสวนรุ่นใหม่ ณ วัดใหม่\n1. เรื่อง ดินดี โดย นางใจ แสงดี อาจารย์ประจำมหาวิทยาลัยบูรพา"
    assert "ใจ" in present(text)


def test_everyone_takes_part_once_in_the_capacity_of_a_post_held() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} โดยมี {CLERK} ร่วมประชุม และนายชนะ ทองดี กล่าวเปิดงาน"
    found = facts(text)
    assert [p.person.given for p in found.participations] == ["ชนะ", "วิทย์"]
    capacity = found.participations[0].in_capacity_of
    assert capacity is not None and capacity.label == "นายอำเภอมะขาม"


def test_nobody_takes_part_in_the_capacity_of_a_former_post() -> None:
    text = f"{DAY} นายชนะ ทองดี อดีตนายอำเภอมะขาม เป็นประธาน{MEETING}"
    assert facts(text).participations[0].in_capacity_of is None


def test_roles_are_in_their_order_and_the_passage_shows_the_person() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING} และกล่าวเปิดงาน\nนายชนะ กล่าวว่า ดี"
    (taking_part,) = facts(text).participations
    assert taking_part.roles == (Role.CHAIR, Role.SPEAKER)
    assert "นายชนะ ทองดี" in taking_part.evidence.span.of(text)


def test_the_people_of_a_later_event_are_its_own() -> None:
    text = (
        f"{DAY} เวลา 09.00 น. {CHIEF} เป็นประธาน{MEETING} ณ วัดใหม่\n"
        f"ต่อมาเวลา 18.00 น. {CLERK} เป็นประธานเปิดงานถนนคนเดิน โดยมี {FARMER} ร่วมงาน"
    )
    assert [(p.meeting.title, p.person.given) for p in facts(text).participations] == [
        ("ประชุมป้องกันไฟป่า", "ชนะ"),
        ("เปิดงานถนนคนเดิน", "วิทย์"),
        ("เปิดงานถนนคนเดิน", "พล"),
    ]


@pytest.mark.parametrize("bringing", ["พร้อมด้วยข้าราชการ", "นำหัวหน้าส่วนราชการ", "พร้อมด้วย นางใจ แสงดี ครู"])
def test_who_brings_others_leads_what_they_join_in(bringing: str) -> None:
    assert present(f"{DAY} {CHIEF} {bringing} ร่วมทำบุญตักบาตรพระสงฆ์ ณ วัดใหม่")["ชนะ"] == "chair"


@pytest.mark.parametrize(
    "words",
    [
        "ร่วมทำบุญตักบาตรพระสงฆ์",
        "พร้อมด้วยข้าราชการ เข้าร่วมพิธีมอบบ้าน",
        "พร้อมด้วยข้าราชการ ร่วมเป็นเกียรติในพิธีมอบบ้าน",
        "เข้าเยี่ยมคารวะเจ้าคณะอำเภอ",
    ],
)
def test_who_joins_in_as_one_of_many_is_not_chair(words: str) -> None:
    assert present(f"{DAY} {CHIEF} {words} ณ วัดใหม่")["ชนะ"] == "attendee"


def test_two_who_lead_together_are_both_chairs() -> None:
    text = f"{DAY} {CHIEF} นางใจ แสงดี นายกกิ่งกาชาดอำเภอมะขาม นำหัวหน้าส่วนราชการ ร่วมทำบุญตักบาตรพระสงฆ์"
    assert present(text) == {"ชนะ": "chair", "ใจ": "chair"}


@pytest.mark.parametrize("monk_chairs", ["เป็นประธานฝ่ายสงฆ์", "ประธานสงฆ์", "ประธานฝ่ายสงฆ์"])
def test_the_chair_of_the_monks_presides_beside_the_lay_leader(monk_chairs: str) -> None:
    text = f"{DAY} {CHIEF} พร้อมด้วยข้าราชการ ร่วมทำบุญตักบาตร โดยมี พระครูสถิตธรรมคุณ เจ้าอาวาสวัดใหม่ {monk_chairs}"
    assert present(text) == {"ชนะ": "chair", "พระครูสถิตธรรมคุณ": "chair"}


def test_a_noun_for_the_chair_counts_right_behind_the_name_only() -> None:
    assert present(f"{DAY} {CHIEF} ประธานพิธีมอบบ้านหลังใหม่") == {"ชนะ": "chair"}
    text = f"{DAY} {CHIEF} ร่วมพิธีมอบบ้านหลังใหม่ จากนั้นประธานในพิธีมอบบ้าน"
    assert present(text) == {"ชนะ": "attendee"}


def test_who_signs_speaks_and_does_not_preside() -> None:
    assert present(f"{DAY} {CHIEF} ลงนามในสมุดแสดงความเสียใจ ณ สถานทูต") == {"ชนะ": "speaker"}


def test_who_is_arrested_did_not_take_part() -> None:
    assert present(f"{DAY} {CHIEF} นำกำลังจับกุม นายดำ ใจร้าย พร้อมของกลาง") == {"ชนะ": "chair"}


@pytest.mark.parametrize("whose", ["ศพ", "ครอบครัว", "ครอบครัวของ"])
def test_the_dead_and_whose_family_is_met_did_not_take_part(whose: str) -> None:
    assert present(f"{DAY} {CHIEF} เป็นประธานในพิธีมอบเงินช่วยเหลือแก่{whose}นายพล แก้วดี") == {"ชนะ": "chair"}


@pytest.mark.parametrize(("opener", "saying"), [("ด้าน ", "กล่าวว่า"), ("จากนั้น ", "กล่าวรายงานว่า"), ("ขณะที่ ", "กล่าวว่า")])
def test_who_speaks_next_in_a_paragraph_of_his_own_was_there(opener: str, saying: str) -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING}\n{opener}{FARMER} {saying} ปีนี้แล้งมาก"
    assert present(text) == {"ชนะ": "chair", "พล": "speaker"}
    assert {p.evidence.rule for p in facts(text).participations} == {"chair-or-leader", "speaks-next"}


def test_who_speaks_later_without_being_brought_in_was_elsewhere() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING}\n{FARMER} กล่าวเพิ่มเติมว่า ปีนี้แล้งมาก"
    assert present(text) == {"ชนะ": "chair"}


def test_who_told_of_an_event_before_is_not_brought_in_by_speaking_again() -> None:
    text = f"{FARMER} เปิดเผยว่า เวลา 09.00 น. {CHIEF} เป็นประธาน{MEETING}\nด้าน {FARMER} กล่าวว่า ปีนี้แล้งมาก"
    assert present(text) == {"ชนะ": "chair"}


def test_a_monk_after_whom_a_hall_is_named_did_not_take_part() -> None:
    assert present(f"{DAY} ที่ห้องประชุมพระครูสถิตธรรมคุณ {CHIEF} เป็นประธาน{MEETING}") == {"ชนะ": "chair"}


def test_who_presides_over_laymen_is_chair_though_monks_came_along() -> None:
    monks = "พระครูสถิตธรรมคุณ เจ้าคณะอำเภอ เป็นประธานฝ่ายสงฆ์ พร้อมด้วยพระครูวิมลธรรมรัต เจ้าอาวาสวัดใหม่"
    found = present(f"{DAY} {monks} {CHIEF} เป็นประธานฝ่ายฆราวาส พิธีทำบุญเมือง")
    assert found == {"พระครูสถิตธรรมคุณ": "chair", "พระครูวิมลธรรมรัต": "attendee", "ชนะ": "chair"}


def test_with_whom_somebody_presides_together_is_chair_too() -> None:
    assert present(f"{DAY} {CHIEF} เป็นประธานร่วมกับ {CLERK} แถลงข่าวงานผลไม้") == {
        "ชนะ": "chair+speaker",
        "วิทย์": "chair+speaker",
    }


@pytest.mark.parametrize("words", ["เนื่องในโอกาสฉลองพระชนมายุ 8 รอบ {}", "โดยได้รับเมตตาจาก{} ประทานผ้าไตร"])
def test_who_is_honoured_or_gave_something_did_not_take_part(words: str) -> None:
    patriarch = words.format("สมเด็จพระอริยวงศาคตญาณ สมเด็จพระสังฆราช")
    assert present(f"{DAY} {CHIEF} เป็นประธานพิธีปล่อยปลาลงแม่น้ำ {patriarch}") == {"ชนะ": "chair"}


def test_who_speaks_first_behind_what_the_chair_said_was_there() -> None:
    text = f"{DAY} {CHIEF} เป็นประธาน{MEETING}\n{CHIEF} กล่าวว่า ขอบคุณทุกฝ่าย\n{FARMER} กล่าวว่า ปีนี้แล้งมาก"
    assert present(text) == {"ชนะ": "chair+speaker", "พล": "speaker"}


def test_who_is_said_to_join_what_somebody_tells_of_took_part() -> None:
    held = 'อำเภอได้จัดกิจกรรมเดินแบบผ้าไทย ภายใต้ชื่องาน "ผ้าไทยใส่สนุก"'
    text = f"{DAY} {CHIEF} เปิดเผยว่า {held} โดยมี {CLERK} ร่วมกิจกรรม"
    assert present(text) == {"วิทย์": "attendee"}
