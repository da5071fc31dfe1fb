"""Named bodies: closed lists, kinds of body with an area or a free name, and what is no body."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Organization
from lgkg.reading import read


def bodies(text: str) -> dict[str, str]:
    """Label and kind of the bodies in the text."""
    return {body.label: body.kind for body in read(Article("t", text)).organizations}


def body(text: str) -> Organization:
    (found,) = read(Article("t", text)).organizations
    return found


@pytest.mark.parametrize(
    ("printed", "label", "kind"),
    [
        ("อบต.วังแซ้ม", "องค์การบริหารส่วนตำบลวังแซ้ม", "sao"),
        ("องค์การบริหารส่วนตำบลวังแซ้ม", "องค์การบริหารส่วนตำบลวังแซ้ม", "sao"),
        ("อบจ.จันทบุรี", "องค์การบริหารส่วนจังหวัดจันทบุรี", "pao"),
        ("เทศบาลนครจันทบุรี", "เทศบาลนครจันทบุรี", "city_municipality"),
        ("เทศบาลเมืองขลุง", "เทศบาลเมืองขลุง", "town_municipality"),
        ("เทศบาลตำบลมะขาม", "เทศบาลตำบลมะขาม", "subdistrict_municipality"),
        ("เมืองพัทยา", "เมืองพัทยา", "special_local_government"),
        ("สภา อบต.วังแซ้ม", "สภาองค์การบริหารส่วนตำบลวังแซ้ม", "local_council"),
        ("กรมที่ดิน", "กรมที่ดิน", "department"),
        ("กระทรวงมหาดไทย", "กระทรวงมหาดไทย", "ministry"),
        ("คณะรัฐมนตรี", "คณะรัฐมนตรี", "cabinet"),
        ("สำนักงานจังหวัดจันทบุรี", "สำนักงานจังหวัดจันทบุรี", "provincial_office"),
        ("ที่ทำการปกครองจังหวัดจันทบุรี", "ที่ทำการปกครองจังหวัดจันทบุรี", "administration_office"),
        ("ศูนย์ดำรงธรรมจังหวัดจันทบุรี", "ศูนย์ดำรงธรรมจังหวัดจันทบุรี", "damrongtham"),
        ("เหล่ากาชาดจังหวัดจันทบุรี", "เหล่ากาชาดจังหวัดจันทบุรี", "red_cross_chapter"),
        ("สภ.เมืองจันทบุรี", "สถานีตำรวจภูธรเมืองจันทบุรี", "police_station"),
        ("โรงเรียนบ้านหนองบัว", "โรงเรียนบ้านหนองบัว", "school"),
        ("โรงพยาบาลมะขาม", "โรงพยาบาลมะขาม", "hospital"),
        ("คณะกรรมการพัฒนาลุ่มน้ำจันทบุรี", "คณะกรรมการพัฒนาลุ่มน้ำจันทบุรี", "committee"),
        ("มูลนิธิเพื่อนสวนผลไม้", "มูลนิธิเพื่อนสวนผลไม้", "foundation"),
        ("บริษัท ผลไม้ตะวันออก จำกัด (มหาชน)", "บริษัท ผลไม้ตะวันออก จำกัด (มหาชน)", "company"),
        ("มหาวิทยาลัยราชภัฏลำปาง", "มหาวิทยาลัยราชภัฏลำปาง", "university"),
    ],
)
def test_a_named_body_has_its_label_written_out_and_its_kind(printed: str, label: str, kind: str) -> None:
    assert bodies(f"วันนี้ {printed} รายงาน") == {label: kind}


def test_a_body_keeps_the_form_that_the_text_prints() -> None:
    assert body("วันนี้ อบต.วังแซ้ม รายงาน").variants == ("อบต.วังแซ้ม",)
    assert body("วันนี้ เทศบาลตำบลมะขาม รายงาน").variants == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("เทศบาลตำบลมะขามร่วมกับวัด", "เทศบาลตำบลมะขาม"),
        ("อบต.วังแซ้มจัดงาน", "องค์การบริหารส่วนตำบลวังแซ้ม"),
        ("เทศบาลนครเชียงรายเป็นเจ้าภาพ", "เทศบาลนครเชียงราย"),
        ("สมาคมชาวสวนเมืองจันท์กล่าวว่า ดี", "สมาคมชาวสวนเมืองจันท์"),
        ("สำนักงานจัดหางานจังหวัดระนองตามที่แจ้ง", "สำนักงานจัดหางานจังหวัดระนอง"),
    ],
)
def test_a_body_ends_before_the_verb_glued_to_it(text: str, label: str) -> None:
    assert list(bodies(f"วันนี้ {text}")) == [label]


@pytest.mark.parametrize("label", ["คณะกรรมการพัฒนาลุ่มน้ำปิง", "คณะรัฐมนตรี", "คณะทำงานพัฒนาตลาดผลไม้"])
def test_a_body_glued_to_and_is_named(label: str) -> None:
    assert list(bodies(f"วันนี้ ชาวสวนและ{label} รายงาน")) == [label]


def test_a_body_of_a_locality_has_its_subdistrict_where_the_province_settles_it() -> None:
    area = body("ที่จังหวัดจันทบุรี อบต.วังแซ้ม รายงาน").jurisdiction
    assert area is not None and area.code == "220504"
    assert body("วันนี้ อบต.หนองบัว รายงาน").jurisdiction is None


def test_a_body_of_a_province_has_it_as_its_area() -> None:
    area = body("วันนี้ อบจ.จันทบุรี รายงาน").jurisdiction
    assert area is not None and area.code == "22"


@pytest.mark.parametrize("printed", ["สำนักงาน ปภ.จังหวัดจันทบุรี", "ปภ.จังหวัดจันทบุรี"])
def test_an_abbreviated_department_with_a_province_is_its_provincial_branch(printed: str) -> None:
    found = body(f"วันนี้ {printed} รายงาน")
    assert (found.label, found.variants) == ("สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดจันทบุรี", (printed,))
    assert found.jurisdiction is not None and found.jurisdiction.name == "จันทบุรี"


def test_the_word_province_may_stand_twice_and_a_listed_body_have_an_area() -> None:
    assert bodies("วันนี้ อบจ.จังหวัดลำปาง รายงาน") == {"องค์การบริหารส่วนจังหวัดลำปาง": "pao"}
    assert bodies("วันนี้ การประปาส่วนภูมิภาคจังหวัดแพร่ รายงาน") == {"การประปาส่วนภูมิภาคจังหวัดแพร่": "state_enterprise"}


@pytest.mark.parametrize("tail", ["ทั้ง 3 คณะ", "และชาวสวน", "กับชาวสวน", "หรือชาวสวน"])
def test_a_body_does_not_end_with_a_word_that_joins(tail: str) -> None:
    assert list(bodies(f"วันนี้ คณะกรรมการพัฒนาตลาดผลไม้ {tail} รายงาน")) == ["คณะกรรมการพัฒนาตลาดผลไม้"]
    assert list(bodies("วันนี้ คณะกรรมการพัฒนาตลาดผลไม้ทั้ง 3 คณะ รายงาน")) == ["คณะกรรมการพัฒนาตลาดผลไม้"]


def test_an_abbreviated_department_alone_is_the_department() -> None:
    assert bodies("วันนี้ ปภ. รายงาน") == {"กรมป้องกันและบรรเทาสาธารณภัย": "department"}


def test_a_body_with_its_province_left_out_has_that_of_the_text() -> None:
    found = body("ที่จังหวัดแพร่ เหล่ากาชาดจังหวัดฯ รายงาน")
    assert (found.label, found.variants) == ("เหล่ากาชาดจังหวัดแพร่", ("เหล่ากาชาดจังหวัดฯ",))


def test_a_unit_and_its_body_are_both_named() -> None:
    assert list(bodies("วันนี้ กองช่าง เทศบาลเมืองขลุง รายงาน")) == ["กองช่าง", "เทศบาลเมืองขลุง"]


def test_a_section_counts_only_inside_a_post() -> None:
    assert bodies("วันนี้ ฝ่ายทะเบียนราษฎร รายงาน") == {}
    assert "ฝ่ายทะเบียนราษฎร" in bodies("นายธนา แก้วดี ผู้อำนวยการฝ่ายทะเบียนราษฎร รายงาน")


def test_an_abbreviation_explained_otherwise_is_not_the_listed_body() -> None:
    assert bodies("วันนี้ โครงการคัดเลือกที่ดินทำกิน (คทช.) เดินหน้า และ คทช. รับเรื่อง") == {}


def test_an_abbreviation_behind_its_own_body_is_a_form_of_it() -> None:
    found = body("วันนี้ กระทรวงวัฒนธรรม (วธ.) รายงาน และ วธ. จะจัดงาน")
    assert (found.label, found.variants) == ("กระทรวงวัฒนธรรม", ("วธ.",))


@pytest.mark.parametrize(
    "text",
    [
        "องค์กรปกครองส่วนท้องถิ่น ทุกแห่ง",
        "คณะกรรมการ และคณะทำงานได้ประชุม",
        "กรมต่าง ๆ กระทรวง และกองทุนหมู่บ้าน",
        "ศูนย์กลาง สถาบันการศึกษา และศูนย์เรียนรู้",
        "โรงเรียนที่เข้าร่วม โรงเรียนในสังกัด",
        "บริษัทเอกชนในพื้นที่",
        "เกษตรกรมีรายได้ หน่วยงาน ผลงาน",
        "สำนักงานจังหวัด และสำนักงานอำเภอ",
        "เทศบาล และ อบต. ทุกแห่ง",
        "กรมหลวง และกรมพระยา",
    ],
)
def test_words_for_kinds_of_body_alone_name_none(text: str) -> None:
    assert bodies(f"วันนี้ {text}") == {}
