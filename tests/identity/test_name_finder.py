"""A name is found however it is spelt, and nothing but it is masked."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity import name_key
from lgkg.identity.name_finder import IGNORED, MASK, NameFinder, masked, skeleton

NAME = "แก้วกำจร น้ำใสผ่อง"
GAPS = ("", " ", "  ", "\u200b", "\n", "\u00a0", "\u2060", "\ufeff")


@pytest.mark.parametrize(
    "spelt",
    [
        "แก้วกำจร น้ำใสผ่อง",
        "แก้วกำจรน้ำใสผ่อง",
        "แก้วกำจร   น้ำใสผ่อง",
        "เเก้วกําจร นํ้าใสผ่อง",
        "แก้วกํา\u200bจร น้ําใสผ่อง",
        "แก้วกำจร\nน้ำใสผ่อง",
        "แก้วกำจร น้ำใสผ่่อง",
        "แ ก้ ว ก ำ จ ร น้ ำ ใ ส ผ่ อ ง",
    ],
)
def test_a_name_is_found_however_it_is_spelt(spelt: str) -> None:
    text = f"โดยมี นาย{spelt}กล่าวว่า"
    assert NameFinder([NAME]).spans(text) == [(9, 9 + len(spelt))]


def test_marks_in_another_order_are_the_same_name() -> None:
    assert NameFinder(["ที่ปรึกษา ใจกล้า"]).spans("ท่ีปรึกษา ใจกล้า") == [(0, 16)]


def test_other_names_are_not_found() -> None:
    assert NameFinder([NAME]).spans("นายแก้วกำจร น้ำใส และ นายแก้วกล้า น้ำใสผ่อง") == []


def test_nothing_is_found_inside_a_longer_name_that_is_kept() -> None:
    finder = NameFinder(["ชัย มั่นคงดี"])
    text = "นายวิชัย มั่นคงดี พบ นายชัย มั่นคงดี"
    assert finder.spans(text, ["วิชัย มั่นคงดี"]) == [(text.rindex("ชัย"), len(text))]


def test_whatever_a_key_ignores_may_stand_between_letters() -> None:
    gap = re.compile(f"[{IGNORED}]")
    ignored = [letter for letter in map(chr, range(sys.maxunicode + 1)) if not name_key.__wrapped__(letter)]
    assert ignored
    assert all(gap.fullmatch(letter) for letter in ignored)


names = st.text(st.sampled_from("กขคงจชดตนมรลวสหอะาิีุูเแโใไัำ่้์๑2"), min_size=3, max_size=12).filter(skeleton)
texts = st.text(st.sampled_from('กขคงจชดตนมรลวสอ าีเแัำ่้\u200b\n"\\x'), max_size=40)


@given(names, st.data())
def test_equal_keys_are_found(name: str, data: st.DataObject) -> None:
    spelt = "".join(letter + data.draw(st.sampled_from(GAPS)) for letter in name).replace("แ", "เเ").replace("ำ", "ํา")
    finder = NameFinder([name])
    assert name_key(spelt) != name_key(name) or finder.spans(spelt)


@given(texts, names, texts)
def test_masking_keeps_the_number_of_code_points_and_hides_the_name(before: str, name: str, behind: str) -> None:
    finder = NameFinder([name])
    text = before + name + behind
    hidden = masked(text, finder.spans(text))
    assert len(hidden) == len(text)
    assert all(letter in (MASK, was) for letter, was in zip(hidden, text, strict=True))
    assert finder.spans(hidden) == []


@given(texts, names)
def test_a_text_without_the_name_stays_as_it_is(text: str, name: str) -> None:
    spans = NameFinder([name]).spans(text)
    assert spans or masked(text, spans) == text
    assert not spans or skeleton(name) in skeleton(text)
