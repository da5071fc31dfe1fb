from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgkg.web.search import Index, Kind
from lgkg.web.search.found import Way

from .conftest import thing


def labels(index: Index, text: str, *kinds: Kind) -> list[str]:
    return [hit.thing.label for hit in index.find(text, kinds)]


def test_a_name_is_found_by_its_beginning_by_an_inner_part_and_by_a_later_word(index: Index) -> None:
    assert labels(index, "ประยุ") == ["ประยุทธ์ ทดสอบดี"]
    assert labels(index, "ดสอบ") == ["ประยุทธ์ ทดสอบดี"]
    assert index.find("ทด")[0].way is Way.WORD


def test_a_whole_name_comes_before_a_beginning_and_that_before_a_part(index: Index) -> None:
    assert labels(index, "ระยอง", Kind.PLACE) == ["ระยอง", "เมืองระยอง"]
    assert [hit.way for hit in index.find("ระยอง", [Kind.PLACE])] == [Way.EXACT, Way.INSIDE]


def test_of_names_found_alike_the_one_in_most_articles_comes_first(index: Index) -> None:
    assert labels(index, "สม") == ["สมชาติ วงษ์สุวรรณเดช", "สมชาย ใจงาม"]


def test_titles_of_events_and_articles_come_behind_names_however_they_begin(index: Index) -> None:
    found = [hit.thing.kind for hit in index.find("ระยอง")]
    assert found[-2:] == [Kind.MEETING, Kind.ARTICLE]
    assert labels(index, "ระยอง", Kind.MEETING) == ["ระยองแฟร์"]


def test_titles_are_few_among_other_things() -> None:
    events = [thing(Kind.MEETING, f"ประชุมครั้งที่ {n}", articles=9) for n in range(30)]
    index = Index([*events, thing(Kind.PERSON, "สมใจ ประชุมพล")])
    assert [hit.thing.kind for hit in index.find("ประชุม")].count(Kind.MEETING) == 3
    assert len(index.find("ประชุม", [Kind.MEETING])) == 10


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ประยุทธ ทดสอบดี", "ประยุทธ์ ทดสอบดี"),  # the tho-karan left out
        ("สมชาย ไจงาม", "สมชาย ใจงาม"),  # ไ for ใ
        ("สมชาย ใจงำม", "สมชาย ใจงาม"),  # a letter wrong
        ("ณัฐพงษ์ สรีวิไลลักษณ์", "ณัฐพงศ์ ศรีวิไลลักษณ์"),  # ษ for ศ, ส for ศ
        ("สมชาติ วงษ์สุวันเดช", "สมชาติ วงษ์สุวรรณเดช"),  # รรณ as it sounds
        ("กระทลวงมหาดใทย", "กระทรวงมหาดไทย"),  # ล for ร, ใ for ไ
        ("ผู้วาราชการจังหวัดระยอง", "ผู้ว่าราชการจังหวัดระยอง"),  # a tone mark left out
        ("นํ้าดํา", "น้ำดำ"),  # sara am in two parts
        ("ต่างๆ", "โครงการแก้ปัญหาต่าง ๆ ของไทย"),
        ("นายประยุทธ์", "ประยุทธ์ ทดสอบดี"),
        ("พล.ต.อ. ประยุท", "ประยุทธ์ ทดสอบดี"),
        ("ผวจ.ระยอง", "ผู้ว่าราชการจังหวัดระยอง"),
        ("อบจ. ระยอง", "องค์การบริหารส่วนจังหวัดระยอง"),
        ("จังหวัดระยอง", "ระยอง"),
        ("โคราช", "นครราชสีมา"),
        ("ผู้ว่า ระยอง", "ผู้ว่าราชการจังหวัดระยอง"),
        ("ministry of int", "กระทรวงมหาดไทย"),
        ("Nakorn Ratchasima", "นครราชสีมา"),
        ("rayong governor", "ผู้ว่าราชการจังหวัดระยอง"),
        ("l,=kp", "สมชาย ใจงาม"),  # the keyboard left in English
        ("Prayuth", "ประยุทธ์ ทดสอบดี"),
        ("somchay", "สมชาย ใจงาม"),
        ("Wongsuwan", "สมชาติ วงษ์สุวรรณเดช"),
    ],
)
def test_what_is_typed_with_slips_short_or_in_other_letters_finds_what_was_meant(
    index: Index, typed: str, meant: str
) -> None:
    assert labels(index, typed)[0] == meant


def test_only_the_kinds_that_are_wanted_are_found(index: Index) -> None:
    assert {hit.thing.kind for hit in index.find("ระยอง", [Kind.OFFICE, Kind.PLACE])} == {Kind.OFFICE, Kind.PLACE}


def test_groups_hold_as_many_of_each_kind_as_are_wanted_and_count_all(index: Index) -> None:
    groups = {group.kind: group for group in index.groups("ระยอง", each=1)}
    assert groups[Kind.PLACE].number == 2
    assert [hit.thing.label for hit in groups[Kind.PLACE].hits] == ["ระยอง"]
    assert next(iter(groups)) is Kind.PLACE


def test_no_slip_is_supposed_where_a_name_has_what_was_typed(index: Index) -> None:
    assert all(hit.way < Way.SPELLING for hit in index.find("ผวจ.ระยอง"))


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index([]).find("สมชาย") == Index([]).find("somchai") == []


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_whatever_is_typed_is_answered(text: str) -> None:
    index = Index([thing(Kind.PERSON, "สมชาย ใจงาม"), thing(Kind.PLACE, text or "-")])
    assert len(index.find(text, limit=3)) <= 2


@given(st.integers(0, 13), st.integers(0, 11), st.integers(3, 12))
@settings(max_examples=80)
def test_every_part_of_three_letters_finds_its_name(number: int, start: int, length: int) -> None:
    names = ["ประยุทธ์", "กระทรวงมหาดไทย", "ระยองแฟร์", "Mueang Rayong"]
    index = Index([thing(Kind.POLICY, name) for name in names])
    name = names[number % len(names)]
    part = name[start : start + length].strip()
    if len(part.replace(" ", "")) >= 3:
        assert name in labels(index, part)
