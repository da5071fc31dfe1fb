from __future__ import annotations

from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity import name_key

SPELLINGS = [
    ("สมหมาย ทดสอบดี", "สมหมาย  ทดสอบดี"),
    ("สมหมาย ทดสอบดี", "สมหมาย\u200bทดสอบดี"),
    ("สมหมาย ทดสอบดี", "สม\u00adหมาย\u00a0ทดสอบดี\ufeff"),
    ("แสน ทองคำ", "เเสน ทองคํา"),
    ("น้ำ", "นํ้า"),
    ("น้ำ", "น้ํา"),
    ("น้ำ", "นำ้"),
    ("กลุ่ม ๑๒", "กลุ่ม 12"),
    ("โครงการ “น้ำใส”", "โครงการ น้ำใส"),
    ("John SMITH", "john smith"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("สีสุวรรณ", "ศรีสุวรรณ"), ("เขต 1", "เขต 2"), ("พ.ศ. 2550", "พ.ศ. 2560"), ("ยศสิงห์คำ", "ยศสิงห์ขำ")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(alphabet="กขคำํา่้เแโ ๑1\u200b\u00adEeß", max_size=20))
def test_the_key_of_a_key_is_the_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(alphabet="กขคำํา่้เแโ ๑1\u200b", max_size=20))
def test_spaces_and_zero_widths_never_matter(name: str) -> None:
    assert name_key(" ".join(name)) == name_key("\u200b".join(name)) == name_key(name)


@pytest.mark.parametrize("unit", ["ำ", "\u0e4d", "\u0e4dา", "า\u0e4d", "ำ่", "่ำ"])
def test_the_work_grows_no_faster_than_the_name(unit: str) -> None:
    def seconds(name: str) -> float:
        return min(repeat(lambda: name_key.__wrapped__(name), number=1, repeat=5))

    short, long = seconds(unit * 500), seconds(unit * 16_000)
    assert long < 32 * 6 * max(short, 0.0005)
