"""Hand-written checks of what the JSON schemas of the Reconciliation Service API 0.2 demand of a service's answers."""

from __future__ import annotations

import re
from typing import Any

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def check_manifest(told: dict[str, Any]) -> None:
    """`manifest.json`."""
    assert "0.2" in told["versions"]
    assert all(isinstance(told[name], str) for name in ("name", "identifierSpace", "schemaSpace", "documentation"))
    assert all("{{id}}" in told[part]["url"] for part in ("view", "preview"))
    assert all(isinstance(told["preview"][side], int) for side in ("width", "height"))
    for service in told["suggest"].values():
        assert isinstance(service["service_url"], str) and isinstance(service["service_path"], str)
        assert "${id}" in service.get("flyout_service_path", "${id}")
    for one in told["defaultTypes"]:
        check_type(one)


def check_type(told: dict[str, Any]) -> None:
    """`type.json`."""
    check_named(told)
    for broader in told.get("broader", []):
        check_type(broader)


def check_named(told: dict[str, Any]) -> None:
    """An id and a name, and maybe a description: an entity, a property."""
    assert all(isinstance(told[part], str) and told[part] for part in ("id", "name"))
    assert isinstance(told.get("description", ""), str)


def check_results(told: dict[str, Any]) -> None:
    """`reconciliation-result-batch.json`."""
    for answer in told.values():
        assert set(answer) == {"result"}
        for found in answer["result"]:
            check_named(found)
            assert type(found["score"]) in (int, float) and 0 <= found["score"] <= 100
            assert isinstance(found["match"], bool)
            assert all(isinstance(one["id"], str) for one in found["type"])
            for feature in found["features"]:
                assert isinstance(feature["id"], str) and isinstance(feature["value"], bool | int | float)


def check_extension(told: dict[str, Any]) -> None:
    """`data-extension-response.json`."""
    for column in told["meta"]:
        check_named(column)
        assert re.match("https?://", column.get("service", "http://"))
    for row in told["rows"].values():
        for cells in row.values():
            for cell in cells:
                check_cell(cell)


def check_cell(cell: dict[str, Any]) -> None:
    """A value of an extension: one of the forms that the schema knows."""
    match cell:
        case {"id": str(), "name": str(), **rest}:
            assert set(rest) <= {"description"}
        case {"str": str(), **rest} | {"int": int(), **rest}:
            assert not rest
        case {"date": str(day), **rest}:
            assert _DATE.fullmatch(day) and not rest
        case _:
            raise AssertionError(cell)
