"""People by title and name: what is a name, where it ends, and what only looks like one. All names are invented."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading import read


def people(text: str) -> list[tuple[str, str]]:
    """Honorific and name of everyone in the text."""
    return [(p.honorific, p.name) for p in read(Article("t", text)).persons]


def names(text: str) -> list[str]:
    return [name for _, name in people(text)]


def test_a_person_has_honorific_given_and_family_name_and_the_passage_that_names_them() -> None:
    text = "วันนี้ นางสาวพลอย แสงดี นายอำเภอลอง เปิดงาน"
    (person,) = read(Article("t", text)).persons
    assert (person.honorific, person.given, person.family) == ("นางสาว", "พลอย", "แสงดี")
    assert person.evidence.span.of(text) == "นางสาวพลอย แสงดี"
    assert person.evidence.rule == "titled-name"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("นายธนวัฒน์ แสงสุวรรณผู้ว่าราชการจังหวัดแพร่ เปิดงาน", "ธนวัฒน์ แสงสุวรรณ"),
        ("นางกานดา ทองใบศรีนายกองค์การบริหารส่วนตำบลบ้านกลาง เปิดงาน", "กานดา ทองใบศรี"),
        ("นายเดช ศุภกิจเจริญนายกเทศมนตรีตำบลสระแก้ว เปิดงาน", "เดช ศุภกิจเจริญ"),
        ("นางนิติยา ศรีกาญจนานายกองค์การบริหารส่วนจังหวัดน่าน", "นิติยา ศรีกาญจนา"),
        ("นายสมหมาย ทองดีรองผู้ว่าราชการจังหวัดแพร่", "สมหมาย ทองดี"),
    ],
)
def test_a_post_glued_to_a_surname_is_split(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_title_glued_to_what_precedes_is_found() -> None:
    assert names("ในที่ประชุมสภาฯนายไพศาล ดีรักษา ท้องถิ่นจังหวัดแพร่ ชี้แจง") == ["ไพศาล ดีรักษา"]
    assert names("จังหวัดนครราชสีมานายแพทย์มานพ สุขเกษม ชี้แจง") == ["มานพ สุขเกษม"]
    assert names("ได้แก่นายมานพ สุขเกษม และนางใจ ทองดี ชี้แจง") == ["มานพ สุขเกษม", "ใจ ทองดี"]


@pytest.mark.parametrize("verb", ["กล่าวว่า", "เปิดเผยว่า", "เป็นประธาน", "พร้อมด้วย", "มอบหมายให้", "ร่วมพิธี"])
def test_a_verb_glued_to_a_surname_is_split(verb: str) -> None:
    assert names(f"นายอลงกต ทองคำ{verb} น้ำลดแล้ว") == ["อลงกต ทองคำ"]


def test_a_verb_glued_to_a_given_name_is_split() -> None:
    assert names("นายอลงกต ทองคำ นายอำเภอปัว มาแล้ว นายอลงกตกล่าวว่า น้ำลดแล้ว") == ["อลงกต ทองคำ"]


@pytest.mark.parametrize(
    "text",
    [
        "นายกรัฐมนตรี มาถึง",
        "นายกเทศมนตรี และนายกองค์การบริหารส่วนตำบล มาถึง",
        "นายอำเภอ ทุกอำเภอ มาถึง",
        "นายจ้าง ลูกจ้าง และนายทะเบียน มาถึง",
        "นายกสมาคม นายกสโมสร และนายกเหล่ากาชาด มาถึง",
        "นายกเมืองพัทยา มาถึง",
        "นายทหาร นายตำรวจ นายหน้า มาถึง",
        "ดีกว่าเดิมยิ่งขึ้น เท่านั้น มาถึง",
        "เดินทางไปอำเภอนางรอง อำเภอเดิมบางนางบวช และอำเภอนายูง ด้วย",
        "คุณภาพชีวิต คุณธรรม และเจ้านาย มาถึง",
        "นางแบบ เดินขบวน ที่สนามนางเลิ้ง",
    ],
)
def test_words_that_begin_like_a_title_name_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("name", ["กฤษดา คงสวัสดิ์", "กำพล ศรีเรือง", "กิตติพัฒน์ ใจมั่น", "กร ทองคำ", "กวิน แสงดี"])
def test_mr_with_a_name_in_k_is_a_person(name: str) -> None:
    assert people(f"นาย{name} นายอำเภอวังทอง เดินทางมา") == [("นาย", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("นายเธียรวิทย์ ณ นคร ปลัดจังหวัดตรัง", "เธียรวิทย์ ณ นคร"),
        ("นางกัญญาณ ระนอง ปลัดจังหวัดตรัง", "กัญญา ณ ระนอง"),
        ("หม่อมหลวงชนะชัย ณ อยุธยา เปิดงาน", "ชนะชัย ณ อยุธยา"),
    ],
)
def test_a_family_name_of_two_words_with_na_is_whole(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("place", ["วัดใหม่", "บริเวณวัด", "ศาลากลางจังหวัด", "บ้านแพรก"])
def test_na_before_a_place_is_no_family_name(place: str) -> None:
    assert names(f"มีผู้ป่วย ณ {place}") == []
    assert names(f"นายธนา แก้วดี ณ {place} กล่าวว่า ดี") == ["ธนา แก้วดี"]


def test_a_name_of_three_parts_is_whole_before_a_post() -> None:
    assert names("นางวรรณดี กุญชรกุล เจริญยศดี อธิบดีกรมการปกครอง") == ["วรรณดี กุญชรกุล เจริญยศดี"]
    assert names("นางวรรณดี กุญชรกุล เดินทางมา") == ["วรรณดี กุญชรกุล"]


def test_a_name_printed_without_a_space_is_one_word() -> None:
    assert names("นายแมนรักษ์รัตนโกสุม นายอำเภอเถิน") == ["แมนรักษ์รัตนโกสุม"]


def test_a_name_broken_over_a_line_is_joined_before_a_post() -> None:
    assert names("วันนี้ นายสมพล\nทวีทรัพย์ นายอำเภอแม่ทะ ร่วมประชุม") == ["สมพล ทวีทรัพย์"]
    assert names("ผู้กล่าวคือ นายศุกลชัย\nทวีคูณขึ้นทุกปี") == ["ศุกลชัย"]


def test_names_in_columns_of_spaces_are_read() -> None:
    text = "นายธนา\u00a0\u00a0แก้วดี\u00a0\u00a0\u00a0\u00a0ผู้ว่าราชการจังหวัดแพร่\nนางพลอย  ดีใจ      ปลัดจังหวัดแพร่"
    assert names(text) == ["ธนา แก้วดี", "พลอย ดีใจ"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ว่าที่ร้อยตรีหญิง", "กมลวรรณ ทองสุก"),
        ("ว่าที่ร้อยตรี", "กมล ทองสุก"),
        ("พันเอก (พิเศษ)", "ธนา ใจกล้า"),
        ("ผศ.พิเศษ ดร.", "วิภา คงเดิม"),
        ("รศ.ดร", "ปรีชา ทองดี"),
        ("ดร.หม่อมหลวง", "อิสรีย์ นวลจันทร์"),
        ("ว่าที่นายกองใหญ่", "ศักดิ์ชัย กล้าแข็ง"),
        ("นายกองเอก", "ชนะ ทองดี"),
        ("นายหมวดตรี", "วิทย์ ใจดี"),
        ("นายหมู่ใหญ่", "พล แก้วดี"),
        ("ร.ต.อ.หญิง", "พลอย ดีใจ"),
        ("พล.ต.ท.", "ชนะชัย ศึกดี"),
        ("ม.ร.ว.", "วิทย์ ใจดี"),
        ("นพ.", "มานพ สุขเกษม"),
        ("พลเรือเอก", "มานพ สุขเกษม"),
        ("เด็กหญิง", "ฟ้า สุขเกษม"),
    ],
)
@pytest.mark.parametrize("space", ["", " "])
def test_titles_stack_and_vary_and_stand_with_or_without_a_space(title: str, name: str, space: str) -> None:
    space = space or (" " if title.endswith("ดร") else "")
    assert people(f"โดยมี {title}{space}{name} นายอำเภอลอง ร่วมงาน") == [(title, name)]


@pytest.mark.parametrize(
    "name", ["สมบัติ พร้อมพันธุ์", "เดช อยู่สวัสดิ์", "กิต จึงเจริญ", "ใจ มีสมบูรณ์", "ดี ราชบุรี", "พล คุณเปลื้อง", "นพกร รองเดชกุล"]
)
def test_a_family_name_may_begin_like_an_ordinary_word(name: str) -> None:
    assert names(f"นาย{name} นายอำเภอลอง ร่วมงาน") == [name]


def test_a_family_name_may_be_an_ordinary_word_where_a_post_follows() -> None:
    assert names("โดยมี นางสาวสมหญิง มีสุข นายกเทศมนตรีนครระยอง เข้าร่วม") == ["สมหญิง มีสุข"]


def test_a_verb_behind_a_given_name_is_no_family_name() -> None:
    text = "นายสมบัติ ทองดี นายอำเภอลอง ร่วมงาน โดยนายสมบัติ มีความยินดี และนายสมบัติ เน้นย้ำ นายสมบัติ เห็นว่าควรทำ"
    assert names(text) == ["สมบัติ ทองดี"]


@pytest.mark.parametrize("name", ["ประธาน ทองดี", "รองรัตน์ ชัยเดช", "ปลัดดา ศรีสุข"])
def test_a_given_name_may_begin_like_a_post(name: str) -> None:
    assert names(f"นางสาว{name} นายอำเภอลอง ร่วมงาน") == [name]


@pytest.mark.parametrize(
    "text", ["ขอขอบคุณท่าน ผู้ว่าราชการจังหวัด และท่าน นายอำเภอ ทุกท่าน", "ท่าน ปลัดกระทรวงมหาดไทย และท่าน อธิบดีกรมที่ดิน"]
)
def test_a_post_behind_a_title_is_nobodys_name(text: str) -> None:
    assert names(text) == []


def test_a_nickname_in_brackets_is_not_part_of_the_name() -> None:
    assert names("นายเอกชัย สมใจ (ช่างเอก) นายอำเภอลอง") == ["เอกชัย สมใจ"]


@pytest.mark.parametrize(
    "text", ["นายสมคิด (สงวนนามสกุล) ผู้เสียหาย แจ้งความ", "นายสมคิด สงวนนามสกุล แจ้งความ", "นางสมใจ นามสมมติ แจ้งความ"]
)
def test_people_whose_family_name_is_withheld_are_left_out(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "นายจอห์น สมิทโซเนียน (Mr. John Smithsonian) เอกอัครราชทูต เข้าพบ",
        "นายจอห์น สมิทโซเนียน (John Smithsonian) เอกอัครราชทูต เข้าพบ",
        "คุณจอห์น สมิทโซเนียน (H.E. Mr. John Smithsonian) ผู้ประสานงาน เข้าพบ",
    ],
)
def test_a_foreigner_with_the_latin_form_behind_is_one_person(text: str) -> None:
    assert names(text) == ["จอห์น สมิทโซเนียน"]


def test_a_foreigners_name_of_many_parts_is_whole_before_its_latin_form() -> None:
    assert names("นายฌอง ปิแอร์ ดูปองเตอร์ (Jean-Pierre Duponter) ผู้อำนวยการ บรรยาย") == ["ฌอง ปิแอร์ ดูปองเตอร์"]


def test_a_name_in_latin_letters_only_is_read() -> None:
    assert people("Mr. Jan Nowak ผู้แทนองค์การอนามัยโลก เข้าพบ") == [("Mr.", "Jan Nowak")]


def test_a_weak_title_needs_proof_behind_the_name() -> None:
    assert names("คุณสมหญิง ทองดี ผู้จัดการธนาคารออมสิน") == ["สมหญิง ทองดี"]
    assert names("คุณสมหญิง ทองดี เดินทางมา") == []
    assert names("ที่ อ.เมือง จ.แพร่ และ อ.ลอง") == []


def test_a_given_name_alone_stands_for_a_person_if_it_is_no_word() -> None:
    assert names("นายสมศักดิ์ กล่าวว่า ใช่ แต่นายชาวบ้าน กล่าวว่า ไม่") == ["สมศักดิ์"]


def test_a_name_cut_by_invisible_letters_is_whole() -> None:
    assert names("นา\u200bยธ\u200bนา แก้\u00adวดี นายอำเภอลอง") == ["ธนา แก้วดี"]


def test_a_bracketed_woman_behind_a_rank_belongs_to_the_title() -> None:
    assert people("3) ว่าที่ ร.ต.(หญิง) กานดา ทองใบศรี ปลัดอำเภอลอง") == [("ว่าที่ ร.ต.(หญิง)", "กานดา ทองใบศรี")]


def test_a_mayor_addressed_by_name_is_no_man_of_a_longer_name() -> None:
    assert names("โดยท่านนายกธนพิพัฒน์ ทองใบศรี นายกองค์การบริหารส่วนตำบลลอง เปิดเผย") == ["ธนพิพัฒน์ ทองใบศรี"]


def test_a_weak_title_inside_a_word_names_nobody() -> None:
    assert names("การแสดงโขนพระราชทาน ชุด หนุมานชาญกำแหง ปลัดกระทรวงมหาดไทย เปิดงาน") == []


@pytest.mark.parametrize("head", ["อบต.", "ทต.", "นายก อบต."])
def test_a_town_that_begins_like_a_title_behind_an_abbreviation_is_no_person(head: str) -> None:
    assert names(f"กิจกรรม : {head}นางรำ เปิดห้องเรียนผู้สูงวัย สอนใช้มือถือ") == []
