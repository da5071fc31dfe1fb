"""Records as JSON writes them: objects with the names of their fields, days as `2026-11-26`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date


def record(value: object) -> object:
    """A record, and all that it holds, as objects, lists, texts and numbers."""
    if is_dataclass(value):
        return {field.name: record(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {name: record(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [record(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
