"""Named laws, strategies, projects, policies and agreements, and what names none."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Policy, PolicyKind
from lgkg.reading import read
from lgkg.reading.policies.names import squeezed


def policies(text: str) -> list[tuple[str, PolicyKind]]:
    """Label and kind of the policies in the text."""
    return [(p.label, p.kind) for p in found(text)]


def found(text: str) -> tuple[Policy, ...]:
    return read(Article("t", text)).policies


def labels(text: str) -> list[str]:
    return [label for label, _ in policies(text)]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("พระราชบัญญัติเทศบาล พ.ศ. 2496", "พระราชบัญญัติเทศบาล พ.ศ. 2496"),
        ("พ.ร.บ.การสาธารณสุข พ.ศ. ๒๕๓๕", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535"),
        ("พระราชบัญญัติควบคุมผลไม้ พ. ศ. 2560", "พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560"),
        ("พระราชบัญญัติ (พ.ร.บ.) ควบคุมผลไม้ พ.ศ. 2560", "พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560"),
        ("พระราชกำหนดการชลประทานเร่งด่วน พ.ศ. 2548", "พระราชกำหนดการชลประทานเร่งด่วน พ.ศ. 2548"),
    ],
)
def test_a_law_keeps_its_year(printed: str, label: str) -> None:
    assert policies(f"ตาม {printed} แล้ว") == [(label, PolicyKind.LAW)]


def test_a_draft_keeps_its_dots_for_the_year() -> None:
    (draft,) = policies("อนุมัติหลักการร่างกฎกระทรวงกำหนดมาตรฐานสวนผลไม้เป็นมาตรฐานบังคับ พ.ศ. .... แล้ว")
    assert draft == ("ร่างกฎกระทรวงกำหนดมาตรฐานสวนผลไม้เป็นมาตรฐานบังคับ พ.ศ. ....", PolicyKind.LAW)


def test_a_law_whose_name_begins_like_a_well_known_one_is_another() -> None:
    name = "พระราชบัญญัติโรงงานที่แปรรูปผลไม้โดยอาศัยความเย็น พ.ศ. 2558"
    assert labels(f"ตาม{name} แล้ว") == [name]


def test_a_law_may_be_about_measures_or_concern_a_subject() -> None:
    for name in ("พระราชบัญญัติมาตรการป้องกันการปลอมผลไม้ พ.ศ. 2565", "พระราชบัญญัติว่าด้วยการปรับสวน พ.ศ. 2565"):
        assert labels(f"ตาม{name} แล้ว") == [name]


def test_a_law_without_a_printed_year_has_none() -> None:
    assert labels("ตาม พ.ร.บ.ควบคุมผลไม้ แล้ว") == ["พระราชบัญญัติควบคุมผลไม้"]


@pytest.mark.parametrize(
    "name",
    [
        "ระเบียบกระทรวงมหาดไทย ว่าด้วยการเบิกจ่ายเงินอุดหนุนชุมชน พ.ศ. 2562",
        "ประกาศกระทรวงมหาดไทย เรื่อง การจัดการผลไม้ตกเกรด (ฉบับที่ 2) พ.ศ. 2565",
        "ประกาศจังหวัดจันทบุรี เรื่อง มาตรฐานการเก็บเกี่ยวทุเรียน",
        "กฎกระทรวง ว่าด้วยการขนส่งผลไม้สด พ.ศ. 2564",
    ],
)
def test_a_regulation_is_named_through_its_subject_and_year(name: str) -> None:
    assert policies(f"ตาม {name}\n") == [(name, PolicyKind.LAW)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("โครงการ “ตลาดใต้ร่มไม้”", PolicyKind.PROJECT),
        ('โครงการ "ตลาดใต้ร่มไม้"', PolicyKind.PROJECT),
        ("รณรงค์ “ปั่นชมสวน”", PolicyKind.PROJECT),
        ("ยุทธการ “พิทักษ์สวน”", PolicyKind.PROJECT),
        ("วาระแห่งชาติ “น้ำสะอาด”", PolicyKind.STRATEGY),
        ("นโยบาย “สวนปลอดภัย”", PolicyKind.STATEMENT),
        ("โมเดล “สวนพึ่งตน”", PolicyKind.STATEMENT),
        ("บันทึกข้อตกลง “สวนสองจังหวัด”", PolicyKind.AGREEMENT),
    ],
)
def test_a_name_in_quotes_behind_its_kind_is_a_policy(name: str, kind: PolicyKind) -> None:
    assert policies(f"เดินหน้า {name} ต่อ") == [(name, kind)]


def test_a_project_that_is_opened_is_a_policy_and_the_event() -> None:
    text = "วันที่ 12 มีนาคม 2567 นายชนะ ทองดี นายอำเภอมะขาม เป็นประธานเปิดโครงการ “ตลาดใต้ร่มไม้” ณ วัดใหม่"
    read_facts = read(Article("t", text))
    assert [p.label for p in read_facts.policies] == ["โครงการ “ตลาดใต้ร่มไม้”"]
    assert [m.title for m in read_facts.meetings] == ["เปิดโครงการ “ตลาดใต้ร่มไม้”"]


@pytest.mark.parametrize("text", ["จัดกิจกรรม “ปั่นชมสวน” ขึ้น", "ภายใต้แนวคิด “สวนของเรา” ทั้งปี", "มีเป้าหมาย “สวนเต็มเมือง” แล้ว"])
def test_slogans_and_single_activities_are_no_policies(text: str) -> None:
    assert policies(text) == []


def test_quotes_around_head_and_name_say_where_the_name_ends() -> None:
    assert labels("เปิด “โครงการสวนสุขภาพ เพื่อชาวสวนรุ่นใหม่” ที่อำเภอมะขาม") == ["โครงการสวนสุขภาพ เพื่อชาวสวนรุ่นใหม่"]
    straight = 'กล่าวถึง "ผลไม้" และ "โครงการสวนสุขภาพ เพื่อชาวสวนรุ่นใหม่" แล้ว'
    assert labels(straight) == ["โครงการสวนสุขภาพ เพื่อชาวสวนรุ่นใหม่"]


def test_a_quotation_that_is_never_closed_ends_like_a_free_name() -> None:
    assert labels("ตามยุทธการ “จันทบุรีเมืองปลอดภัย ซึ่งมีผลตรวจ 4 ราย") == ["ยุทธการ “จันทบุรีเมืองปลอดภัย"]


def test_a_name_goes_on_behind_its_quotes() -> None:
    name = "โครงการ “ปลูกสุข ปลูกสวน” แบบบูรณาการ"
    assert labels(f"เดินหน้า{name} ต่อไป") == [name]


def test_two_names_in_quotes_share_one_kind() -> None:
    assert labels("เดินหน้าโครงการ “ตลาดใต้ร่มไม้” และ “ถนนสะอาด” ต่อ") == ["โครงการ “ตลาดใต้ร่มไม้”", "โครงการ “ถนนสะอาด”"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("โครงการส่งเสริมการคัดแยกขยะในครัวเรือน", PolicyKind.PROJECT),
        ("โครงการคนสวนมีสุข", PolicyKind.PROJECT),
        ("ยุทธศาสตร์พัฒนาลุ่มน้ำจันทบุรี", PolicyKind.STRATEGY),
        ("ยุทธศาสตร์ป้องกันไฟป่า และควบคุมหมอกควัน", PolicyKind.STRATEGY),
        ("แผนพัฒนาจังหวัดจันทบุรี", PolicyKind.STRATEGY),
        ("บันทึกข้อตกลงความร่วมมือด้านการท่องเที่ยวชุมชน", PolicyKind.AGREEMENT),
    ],
)
def test_a_free_name_behind_its_kind_is_a_policy(name: str, kind: PolicyKind) -> None:
    assert policies(f"เดินหน้า {name}\n") == [(name, kind)]


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("แผนบริหารสวนสาธารณะเมือง", "ให้แก่ชาวสวน และเป็นงานสำคัญ"),
        ("โครงการอนุรักษ์สวนทุเรียน", "เพื่อให้จำนวนต้นเพิ่มขึ้น"),
        ("แผนพัฒนาตลาดผลไม้เมืองจันทบุรี", " เพื่อเพิ่มศักยภาพของตลาด"),
        ("โครงการก่อสร้างตลาดผลไม้", "ขึ้น โดยเริ่มสำรวจ"),
        ("โครงการเพิ่มพื้นที่ปลูกทุเรียน", "ในบางอำเภอ"),
        ("แผนแม่บทด้านการบริหารสวน", "ของ กยท. ต่อไป"),
        ("แผนพัฒนาจังหวัดจันทบุรี", " และ 2) แผนอื่น"),
    ],
)
def test_a_free_name_ends_before_what_is_said_about_it(name: str, rest: str) -> None:
    assert labels(f"เดินหน้า{name}{rest}") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "โครงการ Fruit Link",
        "แคมเปญ Care base farming",
        "โครงการสวนห่วงใยจากใจ FRU",
        "โครงการ 1 ตำบล 1 สวนผลไม้",
        "โครงการจัดงานวันผลไม้แห่งชาติ",
        "โครงการปลูกสวนทั่วเมือง แบบบูรณาการ",
        "โครงการรักธรรมชาติรักสวน สิ่งแวดล้อม ศิลปะ และความเป็นไทย",
        "โครงการประชุมเชิงปฏิบัติการ เพื่อเพิ่มประสิทธิภาพชาวสวน",
        "โครงการบรรพชาถวายพระพรสมเด็จพระเจ้าลูกเธอ เจ้าฟ้าพัชรกิติยาภา",
        "โครงการตลาดบำบัดทุกข์ บำรุงสุข",
        "โครงการสัมมนา การขับเคลื่อนสวนผลไม้สู่สากล",
        "แผนการปฏิรูปประเทศด้านการบริหารสวน",
        "โครงการเพิ่มผลผลิตสวนพลังงานแสงอาทิตย์",
        "แผนบริการสวนผลไม้ (Fruit Plan)",
        "แผนแม่บทการพัฒนาสวนผลไม้ ฉบับที่ 3",
        "แผนแม่บทการพัฒนาสวนผลไม้ ระยะ 20 ปี",
        "โครงการก่อสร้างทางหลวงหมายเลข 375",
    ],
)
def test_a_free_name_may_hold(name: str) -> None:
    assert labels(f"เดินหน้า{name}\n") == [name]


@pytest.mark.parametrize(
    ("name", "label"),
    [("นโยบาย MUAN ของจังหวัด", "นโยบาย MUAN"), ("นโยบาย Fruit Win ทันที", "นโยบาย Fruit Win"), ("หลัก 7ช อีก", "หลัก 7ช")],
)
def test_letters_and_numbers_behind_a_kind_are_a_name(name: str, label: str) -> None:
    assert policies(f"ตาม{name}") == [(label, PolicyKind.STATEMENT)]


@pytest.mark.parametrize(
    ("text", "label"), [("ขยายผล “ส้มซ่าโมเดล” ต่อ", "ส้มซ่าโมเดล"), ("ใช้ลำปางโมเดล แล้ว", "ลำปางโมเดล")]
)
def test_a_model_is_named_before_its_kind(text: str, label: str) -> None:
    assert policies(text) == [(label, PolicyKind.STATEMENT)]


@pytest.mark.parametrize("year", ["ประจำปี 2567", "ประจำปีงบประมาณ 2567", "ประจำปีงบประมาณ พ.ศ. 2567", "ปี 2567"])
def test_a_project_keeps_its_fiscal_year(year: str) -> None:
    name = f"โครงการส่งเสริมสวนครัว {year}"
    assert labels(f"เดินหน้า{name} ต่อไป") == [name]
    quoted = f"โครงการ “สวนครัว” {year}"
    assert labels(f"เดินหน้า{quoted} ต่อไป") == [quoted]


@pytest.mark.parametrize("years", ["พ.ศ. 2566-2570", "พ.ศ.2566 - 2570", "(พ.ศ. 2566-2570)"])
def test_a_plan_keeps_the_years_it_spans(years: str) -> None:
    assert labels(f"ตามแผนพัฒนาจังหวัดจันทบุรี {years} ต่อไป") == [f"แผนพัฒนาจังหวัดจันทบุรี {years}"]


@pytest.mark.parametrize(
    "text",
    [
        "โครงการต่าง ๆ และโครงการดังกล่าว",
        "จำนวน 2,765 โครงการ ทั่วประเทศ",
        "ผลักดันนโยบายของรัฐบาลให้สำเร็จ",
        "ตามยุทธศาสตร์ และแผนพัฒนา",
        "โครงการที่ดำเนินการแล้ว โครงการนี้",
        "จัดกิจกรรมมากมายในงาน",
        "พระราชบัญญัติดังกล่าว และระเบียบที่เกี่ยวข้อง",
        "กฎหมาย ระเบียบ ข้อบังคับ",
        "โครงการอย่างต่อเนื่อง และโครงการระยะที่ 1",
        "หัวหน้าสำนักบริหารยุทธศาสตร์กลุ่มจังหวัด 18 กลุ่มจังหวัด",
        "ผู้อำนวยการโครงการชลประทานจันทบุรี",
        "แผนงาน ยุทธศาสตร์ การติดตามหนุนเสริมและประเมินผล",
        "เป็นระเบียบเรียบร้อย โดยพบว่ามี 205 เรื่อง",
        "พระราชบัญญัติกำลังพิจารณาอยู่ในสภา",
        "ยึดหลัก Demand และ Supply",
    ],
)
def test_words_for_kinds_of_policy_alone_name_none(text: str) -> None:
    assert policies(text) == []


@pytest.mark.parametrize(
    ("printed", "label", "kind"),
    [
        ("หลักปรัชญาของเศรษฐกิจพอเพียง", "ปรัชญาของเศรษฐกิจพอเพียง", PolicyKind.STATEMENT),
        ("โครงการโคกหนองนา", "โคก หนอง นา", PolicyKind.STATEMENT),
    ],
)
def test_a_well_known_policy_has_its_official_name(printed: str, label: str, kind: PolicyKind) -> None:
    (policy,) = found(f"ตาม {printed} แล้ว")
    assert (policy.label, policy.kind) == (label, kind)
    assert policy.variants == (printed,)


def test_a_well_known_project_has_its_name_behind_any_head_and_in_quotes() -> None:
    (policy,) = found("เดินหน้าโครงการ “ผ้าไทยใส่ให้สนุก” และผ้าไทยใส่ให้สนุก กับโครงการผ้าไทย “ผ้าไทยใส่ให้สนุก” ต่อ")
    assert policy.label == "โครงการผ้าไทยใส่ให้สนุก"


def test_labels_that_differ_by_letters_of_one_sound_are_one_name() -> None:
    assert squeezed("แผนการพัฒนา “สวนราษีไศล”") == squeezed("แผณการพัฒนาสวนราสีไสล")


def test_an_agreement_named_after_a_well_known_policy_keeps_its_name() -> None:
    assert labels("ลงนามบันทึกข้อตกลง “โคก หนอง นา” ด้วย") == ["บันทึกข้อตกลง “โคก หนอง นา”"]
    assert labels("ตามแนวทาง “โคก หนอง นา” ด้วย") == ["โคก หนอง นา"]


def test_a_weak_name_counts_behind_a_head_or_in_quotes_only() -> None:
    assert policies("มี Soft Power มากมาย") == []
    assert labels("ตามนโยบาย Soft Power และ “Soft Power” ต่อ") == ["นโยบาย Soft Power"]


def test_a_concept_inside_the_name_of_a_body_is_not_read_again() -> None:
    text = "ตามที่คณะกรรมการนโยบายและยุทธศาสตร์ชาติ เสนอ"
    assert policies(text) == []


def test_a_project_that_a_working_group_is_named_after_is_read() -> None:
    assert labels("คณะทำงานโครงการสวนปลอดสารพิษ ลงพื้นที่") == ["โครงการสวนปลอดสารพิษ"]


def test_a_year_before_a_plan_does_not_count_it() -> None:
    assert labels("ในปี 2565 แผนพัฒนาลุ่มน้ำจันทบุรี เริ่มแล้ว") == ["แผนพัฒนาลุ่มน้ำจันทบุรี"]


def test_a_name_in_quotes_may_end_a_free_name() -> None:
    assert labels("เดินหน้าโครงการสวน “พอดี” ต่อ") == ["โครงการสวน “พอดี”"]


def test_forms_of_a_well_known_policy_are_one() -> None:
    (policy,) = found("ตามปรัชญาของเศรษฐกิจพอเพียง กับหลักปรัชญาของเศรษฐกิจพอเพียง แล้ว")
    assert policy.variants == ("หลักปรัชญาของเศรษฐกิจพอเพียง",)


def test_a_shorter_form_of_a_name_is_a_variant() -> None:
    text = "โครงการ “ตลาดใต้ร่มไม้” ประจำปี 2567 เริ่มแล้ว และโครงการ “ตลาดใต้ร่มไม้” จะขยายต่อ"
    (policy,) = found(text)
    assert policy.label == "โครงการ “ตลาดใต้ร่มไม้” ประจำปี 2567"
    assert policy.variants == ("โครงการ “ตลาดใต้ร่มไม้”",)


def test_a_name_with_and_without_quotes_is_one_policy() -> None:
    (policy,) = found("โครงการตลาดใต้ร่มไม้ เริ่มแล้ว และโครงการ “ตลาดใต้ร่มไม้” ประจำปี 2567 จะตามมา")
    assert policy.variants == ("โครงการตลาดใต้ร่มไม้",)


def test_a_well_known_law_without_year_and_one_cut_by_a_mark_are_the_law_with_its_year() -> None:
    (policy,) = found("พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 แล้ว ตาม พ.ร.บ.คุ้มครองข้อมูลฯ และ พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล ต่อ")
    assert policy.label == "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562"


def test_a_concept_is_one_with_the_policy_that_quotes_it() -> None:
    (policy,) = found("ขยายโคก หนอง นา ตามโครงการสวน “โคก หนอง นา เมืองจันท์” ต่อ")
    assert policy.label == "โครงการสวน “โคก หนอง นา เมืองจันท์”"
    assert policy.variants == ("โคก หนอง นา",)


def test_rounds_of_a_project_in_several_years_are_one_project_and_plans_are_several() -> None:
    assert len(found("โครงการสวนผลไม้พอเพียง ประจำปี 2566 จบแล้ว และโครงการสวนผลไม้พอเพียง ประจำปี 2567 เริ่ม")) == 1
    assert len(found("แผนพัฒนาจังหวัดจันทบุรี พ.ศ. 2567 จบแล้ว และแผนพัฒนาจังหวัดจันทบุรี พ.ศ. 2568 เริ่ม")) == 2


def test_a_plan_of_a_year_is_named_through_the_year() -> None:
    assert labels("ตามแผนปฏิบัติราชการประจำปี 2567 ต่อไป") == ["แผนปฏิบัติราชการประจำปี 2567"]
    assert labels("ตามแผนเผชิญเหตุอุทกภัย ปี 2566 ต่อไป") == ["แผนเผชิญเหตุอุทกภัย ปี 2566"]


def test_the_act_of_planning_is_the_plan() -> None:
    assert len(found("แผนการพัฒนาท่าเรือจันทบุรี เริ่มแล้ว ตามแผนพัฒนาท่าเรือจันทบุรี ต่อไป")) == 1


def test_an_abbreviated_law_is_one_with_its_full_form() -> None:
    (policy,) = found("ตามพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 แล้ว และ พ.ร.บ.ควบคุมผลไม้ พ.ศ. 2560 ด้วย")
    assert policy.variants == ("พ.ร.บ.ควบคุมผลไม้ พ.ศ. 2560",)


def test_laws_of_two_years_are_two() -> None:
    assert len(found("พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 และพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2566 แล้ว")) == 2


def test_policies_are_in_the_order_of_the_text_with_their_passage() -> None:
    text = "เดินหน้านโยบาย “สวนปลอดภัย” ตามพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 ต่อ"
    assert labels(text) == ["นโยบาย “สวนปลอดภัย”", "พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560"]
    assert all(p.evidence.span.of(text) == text for p in found(text))


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("คำสั่งนายกรัฐมนตรี ที่ 21/2564 เรื่อง จัดตั้งศูนย์ผลไม้", "คำสั่งนายกรัฐมนตรี ที่ 21/2564 เรื่อง จัดตั้งศูนย์ผลไม้"),
        ("คำสั่งหัวหน้าคณะผู้ดูแลสวนที่ 36/2559 สั่ง ณ", "คำสั่งหัวหน้าคณะผู้ดูแลสวนที่ 36/2559"),
        (
            "คำสั่งกรมสวน ที่ …. /2566 ลงวันที่ .. มิถุนายน 2566 เรื่อง แต่งตั้งคณะทำงานผลไม้",
            "คำสั่งกรมสวน ที่ …. /2566 ลงวันที่ .. มิถุนายน 2566 เรื่อง แต่งตั้งคณะทำงานผลไม้",
        ),
    ],
)
def test_an_order_is_named_by_its_number_and_its_subject(printed: str, label: str) -> None:
    assert policies(f"ตาม{printed} ซึ่งใช้แล้ว") == [(label, PolicyKind.LAW)]


def test_an_order_to_somebody_is_none() -> None:
    assert policies("มีคำสั่งปิดสวนแห่งนี้ 5 ปี แล้ว") == []


def test_the_draft_of_a_well_known_act_is_another_law_than_the_act() -> None:
    text = "แก้ พ.ร.บ.โรงงาน พ.ศ. 2535 ด้วยร่าง พ.ร.บ.โรงงาน (ฉบับที่ ..) พ.ศ. .... แล้ว"
    assert labels(text) == ["พระราชบัญญัติโรงงาน พ.ศ. 2535", "ร่างพระราชบัญญัติโรงงาน (ฉบับที่ ..) พ.ศ. ...."]


@pytest.mark.parametrize(
    "name",
    [
        "แผนต่อต้านหนูในสวน (Anti Rat)",
        "แผนงานระยะ 5 ปี พ.ศ. 2564 - 2568",
        "แผนปฏิบัติด้านการจัดการผลไม้ ระยะที่ 1 (ปี 2566 – 2570)",
    ],
)
def test_a_plan_is_named_by_its_gloss_or_its_years(name: str) -> None:
    assert policies(f"จัดทำ{name} โดย") == [(name, PolicyKind.STRATEGY)]


@pytest.mark.parametrize(
    "text",
    [
        "ปรับปรุงแผนที่แนวเขตสวน (One map) แล้ว",
        "มีแผนจะเปิดใช้ทางคู่ขนาน (Service Road) แล้ว",
        "วางแผนเตรียมความพร้อมชาวสวน ปี 2565 - 2566",
        "ตามแผนการดำเนินงานชาวสวน ต่อไป",
    ],
)
def test_somebody_who_plans_and_maps_are_no_plans(text: str) -> None:
    assert policies(text) == []


@pytest.mark.parametrize("name", ["มาตรการสงกรานต์ 2564", "มาตรการรองรับฤดูฝนปี 66", "มาตรการดูแลสวน ปีการผลิต 2566/67"])
def test_measures_are_named_by_their_season(name: str) -> None:
    assert policies(f"ตาม{name} โดย") == [(name, PolicyKind.STATEMENT)]


def test_measures_under_a_law_are_not_named_by_its_year() -> None:
    assert labels("ใช้มาตรการตามกฎหมายผลไม้พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 แล้ว") == ["พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560"]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("โครงการฝายบ้านสวน", "โครงการฝายบ้านสวน"),
        ("โครงการ PEA Go Green ปลูกสวน", "โครงการ PEA Go Green"),
        ("โครงการรวมพลังชาวสวนจันทบุรี", "โครงการรวมพลังชาวสวนจันทบุรี"),
        ("โครงการสืบสานศาสนาในสวน ศิลปะและวัฒนธรรมสู่ชุมชน", "โครงการสืบสานศาสนาในสวน ศิลปะและวัฒนธรรมสู่ชุมชน"),
        ("โครงการพัฒนาหมู่บ้านผลไม้ เพื่อการท่องเที่ยว", "โครงการพัฒนาหมู่บ้านผลไม้ เพื่อการท่องเที่ยว"),
        ("โครงการเขื่อนบ้านสวนในเขตท้องที่จังหวัดจันทบุรี", "โครงการเขื่อนบ้านสวน"),
        ("โครงการปลูกทุเรียนในสวน และเปิดตลาดผลไม้", "โครงการปลูกทุเรียนในสวน"),
        ("โครงการ ”สวนศรัทธา เอื้ออาทร”", "โครงการ ”สวนศรัทธา เอื้ออาทร”"),
    ],
)
def test_a_project_is_named_to_its_end_and_no_further(printed: str, label: str) -> None:
    assert policies(f"เดินหน้า{printed} ซึ่งดี") == [(label, PolicyKind.PROJECT)]


@pytest.mark.parametrize(
    "text", ["ควบคุมโครงการก่อสร้างที่อยู่ในเส้นทางการเดินทาง", "ความสำเร็จของโครงการขึ้นอยู่กับชาวสวน", "โครงการฝึกอบรม ซึ่งดี"]
)
def test_what_a_project_does_names_none(text: str) -> None:
    assert policies(text) == []


def test_a_well_known_project_for_one_area_is_another_one() -> None:
    name = "โครงการยกระดับแปลงใหญ่มังคุดตำบลขัวมุง"
    assert labels(f"ติดตาม{name} อ.สารภี และโครงการยกระดับแปลงใหญ่จำนวน 52 แปลง") == [name, "โครงการยกระดับแปลงใหญ่"]
    assert labels("ติดตามโครงการยกระดับแปลงใหญ่ของจังหวัดน่าน แล้ว") == ["โครงการยกระดับแปลงใหญ่"]


@pytest.mark.parametrize(
    "name",
    [
        "บันทึกข้อตกลงความร่วมมือ (MOU) การพัฒนาตลาดผลไม้",
        "บันทึกข้อตกลง (MOU) ว่าด้วย “ความร่วมมือในสวน”",
        "ข้อตกลง (MOU) ว่าด้วย “ความร่วมมือในสวน”",
        "กรอบความตกลงว่าด้วยความเป็นหุ้นส่วนของชาวสวน",
    ],
)
def test_an_agreement_is_named_by_its_title(name: str) -> None:
    assert policies(f"ลงนาม{name} แล้ว") == [(name, PolicyKind.AGREEMENT)]


def test_an_agreement_about_a_well_known_project_leaves_it_its_name() -> None:
    assert labels("ลงนามบันทึกข้อตกลงความร่วมมือ (MOU) โครงการคนละครึ่ง แล้ว") == ["โครงการคนละครึ่ง"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("หลักพุทธธรรม “สวนสงบ 4”", "หลักพุทธธรรม “สวนสงบ 4”"),
        ("หลัก 11 ส. อีก", "หลัก 11 ส."),
        ("นโยบาย 1 อำเภอ 1 ตลาดผลไม้", "นโยบาย 1 อำเภอ 1 ตลาดผลไม้"),
    ],
)
def test_a_doctrine_is_named_by_its_number_or_in_quotes(name: str, label: str) -> None:
    assert policies(f"ตาม{name} ต่อ") == [(label, PolicyKind.STATEMENT)]


def test_plans_of_a_year_or_of_the_nation_are_named() -> None:
    yearly = "แผนการตรวจราชการในสวน ประจำปีงบประมาณ พ.ศ.2564"
    assert labels(f"ตาม{yearly} และแผนรับมือภัยแล้งแห่งชาติ ต่อไป") == [yearly, "แผนรับมือภัยแล้งแห่งชาติ"]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("นโยบาย Thailand 4.0", "นโยบาย Thailand 4.0"),
        ("บัตรทอง", "บัตรทอง"),
        ("โคกหนองนา โมเดล", "โคก หนอง นา โมเดล"),
        ("คนละครึ่ง", "โครงการคนละครึ่ง"),
        ("SDGs", "เป้าหมายการพัฒนาที่ยั่งยืน"),
        ("ประเทศไทย 4.0 หรือไทยแลนด์ 4.0", "ประเทศไทย 4.0"),
    ],
)
def test_another_name_of_a_well_known_policy_stays_as_printed(printed: str, label: str) -> None:
    assert labels(f"ตาม {printed} แล้ว") == [label]


def test_letters_of_one_sound_make_no_other_policy() -> None:
    assert len(found("โครงการฝายราศีไศล เริ่มแล้ว และโครงการฝายราษีไศล จบแล้ว")) == 1


def test_measures_that_are_approved_are_named() -> None:
    assert labels("มีมติเห็นชอบมาตรการส่งเสริมการสวมใส่ผ้าใยสับปะรด ซึ่งดี") == ["มาตรการส่งเสริมการสวมใส่ผ้าใยสับปะรด"]
    assert policies("มีมติเห็นชอบมาตรการสำคัญในการแก้ไขปัญหาสวน และใช้มาตรการส่งเสริมการสวมใส่ผ้าใยสับปะรด ต่อ") == []
