"""Finds Thai dates in running text: `3 ตุลาคม 2565`, `8 พ.ย.61`, `16/03/2567`, `30 ม.ค. – 2 ก.พ. 2566`, `24 ส.ค.นี้`.

A pattern finds the single dates, by the name of the month (`data/domain/months.csv`) or by its number. Dates with a
range word between them are then joined, so that a range may mix styles and run over months and years. At last years
are settled: those of the Buddhist era (two digits always are), those of the common era, and those the text leaves out.

>>> find_dates("22-24 ส.ค. 68", None)
[DateMention(span=Span(start=0, end=13), start=datetime.date(2025, 8, 22), end=datetime.date(2025, 8, 24))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from lgkg.tables import table, values
from lgkg.text.span import Span

# Bounded runs keep the search linear whatever the text is.
_GAP: Final = r"[^\S\n]{0,8}"
# The digit of a number that is not the tail of a longer one, of a decimal or of a clock time. (The set comes first, the
# look back after it: so the engine can skip ahead to the next digit.)
_FIRST_DIGIT: Final = r"[0-9๐-๙\uff10-\uff19](?<!\d\d)(?<!\d[.,:/]\d)"
_DAY: Final = _FIRST_DIGIT + r"\d?(?!\d)"
_WEEKDAY: Final = r"(?:วัน[ก-์]{0,10}ที่" + _GAP + ")?"
_RANGE_WORD: Final = rf"{_GAP}(?:[-–—−~]|(?:จน)?ถึง){_GAP}{_WEEKDAY}"
_COMMON_ERA: Final = rf"ค{_GAP}\.?{_GAP}ศ{_GAP}\.?|คริสต์?ศักราช"
_BUDDHIST_ERA: Final = rf"พ{_GAP}\.?{_GAP}ศ{_GAP}\.?|พุทธศักราช"
_ERA: Final = rf"(?:ปี{_GAP})?(?:{_BUDDHIST_ERA}|(?P<common>{_COMMON_ERA}))?{_GAP}"
# Four digits or two that begin neither a longer number nor a date by numbers.
_YEAR: Final = _ERA + r"(?P<year>\d{4}|\d\d)(?![.,:]?\d|(?P<sep>[/.-])\d\d?(?P=sep)\d{4})"
# Behind the first digit of a date.
_NUMBERED: Final = r"\d{0,3}(?P<bar>[/.-])(?P<number>\d\d?)(?P=bar)(?P<end>\d{1,4})(?!\d|(?P=bar)|[.,:]\d)"
_DIGITS: Final = re.compile(r"\d+")
_GAPS: Final = re.compile(r"[\s.]+")
_JOINED: Final = re.compile(_RANGE_WORD)
_EARLIEST: Final = 1800
_LATEST: Final = 2200


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a range of days as a text states it.

    Attributes:
        span: from the first digit to the last character of the date, in code points of the text searched.
        start: the day, or the first day of a range.
        end: the last day of a range; None for a single day.
    """

    span: Span
    start: date
    end: date | None


class _Part(NamedTuple):
    """A date before its year is settled; `first_day` is set where a range of days shares the month (22-24 ส.ค.)."""

    span: Span
    first_day: int | None
    day: int
    month: int
    year: int | None


def find_dates(text: str, reference: date | None) -> list[DateMention]:
    """The dates in `text`, in order.

    Args:
        text: any text, in normal form or not.
        reference: the day the text was published. A date without a year gets the year that puts it nearest to this
            day; without a reference such a date is left out.

    Returns:
        One mention a date or range. Impossible dates (`31 ก.พ.`) are no dates; words such as `วันนี้` are not read here.
    """
    parts = list(_parts(text))
    mentions: list[DateMention] = []
    at = 0
    while at < len(parts):
        joined = _joined(text, parts[at], parts[at + 1], reference) if at + 1 < len(parts) else None
        mention = joined or _single(parts[at], reference)
        if mention:
            mentions.append(mention)
        at += 2 if joined else 1
    return mentions


def fiscal_year(be: int) -> tuple[date, date]:
    """The first and the last day of a Thai fiscal year, named by its Buddhist-era year: 1 October to 30 September."""
    return date(be - 544, 10, 1), date(be - 543, 9, 30)


@cache
def month_names() -> dict[str, int]:
    """Every name, abbreviation and variant of a month, without dots, and its number."""
    return {
        name.replace(".", ""): int(row["id"])
        for row in table("months")
        for name in (row["th"], *values(row["abbreviations"]))
    }


@cache
def _pattern() -> re.Pattern[str]:
    """A date by the name of the month or by its number; one search is enough, since both begin with the same digit."""
    names = "|".join(sorted(map(_month_pattern, _month_forms()), key=len, reverse=True))
    days = rf"\d?(?!\d)(?:{_RANGE_WORD}(?P<last>{_DAY})|{_GAP}(?:และ|,){_GAP}(?P<next>{_DAY}))?"
    named = rf"{days}{_GAP}(?:เดือน{_GAP})?(?P<month>{names})(?:{_GAP},?{_GAP}{_YEAR})?"
    return re.compile(rf"{_FIRST_DIGIT}(?:{named}|{_NUMBERED})")


def _month_forms() -> Iterator[tuple[str, str]]:
    for row in table("months"):
        for form in (row["th"], *values(row["abbreviations"])):
            yield form, row["th"]


def _month_pattern(form_and_name: tuple[str, str]) -> str:
    """One spelling of a month.

    An abbreviation may lack its dots or have spaces between, but is none in `ก.ค.ศ.` (a commission); a clipped name
    (`ตุลา`) must end there.
    """
    form, name = form_and_name
    if "." in form:
        letters = form.strip(".").split(".")
        return rf"{_GAP}\.?{_GAP}".join(letters) + r"(?!\s?\.[ศร]\.)(?:\s?\.|(?![ก-๎]))"
    return form if len(form) > len(name) - 2 else rf"{form}(?=นี้|[^ก-์]|\Z)"


def _parts(text: str) -> Iterator[_Part]:
    at = 0
    while match := _pattern().search(text, at):
        part = _named(match) if match["month"] else _numbered(match)
        if part is not None:
            yield part
        # `1-2 มกราคม` in `3-1-2 มกราคม` is one, whatever becomes of the match at 3.
        at = match.end() if part is not None else match.start() + len(_leading(match))


def _named(match: re.Match[str]) -> _Part | None:
    token = _GAPS.sub("", match["month"])
    year = _year(match["year"], bool(match["common"]), month_names()[token])
    if "." not in match["month"] and len(token) < 4 and year is None:
        return None  # `5 มีคน`: an abbreviation without a dot is one only before a year
    return _days(match, month_names()[token], year, match.end() if year else match.end("month"))


def _days(match: re.Match[str], month: int, year: int | None, end: int) -> _Part:
    """`5-7`: a range of days; `5 และ 6`: likewise, if they follow each other; else the day next to the month."""
    first, last, following = _leading(match), match["last"], match["next"]
    if last and int(first) < int(last):
        return _Part(Span(match.start(), end), int(first), int(last), month, year)
    if following and int(first) + 1 == int(following):
        return _Part(Span(match.start(), end), int(first), int(following), month, year)
    start = match.start("last") if last else match.start("next") if following else match.start()
    return _Part(Span(start, end), None, int(last or following or first), month, year)


def _numbered(match: re.Match[str]) -> _Part | None:
    text, start, bar, month = match.string, match.start(), match["bar"], int(match["number"])
    if text[start - 1 : start] == bar:
        return None  # the middle of a longer number
    first, last = _leading(match), match["end"]
    day, digits = (last, first) if len(first) == 4 else (first, last)  # ISO 8601 begins with the year
    year = _year(digits, False, month)
    if year and len(day) < 3 and (len(digits) == 4 or bar == "/"):
        return _Part(Span(*match.span()), None, int(day), month, year)
    return None


def _leading(match: re.Match[str]) -> str:
    """The digits that a match begins with."""
    number = _DIGITS.match(match[0])
    assert number is not None
    return number[0]


def _year(digits: str | None, common_era: bool, month: int) -> int | None:
    """The year of the common era; None for what cannot be the year of a press release's date.

    Until 1940 the Thai year began in April, so that January to March belong to the next common year (Calendar Year
    Act, B.E. 2483).
    """
    if digits is None or len(digits) not in (2, 4):
        return None
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if common_era else 2500 - 543
    elif not common_era and year > _LATEST:
        year -= 542 if year < 2483 and month < 4 else 543
    return year if _EARLIEST < year < _LATEST else None


def _single(part: _Part, reference: date | None) -> DateMention | None:
    last = _date(part.year, part.month, part.day) if part.year else _nearest(part, reference)
    if last is None:
        return None
    first = _date(last.year, part.month, part.first_day) if part.first_day else None
    return DateMention(part.span, first or last, last if first else None)


def _joined(text: str, left: _Part, right: _Part, reference: date | None) -> DateMention | None:
    """One range of two dates with a range word between; None where they do not make a range."""
    if left.first_day or right.first_day or not _JOINED.fullmatch(text, left.span.end, right.span.start):
        return None
    wraps = (left.month, left.day) > (right.month, right.day)
    start_year, end_year = left.year, right.year
    if start_year is None and end_year is None:
        nearest = _nearest(left, reference)
        start_year = nearest.year if nearest else None
    if start_year is None and end_year is not None:
        start_year = end_year - wraps
    if start_year is None:
        return None
    start = _date(start_year, left.month, left.day)
    end = _date(end_year or start_year + wraps, right.month, right.day)
    if not start or not end or end <= start:
        return None
    return DateMention(Span(left.span.start, right.span.end), start, end)


def _nearest(part: _Part, reference: date | None) -> date | None:
    """The day nearest to the reference; 29 February may lie up to eight years off, any other in a year beside it."""
    if reference is None:
        return None
    reach = 8 if (part.month, part.day) == (2, 29) else 1
    years = range(max(reference.year - reach, 1), min(reference.year + reach, 9999) + 1)
    days = [day for year in years if (day := _date(year, part.month, part.day))]
    return min(days, key=lambda day: (abs(day - reference), day), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
