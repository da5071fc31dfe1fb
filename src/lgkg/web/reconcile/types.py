"""Types of entities: the classes of the ontology that have names. A type's id is the class's name: `Person`."""

from __future__ import annotations

from collections.abc import Collection

from lgkg.web.search import Kind, Thing

KINDS = {
    "Person": Kind.PERSON,
    "Office": Kind.OFFICE,
    "Organization": Kind.ORGANIZATION,
    "Place": Kind.PLACE,
    "Policy": Kind.POLICY,
    "Meeting": Kind.MEETING,
    "Article": Kind.ARTICLE,
}
"""Types that have no broader one -> the kind by which they are searched for."""
BROADER = {
    **dict.fromkeys(("Province", "District", "Subdistrict", "Venue"), "Place"),
    **dict.fromkeys(("Law", "Strategy", "Project", "PolicyStatement", "Agreement"), "Policy"),
}
TYPES = (*KINDS, *BROADER)


def types_of(thing: Thing) -> list[str]:
    """The types of a thing, the narrowest first."""
    broader = BROADER.get(thing.of_class)
    return [thing.of_class, broader] if broader else [thing.of_class]


def kinds_of(types: Collection[str]) -> list[Kind]:
    """The kinds by which things of these types are searched for."""
    return sorted({KINDS[BROADER.get(name, name)] for name in types if name in TYPES})


def is_of(thing: Thing, types: Collection[str], strict: str) -> bool:
    """Whether a thing is of the types that are wanted.

    Args:
        thing: the thing.
        types: what is wanted; empty: anything.
        strict: `any` of them, `all` of them, or `should`, which lets every type pass.
    """
    if not types or strict == "should":
        return True
    own = types_of(thing)
    return all(name in own for name in types) if strict == "all" else any(name in own for name in types)
