"""One JSON object as an article: `id`, `text`, and if known `published`, `title`, `url`, `publisher`.

Other keys are ignored. Without `id` or `text` there is no article. What is wrong with the other four is told, and the
article is read without them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.iris import LONGEST, web_iri
from lgkg.sources.checks import article_id, article_text
from lgkg.sources.problem import Problem


def line(article: Article) -> bytes:
    """An article as a line of JSON Lines, as `articles` reads it."""
    day = article.published.isoformat() if article.published else None
    about = {"title": article.title, "published": day, "url": article.url, "publisher": article.publisher}
    told = {"id": article.id, **about, "text": article.text}
    named = {key: value for key, value in told.items() if value is not None}
    return json.dumps(named, ensure_ascii=False).encode() + b"\n"


def parse(text: str, where: str) -> object:
    """The value that a piece of JSON stands for.

    Raises:
        InputError: it is not JSON, or nested too deep.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"broken JSON at column {error.colno}: {_PLAIN_WORDS.get(error.msg, error.msg)}"
        if error.lineno > 1:
            what = f"broken JSON in line {error.lineno}, column {error.colno}: {_PLAIN_WORDS.get(error.msg, error.msg)}"
    except RecursionError:
        what = "the JSON is nested too deep"
    except ValueError:
        what = "the JSON holds a number with too many digits"
    raise InputError(what, where=where, remedy="Mend it, or write the file anew from its source")


def articles(value: object, where: str) -> Iterator[Article | Problem]:
    """The article in a JSON value, with a problem before it for each detail that was left out.

    A detail has up to 1,000 letters; a publisher is written on one line.

    Raises:
        InputError: the value is no object, or its id or text is missing or unfit.
    """
    if not isinstance(value, dict):
        raise InputError(
            f"is {kind_of(value)} where an object is expected",
            where=where,
            remedy='Write each article as {"id": "…", "text": "…"}',
        )
    id, text = article_id(_id(value, where), where), article_text(_required(value, "text", where), where)
    problems: list[Problem] = []
    title = _optional(value, "title", where, problems)
    published = _published(_optional(value, "published", where, problems), where, problems)
    url = _web_address(_optional(value, "url", where, problems), where, problems)
    publisher = " ".join((_optional(value, "publisher", where, problems) or "").split()) or None
    yield from problems
    yield Article(id, text, title, published, url, where, publisher)


def _id(record: dict[str, object], where: str) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _required(record, "id", where)


def _required(record: dict[str, object], key: str, where: str) -> str:
    value = record.get(key)
    if isinstance(value, str):
        return value
    what = f"`{key}` is missing" if value is None else f"`{key}` is {kind_of(value)} where text is expected"
    raise InputError(what, where=where, remedy=f'Write "{key}": "…"')


def _optional(record: dict[str, object], key: str, where: str, problems: list[Problem]) -> str | None:
    value = record.get(key)
    if value is None or (isinstance(value, str) and len(value) <= LONGEST and not _UNFIT.search(value)):
        return value.strip() or None if value else None
    what = f"is {kind_of(value)}, not text"
    if isinstance(value, str):
        what = "holds characters that are not text" if len(value) <= LONGEST else f"is longer than {LONGEST:,} letters"
    problems.append(Problem(where, f"`{key}` {what}; the article is read without it", f'Write "{key}": "…"'))
    return None


def _published(value: str | None, where: str, problems: list[Problem]) -> date | None:
    if value is None:
        return None
    try:
        found = date.fromisoformat(value[:10]) if _DAY.match(value) else None
    except ValueError:
        found = None
    if found and found.year < _FIRST_YEAR_OF_BUDDHIST_ERA:
        return found
    problems.append(
        Problem(
            where,
            f"`published` is {value[:40]!r}, which is no date of the common era; the article is read without it",
            "Write it as 2022-10-12",
        )
    )
    return None


def _web_address(value: str | None, where: str, problems: list[Problem]) -> str | None:
    """The address, if the graph can hold it."""
    if value is None or web_iri(value):
        return value
    what = f"`url` is {value[:40]!r}, which is no plain web address; the article is read without it"
    problems.append(Problem(where, what, f"Write it as https://…, without user name, in less than {LONGEST:,} letters"))
    return None


def kind_of(value: object) -> str:
    """What a JSON value is, for messages: `a list`, `text`, `a number`."""
    return _KINDS.get(type(value), "a number")


_UNFIT = re.compile(r"[\x00\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")
_FIRST_YEAR_OF_BUDDHIST_ERA = 2400
_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    type(None): "null",
}
_PLAIN_WORDS = {
    "Expecting value": "a value is missing here",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Unterminated string starting at": "the text that starts here has no closing quote",
    "Invalid control character at": "a raw line break or control character stands inside the text here",
    "Invalid \\escape": "a backslash stands here before a letter that it does not go with",
    "Invalid \\uXXXX escape": "\\u stands here without four hexadecimal digits",
    "Extra data": "something follows the end of the value",
}
"""The messages of Python's `json` -> what they mean to somebody who has to mend the file."""
