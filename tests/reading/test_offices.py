"""Posts: role, body or area, acting and former, short forms written out."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts, Office, Tenure
from lgkg.reading import read


def facts(text: str) -> Facts:
    return read(Article("t", text))


def tenure(post: str) -> Tenure:
    """The only post that is held in `นายธนา แก้วดี <post> มาถึง`."""
    (held,) = facts(f"นายธนา แก้วดี {post} มาถึง").tenures
    return held


def office(post: str) -> Office:
    return tenure(post).office


@pytest.mark.parametrize(
    ("printed", "label", "kind"),
    [
        ("ผู้ว่าราชการจังหวัดแพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("ผวจ.แพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("ผู้ว่าฯ แพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("ผู้ว่าฯแพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("ผู้ว่าราชการ จ.แพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("ผู้ว่าฯ โคราช", "ผู้ว่าราชการจังหวัดนครราชสีมา", "governor"),
        ("ผวจ.จังหวัดลำปาง", "ผู้ว่าราชการจังหวัดลำปาง", "governor"),
        ("พ่อเมืองแพร่", "ผู้ว่าราชการจังหวัดแพร่", "governor"),
        ("รองผู้ว่าฯอุดรธานี", "รองผู้ว่าราชการจังหวัดอุดรธานี", "deputy_governor"),
        ("รอง ผู้ว่าราชการจังหวัดภูเก็ต", "รองผู้ว่าราชการจังหวัดภูเก็ต", "deputy_governor"),
        ("รอง ผวจ.น่าน", "รองผู้ว่าราชการจังหวัดน่าน", "deputy_governor"),
        ("ปลัด มท.", "ปลัดกระทรวงมหาดไทย", "permanent_secretary_interior"),
        ("ปลัดกระทรวมหาดไทย", "ปลัดกระทรวงมหาดไทย", "permanent_secretary_interior"),
        ("อธิบดี สถ.", "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น", "director_general"),
        ("อธิบดี ปภ.", "อธิบดีกรมป้องกันและบรรเทาสาธารณภัย", "director_general"),
        ("รองอธิบดีกรมที่ดิน", "รองอธิบดีกรมที่ดิน", "deputy_director_general"),
        ("รมว.วัฒนธรรม", "รัฐมนตรีว่าการกระทรวงวัฒนธรรม", "minister"),
        ("มท.1", "รัฐมนตรีว่าการกระทรวงมหาดไทย", "interior_minister"),
        ("รมช.มหาดไทย", "รัฐมนตรีช่วยว่าการกระทรวงมหาดไทย", "deputy_minister"),
        ("นายก อบจ.ลำปาง", "นายกองค์การบริหารส่วนจังหวัดลำปาง", "pao_president"),
        ("รองนายก อบจ.ลำปาง", "รองนายกองค์การบริหารส่วนจังหวัดลำปาง", "deputy_pao_president"),
        ("นายก อบต.วังแซ้ม", "นายกองค์การบริหารส่วนตำบลวังแซ้ม", "sao_president"),
        ("นายกเทศมนตรีนครลำปาง", "นายกเทศมนตรีนครลำปาง", "city_mayor"),
        ("นายกเทศมนตรีเมืองขลุง", "นายกเทศมนตรีเมืองขลุง", "town_mayor"),
        ("นายกเมืองพัทยา", "นายกเมืองพัทยา", "pattaya_mayor"),
        ("ส.อบจ.ลำปาง เขต 2", "สมาชิกสภาองค์การบริหารส่วนจังหวัดลำปาง เขต 2", "pao_councillor"),
        ("ปลัด อบต.วังแซ้ม", "ปลัดองค์การบริหารส่วนตำบลวังแซ้ม", "permanent_secretary"),
        ("ผอ.กองช่าง", "ผู้อำนวยการกองช่าง", "director"),
        ("ผบก.ภ.จว.น่าน", "ผู้บังคับการตำรวจภูธรจังหวัดน่าน", "provincial_police_commander"),
        ("ผกก.สภ.ปัว", "ผู้กำกับการสถานีตำรวจภูธรปัว", "police_superintendent"),
        ("นายอำเภอปัว", "นายอำเภอปัว", "district_chief"),
        ("ปลัดอำเภออาวุโส", "ปลัดอำเภออาวุโส", "district_clerk"),
        ("กำนัน ต.ทุ่งแล้ง", "กำนันตำบลทุ่งแล้ง", "subdistrict_headman"),
        ("สารวัตรกำนัน ตำบลทุ่งแล้ง", "สารวัตรกำนันตำบลทุ่งแล้ง", "subdistrict_deputy_headman"),
        ("ผู้ใหญ่บ้านหมู่ที่ 3", "ผู้ใหญ่บ้านหมู่ที่ 3", "village_headman"),
        ("นายแพทย์สาธารณสุขจังหวัดแพร่", "นายแพทย์สาธารณสุขจังหวัดแพร่", "provincial_health"),
        ("ผู้ว่าราชการกรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร", "bangkok_governor"),
        ("ผู้อำนวยการเขตดุสิต", "ผู้อำนวยการเขตดุสิต", "bangkok_district_director"),
        ("นายกเหล่ากาชาดจังหวัดแพร่", "นายกเหล่ากาชาดจังหวัดแพร่", "president_red_cross"),
        ("นายกสมาคมกีฬาจังหวัดแพร่", "นายกสมาคมกีฬาจังหวัดแพร่", "president_of_association"),
        ("เลขานุการนายก อบจ.ลำปาง", "เลขานุการนายกองค์การบริหารส่วนจังหวัดลำปาง", "secretary"),
        ("ที่ปรึกษาปลัดกระทรวงมหาดไทย", "ที่ปรึกษาปลัดกระทรวงมหาดไทย", "adviser"),
        ("รองปลัดกระทรวงมหาดไทย ฝ่ายบริหาร", "รองปลัดกระทรวงมหาดไทย ฝ่ายบริหาร", "deputy_permanent_secretary_interior"),
        (
            "ผู้ตรวจราชการกระทรวงมหาดไทย เขตตรวจราชการที่ 15",
            "ผู้ตรวจราชการกระทรวงมหาดไทย เขตตรวจราชการที่ 15",
            "inspector_general",
        ),
        ("รองประธานสภาเทศบาล คนที่ 1", "รองประธานสภาเทศบาล คนที่ 1", "deputy_chairperson"),
        ("ผู้อำนวยการสำนักการช่าง เทศบาลนครลำปาง", "ผู้อำนวยการสำนักการช่าง เทศบาลนครลำปาง", "director"),
        ("หัวหน้ากลุ่มงานยุทธศาสตร์", "หัวหน้ากลุ่มงานยุทธศาสตร์", "head"),
        ("คณบดี มหาวิทยาลัยราชภัฏลำปาง", "คณบดี มหาวิทยาลัยราชภัฏลำปาง", "dean"),
        ("คณบดีคณะครุศาสตร์ มหาวิทยาลัยราชภัฏลำปาง", "คณบดีคณะครุศาสตร์ มหาวิทยาลัยราชภัฏลำปาง", "dean"),
    ],
)
def test_a_post_has_its_label_written_out_and_its_kind(printed: str, label: str, kind: str) -> None:
    assert (office(printed).label, office(printed).kind) == (label, kind)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("ปลัดกระทรวงมหาดไทย คนที่ 34", "ปลัดกระทรวงมหาดไทย"),
        ("ปมท. คนที่ 40", "ปลัดกระทรวงมหาดไทย"),
        ("ผู้ว่าราชการจังหวัดชัยนาทคนที่ 52", "ผู้ว่าราชการจังหวัดชัยนาท"),
        ("อธิบดีกรมการพัฒนาชุมชน คนที่ 29", "อธิบดีกรมการพัฒนาชุมชน"),
    ],
)
def test_which_holder_in_history_is_no_part_of_a_post_with_one_seat(printed: str, label: str) -> None:
    assert office(printed).label == label
    text = f"นายธนา แก้วดี {printed} มาถึง"
    assert facts(text).offices[0].evidence.span.of(text) == printed


@pytest.mark.parametrize("seat", ["รองประธานวุฒิสภา คนที่ 2", "รองปลัดกระทรวงมหาดไทย คนที่ 1", "อุปนายกสมาคมกีฬา คนที่ 1"])
def test_the_number_of_one_of_several_deputies_is_part_of_the_post(seat: str) -> None:
    assert office(seat).label == seat


@pytest.mark.parametrize(
    "cue", ["รักษาราชการแทน", "รักษาการแทน", "รักษาการ", "รักษาการในตำแหน่ง", "ปฏิบัติราชการแทน", "ปฏิบัติหน้าที่"]
)
def test_an_acting_holder_is_told_by_the_words_before_the_post(cue: str) -> None:
    held = tenure(f"{cue}นายอำเภอปัว")
    assert (held.office.label, held.acting, held.former) == ("นายอำเภอปัว", True, False)


def test_a_former_holder_is_told_by_the_word_before_the_post() -> None:
    held = tenure("อดีตผู้ว่าราชการจังหวัดแพร่")
    assert (held.office.label, held.acting, held.former) == ("ผู้ว่าราชการจังหวัดแพร่", False, True)


def test_words_before_a_post_may_stand_apart_and_two_deep() -> None:
    held = tenure("อดีต รักษาการ นายอำเภอปัว")
    assert (held.office.label, held.acting, held.former) == ("นายอำเภอปัว", True, True)


def test_in_the_capacity_of_is_neither_acting_nor_former() -> None:
    held = tenure("ในฐานะประธานคณะกรรมการพัฒนาลุ่มน้ำปิง")
    assert (held.office.label, held.acting, held.former) == ("ประธานคณะกรรมการพัฒนาลุ่มน้ำปิง", False, False)


def test_the_evidence_of_a_post_includes_the_words_before_it() -> None:
    text = "นายธนา แก้วดี รักษาราชการแทนนายอำเภอปัว มาถึง"
    (post,) = facts(text).offices
    assert post.evidence.span.of(text) == "รักษาราชการแทนนายอำเภอปัว"


@pytest.mark.parametrize(
    ("post", "label"),
    [
        ("ปลัดจังหวัด", "ปลัดจังหวัดลำพูน"),
        ("หัวหน้าสำนักงานจังหวัด", "หัวหน้าสำนักงานจังหวัดลำพูน"),
        ("ผู้ว่าฯ", "ผู้ว่าราชการจังหวัดลำพูน"),
        ("ท้องถิ่นจังหวัด", "ท้องถิ่นจังหวัดลำพูน"),
        ("นายกเหล่ากาชาดจังหวัดฯ", "นายกเหล่ากาชาดจังหวัดลำพูน"),
    ],
)
def test_a_provincial_post_without_its_province_has_that_of_the_text(post: str, label: str) -> None:
    found = facts(f"ที่จังหวัดลำพูน นายธนา แก้วดี {post} มาถึง").tenures[0].office
    assert found.label == label
    assert found.jurisdiction is not None and found.jurisdiction.name == "ลำพูน"


@pytest.mark.parametrize("printed", ["ปลัดจังหวัดทุกจังหวัด", "ปลัดจังหวัด ทุกจังหวัด"])
def test_posts_of_every_province_are_not_of_that_of_the_text(printed: str) -> None:
    assert "ปลัดจังหวัดลำพูน" not in [o.label for o in facts(f"ที่จังหวัดลำพูน {printed} มาถึง").offices]


def test_a_provincial_post_without_any_province_is_the_bare_role() -> None:
    assert (office("ปลัดจังหวัด").label, office("ปลัดจังหวัด").jurisdiction) == ("ปลัดจังหวัด", None)


def test_a_district_post_has_the_district_and_a_capital_one_its_full_name() -> None:
    area = office("นายอำเภอแม่ทะ จังหวัดลำปาง").jurisdiction
    assert area is not None and area.code == "5210"
    capital = facts("ที่จังหวัดกระบี่ นายธนา แก้วดี นายอำเภอเมือง มาถึง").tenures[0].office
    assert capital.label == "นายอำเภอเมืองกระบี่"
    assert capital.jurisdiction is not None and capital.jurisdiction.code == "8101"


def test_a_post_without_a_holder_is_an_office_too() -> None:
    (post,) = facts("วันนี้ รายงานต่อผู้ว่าราชการจังหวัดแพร่แล้ว").offices
    assert post.label == "ผู้ว่าราชการจังหวัดแพร่"


@pytest.mark.parametrize(
    "text",
    ["ประธานในพิธี มาถึง", "นายอำเภอ ทุกอำเภอ มาถึง", "ผู้อำนวยการ และหัวหน้า มาถึง", "หัวหน้าส่วนราชการ มาถึง", "พลเมือง และเมืองรอง"],
)
def test_roles_that_name_no_certain_post_are_no_offices(text: str) -> None:
    assert facts(text).offices == ()


@pytest.mark.parametrize("text", ["รถปลัดขิก", "คนเกษตรจังหวะดี", "สภาพอากาศ", "ประธานาธิบดี มาถึง"])
def test_a_role_inside_another_word_is_none(text: str) -> None:
    assert facts(text).offices == ()


@pytest.mark.parametrize(
    ("printed", "label", "kind"),
    [
        ("รองอธิการบดี มหาวิทยาลัยเชียงใหม่", "รองอธิการบดีมหาวิทยาลัยเชียงใหม่", "deputy_rector"),
        (
            "รองผู้ว่าการ (บริหาร) การนิคมอุตสาหกรรมแห่งประเทศไทย",
            "รองผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย",
            "deputy_governor_of_enterprise",
        ),
        ("ผู้จัดการทั่วไป ABCD Asia", "ผู้จัดการทั่วไป ABCD Asia", "manager"),
        ("ผู้กำกับการ สน.ลุมพินี", "ผู้กำกับการสถานีตำรวจนครบาลลุมพินี", "police_superintendent"),
        ("ผู้ก่อตั้ง บริษัท ทดสอบดี จำกัด", "ผู้ก่อตั้งบริษัท ทดสอบดี จำกัด", "founder"),
    ],
)
def test_the_body_of_some_posts_stands_behind_a_space_or_a_section(printed: str, label: str, kind: str) -> None:
    held = office(printed)
    assert (held.label.replace(" ", ""), held.kind) == (label.replace(" ", ""), kind)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("รอง ผกก.สส.สภ.แม่สอด", "รองผู้กำกับการสืบสวนสถานีตำรวจภูธรแม่สอด"),
        ("สวป.สภ.เมืองขอนแก่น", "สารวัตรป้องกันปราบปรามสถานีตำรวจภูธรเมืองขอนแก่น"),
        ("ปลัดอำเภอหัวหน้าฝ่ายความมั่นคง", "ปลัดอำเภอหัวหน้าฝ่ายความมั่นคง"),
        ("นายเทศมนตรีเมืองลำพูน", "นายกเทศมนตรีเมืองลำพูน"),
        ("นายกสภาทหารผ่านศึก", "นายกสภาทหารผ่านศึก"),
    ],
)
def test_sections_of_police_and_district_posts_and_slips_are_known(printed: str, label: str) -> None:
    assert office(printed).label == label


def test_directors_of_districts_are_no_director_of_bangkok() -> None:
    found = facts("นายธนา แก้วดี นายอำเภอลอง พร้อมด้วยผู้อำนวยการเขต ร่วมประชุม")
    assert [o.label for o in found.offices] == ["นายอำเภอลอง"]
