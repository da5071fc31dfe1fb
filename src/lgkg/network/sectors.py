"""The sector of public life that an office belongs to, by its kind and its body's: what people are coloured by.

The sectors are rows of `data/domain/sectors.csv`.

    >>> sector_of("governor", "")
    'provincial'
    >>> sector_of("deputy_governor", "")
    'provincial'
    >>> sector_of("director", "school")
    'society'
"""

from __future__ import annotations

from functools import cache

from lgkg.domain.concepts import concepts
from lgkg.tables import table, values

OTHER = "other"
"""The sector of an office that no row claims."""


def sector_of(office_kind: str, body_kind: str) -> str:
    """The id of the sector of an office; `OTHER` if neither its kind nor its body's is in one.

    Args:
        office_kind: concept name of the scheme `office-kind`, or empty.
        body_kind: concept name of the scheme `body-kind`, or empty.
    """
    return _sector("offices", "office-kind", office_kind) or _sector("bodies", "body-kind", body_kind) or OTHER


@cache
def _sector(column: str, scheme: str, kind: str) -> str:
    exact, beginnings = _claims(column)
    wider = _wider(scheme)
    seen: set[str] = set()
    while kind and kind not in seen:
        if kind in exact:
            return exact[kind]
        for beginning, sector in beginnings.items():
            if kind.startswith(beginning):
                return sector
        seen.add(kind)
        kind = wider.get(kind, "")
    return ""


@cache
def _claims(column: str) -> tuple[dict[str, str], dict[str, str]]:
    """Kind -> sector, and beginning of kinds -> sector."""
    claims = {kind: row["id"] for row in table("sectors") for kind in values(row[column])}
    exact = {kind: sector for kind, sector in claims.items() if not kind.endswith("*")}
    return exact, {kind.removesuffix("*"): sector for kind, sector in claims.items() if kind.endswith("*")}


@cache
def _wider(scheme: str) -> dict[str, str]:
    """Kind -> the kind whose sector it shares if no row claims it: the broader one, or the one it deputises for."""
    ranked = {f"{rank}_{row['id']}": row["id"] for row in table("offices") for rank in values(row["ranks"])}
    return {one.id: one.broader or ranked.get(one.id, "") for one in concepts() if one.scheme == scheme}
