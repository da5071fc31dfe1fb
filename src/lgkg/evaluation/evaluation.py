"""Measures a graph by annotations of its articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from os import PathLike

from lgkg.evaluation.annotations import Annotation
from lgkg.evaluation.calibration import Band, calibrate, judge
from lgkg.evaluation.comparison import Comparison, compare
from lgkg.evaluation.folder import load_annotations
from lgkg.evaluation.graph_facts import ArticleFacts
from lgkg.evaluation.graph_reader import read_facts
from lgkg.evaluation.printed import Printed
from lgkg.evaluation.scores import Counts, Kind
from lgkg.evaluation.tally import Mistake
from lgkg.evaluation.texts import article_texts
from lgkg.graph import Graph


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well a graph says what the annotations say.

    Attributes:
        articles: how many articles are annotated.
        absent: ids of those that the graph does not hold; all that is annotated of them is missed.
        scores: the counts of each kind of fact, over all articles, with precision, recall and F1.
        mistakes: all that is missed, spurious or wrong, by kind and article.
        calibration: how many facts are right per band of confidence.
    """

    articles: int
    absent: tuple[str, ...]
    scores: Mapping[Kind, Counts]
    mistakes: tuple[Mistake, ...]
    calibration: tuple[Band, ...]


def evaluate(gold: str | PathLike[str], graph: Graph | str | PathLike[str]) -> Evaluation:
    """Measures a graph by annotations of articles that it was built from.

    How kinds of fact are matched is told in `comparison`, `matching` and `labels`. Where a missed fact is printed is
    looked up in the article, read again from where the build read it; where it is no longer there, or has changed,
    in the passages that the graph cites from it.

    Args:
        gold: the folder of the annotations; for their form see `annotations`.
        graph: the graph or its folder. Articles in it that are not annotated do not count.

    Raises:
        InputError: an annotation is missing or broken.
        GraphError: the folder is not a graph, or is damaged.
    """
    annotations = load_annotations(gold)
    with nullcontext(graph) if isinstance(graph, Graph) else Graph(graph) as opened:
        facts = read_facts(opened, [annotation.id for annotation in annotations])
        texts = article_texts(opened.path, {id: said.text_sha256 for id, said in facts.items()})
    return evaluated(annotations, facts, texts)


def evaluated(
    annotations: Iterable[Annotation], facts: Mapping[str, ArticleFacts], texts: Mapping[str, str]
) -> Evaluation:
    """The evaluation of what was read.

    Args:
        annotations: one an article.
        facts: id of an article -> what the graph says of it.
        texts: id of an article -> its text, where it is at hand.
    """
    in_order = sorted(annotations, key=lambda annotation: annotation.id)
    said = [facts.get(annotation.id, ArticleFacts()) for annotation in in_order]
    compared = [
        compare(annotation, one, Printed([texts[annotation.id]] if annotation.id in texts else one.passages))
        for annotation, one in zip(in_order, said, strict=True)
    ]
    judged = (
        judgement
        for annotation, one, comparison in zip(in_order, said, compared, strict=True)
        for judgement in judge(annotation, one, comparison.meetings)
    )
    return Evaluation(
        len(in_order),
        tuple(annotation.id for annotation in in_order if annotation.id not in facts),
        _scores(compared),
        _mistakes(compared),
        calibrate(judged),
    )


def _scores(compared: Iterable[Comparison]) -> dict[Kind, Counts]:
    scores = dict.fromkeys(Kind, Counts())
    for comparison in compared:
        for kind, counts in comparison.tally.counts.items():
            scores[kind] += counts
    return scores


def _mistakes(compared: Iterable[Comparison]) -> tuple[Mistake, ...]:
    place = {kind: number for number, kind in enumerate(Kind)}
    found = (mistake for comparison in compared for mistake in comparison.tally.mistakes)
    return tuple(sorted(found, key=lambda mistake: place[mistake.kind]))
