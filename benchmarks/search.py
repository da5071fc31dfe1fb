"""Times the search of a graph and counts what it finds; prints one table.

    python benchmarks/search.py GRAPH [--queries N] [--seed N]

The queries are made from the graph's own names, seeded: their beginnings, inner parts, with one or two slips as Thai is
mistyped, typed with the keyboard in English, with a title before the name, romanised by the rules of the Royal Society
(PyThaiNLP's `royin`); and `romanised.csv`, which holds names of officials as they were spelt in English. `found` is how
many of them have the thing that was meant among the first ten. A romanised query finds any person of the same name.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TypeAlias

from lgkg.graph import open_graph
from lgkg.identity import name_key
from lgkg.web.search import Index, Kind, Thing, things

Query: TypeAlias = tuple[str, str]
"""What is typed, and the key of the name that is meant."""

_SPELLED = Path(__file__).with_name("romanised.csv")
_NAMED = (Kind.PERSON, Kind.OFFICE, Kind.ORGANIZATION, Kind.PLACE, Kind.POLICY)
_CONFUSED = ("ใไ", "รล", "ศษส", "ณน", "ญย", "ธท", "ฎด", "ฏต", "ถฐ", "คฆ", "พภ", "ซส", "ชฉ", "ิี", "ุู", "ึื", "่้๊๋")
_TONES = "่้๊๋"
_LETTERS = "กขคงจชดตทนบปพมยรลวสหอาิีุเแโ"
TITLES = ("นาย", "นาง", "นางสาว", "ดร.", "พล.ต.ต.", "ผศ.ดร.", "นายแพทย์", "ว่าที่ร้อยตรี")


def main() -> None:
    """Prints the table."""
    arguments = _arguments()
    with open_graph(arguments.graph) as graph:
        clock, processor = time.perf_counter(), time.process_time()
        listed = things(graph)
        index = Index(listed)
    spent = (
        f"{time.perf_counter() - clock:.1f} s by the clock, {time.process_time() - processor:.1f} s of one processor"
    )
    print(f"{len(listed):,} things, {sum(len(thing.names) for thing in listed):,} names; index made in {spent}\n")
    print(f"| {'typed':<34} | queries | found | median ms | 95 % ms | most ms |\n|---|---:|---:|---:|---:|---:|")
    everything: list[float] = []
    for name, queries in _sorts(listed, Random(arguments.seed), arguments.queries):
        spent_each, found = _measured(index, queries)
        everything += spent_each
        print(_row(name, spent_each, f"{found / len(queries):.1%}"))
    print(_row("all", everything, ""))


def _row(name: str, seconds: list[float], found: str) -> str:
    milliseconds = [1000 * spent for spent in seconds]
    worst = quantiles(milliseconds, n=20)[-1]
    return (
        f"| {name:<34} | {len(seconds):>7,} | {found:>5} | {median(milliseconds):>9.1f} | {worst:>7.1f} "
        f"| {max(milliseconds):>7.1f} |"
    )


def _measured(index: Index, queries: list[Query]) -> tuple[list[float], int]:
    spent, found = [], 0
    for text, meant in queries:
        start = time.perf_counter()
        hits = index.find(text)
        spent.append(time.perf_counter() - start)
        found += any(name_key(name) == meant for hit in hits for name in hit.thing.names)
    return spent, found


def _sorts(listed: list[Thing], chance: Random, queries: int) -> Iterator[tuple[str, list[Query]]]:
    named = [thing for thing in listed if thing.kind in _NAMED and 4 <= len(thing.label) <= 60]
    people = [thing for thing in listed if thing.kind is Kind.PERSON and " " in thing.label]
    makers: list[tuple[str, list[Thing], Callable[[str], str]]] = [
        ("the whole name", named, str),
        ("its beginning, half of it", named, lambda name: name[: (len(name) + 1) // 2]),
        ("its beginning, 1 to 4 letters", named, lambda name: name[: chance.randint(1, 4)]),
        ("an inner part, half of it", named, partial(_inner, chance)),
        ("a title before a person's name", people, lambda name: chance.choice(TITLES) + name),
        ("one slip", named, partial(slip, chance)),
        ("two slips", named, lambda name: slip(chance, slip(chance, name))),
        ("a person's name, one slip", people, partial(slip, chance)),
        ("a person's name, two slips", people, lambda name: slip(chance, slip(chance, name))),
        ("the keyboard in English", named, _keys),
        ("a person's name by royin", people, _royin),
    ]
    each = queries // len(makers)
    for name, among, make in makers:
        chosen = chance.choices(among, weights=[thing.articles + 1 for thing in among], k=each)
        yield name, [(make(thing.label), name_key(thing.label)) for thing in chosen]
    yield "a name as spelt in English, tuned on", _spelled(people, "yes")
    yield "a name as spelt in English, held out", _spelled(people, "")


def _inner(chance: Random, name: str) -> str:
    length = max(4, len(name) // 2)
    start = chance.randint(0, max(0, len(name) - length))
    return name[start : start + length]


def slip(chance: Random, name: str) -> str:
    """The name with one slip: letters that are taken for each other, a tone left out, any letter wrong, two swapped."""
    at = chance.randrange(len(name))
    confused = [(place, group) for place, letter in enumerate(name) for group in _CONFUSED if letter in group]
    tones = [place for place, letter in enumerate(name) if letter in f"{_TONES}์"]
    match chance.randrange(5):
        case 0 | 1 if confused:
            place, group = chance.choice(confused)
            return name[:place] + chance.choice(group.replace(name[place], "")) + name[place + 1 :]
        case 2 if tones:
            place = chance.choice(tones)
            return name[:place] + name[place + 1 :]
        case 3:
            return name[:at] + name[at + 1 :]
        case _:
            return name[:at] + chance.choice(_LETTERS) + name[at + 1 :]


def _keys(name: str) -> str:
    from pythainlp.util import thai_to_eng

    return str(thai_to_eng(name))


def _royin(name: str) -> str:
    from pythainlp.transliterate import romanize

    return str(romanize(name, engine="royin"))


def _spelled(people: list[Thing], seen: str) -> list[Query]:
    """The names of the table that the graph has; those seen when the rules were written, or the others."""
    known = {name_key(name) for thing in people for name in thing.names}
    with _SPELLED.open(encoding="utf-8", newline="") as lines:
        rows = [(row["latin"], name_key(row["thai"])) for row in csv.DictReader(lines) if row["seen"] == seen]
    return [row for row in rows if row[1] in known]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
