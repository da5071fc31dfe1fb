"""What the tables of the domain say of kinds of post: which are one person's, which exclude each other, which move."""

from __future__ import annotations

from functools import cache

from lgkg.identity.keys import name_key
from lgkg.identity.mint import mint
from lgkg.identity.records import Seat
from lgkg.tables import table, values

_AREAS = ("province", "district", "subdistrict", "locality")


def is_one_post(seat: Seat) -> bool:
    """Whether the post is one and the same for all who hold it: not `ปลัดอำเภอ` of nowhere, nor a mere `กรรมการ`."""
    takes = _takes().get(seat.kind)
    return bool(seat.area or seat.body) or takes == "none" or (takes not in _AREAS and seat.office not in _mere_words())


def is_career(seat: Seat) -> bool:
    """Whether it is a main post in which people move from place to place, as headmen and mayors do not."""
    return seat.kind in main() and seat.kind not in staying()


@cache
def ladder(kind: str) -> str:
    """The kind without the rank: a deputy governor may become a governor."""
    ranks = [rank["id"] + "_" for rank in table("office_ranks")]
    return next((kind.removeprefix(rank) for rank in ranks if kind.startswith(rank)), kind)


def services(seat: Seat) -> list[str]:
    """The services of the state in which people move between this post and others, by its body and by its kind.

    A career post of no service is one of its own; other posts of none have none.
    """
    kind = ladder(seat.kind)
    told = [_services()[one] for one in (seat.body, kind) if one in _services()]
    return (told or [kind]) if is_career(seat) else told[-1:] if kind in _services() else []


@cache
def single() -> frozenset[str]:
    """Kinds of post that one person holds at a time."""
    return frozenset(row["id"] for row in table("offices") if row["seat"] == "one")


@cache
def main() -> frozenset[str]:
    """Kinds of post of which nobody holds two at a time."""
    return frozenset(kind for row in table("offices") if row["main"] for kind, _ in _ranked(row))


@cache
def _services() -> dict[str, str]:
    """The service of kinds of post, and of bodies by their ids."""
    rows = table("services", "identity")
    bodies = {mint("org", name_key(body), ""): row["service"] for row in rows for body in values(row["bodies"])}
    return bodies | {kind: row["service"] for row in rows for kind in values(row["kinds"])}


@cache
def staying() -> frozenset[str]:
    """Kinds of post whose holders belong to one area."""
    return frozenset(kind for row in table("offices") if row["stays"] for kind, _ in _ranked(row))


@cache
def _takes() -> dict[str, str]:
    """What follows the name of a kind of post."""
    return {kind: row["takes"] for row in table("offices") for kind, _ in _ranked(row)}


@cache
def _mere_words() -> frozenset[str]:
    """Ids of posts of which nothing but the kind is known."""
    return frozenset(
        mint("office", name_key(word + form), "")
        for row in table("offices")
        for _, word in _ranked(row)
        for form in (row["th"], *values(row["forms"]), *values(row["also"]))
    )


def _ranked(row: dict[str, str]) -> list[tuple[str, str]]:
    """The kinds that a row stands for, each with the word that makes it: `deputy_governor`, รอง."""
    ranks = [rank for rank in table("office_ranks") if rank["id"] in values(row["ranks"])]
    return [(row["id"], ""), *((f"{rank['id']}_{row['id']}", rank["th"]) for rank in ranks)]
