"""Measures the merging of people on labelled pairs, and prints one table.

    python benchmarks/linkage.py data/identity/pairs-dev.csv [--wrong] [--soundex lk82 --how beside]

A score depends on its two records alone, so all are scored at once. A pair at `SAFE` or more merges by itself, one
between `DOUBTFUL` and `SAFE` waits for a person. Precision and recall are those of the merges: a pair of one person
that merely waits is missed. `--wrong` lists the pairs that merge or part wrongly and those that wait; only for pairs
that may be tuned on.

`--soundex` asks whether a key of `pythainlp.soundex` would add to those of `lgkg.identity.linkage.slips`: taken
`instead` of those that say how a name is heard, or `beside` them, where two names of one key weigh at least as much as
names one letter apart.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from math import log2
from pathlib import Path
from unittest.mock import patch

from lgkg.identity.keys import name_key
from lgkg.identity.linkage import DOUBTFUL, SAFE, DuckDb, candidates
from lgkg.identity.linkage.compared import Compared
from lgkg.identity.linkage.features import context
from lgkg.identity.linkage.model import comparisons
from lgkg.identity.linkage.names import names
from lgkg.identity.linkage.scoring import Scored, score
from lgkg.identity.mint import mint
from lgkg.identity.records import Link, PersonRecord, Seat


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair: what it is about, whether it is one person, the two records, and why."""

    category: str
    same: bool
    a: PersonRecord
    b: PersonRecord
    note: str


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a table as `data/identity/README.md` describes it."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(line for line in lines if not line.startswith("#"))):
            a, b = (_person(row, side, f"person/{number}{side}") for side in "ab")
            yield Pair(row["category"], row["same"] == "yes", a, b, row["note"])


def _person(row: dict[str, str], side: str, id: str) -> PersonRecord:
    name, first, last = row[f"name_{side}"], row[f"first_{side}"], row[f"last_{side}"]
    given, _, family = name.partition(" ")
    titles = tuple(sorted(filter(None, row[f"honorific_{side}"].split("|"))))
    seats = [_seat(told) for told in row[f"seats_{side}"].split("|") if told]
    seats.sort(key=lambda seat: seat.office)
    return PersonRecord(id, name, given, family or None, titles, tuple(seats), _day(first), _day(last))


def _seat(told: str) -> Seat:
    kind, area, body, *days = told.removeprefix("former:").split("@")
    first, last = map(_day, days)
    former = told.startswith("former:")
    org = mint("org", name_key(body), "") if body else ""
    return Seat(mint("office", kind, area, body), kind, org, area, first, last, former)


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def scores(found: Sequence[Pair]) -> list[Link | None]:
    """The link of each pair, if it has one."""
    links = {(link.a, link.b): link for link in candidates(person for pair in found for person in (pair.a, pair.b))}
    return [links.get((pair.a.id, pair.b.id)) for pair in found]


def levels(found: Sequence[Pair]) -> list[Scored | None]:
    """What the model finds of each pair, also of those that share no block; None where a number tells them apart."""
    people = [
        Compared(one.id, True, [str(number)], names(one), context(one, names(one)))
        for number, pair in enumerate(found)
        for one in (pair.a, pair.b)
    ]
    scored = {(pair.a, pair.b): pair for pair in score(people, 0, DuckDb())}
    return [scored.get((pair.a.id, pair.b.id)) for pair in found]


NEAR = {"given": 4.3, "family": 6.6}
"""What names one letter apart add, in bits."""
Key = Callable[[str], str]


def soundex_instead(found: Sequence[Pair], key: Key) -> list[Link | None]:
    """The links with a soundex key for what `heard`, `sound` and `slurred` make of names."""
    with patch.multiple("lgkg.identity.linkage.names", heard=key, sound=str, slurred=str):
        return scores(found)


def soundex_beside(found: Sequence[Pair], key: Key) -> list[Link | None]:
    """The links where names of one soundex key add `NEAR` at least."""
    return [scored and _raised(pair, scored, key) for pair, scored in zip(found, levels(found), strict=True)]


def _raised(pair: Pair, scored: Scored, key: Key) -> Link:
    bits = log2(scored.score / max(1e-12, 1 - scored.score))
    for name, least in NEAR.items():
        a, b = (getattr(names(one), name) for one in (pair.a, pair.b))
        if a and b and key(a) == key(b):
            bits += sum(max(0.0, least - level.weight) for level in scored.levels if level in comparisons()[name])
    return Link(scored.a, scored.b, 1 / (1 + 2**-bits))


def _soundex(name: str) -> Key:
    """A soundex of PyThaiNLP; a name that it cannot read is its own key."""
    algorithm = getattr(import_module("pythainlp.soundex"), name)

    def key(word: str) -> str:
        try:
            return str(algorithm(word)) or word
        except (IndexError, KeyError, ValueError):
            return word

    return key


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the pairs that merge wrongly, part wrongly or wait")
    parser.add_argument("--soundex", choices=("lk82", "udom83", "metasound", "prayut_and_somchaip"))
    parser.add_argument("--how", choices=("instead", "beside"), default="beside")
    told = parser.parse_args()
    found = list(pairs(told.pairs))
    ways = {"instead": soundex_instead, "beside": soundex_beside}
    links = ways[told.how](found, _soundex(told.soundex)) if told.soundex else scores(found)
    _report(Counter((pair.same, _fate(link)) for pair, link in zip(found, links, strict=True)))
    if told.wrong:
        _list(found, links)


def _report(count: Counter[tuple[bool, str]]) -> None:
    same = sum(n for (one, _), n in count.items() if one)
    right, wrong = count[True, "merged"], count[False, "merged"]
    waiting = count[True, "waits"] + count[False, "waits"]
    print(f"pairs     {count.total()}, of one person {same}")
    print(f"precision {right / max(1, right + wrong):.3f} ({wrong} wrong of {right + wrong} merged)")
    print(f"recall    {right / max(1, same):.3f}")
    print(f"waiting   {waiting / max(1, count.total()):.3f} ({count[True, 'waits']} of one person)")
    print(f"parted    {count[True, 'parted']} of one person")


def _list(found: Sequence[Pair], links: Sequence[Link | None]) -> None:
    for pair, link in zip(found, links, strict=True):
        if _fate(link) != ("merged" if pair.same else "parted"):
            score, reasons = (link.score, "; ".join(link.reasons)) if link else (0.0, "")
            people = f"{pair.a.name} | {pair.b.name}"
            print(
                f"{pair.category} | {'one' if pair.same else 'two'} | {score:.4f} | {people} | {reasons} | {pair.note}"
            )


def _fate(link: Link | None) -> str:
    return "parted" if link is None or link.score < DOUBTFUL else "merged" if link.score >= SAFE else "waits"


if __name__ == "__main__":
    main()
