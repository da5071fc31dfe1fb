from __future__ import annotations

import pytest

from lgkg.text import arabic, parse_count


def test_thai_digits_become_arabic_digits_of_the_same_length() -> None:
    assert arabic("พ.ศ. ๒๕๖๖ ข้อ ๑") == "พ.ศ. 2566 ข้อ 1"


@pytest.mark.parametrize(
    ("numeral", "count"),
    [("290", 290), ("๒๙๐", 290), ("1,250", 1250), ("๑,๒๕๐", 1250), ("12,345,678", 12345678), (" 7 ", 7), ("0", 0)],
)
def test_a_numeral_is_counted(numeral: str, count: int) -> None:
    assert parse_count(numeral) == count


@pytest.mark.parametrize("numeral", ["", "สองร้อย", "1,25", "1.5", "-3", "12a", "٣", "1,2500", "9" * 400])
def test_what_is_no_whole_number_is_not_counted(numeral: str) -> None:
    assert parse_count(numeral) is None
