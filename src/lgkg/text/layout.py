"""Tells an article from the page around it: site header, buttons, dates, repeated headlines, footers, comment forms.

What counts as boilerplate is a table of line patterns, `data/domain/boilerplate.csv`. Whatever no pattern knows stays
in the body: a doubtful line is content.

>>> page = "ข่าวกิจกรรม\\nอบต.ริมธารลงพื้นที่\\n3 มกราคม 2566\\nนายสมชาย ใจดี นายก อบต.ริมธาร ตรวจถนนสายหลักของตำบล"
>>> found = layout(page)
>>> found.title, found.published, [span.of(page)[:8] for span in found.body]
('อบต.ริมธารลงพื้นที่', datetime.date(2023, 1, 3), ['นายสมชาย'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lgkg.errors import DataError
from lgkg.tables import table
from lgkg.text.dates import find_dates
from lgkg.text.span import Span

_KINDS: Final = ("header", "date", "stamp", "source", "head", "tail", "line", "opening")
_LONGEST_BOILERPLATE: Final = 320
_LONGEST_HEADLINE: Final = 200
# The government's site prints up to 250 characters of a summary under the headline.
_LONGEST_SUMMARY: Final = 250
_LONGEST_VERSION: Final = 300
_LONGEST_TAIL_LINE: Final = 200
_SHORTEST_REPEAT: Final = 15
_LINE: Final = re.compile(r"[^\n]+")
_IGNORED_IN_REPEATS: Final = " \"'“”‘’.,…"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page; spans are in code points of the text given.

    Attributes:
        title: the headline, in its longest version.
        published: the day of publication that the page prints.
        url: the address that the page gives as its own.
        headings: headline and summary lines, each once, in its longest version.
        body: the paragraphs of the article, in order.
    """

    title: str | None
    published: date | None
    url: str | None
    headings: tuple[Span, ...]
    body: tuple[Span, ...]


class _Line(NamedTuple):
    span: Span
    text: str
    kind: str
    match: re.Match[str] | None


def layout(text: str) -> Layout:
    """Parts a page in normal form (`normalise`) into headings and body, and reads its date and address.

    A text without any boilerplate is all body, but for a first line that looks like a headline.

    Raises:
        DataError: the table of patterns holds one that is no regular expression, or an unknown kind.
    """
    lines = list(_classified(text))
    page = _Page([line for line in lines if line.kind == "content"])
    for line in lines:
        page.take(line)
    title = page.headings[0].span.of(text) if page.headings else None
    return Layout(title, page.published, page.url, tuple(head.span for head in page.headings), tuple(page.body))


@dataclass(slots=True)
class _Heading:
    """A headline as first met, grown to its longest version; `plain` is for comparison."""

    span: Span
    plain: str

    def repeats(self, plain: str) -> bool:
        """Whether one of the two is the other, whole or cut off."""
        shorter, longer = sorted((self.plain, plain), key=len)
        return longer.startswith(shorter) and (len(shorter) >= _SHORTEST_REPEAT or shorter == longer)


@dataclass(slots=True)
class _Page:
    """What has been read of a page so far."""

    content: list[_Line]
    headings: list[_Heading] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    published: date | None = None
    url: str | None = None
    has_header: bool = False
    taken: int = 0

    def take(self, line: _Line) -> None:
        if line.kind == "content":
            self._take_content(line)
            self.taken += 1
        elif line.match and line.kind == "header":
            self._take_header(line, line.match)
        elif line.match and line.kind in ("date", "stamp"):
            self._take_date(line, line.match)
        elif line.match and line.kind == "source":
            self.url = self.url or line.match["url"]
        elif line.kind == "head" and self.body:
            self.body.append(line.span)

    def _take_header(self, line: _Line, match: re.Match[str]) -> None:
        self.has_header = True
        start, end = match.span("headline")
        span = Span(line.span.start + start, line.span.start + end)
        self.headings.append(_Heading(span, _plain(match["headline"])))

    def _take_date(self, line: _Line, match: re.Match[str]) -> None:
        """The page's date; a line that is a date inside the article is content (a programme of events)."""
        if line.kind == "date" and self.body:
            self.body.append(line.span)
        else:
            self.published = self.published or _day(match)

    def _take_content(self, line: _Line) -> None:
        may_repeat = len(line.text) <= 2 * _LONGEST_SUMMARY and (not self.body or self._begins_like_heading(line.text))
        plain = _plain(line.text) if may_repeat else ""
        known = next((head for head in self.headings if plain and head.repeats(plain)), None)
        if known and len(plain) <= len(known.plain):
            return  # the headline once more, whole or cut off
        if self.body or self._is_last():
            self.body.append(line.span)
        elif known and len(line.text) <= _LONGEST_VERSION:
            known.span, known.plain = line.span, plain
        elif self._is_heading(line):
            self.headings.append(_Heading(line.span, plain))
        elif not (self.has_header and self._is_cut_off(plain)):
            self.body.append(line.span)

    def _begins_like_heading(self, text: str) -> bool:
        start = _plain(text[:_SHORTEST_REPEAT])
        return any(head.plain.startswith(start) or start.startswith(head.plain) for head in self.headings)

    def _is_last(self) -> bool:
        return self.taken + 1 >= len(self.content)

    def _is_heading(self, line: _Line) -> bool:
        """The first line, if something longer follows; under a site's header also the summary, cut off or not."""
        if _table()["opening"][0].match(line.text):
            return False
        if self.has_header:
            is_summary = len(self.headings) < 2 and len(line.text) <= _LONGEST_SUMMARY
            return is_summary and not self._is_cut_off(_plain(line.text))
        following = max(len(other.text) for other in self.content[self.taken + 1 : self.taken + 20])
        return not self.headings and len(line.text) <= min(_LONGEST_HEADLINE, following)

    def _is_cut_off(self, plain: str) -> bool:
        """Whether the line is the beginning of the next one, which the site prints above it as a summary."""
        following = _plain(self.content[self.taken + 1].text[: 2 * _LONGEST_SUMMARY])
        return len(following) > len(plain) >= 4 * _SHORTEST_REPEAT and following.startswith(plain)


def _classified(text: str) -> Iterator[_Line]:
    """Every line that is not blank with its kind: one of the table's, or `content`."""
    in_tail = False
    has_content = False
    for found in _LINE.finditer(text):
        line = found[0]
        if line.isspace():
            continue
        kind, match = _kind(line)
        in_tail = (in_tail and len(line) <= _LONGEST_TAIL_LINE) or (kind == "tail" and has_content)
        if in_tail and kind == "content":
            kind = "tail"
        has_content = has_content or kind == "content"
        yield _Line(Span(*found.span()), line, kind, match)


def _kind(line: str) -> tuple[str, re.Match[str] | None]:
    if len(line) > _LONGEST_BOILERPLATE:
        return "content", None
    for kind, patterns in _table().items():
        for pattern in patterns if kind != "opening" else ():
            match = pattern.fullmatch(line)
            if match and (kind not in ("date", "stamp") or _day(match)):
                return kind, match
    return "content", None


def _day(match: re.Match[str]) -> date | None:
    return _only_day(match["date"])


@lru_cache(maxsize=1 << 8)
def _only_day(text: str) -> date | None:
    dates = find_dates(text, None)
    return dates[0].start if len(dates) == 1 and dates[0].end is None else None


def _plain(line: str) -> str:
    for sign in _IGNORED_IN_REPEATS:
        line = line.replace(sign, "")
    return line


@cache
def _table() -> dict[str, list[re.Pattern[str]]]:
    """Kind -> its patterns; those without groups as one."""
    sources: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for row in table("boilerplate"):
        if row["where"] not in sources:
            raise DataError(
                f"the row {row['id']} has the unknown kind {row['where']!r}",
                where="data/domain/boilerplate.csv",
                remedy=f"Use one of {', '.join(_KINDS)}",
            )
        sources[row["where"]].append(row["pattern"])
    return {kind: _compiled(patterns) for kind, patterns in sources.items()}


def _compiled(patterns: list[str]) -> list[re.Pattern[str]]:
    grouped = [pattern for pattern in patterns if "(?P<" in pattern]
    plain = [f"(?:{pattern})" for pattern in patterns if "(?P<" not in pattern]
    try:
        return [re.compile(pattern) for pattern in [*grouped, *(["|".join(plain)] if plain else [])]]
    except re.error as error:
        raise DataError(
            f"{error.pattern!r} is no regular expression: {error}",
            where="data/domain/boilerplate.csv",
            remedy="Correct the pattern",
        ) from error
