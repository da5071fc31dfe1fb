"""Reconciles names of a graph, as they are and with slips, with the graph; counts what is matched, rightly or not.

    python benchmarks/reconcile.py GRAPH [--names N] [--seed N]

`matched` is how many of the names get a candidate that is declared a match, `right` how many of these are the very
entity that the name was made from; `first` and `among 5` where that one stands among the
candidates. A name of nobody is the given name of one person with the family name of another: no match of it is right.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeAlias

from search import TITLES, slip

from lgkg.graph import open_graph
from lgkg.identity import name_key
from lgkg.web.reconcile.candidates import candidates
from lgkg.web.reconcile.requested import Query
from lgkg.web.search import Index, Kind, Thing, things

Asked: TypeAlias = tuple[Query, Thing | None]


def main() -> None:
    """Prints the table."""
    arguments = _arguments()
    with open_graph(arguments.graph) as graph:
        listed, base = things(graph), graph.manifest.base
    index = Index(listed)
    print(
        f"| {'names':<36} | number | matched | right | first | among 5 | ms each |\n|---|---:|---:|---:|---:|---:|---:|"
    )
    for name, asked in _sorts(listed, Random(arguments.seed), arguments.names):
        print(_measured(index, base, name, asked))


def _measured(index: Index, base: str, name: str, asked: list[Asked]) -> str:
    matched = right = first = among = 0
    start = time.perf_counter()
    answers = [candidates(index, query, base) for query, _ in asked]
    spent = 1000 * (time.perf_counter() - start) / len(asked)
    for (_, meant), found in zip(asked, answers, strict=True):
        best = [_is_meant(one.thing, meant) for one in found]
        safe = [good for good, one in zip(best, found, strict=True) if one.match]
        matched, right = matched + len(safe), right + sum(safe)
        first, among = first + any(best[:1]), among + any(best)
    precision = f"{right / matched:.1%}" if matched else "–"
    shares = " | ".join(f"{part / len(asked):>7.1%}" for part in (first, among))
    return f"| {name:<36} | {len(asked):>6,} | {matched:>7,} | {precision:>6} | {shares} | {spent:>7.1f} |"


def _is_meant(thing: Thing, meant: Thing | None) -> bool:
    return meant is not None and thing.iri == meant.iri


def _sorts(listed: list[Thing], chance: Random, number: int) -> Iterator[tuple[str, list[Asked]]]:
    people = [thing for thing in listed if thing.kind is Kind.PERSON and " " in thing.label]
    bodies = [thing for thing in listed if thing.kind is Kind.ORGANIZATION]
    makers: list[tuple[str, list[Thing], Callable[[str], str]]] = [
        ("people", people, str),
        ("people with titles", people, lambda name: chance.choice(TITLES) + name),
        ("people, one slip", people, lambda name: slip(chance, name)),
        ("people, two slips", people, lambda name: slip(chance, slip(chance, name))),
        ("bodies", bodies, str),
        ("bodies, one slip", bodies, lambda name: slip(chance, name)),
    ]
    for title, among, make in makers:
        chosen = chance.sample(among, min(number, len(among)))
        of_type = "Person" if among is people else "Organization"
        yield title, [(_query(make(thing.label), of_type), thing) for thing in chosen]
    posted = [thing for thing in chance.sample(people, min(number, len(people))) if thing.links.get("office")]
    posts = {thing.iri: thing.label for thing in listed if thing.kind is Kind.OFFICE}
    yield (
        "people with their posts, one slip",
        [
            (_query(slip(chance, one.label), "Person", office=[posts[one.links["office"][0]]]), one)
            for one in posted
            if one.links["office"][0] in posts
        ],
    )
    yield "nobody", [(_query(name, "Person"), None) for name in _nobody(people, chance, number)]


def _nobody(people: list[Thing], chance: Random, number: int) -> list[str]:
    known = {name_key(name) for thing in people for name in thing.names}
    pairs = zip(chance.sample(people, number), chance.sample(people, number), strict=True)
    made = [f"{one.label.split()[0]} {other.label.split()[-1]}" for one, other in pairs]
    return [name for name in made if name_key(name) not in known]


def _query(name: str, of_type: str, **values: list[str]) -> Query:
    return Query(name, (of_type,), "any", 5, values)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
