from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["fields", "labels", "matching", "printed", "scores"])
def test_the_examples_of_a_module_are_true(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"lgkg.evaluation.{name}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0
