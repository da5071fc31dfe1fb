"""Named laws, strategies, projects, policies and agreements, and what names none."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Policy, PolicyKind
from lgkg.reading import read


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
        ("พระราชกำหนดการชลประทานเร่งด่วน พ.ศ. 2548", "พระราชกำหนดการชลประทานเร่งด่วน พ.ศ. 2548"),
    ],
)
def test_a_law_keeps_its_year(printed: str, label: str) -> None:
    assert policies(f"ตาม {printed} แล้ว") == [(label, PolicyKind.LAW)]


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
        ("กิจกรรม “ปั่นชมสวน”", PolicyKind.PROJECT),
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


def test_an_abbreviated_law_is_one_with_its_full_form() -> None:
    (policy,) = found("ตามพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 แล้ว และ พ.ร.บ.ควบคุมผลไม้ พ.ศ. 2560 ด้วย")
    assert policy.variants == ("พ.ร.บ.ควบคุมผลไม้ พ.ศ. 2560",)


def test_laws_of_two_years_are_two() -> None:
    assert len(found("พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 และพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2566 แล้ว")) == 2


def test_policies_are_in_the_order_of_the_text_with_their_passage() -> None:
    text = "เดินหน้านโยบาย “สวนปลอดภัย” ตามพระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560 ต่อ"
    assert labels(text) == ["นโยบาย “สวนปลอดภัย”", "พระราชบัญญัติควบคุมผลไม้ พ.ศ. 2560"]
    assert all(p.evidence.span.of(text) == text for p in found(text))
