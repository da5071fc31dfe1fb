from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["identity.keys", "identity.mint", "rdf.nquads", "iris", "store.values"])
def test_the_example_at_the_head_of_a_module_is_true(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"lgkg.{name}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0
