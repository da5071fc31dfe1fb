from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.text import thai_order


def test_names_are_in_the_order_of_a_dictionary() -> None:
    names = ["แม่ฮ่องสอน", "เลย", "กระบี่", "เชียงราย", "ชลบุรี", "น่าน", "นนทบุรี", "แพร่", "พะเยา", "ระยอง"]
    expected = ["กระบี่", "ชลบุรี", "เชียงราย", "นนทบุรี", "น่าน", "พะเยา", "แพร่", "แม่ฮ่องสอน", "ระยอง", "เลย"]
    assert sorted(names, key=thai_order) == expected


def test_a_tone_mark_counts_only_where_all_else_is_equal() -> None:
    assert sorted(["ขาว", "ข้าง", "ข่า", "ขา"], key=thai_order) == ["ขา", "ข่า", "ข้าง", "ขาว"]


@given(st.text("กขฮ่้าะ ab"), st.text("กขฮ่้าะ ab"))
def test_different_texts_have_different_places(one: str, other: str) -> None:
    assert (thai_order(one) == thai_order(other)) == (one == other)
