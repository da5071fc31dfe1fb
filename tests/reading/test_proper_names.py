"""Words for bodies that are common nouns too: what follows names a body only with a mark of a name."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading import read


def bodies(text: str) -> list[str]:
    return [body.label for body in read(Article("t", f"วันนี้ {text} มีข่าวดี")).organizations]


@pytest.mark.parametrize(
    "text",
    [
        "ศูนย์ฉีดวัคซีน",
        "ศูนย์ทั่วประเทศ",
        "ศูนย์ไกล่เกลี่ยข้อพิพาทภาคประชาชน",
        "กองทุนสุขภาพภาครัฐ",
        "สภานักเรียน",
        "สำนักข่าวต่างประเทศ",
        "บริษัทจงใจฝ่าฝืนกฎหมาย",
        "ธนาคารออกมาตรการ",
        "สหกรณ์การเกษตร",
        "กลุ่มแม่บ้าน",
        "โรงเรียนแพทย์",
        "โรงเรียนทั่วประเทศ",
        "กรม/รัฐวิสาหกิจ",
        "สำนักงานเขตทั่วประเทศ",
        "สำนักงานสรรพสามิตพื้นที่",
        "สถานีอนามัยเฉลิมพระเกียรติ",
        "องค์การบริหารส่วนตำบลทั่วประเทศ",
        "รพ.สต.ถ่ายโอนทันที",
        "คณะแพทยศาสตร์",
        "คณะกรรมการผู้ทรงคุณวุฒิ",
        "คณะทำงานเฉพาะกิจ",
    ],
)
def test_a_common_noun_without_a_mark_of_a_name_is_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ศูนย์ช่วยเหลือสังคมตำบลบ้านควน",
        "ศูนย์ป้องกันและบรรเทาสาธารณภัย เขต 5",
        "ศูนย์อำนวยการป้องกันและปราบปรามยาเสพติดจังหวัดแพร่",
        "กองทุนพัฒนาการกีฬาแห่งชาติ",
        "สภาวัฒนธรรมอำเภอลอง",
        "บริษัท ทดสอบดี จำกัด (มหาชน)",
        "กลุ่มทอผ้าบ้านแม่สอด",
        "กลุ่มแปรรูปปลาแห้งแม่สะเรียง",
        "กลุ่มอาชีพเทศบาลตำบลหนองบัว",
        "โรงเรียนบ้านแม่สอด",
        "โรงพยาบาลศูนย์ลำปาง",
        "กิ่งกาชาดอำเภอลอง",
        "มูลนิธิเพื่อการพัฒนาดิจิทัล",
        "มูลนิธิเจ้าฟ้าผู้ใจดี กรมหลวงทดสอบ",
        "ศาลจังหวัดแพร่",
        "คณะสงฆ์จังหวัดแพร่",
    ],
)
def test_an_area_a_number_a_body_or_a_legal_form_marks_a_name(text: str) -> None:
    assert text in bodies(text)


def test_the_short_form_in_brackets_or_quotation_marks_mark_a_name() -> None:
    assert bodies("ศูนย์ประสานข้อมูลข่าวดี (ศปข.)") == ["ศูนย์ประสานข้อมูลข่าวดี"]
    assert bodies("ศูนย์ประสานข้อมูลข่าวดี (หลายแห่ง)") == []


def test_a_post_just_before_is_mark_enough() -> None:
    assert bodies("นายธนา แก้วดี ผู้อำนวยการศูนย์วิจัยข้าวหอม") == ["ศูนย์วิจัยข้าวหอม"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("สภ.ปลายพระยาดำเนินคดี", "สถานีตำรวจภูธรปลายพระยา"),
        ("โรงพยาบาลระยองเรื่อง", "โรงพยาบาลระยอง"),
        ("แขวงทางหลวงระนองให้กับชุมชน", "แขวงทางหลวงระนอง"),
        ("โรงพยาบาลพุทธโสธรเพื่อถวายเป็นพระราชกุศล", "โรงพยาบาลพุทธโสธร"),
        ("โรงเรียนบ้านดอนกอยซึ่งเปิดใหม่", "โรงเรียนบ้านดอนกอย"),
        ("โรงเรียนทดสอบวิทยาร่วมปลูกต้นไม้", "โรงเรียนทดสอบวิทยา"),
        ("วิทยาลัยเทคนิคลำพูนรวมกว่า 200 คน", "วิทยาลัยเทคนิคลำพูน"),
        ("โรงพยาบาลแม่สอดฝึกอบรมอาสา", "โรงพยาบาลแม่สอด"),
        ("โรงพยาบาลเชียงรายประชานุเคราะห์", "โรงพยาบาลเชียงรายประชานุเคราะห์"),
    ],
)
def test_a_name_ends_behind_its_area_where_another_word_is_glued_on(text: str, label: str) -> None:
    assert bodies(text) == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("กก.ตชด.32", "กองกำกับการตำรวจตระเวนชายแดนที่32"),
        ("อส.อ.ลอง ที่ 9", "กองร้อยอาสารักษาดินแดนอำเภอลอง ที่ 9"),
        ("รพ.สต.บ้านหนองแวง", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านหนองแวง"),
        ("ตม.แม่สอด", "ตรวจคนเข้าเมืองแม่สอด"),
    ],
)
def test_short_forms_of_heads_are_written_out(text: str, label: str) -> None:
    assert bodies(text) == [label]


def test_a_faculty_is_told_by_its_university_which_is_named_too() -> None:
    assert bodies("คณะวิศวกรรมศาสตร์ จุฬาลงกรณ์มหาวิทยาลัย") == [
        "คณะวิศวกรรมศาสตร์ จุฬาลงกรณ์มหาวิทยาลัย",
        "จุฬาลงกรณ์มหาวิทยาลัย",
    ]


def test_a_run_of_faculties_is_read() -> None:
    assert bodies("คณะวิศวกรรมศาสตร์ " * 3_000) == []


def test_the_section_of_a_deputy_is_a_task_and_no_body() -> None:
    text = "นายธนา แก้วดี รองอธิการบดีฝ่ายวางแผน มหาวิทยาลัยเชียงใหม่"
    assert bodies(text) == ["มหาวิทยาลัยเชียงใหม่"]
    (tenure,) = read(Article("t", text)).tenures
    assert tenure.office.label == "รองอธิการบดีฝ่ายวางแผน มหาวิทยาลัยเชียงใหม่"


def test_no_branch_of_an_area_is_made_of_a_ministry() -> None:
    assert bodies("กระทรวงมหาดไทยนครพนม") == ["กระทรวงมหาดไทย"]


def test_what_will_be_done_is_no_part_of_the_name_of_a_committee() -> None:
    assert bodies("คณะอนุกรรมการส่งเสริมผ้าไทยจะมีการประชุมเรื่องนี้") == ["คณะอนุกรรมการส่งเสริมผ้าไทย"]
