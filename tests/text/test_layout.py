from __future__ import annotations

from datetime import date

import pytest

from lgkg.text import Layout, layout, normalise

LEAD = (
    "นายสมชาย ใจดี นายก อบต.ริมธาร พร้อมด้วยปลัด อบต. และผู้ใหญ่บ้านหมู่ที่ 4 ลงพื้นที่ตรวจสอบถนนที่ถูกน้ำกัดเซาะ "
    "และมอบถุงยังชีพแก่ผู้ประสบภัย 25 ครัวเรือน โดยมีกำนันตำบลริมธารให้การต้อนรับ ณ ศาลาประชาคมบ้านท่าน้ำ"
)
HEADLINE = "นายก อบต.ริมธาร ลงพื้นที่ตรวจถนนน้ำกัดเซาะ มอบถุงยังชีพ"

GOVERNMENT_PAGE = f"""รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{HEADLINE[:-8]}


วันอังคารที่ 4 ตุลาคม 2565
04/10/2565
พิมพ์
{HEADLINE[:-8]}
{HEADLINE} ช่วยผู้ประสบภัย
วันนี้ (4 ต.ค. 65) เวลา 09.30 น. {LEAD}
{HEADLINE}
ทั้งนี้ จะเร่งซ่อมแซมให้แล้วเสร็จภายใน 7 วัน
-------------------
กองสื่อสารองค์กร
#บำบัดทุกข์บำรุงสุข #อบต
***** 4 ตุลาคม 2565

ที่มา : https://www.example.org/news/1"""

NEWS_PAGE = f"""หน้าแรก > ข่าว > กิจกรรม
ข่าวกิจกรรม
{HEADLINE}
เผยแพร่เมื่อ 5 ต.ค. 2565 เวลา 10:15 น.
อ่าน 241 ครั้ง
แชร์ Facebook LINE
{LEAD}
ดาวน์โหลดเอกสาร
โทร. 0 0000 0000 ต่อ 11
Related Post
อบต.ริมธาร จัดงานวันเด็ก
Leave a Reply
Your email address will not be published. Required fields are marked *
สงวนลิขสิทธิ์ พ.ศ. 2565 องค์การบริหารส่วนตำบลริมธาร
เว็บไซต์นี้ใช้คุกกี้เพื่อเพิ่มประสิทธิภาพการใช้งาน"""


def read(page: str) -> tuple[Layout, list[str], list[str]]:
    text = normalise(page).text
    found = layout(text)
    return found, [span.of(text) for span in found.headings], [span.of(text) for span in found.body]


def test_a_page_of_the_government_site_is_parted() -> None:
    found, headings, body = read(GOVERNMENT_PAGE)
    assert found.title == f"{HEADLINE} ช่วยผู้ประสบภัย"
    assert found.published == date(2022, 10, 4)
    assert found.url == "https://www.example.org/news/1"
    assert headings == [f"{HEADLINE} ช่วยผู้ประสบภัย"]
    assert body == [
        f"วันนี้ (4 ต.ค. 65) เวลา 09.30 น. {LEAD}",
        "ทั้งนี้ จะเร่งซ่อมแซมให้แล้วเสร็จภายใน 7 วัน",
        "กองสื่อสารองค์กร",
    ]


def test_a_pasted_news_page_is_parted() -> None:
    found, headings, body = read(NEWS_PAGE)
    assert (found.title, found.published, found.url) == (HEADLINE, date(2022, 10, 5), None)
    assert headings == [HEADLINE]
    assert body == [LEAD]


def test_a_summary_under_the_headline_is_a_heading_of_its_own() -> None:
    page = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{HEADLINE}\n{HEADLINE}\nย้ำดูแลประชาชนทุกครัวเรือนอย่างทั่วถึง\n{LEAD}"
    _, headings, body = read(page)
    assert headings == [HEADLINE, "ย้ำดูแลประชาชนทุกครัวเรือนอย่างทั่วถึง"]
    assert body == [LEAD]


def test_the_first_paragraph_cut_off_above_itself_is_left_out() -> None:
    page = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{HEADLINE}\n{HEADLINE}\n{LEAD[:120]}\n{LEAD}"
    _, headings, body = read(page)
    assert (headings, body) == ([HEADLINE], [LEAD])


def test_plain_paragraphs_are_all_body() -> None:
    page = f"เมื่อวันที่ 4 ตุลาคม 2565 {LEAD}\n\nทั้งนี้ จะเร่งซ่อมแซม\n{LEAD}"
    found, headings, body = read(page)
    assert (found.title, headings) == (None, [])
    assert body == [f"เมื่อวันที่ 4 ตุลาคม 2565 {LEAD}", "ทั้งนี้ จะเร่งซ่อมแซม", LEAD]


def test_a_first_line_that_looks_like_a_headline_is_one() -> None:
    found, headings, body = read(f"{HEADLINE}\n\n{LEAD}")
    assert (found.title, headings, body) == (HEADLINE, [HEADLINE], [LEAD])


@pytest.mark.parametrize("first", ["เมื่อวันที่ 4 ต.ค. 65 มีประชุม", "วันนี้ฝนตก", "1. รายงานตัว", "- เปิดงาน"])
def test_a_line_that_opens_a_report_is_no_headline(first: str) -> None:
    found, _, body = read(f"{first}\n{LEAD}")
    assert found.title is None
    assert body == [first, LEAD]


def test_a_single_line_is_body() -> None:
    assert read(HEADLINE)[1:] == ([], [HEADLINE])


def test_a_day_inside_a_programme_is_content() -> None:
    _, _, body = read(f"{HEADLINE}\n{LEAD}\nวันพุธที่ 5 ตุลาคม 2565\n09.00 น. ลงทะเบียน")
    assert body == [LEAD, "วันพุธที่ 5 ตุลาคม 2565", "09.00 น. ลงทะเบียน"]


def test_a_long_paragraph_after_a_footer_is_content_again() -> None:
    long = f"{LEAD} {LEAD}"
    assert read(f"{LEAD}\nข่าวที่เกี่ยวข้อง\nอบต.ริมธาร จัดงานวันเด็ก\n{long}")[2] == [LEAD, long]


@pytest.mark.parametrize(
    "line",
    [
        "พิมพ์",
        "จำนวนผู้เข้าชม 503",
        "แชร์ข่าวนี้",
        "....................",
        "#กระทรวง #จังหวัด_ริมธาร",
        "หน้า 2/5",
        "- 3 -",
        "ดาวน์โหลดไฟล์ แนบ ประกาศ.pdf",
        "อัลบั้มภาพ",
        "© 2566 All rights reserved",
        "โทรศัพท์ 0-0000-0000, 0-0000-0001",
        "อีเมล: saraban@example.org",
        "About admin",
        "ยอมรับทั้งหมด",
    ],
)
def test_boilerplate_between_paragraphs_is_left_out(line: str) -> None:
    assert read(f"{LEAD}\n{line}\n{LEAD}2")[2] == [LEAD, f"{LEAD}2"]


@pytest.mark.parametrize(
    "line",
    [
        "อ่านสารแสดงความยินดีโดยนายอำเภอ",
        "พิมพ์เขียวการพัฒนาตำบล",
        "กลุ่มงานประชาสัมพันธ์ สำนักงานจังหวัด",
        "ดาวน์โหลดแบบคำขอได้ที่สำนักงานเขต",
        "โทร. 1567 ศูนย์ดำรงธรรมจังหวัด",
        "ผู้เข้าร่วมประชุม 290 คน",
        "ลิขสิทธิ์เพลงพื้นบ้านเป็นของชุมชน",
        "5 มกราคม 2566 เปิดงาน",
    ],
)
def test_a_doubtful_line_stays(line: str) -> None:
    assert line in read(f"{LEAD}\n{line}\n{LEAD}2")[2]


def test_an_empty_text_has_no_parts() -> None:
    assert layout("") == Layout(None, None, None, (), ())
