"""What an article costs by stage, on one core, beside a bare scan for the terms, pythainlp's tokeniser and rdflib."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TypeVar

from pythainlp.tokenize import word_tokenize
from rdflib import Dataset

from lgkg.article import Article
from lgkg.domain.lexicon import lexicon
from lgkg.identity import EqualNames, signature
from lgkg.rdf import article_quads
from lgkg.reading import read
from lgkg.reading.document import Document
from lgkg.reading.hits import whole_hits
from lgkg.store import packed
from lgkg.text import layout, letters, normalise

T = TypeVar("T")

_IDS = EqualNames()


@dataclass(frozen=True, slots=True)
class Stages:
    """What some articles took by stage.

    Attributes:
        articles: how many they are.
        megabytes: their texts in UTF-8.
        quads: how many quads they come to.
        seconds: stage -> seconds of the processor, the median of several runs.
    """

    articles: int
    megabytes: float
    quads: int
    seconds: dict[str, float]

    @property
    def whole(self) -> float:
        """Seconds for all that is done to an article until its quads are there."""
        return self.seconds["reading"] + self.seconds["quads"]


def measured(articles: Sequence[Article], runs: int) -> Stages:
    """Times all stages, and what stands beside them; they take turns, so that what disturbs one disturbs all."""
    quads = sum(article_quads(read(article), _IDS).count(b"\n") for article in articles)
    word_tokenize("เทศบาล", engine="newmm")  # loads its dictionary, as lgkg has just loaded its own
    megabytes = sum(len(article.text.encode("utf-8", "replace")) for article in articles) / 1e6
    return Stages(len(articles), megabytes, quads, _medians(_works(articles), runs))


def rows(stages: Stages) -> Iterator[tuple[str, str]]:
    """One row a stage: articles and megabytes a second and the share of the whole."""
    seconds, whole = stages.seconds, stages.whole
    laid_out, scan = seconds["normalise, layout"], seconds["scan"]
    for name, spent in {
        "an article to its quads": whole,
        "· normal form and layout": laid_out,
        "· scan for terms": scan,
        "· rules of reading": seconds["reading"] - laid_out - scan,
        "· quads": seconds["quads"],
        "beside: gzip": seconds["gzip"],
        "beside: signature for near-duplicates": seconds["signature"],
        "beside: bare Aho–Corasick scan": seconds["bare scan"],
        "beside: pythainlp newmm": seconds["newmm"],
        "beside: rdflib's N-Quads": seconds["rdflib"],
    }.items():
        yield name, f"{stages.articles / spent:,.0f}/s, {stages.megabytes / spent:,.2f} MB/s, {spent / whole:.0%}"


def _works(articles: Sequence[Article]) -> dict[str, Callable[[], object]]:
    """What is timed: each does its stage, or stages, for all articles."""
    texts, facts = [Document(article).text for article in articles], [read(article) for article in articles]
    quads = [article_quads(found, _IDS) for found in facts]
    return {
        "normalise, layout": partial(_each, lambda article: layout(normalise(article.text).text), articles),
        "scan": partial(_each, lambda text: whole_hits(letters(text)), texts),
        "reading": partial(_each, read, articles),
        "quads": partial(_each, lambda found: article_quads(found, _IDS), facts),
        "gzip": partial(_each, packed, quads),
        "signature": partial(_each, lambda article: signature(article.text), articles),
        "bare scan": partial(_each, lambda text: lexicon().matches(letters(text)), texts),
        "newmm": partial(_each, lambda text: word_tokenize(text, engine="newmm"), texts),
        "rdflib": partial(Dataset().parse(data=b"".join(quads), format="nquads").serialize, format="nquads"),
    }


def _each(work: Callable[[T], object], items: Sequence[T]) -> None:
    for item in items:
        work(item)


def _medians(works: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            start = time.process_time()
            work()
            seconds[name].append(time.process_time() - start)
    return {name: median(spent) for name, spent in seconds.items()}
