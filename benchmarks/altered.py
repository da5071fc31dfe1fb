"""Writes articles over and over with people, places and days changed: more data that behaves as real data does.

    python benchmarks/altered.py INPUT... --copies N --out FILE.jsonl.gz [--first N]

The first copy is the input itself. In each further one every given name and every family name is exchanged for another
of the input, areas for areas of their kind (a district for one of the province that its own became), and days are
moved; each name is exchanged for the same one throughout a copy, so that its people stay people who meet. Words between
spaces from which nothing is read are exchanged too, or all copies would be near-duplicates. The same input gives the
same file. What it cannot do: names are new combinations of known ones, and posts, bodies and policies stay those of
the input.

    >>> moved("วันที่ 3 มกราคม 2565", 30)
    'วันที่ 2 กุมภาพันธ์ 2565'
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from lgkg.article import Article
from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.reading import read
from lgkg.sources import Intake
from lgkg.tables import table

DAYS = 53
"""Days by which a copy is later than the one before; no multiple of a week, so that meetings change their weekday."""

_MONTHS = tuple(row["th"] for row in table("months"))
_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})(\s+)({'|'.join(_MONTHS)})(\s+)(25\d\d)(?!\d)")
_BUDDHIST = 543
_NAMES = sorted({re.escape(area.name) for area in gazetteer().by_code.values()}, key=len, reverse=True)
_AREA = re.compile(rf"(?P<word>จังหวัด|จ\.|อำเภอ|อ\.|เขต|ตำบล|ต\.|แขวง)(?P<gap>\s?)(?P<name>{'|'.join(_NAMES)})")
_WORD = re.compile(r"\S{12,}")
"""Letters between spaces, enough of them to be a phrase: short ones are cues for reading more often."""
_TITLED = re.compile("|".join(sorted({re.escape(row["th"]) for row in table("titles")}, key=len, reverse=True)))
_PROVINCES, _DISTRICTS = ("จังหวัด", "จ."), ("อำเภอ", "อ.", "เขต")


@dataclass(frozen=True, slots=True)
class Named:
    """An article with what is exchanged in it, and what is not.

    Attributes:
        article: the article.
        people: whole name, given name, family name and shorter forms of those with a family name.
        cited: words that passages hold, as they stand between spaces.
        free: all other words.
    """

    article: Article
    people: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    cited: frozenset[str]
    free: frozenset[str]


def named(article: Article) -> Named:
    """Reads an article for what is exchanged in it."""
    facts = read(article)
    cited = bytearray(len(article.text))
    for one in (*facts.entities(), *facts.statements()):
        span = one.evidence.span
        cited[span.start : span.end] = b"1" * (span.end - span.start)
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for word in _WORD.finditer(article.text):
        words[any(cited[word.start() : word.end()])].add(word[0])
    free = frozenset(word for word in words[False] if not _AREA.search(word) and not _TITLED.match(word))
    people = (person for person in facts.persons if person.family)
    told = tuple((one.name, one.given, one.family or "", one.aliases) for one in people)
    return Named(article, told, frozenset(words[True]), free)


class Copy:
    """One copy of all articles.

    Args:
        number: 1 or more.
        articles: all of the input.
    """

    def __init__(self, number: int, articles: Sequence[Named]) -> None:
        self.number = number
        chance = Random(number)
        self._given = _exchanged((given for one in articles for _, given, _, _ in one.people), chance)
        self._family = _exchanged((family for one in articles for _, _, family, _ in one.people), chance)
        cited = frozenset[str]().union(*(one.cited for one in articles))
        self._words = _exchanged(frozenset[str]().union(*(one.free for one in articles)) - cited, chance)
        provinces = [area.code for area in gazetteer().provinces]
        self._province = _exchanged(provinces, chance)

    def of(self, one: Named) -> dict[str, str]:
        """The copy of an article, as a record of JSON lines."""
        names, areas = self._names(one), self._areas(one.article.text)
        days = DAYS * self.number
        told = {"id": f"{one.article.id}-{self.number}", "title": one.article.title, "text": one.article.text}
        for field in ("title", "text"):
            if text := told[field]:
                told[field] = moved(_replaced(areas.sub(self._reworded(text)), names), days)
        told["published"] = one.article.published and str(one.article.published + timedelta(days))
        return {field: value for field, value in told.items() if value}

    def _reworded(self, text: str) -> str:
        return _WORD.sub(lambda word: self._words.get(word[0], word[0]), text)

    def _names(self, one: Named) -> dict[str, str]:
        names: dict[str, str] = {}
        for whole, given, family, shorter in one.people:
            names[whole] = f"{self._given[given]} {self._family[family]}"
            names |= {alias: alias.replace(given, self._given[given]) for alias in shorter}
        return names

    def _areas(self, text: str) -> _Areas:
        return _Areas(text, self._province)


class _Areas:
    """The areas that one article names, each with another of its kind."""

    def __init__(self, text: str, provinces: dict[str, str]) -> None:
        found = [match.group("word", "name") for match in _AREA.finditer(text)]
        self._home = [gazetteer().province(name).code for word, name in found if word in _PROVINCES and _is(name)]
        self._provinces = provinces

    def sub(self, text: str) -> str:
        """The text with other areas."""
        return _AREA.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        word, gap, name = match.group("word", "gap", "name")
        return f"{word}{gap}{self._instead(word, name)}"

    def _instead(self, word: str, name: str) -> str:
        if word in _PROVINCES:
            return gazetteer().by_code[self._provinces[gazetteer().province(name).code]].name if _is(name) else name
        districts = word in _DISTRICTS
        known = gazetteer().districts_named(name) if districts else gazetteer().subdistricts_named(name)
        here = [area for area in known if area.code[:2] in self._home]
        if not here:
            return name
        inside = _within(self._provinces[here[0].code[:2]], districts)
        return inside[int(here[0].code) % len(inside)].name


def _is(name: str) -> bool:
    return any(area.name == name for area in gazetteer().provinces)


def _within(province: str, districts: bool) -> list[Area]:
    areas = gazetteer().districts if districts else gazetteer().subdistricts
    return [area for area in areas if area.code.startswith(province)]


def moved(text: str, days: int) -> str:
    """A text whose dates, written with the name of the month and the year, are so many days later."""

    def later(match: re.Match[str]) -> str:
        day, gap, month, space, year = match.groups()
        try:
            then = date(int(year) - _BUDDHIST, _MONTHS.index(month) + 1, int(day)) + timedelta(days)
        except ValueError:
            return match[0]
        return f"{then.day}{gap}{_MONTHS[then.month - 1]}{space}{then.year + _BUDDHIST}"

    return _DATE.sub(later, text)


def _replaced(text: str, others: dict[str, str]) -> str:
    if not others:
        return text
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(others, key=len, reverse=True))
    return re.sub(names, lambda match: others[" ".join(match[0].split())], text)


def _exchanged(names: Iterable[str], chance: Random) -> dict[str, str]:
    before = sorted(set(names))
    return dict(zip(before, chance.sample(before, len(before)), strict=True))


def records(articles: Sequence[Named], copies: int) -> Iterator[dict[str, str]]:
    """All copies, the articles themselves first, as records of JSON lines."""
    for number in range(copies):
        copy = Copy(number, articles) if number else None
        yield from (copy.of(one) if copy else _as_it_is(one.article) for one in articles)


def _as_it_is(article: Article) -> dict[str, str]:
    told = {"id": article.id, "title": article.title, "text": article.text}
    told["published"] = article.published and str(article.published)
    return {field: value for field, value in told.items() if value}


def first_of(inputs: Iterable[Path], first: int | None = None) -> list[Named]:
    """The articles, or the first of them, read for what is exchanged in them."""
    return [named(article) for article in islice(Intake(inputs, print), first)]


def write(file: Path, articles: Sequence[Named], copies: int) -> Path:
    """Writes copies of the articles as gzipped JSON lines; returns the file."""
    with gzip.open(file, "wt", compresslevel=1, encoding="utf-8") as lines:
        for record in records(articles, copies):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return file


def main() -> None:
    """Writes the file that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT")
    parser.add_argument("--copies", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=int)
    arguments = parser.parse_args()
    write(arguments.out, first_of(arguments.inputs, arguments.first), arguments.copies)


if __name__ == "__main__":
    main()
