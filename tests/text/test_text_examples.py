from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = ["dates", "decode", "layout", "letters", "normalise", "numerals", "sentences", "span", "times"]


@pytest.mark.parametrize("name", MODULES)
def test_the_example_at_the_head_of_a_module_is_true(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"lgkg.text.{name}"), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 0
    assert outcome.failed == 0
