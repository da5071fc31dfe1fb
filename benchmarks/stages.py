"""What an article costs by stage, on one core, beside a bare scan for the terms and pythainlp's tokeniser."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from typing import TypeVar

from pythainlp.tokenize import word_tokenize

from lgkg.article import Article
from lgkg.domain.lexicon import lexicon
from lgkg.identity import EqualNames, signature
from lgkg.rdf import article_quads
from lgkg.reading import read
from lgkg.reading.document import Document
from lgkg.reading.hits import whole_hits
from lgkg.store import packed
from lgkg.text import layout, normalise

T = TypeVar("T")

_IDS = EqualNames()


def rows(articles: Sequence[Article], runs: int) -> Iterator[tuple[str, str]]:
    """One row a stage: articles and megabytes a second and the share of the whole, medians of the processor's time."""
    seconds = _medians(_works(articles), runs)
    laid_out, scan, reading = (seconds[name] for name in ("normalise, layout", "scan", "reading"))
    whole = reading + seconds["quads"]
    megabytes = sum(len(article.text.encode("utf-8", "replace")) for article in articles) / 1e6
    for name, spent in {
        "an article to its quads": whole,
        "· normal form and layout": laid_out,
        "· scan for terms": scan,
        "· rules of reading": reading - laid_out - scan,
        "· quads": seconds["quads"],
        "beside: gzip": seconds["gzip"],
        "beside: signature for near-duplicates": seconds["signature"],
        "beside: bare Aho–Corasick scan": seconds["bare scan"],
        "beside: pythainlp newmm": seconds["newmm"],
    }.items():
        yield name, f"{len(articles) / spent:,.0f}/s, {megabytes / spent:,.2f} MB/s, {spent / whole:.0%}"


def _works(articles: Sequence[Article]) -> dict[str, Callable[[], None]]:
    """What is timed: each does its stage, or stages, for all articles."""
    texts, facts = [Document(article).text for article in articles], [read(article) for article in articles]
    quads = [article_quads(found, _IDS) for found in facts]
    return {
        "normalise, layout": partial(_each, lambda article: layout(normalise(article.text).text), articles),
        "scan": partial(_each, whole_hits, texts),
        "reading": partial(_each, read, articles),
        "quads": partial(_each, lambda found: article_quads(found, _IDS), facts),
        "gzip": partial(_each, packed, quads),
        "signature": partial(_each, lambda article: signature(article.text), articles),
        "bare scan": partial(_each, lexicon().matches, texts),
        "newmm": partial(_each, lambda text: word_tokenize(text, engine="newmm"), texts),
    }


def _each(work: Callable[[T], object], items: Sequence[T]) -> None:
    for item in items:
        work(item)


def _medians(works: dict[str, Callable[[], None]], runs: int) -> dict[str, float]:
    """The median of several runs for each; they take turns, so that what disturbs the machine disturbs all."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            start = time.process_time()
            work()
            seconds[name].append(time.process_time() - start)
    return {name: median(spent) for name, spent in seconds.items()}
