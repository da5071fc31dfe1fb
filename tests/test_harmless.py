from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.harmless import cell, xml


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n@x", "=cmd|'/c calc'!A0"])
def test_a_formula_becomes_a_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "ก้อง ใจดี", "1-2", "a=b", "'=1"])
def test_a_text_stays_a_text(text: str) -> None:
    assert cell(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_xml_can_hold_what_is_left_and_nothing_else_is_lost(text: str) -> None:
    element = ElementTree.Element("a", {"b": xml(text)})
    written = ElementTree.tostring(element, "unicode")
    assert ElementTree.fromstring(written).get("b", "").split() == xml(text).split()
    assert xml(text) == "".join(letter for letter in text if xml(letter))


@pytest.mark.parametrize("letter", ["ก", "\t", "\n", "<", "&", "\u200b", "\U0001f600"])
def test_letters_that_xml_can_hold_stay(letter: str) -> None:
    assert xml(letter) == letter
