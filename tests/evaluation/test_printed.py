"""A missed label is shown where the article prints it, with what stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.evaluation.printed import AROUND, Printed


def test_a_label_is_found_however_it_is_printed() -> None:
    text = "ตาม พ.ร.บ. เทศบาล พ.ศ. ๒๔๙๖ ที่ใช้น้ํา"
    assert Printed([text]).around(["พรบ.เทศบาล พ.ศ. 2496"]) == text
    assert Printed([text]).around(["ใช้น้ำ"]) == text


def test_sixty_code_points_are_shown_on_either_side() -> None:
    text = "ก" * 100 + "ระยอง" + "ข" * 100
    assert Printed([text]).around(["ระยอง"]) == "…" + "ก" * AROUND + "ระยอง" + "ข" * AROUND + "…"
    assert AROUND == 60


def test_the_first_form_that_is_printed_is_shown() -> None:
    printed = Printed(["ผวจ.ระยอง"])
    assert printed.around(["ผู้ว่าราชการจังหวัดระยอง", "ผวจ.ระยอง"]) == "ผวจ.ระยอง"
    assert printed.around(["ผู้ว่าราชการ", "…"]) == ""
    assert Printed().around(["ก"]) == ""


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=5))
def test_what_is_shown_is_part_of_the_text(before: str, after: str, form: str) -> None:
    text = before + form + after
    assert Printed([text]).around([form]).strip("…") in text
