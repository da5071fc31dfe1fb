"""When and where an event took place, who held it and how many came."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lgkg.article import Article
from lgkg.facts import Meeting
from lgkg.reading import read

CHIEF = "นายชนะ ทองดี นายอำเภอมะขาม"
CHAIRED = f"{CHIEF} เป็นประธานการประชุมป้องกันไฟป่า"
PUBLISHED = date(2024, 3, 20)


def meeting(text: str, published: date | None = PUBLISHED) -> Meeting:
    """The only event of the text."""
    (found,) = read(Article("t", text, published=published)).meetings
    return found


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("วันที่ 12 มีนาคม 2567", date(2024, 3, 12)),
        ("วันนี้ (12 มี.ค. 67)", date(2024, 3, 12)),
        ("เมื่อวันที่ ๑๒ มีนาคม ๒๕๖๗", date(2024, 3, 12)),
        ("วันที่ 12 มี.ค.67 เวลา 09.30 น.", datetime(2024, 3, 12, 9, 30)),
        ("วันที่ 12/03/2567 เวลา 13:00 น.", datetime(2024, 3, 12, 13, 0)),
        ("เมื่อวันที่ 18 มีนาคม", date(2024, 3, 18)),
        ("วันนี้", date(2024, 3, 20)),
        ("วันนี้ เวลา 10.00 น.", datetime(2024, 3, 20, 10, 0)),
        ("เมื่อวานนี้", date(2024, 3, 19)),
        ("วานนี้", date(2024, 3, 19)),
        ("", None),
    ],
)
def test_the_day_and_hour_of_an_event_are_those_stated_before_it(words: str, start: date | None) -> None:
    assert meeting(f"{words} {CHAIRED}").start == start


def test_without_a_day_of_publication_today_is_unknown() -> None:
    assert meeting(f"วันนี้ {CHAIRED}", None).start is None


def test_yesterday_counts_from_the_day_printed_beside_today() -> None:
    text = f"วันนี้ (12 มี.ค. 67) อำเภอมะขามขอแจ้งผลการประชุมให้ทราบ\nเมื่อวานนี้ {CHAIRED}"
    assert meeting(text).start == date(2024, 3, 11)


@pytest.mark.parametrize("words", ["ระหว่างวันที่ 12-14 มีนาคม 2567", "วันที่ 12 – 14 มี.ค. 67", "วันที่ ๑๒ ถึงวันที่ ๑๔ มีนาคม ๒๕๖๗"])
def test_an_event_of_several_days_has_its_first_and_last(words: str) -> None:
    found = meeting(f"{words} {CHAIRED}")
    assert (found.start, found.end) == (date(2024, 3, 12), date(2024, 3, 14))


def test_a_day_behind_the_event_counts_where_none_stands_before() -> None:
    assert meeting(f"{CHAIRED} เมื่อวันที่ 12 มีนาคม 2567").start == date(2024, 3, 12)


def test_the_day_that_opens_the_paragraph_counts_before_others() -> None:
    text = f"วันที่ 12 มีนาคม 2567 หลังเหตุเมื่อวันที่ 1 มีนาคม 2567 {CHAIRED}"
    assert meeting(text).start == date(2024, 3, 12)


@pytest.mark.parametrize("words", ["ตามมติวันที่ 1 มีนาคม 2567", "ตามประกาศลงวันที่ 1 มีนาคม 2567", "ตั้งแต่วันที่ 1 มีนาคม 2567"])
def test_the_day_of_a_decision_is_not_that_of_the_event(words: str) -> None:
    assert meeting(f"{words} {CHAIRED} เมื่อวันที่ 12 มีนาคม 2567").start == date(2024, 3, 12)


def test_a_day_far_from_that_of_the_page_is_not_the_events() -> None:
    assert meeting(f"หลังเหตุการณ์เมื่อวันที่ 1 มกราคม 2560 {CHAIRED} เมื่อวันที่ 12 มีนาคม 2567").start == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("ณ ห้องประชุมพลอย ชั้น 2 ศาลากลางจังหวัดจันทบุรี อำเภอเมือง", "ห้องประชุมพลอย ชั้น 2 ศาลากลางจังหวัดจันทบุรี"),
        ("ณ วัดใหม่ ตำบลวังแซ้ม อำเภอมะขาม จังหวัดจันทบุรี", "วัดใหม่"),
        ("ณ วัดใหม่ ต.วังแซ้ม อ.มะขาม จ.จันทบุรี", "วัดใหม่"),
        ("ณ ลานหน้าอำเภอ โดยมีชาวบ้านมาร่วม", "ลานหน้าอำเภอ"),
        ("ณ โรงแรมริมน้ำ เวลา 09.00 น.", "โรงแรมริมน้ำ"),
        ("ณ วัดใหม่ พร้อมด้วย นายพล แก้วดี", "วัดใหม่"),
        ("ณ วัดใหม่ นายพล แก้วดี ร่วมงาน", "วัดใหม่"),
        ("ณ บ้านเลขที่ 12 หมู่ 3 ตำบลวังแซ้ม", "บ้านเลขที่ 12 หมู่ 3 ตำบลวังแซ้ม"),
        ("ณ โรงเรียนบ้านหนองบัว ถนนสุขใจ", "โรงเรียนบ้านหนองบัว"),
    ],
)
def test_a_venue_is_cut_before_its_address_people_and_the_next_clause(words: str, venue: str) -> None:
    assert meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} {words}").venue == venue


@pytest.mark.parametrize("words", ["ที่ห้องประชุมพลอย ชั้น 2", "ที่วัดใหม่", "ที่ วัดใหม่", "ที่ตลาดมะขาม", "ที่โรงเรียนบ้านหนองบัว"])
def test_a_venue_before_the_event_stands_behind_at(words: str) -> None:
    venue = words.removeprefix("ที่").strip()
    assert meeting(f"วันที่ 12 มีนาคม 2567 {words} {CHAIRED}").venue == venue


@pytest.mark.parametrize("words", ["ณ โอกาสนี้", "ณ ที่นี้", "ณ วันที่ 12 มีนาคม", "ณ เวลานี้", "ณ ปัจจุบัน"])
def test_an_occasion_is_no_venue(words: str) -> None:
    assert meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} {words} มีชาวบ้านมาร่วม").venue is None


def test_a_family_name_with_na_is_no_venue() -> None:
    text = "วันที่ 12 มีนาคม 2567 นายชนะ ณ ลำปาง นายอำเภอมะขาม เป็นประธานการประชุมป้องกันไฟป่า ณ วัดใหม่"
    assert meeting(text).venue == "วัดใหม่"


def test_a_venue_in_the_next_paragraph_counts() -> None:
    assert meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED}\nการประชุมจัดขึ้น ณ วัดใหม่ เป็นปีแรก").venue == "วัดใหม่"


@pytest.mark.parametrize(
    ("words", "province"),
    [
        ("ณ วัดใหม่ จังหวัดระยอง โดยมีชาวจังหวัดตราดมาร่วม", "ระยอง"),
        ("ณ ศาลากลางจังหวัดระยอง", "ระยอง"),
        ("โดยมี นายพล แก้วดี ผู้ว่าราชการจังหวัดตราด ร่วมประชุม", "ตราด"),
        ("ณ วัดใหม่", None),
    ],
)
def test_the_province_of_an_event_is_that_of_its_venue_else_of_its_paragraph(words: str, province: str | None) -> None:
    found = meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} {words}").province
    assert (found.name if found else None) == province


def test_the_only_province_of_the_article_is_that_of_its_event() -> None:
    found = meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} ณ วัดใหม่\nทั้งนี้ จังหวัดจันทบุรีขอขอบคุณ").province
    assert found is not None and found.name == "จันทบุรี"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("มีผู้เข้าร่วมจำนวน 45 คน", 45),
        ("มีประชาชนเข้าร่วมกว่า 1,250 คน", 1250),
        ("มีผู้เข้าร่วมประมาณ ๓๒๐ คน", 320),
        ("รวมทั้งสิ้น 60 ท่าน", 60),
        ("พระสงฆ์และประชาชนรวม 99 รูป/คน", 99),
        ("มีเงิน 500 บาท", None),
        ("จำนวน 12 หมู่บ้าน", None),
    ],
)
def test_the_number_of_people_is_read(words: str, count: int | None) -> None:
    assert meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} {words}").attendee_count == count


@pytest.mark.parametrize("words", ["ซึ่งจัดขึ้นโดยสมาคมชาวสวนมะขาม", "จัดโดย สมาคมชาวสวนมะขาม", "ที่สมาคมชาวสวนมะขาม จัดขึ้น"])
def test_the_body_that_holds_an_event_is_its_organizer(words: str) -> None:
    found = meeting(f"วันที่ 12 มีนาคม 2567 {CHAIRED} {words}").organizer
    assert found is not None and found.label == "สมาคมชาวสวนมะขาม"


def test_an_event_is_about_the_policies_of_its_paragraph() -> None:
    text = f"วันที่ 12 มีนาคม 2567 {CHAIRED} ตามโครงการ “ป่าเย็น”\nทั้งนี้ ยังมีโครงการ “น้ำใส” อีกด้วย"
    assert [policy.label for policy in meeting(text).about] == ["โครงการ “ป่าเย็น”"]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("วันนี้ (12 มี.ค. 67) {c} เปิดเผยภายหลังลงพื้นที่ตรวจเยี่ยมชาวสวน เมื่อวันที่ 10 มี.ค. 67 ว่า", date(2024, 3, 10)),
        ("วันนี้ (12 มี.ค. 67) {c} เปิดเผยภายหลังลงพื้นที่ตรวจเยี่ยมชาวสวน ว่า", date(2024, 3, 12)),
        ("{c} เป็นประธานส่งมอบบ้านแก่ผู้ยากไร้ " + "พร้อมด้วยชาวบ้าน " * 30 + "เมื่อวันที่ 10 มีนาคม 2567", date(2024, 3, 10)),
    ],
)
def test_a_day_at_the_end_of_what_is_told_is_that_of_the_event(words: str, start: date) -> None:
    assert meeting(words.format(c=CHIEF)).start == start


@pytest.mark.parametrize("later", ["การจัดงานในวันนี้เพื่อชาวสวน", "สำหรับการประชุมวันนี้มีชาวสวนมามาก"])
def test_a_later_paragraph_may_tell_that_the_event_was_today(later: str) -> None:
    text = f"{CHAIRED} ณ หอประชุมอำเภอมะขาม โดยมีชาวสวนมาร่วมประชุมเป็นจำนวนมาก\n{CHIEF} กล่าวว่า {later}"
    assert meeting(text).start == PUBLISHED


def test_an_address_is_no_date() -> None:
    assert meeting(f"{CHAIRED} ที่ห้องประชุม ม.2 ต.คอหงส์ อ.หาดใหญ่").start is None


def test_yesterday_counts_from_the_day_of_the_statement() -> None:
    text = f"เมื่อวันที่ 12 มีนาคม 2567 นายพล แก้วดี ปลัดอำเภอ เปิดเผยว่า อำเภอได้เตรียมการแล้ว โดยเมื่อวานนี้ {CHAIRED}"
    assert meeting(text).start == date(2024, 3, 11)


def test_today_before_an_event_counts_more_than_a_day_that_the_text_goes_on_to() -> None:
    told = "เมื่อวันที่ 19 มีนาคม 2567 อำเภอมะขามแจ้งผลการเตรียมการ"
    text = f"{told}\nวันนี้ {CHAIRED} ซึ่งทั้งจังหวัดได้ประชุมไปแล้วในห้วงวันที่ 12-14 มีนาคม 2567"
    assert meeting(text).start == date(2024, 3, 19)


def test_of_two_days_behind_an_event_that_which_has_come_counts() -> None:
    text = f"{CHAIRED} เพื่อเตรียมงานวันที่ 28 - 30 มีนาคม 2567 โดยมีข้าราชการเข้าร่วม ในวันที่ 18 มีนาคม 2567 ณ ห้องประชุมอำเภอ"
    assert meeting(text).start == date(2024, 3, 18)


def test_a_later_paragraph_may_tell_on_which_day_the_event_was_held() -> None:
    text = f"ข่าวอำเภอมะขาม\n{CHAIRED}\nทั้งนี้ การประชุมดังกล่าวจัดขึ้นเมื่อวันที่ 12 มีนาคม 2567 ณ หอประชุมอำเภอ สอบถามได้ที่อำเภอมะขาม"
    found = meeting(text)
    assert (found.start, found.venue) == (date(2024, 3, 12), "หอประชุมอำเภอ")


@pytest.mark.parametrize("opener", ["โอกาสนี้ ", "จากนั้น ", "และในเวลา 16.50 น. "])
def test_a_paragraph_that_goes_on_has_the_day_that_opened_the_one_before(opener: str) -> None:
    opening = "เมื่อวันที่ 12 มีนาคม 2567 เวลา 16.00 น. ชาวบ้านได้รับสิ่งของพระราชทาน"
    start = meeting(f"ข่าวอำเภอมะขาม\n{opening}\n{opener}{CHAIRED}").start
    assert start in (date(2024, 3, 12), datetime(2024, 3, 12, 16, 50))


def test_words_of_the_paragraph_before_do_not_take_the_day_from_an_event() -> None:
    assert meeting(f"ป้องกันไฟป่าตั้งแต่ต้น\nแก้ปัญหาตั้งแต่ต้นทาง\nเมื่อวันที่ 12 มี.ค. 67 {CHAIRED}").start == date(2024, 3, 12)


def test_a_day_that_ends_the_paragraph_is_that_of_the_event() -> None:
    aim = "ให้ชาวสวนได้รับความรู้ในการดูแลป่าและแหล่งน้ำของหมู่บ้านอย่างยั่งยืน " * 6
    text = f"ข่าวอำเภอมะขาม\n{CHAIRED} โดย{aim}ในวันที่ 12 มีนาคม 2567\nทั้งนี้ ขอบคุณทุกฝ่าย"
    assert meeting(text).start == date(2024, 3, 12)
