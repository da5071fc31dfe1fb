"""Every spelling of the tables becomes a term with all that it may stand for."""

from __future__ import annotations

import pytest

from lgkg.domain.terms import Entry, Kind, terms
from lgkg.tables import table, values


def entry(spelling: str, kind: Kind) -> Entry:
    (found,) = (e for e in terms()[spelling] if e.kind is kind)
    return found


def test_there_are_terms_of_every_kind() -> None:
    assert {e.kind for entries in terms().values() for e in entries} == set(Kind)


def test_a_term_has_at_most_one_entry_of_a_kind() -> None:
    for spelling, entries in terms().items():
        kinds = [e.kind for e in entries]
        assert len(kinds) == len(set(kinds)), spelling


def test_no_term_is_empty_or_bears_the_mark_of_weak_forms() -> None:
    assert not [spelling for spelling in terms() if not spelling.strip() or spelling.startswith("~")]


def test_one_string_may_mean_several_things() -> None:
    assert {e.kind for e in terms()["กรุงเทพมหานคร"]} >= {Kind.PROVINCE, Kind.BODY}
    assert {e.kind for e in terms()["อ."]} == {Kind.TITLE, Kind.AREA}


@pytest.mark.parametrize(
    ("spelling", "label"),
    [
        ("ผวจ.", "ผู้ว่าราชการจังหวัด"),
        ("รองผวจ.", "รองผู้ว่าราชการจังหวัด"),
        ("รอง ผวจ.", "รองผู้ว่าราชการจังหวัด"),
        ("ปลัด มท.", "ปลัดกระทรวงมหาดไทย"),
    ],
)
def test_a_short_form_of_a_post_is_written_out(spelling: str, label: str) -> None:
    assert entry(spelling, Kind.OFFICE).label == label


def test_a_post_with_a_rank_is_another_post() -> None:
    assert entry("รองผู้ว่าราชการจังหวัด", Kind.OFFICE).id == "deputy_governor"
    assert "รองนายอำเภอ" not in terms()


def test_posts_listed_beside_another_keep_their_own_name() -> None:
    assert entry("องคมนตรี", Kind.OFFICE).label == "องคมนตรี"
    assert entry("ประธานองคมนตรี", Kind.OFFICE) == Entry(Kind.OFFICE, "privy_councillor", "ประธานองคมนตรี", "none")


@pytest.mark.parametrize("row", table("offices"), ids=lambda row: row["id"])
def test_every_form_of_a_post_is_a_term(row: dict[str, str]) -> None:
    ranks = {rank["id"]: rank["th"] for rank in table("office_ranks")}
    for form in (row["th"], *values(row["forms"]), *values(row["also"])):
        for rank in ("", *(ranks[name] for name in values(row["ranks"]))):
            assert any(e.kind is Kind.OFFICE for e in terms()[rank + form])


def test_the_abbreviation_of_a_body_is_written_out_and_another_head_kept() -> None:
    assert entry("อบต.", Kind.BODY).label == "องค์การบริหารส่วนตำบล"
    assert entry("สโมสร", Kind.BODY).label == "สโมสร"
    assert entry("กรมที่ดิน", Kind.NAMED_BODY).label == "กรมที่ดิน"


def test_a_province_has_its_code_and_a_nickname_that_of_its_province() -> None:
    assert entry("น่าน", Kind.PROVINCE).id == "55"
    assert entry("โคราช", Kind.PROVINCE) == Entry(Kind.PROVINCE, "30", "นครราชสีมา")


@pytest.mark.parametrize("spelling", ["เลย", "ตาก", "แพร่", "น่าน"])
def test_provinces_that_are_also_words_are_weak(spelling: str) -> None:
    assert entry(spelling, Kind.PROVINCE).weak
    assert not entry("ลำปาง", Kind.PROVINCE).weak


def test_titles_that_are_also_common_nouns_are_weak() -> None:
    assert entry("คุณ", Kind.TITLE).weak
    assert not entry("นาย", Kind.TITLE).weak


def test_cues_and_events_bear_their_kind() -> None:
    assert entry("พร้อมด้วย", Kind.CUE).id == "with"
    assert (entry("ประชุม", Kind.EVENT).id, entry("ประชุม", Kind.EVENT).takes) == ("meeting", "3")


def test_every_term_can_be_written_in_the_code_page_in_which_terms_are_looked_for() -> None:
    assert all(spelling.encode("cp874").decode("cp874") == spelling for spelling in terms())
    assert not [spelling for spelling in terms() if "?" in spelling], "it stands for letters that the page lacks"
