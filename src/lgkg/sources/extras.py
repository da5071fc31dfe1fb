"""Libraries that read further kinds of file, imported where they are needed; `lgkg[sources]` installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from lgkg.errors import InputError


def extra(module: str, where: str) -> Any:
    """A module that reads a kind of file.

    Raises:
        InputError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(
            f"this kind of file is read with {module.partition('.')[0]}, which is not installed",
            where=where,
            remedy="Install it with: pip install 'lgkg[sources]'",
        ) from error
