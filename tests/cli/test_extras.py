"""A command whose extra is missing says what to install."""

from __future__ import annotations

import importlib.util

import pytest

from lgkg.cli.extras import require
from lgkg.errors import LgkgError


@pytest.mark.parametrize(("extra", "module"), [("web", "starlette"), ("fetch", "httpcore")])
def test_a_command_whose_extra_is_missing_names_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, extra: str, module: str
) -> None:
    require(extra)
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == module else there(name))
    with pytest.raises(
        LgkgError, match=rf"needs {module}, not installed here. Install it with: pip install 'lgkg\[{extra}\]'"
    ):
        require(extra)
