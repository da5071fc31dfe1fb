"""What clients of the reconciliation service ask, read and bounded.

As the Reconciliation Service API 0.2 has it: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from lgkg.errors import QueryError
from lgkg.web.reconcile.properties import PROPERTIES

LIMIT = 5
"""Candidates of a query, unless it wants another number."""
MOST = 50
"""Candidates of a query at most."""
BATCH = 200
"""Queries of a batch, and entities of an extension, at most."""
_VALUES = 50
_FIELDS = 10
_STRICT = ("any", "should", "all")


@dataclass(frozen=True, slots=True)
class Query:
    """One query of a batch.

    Attributes:
        text: the name to be matched; empty where only values of properties are given.
        types: ids of types that are wanted; empty: any.
        strict: how these are meant: `any`, `should`, `all`.
        limit: how many candidates at most.
        values: id of a property -> values that the entity should have; of properties that this service knows.
    """

    text: str
    types: tuple[str, ...]
    strict: str
    limit: int
    values: dict[str, list[str]]


async def fields(request: Request) -> dict[str, str]:
    """The fields of a request, from its address and its form."""
    found = dict(request.query_params)
    if request.method == "POST":
        body = (await request.body()).decode("utf-8", "replace")
        try:
            found.update(parse_qsl(body, keep_blank_values=True, max_num_fields=_FIELDS))
        except ValueError:
            raise QueryError(f"the form has more than {_FIELDS} fields", remedy="Give `queries` or `extend`") from None
    return found


def queries(text: str) -> dict[str, Query]:
    """A batch of queries by their keys.

    Raises:
        QueryError: it is no JSON object of queries, or has too many.
    """
    batch = _read(text, "queries")
    if len(batch) > BATCH:
        raise QueryError(f"the batch has {len(batch):,} queries", remedy=f"Send up to {BATCH} at a time")
    return {key: _query(key, told) for key, told in batch.items()}


def extension(text: str) -> tuple[list[str], list[str]]:
    """The ids of the entities and of the properties of a data extension.

    Raises:
        QueryError: it is no such query, or has too many entities.
    """
    told = _read(text, "extend")
    ids, wanted = told.get("ids"), told.get("properties")
    if not (isinstance(ids, list) and isinstance(wanted, list) and all(isinstance(one, str) for one in ids)):
        raise QueryError("`extend` lacks its ids or properties", remedy=_LIKE["extend"])
    if len(ids) > BATCH:
        raise QueryError(f"{len(ids):,} entities are to be extended", remedy=f"Send up to {BATCH} at a time")
    names = [one.get("id") if isinstance(one, dict) else None for one in wanted]
    if unknown := [name for name in names if not isinstance(name, str) or name not in PROPERTIES]:
        raise QueryError(f"there is no property {unknown[0]!r}", remedy=f"Give one of: {', '.join(PROPERTIES)}")
    return ids, [str(name) for name in names]


def _query(key: str, told: object) -> Query:
    if not isinstance(told, dict) or not (told.get("query") or told.get("properties")):
        raise QueryError(f"the query {key!r} has neither `query` nor `properties`", remedy=_LIKE["queries"])
    types, strict, limit = told.get("type") or [], told.get("type_strict", "any"), told.get("limit", LIMIT)
    types = [types] if isinstance(types, str) else types
    if not isinstance(types, list) or strict not in _STRICT or not _is_count(limit):
        raise QueryError(f"`type`, `type_strict` or `limit` of the query {key!r} is wrong", remedy=_LIKE["queries"])
    given = told.get("properties") or []
    if not isinstance(given, list) or not isinstance(told.get("query", ""), str):
        raise QueryError(f"the query {key!r} is no text, or its properties no list", remedy=_LIKE["queries"])
    return Query(
        str(told.get("query", "")),
        tuple(name for name in types if isinstance(name, str)),
        str(strict),
        min(int(limit), MOST),
        dict(filter(None, map(_property, given[:_VALUES]))),
    )


def _property(told: object) -> tuple[str, list[str]] | None:
    """A property that this service knows, and the values given for it; None for one that it does not know."""
    pid = told.get("pid") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(pid, str) or pid not in PROPERTIES:
        return None
    given = told.get("v")
    values = given if isinstance(given, list) else [given]
    texts = [
        str(one.get("id", "")) if isinstance(one, dict) else str(one) for one in values[:_VALUES] if one is not None
    ]
    return pid, [text for text in texts if text.strip()]


def _is_count(limit: object) -> bool:
    return isinstance(limit, int | float) and not isinstance(limit, bool) and 1 <= limit < float("inf")


def _read(text: str, field: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise QueryError(f"`{field}` is no JSON object", remedy=_LIKE[field])
    return told


_LIKE = {
    "queries": 'Send it like {"q0": {"query": "สมหมาย ทดสอบดี", "type": "Person"}}',
    "extend": 'Send it like {"ids": ["person/5n3v"], "properties": [{"id": "office"}]}',
}
