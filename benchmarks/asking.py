"""Asks the built-in questions of graphs of growing size; prints how their time and their answers grow.

    python benchmarks/asking.py GRAPH GRAPH... [--runs N]

The graphs are those of `growth.py --keep`: so many copies of the same articles, in the order of their size. Asked is
about the thing that the first graph tells most of: its busiest person, the office with most holders; a question about
a kind of thing that it does not have is left out. Seconds are of
the processor, ours and the engine's together, until all rows are read: medians of several runs, in which the graphs
take turns. An exponent is that of the growth from the first graph to the last by articles: 1 is in step with them.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from pathlib import Path
from statistics import median
from typing import cast

from processes import spent

from lgkg.errors import NameUnclearError
from lgkg.graph import Graph, open_graph
from lgkg.questions import Kind, Question, find, questions
from lgkg.store.values import Iri, Value

PATIENCE = 600.0
"""Seconds by the clock before a question is given up; other work may take most of the processor."""

_MOST = {
    Kind.PERSON: "?x lgkg:participant ?it",
    Kind.OFFICE: "?x lgkg:office ?it",
    Kind.ORGANISATION: "?x org:postIn ?it",
    Kind.PLACE: "?x a lgkg:LocalGovernment ; lgkg:jurisdiction/schema:containedInPlace+ ?it",
    Kind.PROVINCE: "?x lgkg:province ?it",
    Kind.POLICY: "?it a lgkg:Policy ; lgkg:evidence ?x",
    Kind.ARTICLE: "?x a lgkg:Meeting ; lgkg:evidence/oa:hasSource ?it",
}
_BUSIEST = "SELECT ?it {{ {} }} GROUP BY ?it ORDER BY DESC(COUNT(DISTINCT ?x)) ?it LIMIT 1"

Asked = Callable[[Graph], int]
"""Asks a graph; gives the number of rows."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How a question fares at each size: seconds of the processor, and rows of the answer.

    Attributes:
        articles: how many articles each graph has.
        seconds: the medians of several runs.
        rows: how long the answers are.
    """

    question: str
    articles: tuple[int, ...]
    seconds: tuple[float, ...]
    rows: tuple[int, ...]

    @property
    def of_time(self) -> float:
        """The exponent of time; 0 of graphs of one size."""
        return self._exponent(self.seconds)

    @property
    def of_rows(self) -> float:
        """The exponent of the rows; none of an answer that was empty is 0."""
        return self._exponent(self.rows) if all(self.rows) else 0.0

    def _exponent(self, figures: Sequence[float]) -> float:
        if self.articles[-1] == self.articles[0]:
            return 0.0
        return log(figures[-1] / figures[0]) / log(self.articles[-1] / self.articles[0])


def measured(folders: Sequence[Path], runs: int) -> Iterator[Growth]:
    """The growth of each question over graphs from the smallest to the largest."""
    graphs = [open_graph(folder, timeout=PATIENCE) for folder in folders]
    for graph in graphs:
        graph.start()
    articles = tuple(graph.manifest.articles for graph in graphs)
    for name, ask in _asked(graphs[0]):
        taken = [[_timed(ask, graph) for graph in graphs] for _ in range(runs)]
        seconds = tuple(median(times) for times in zip(*([one for one, _ in run] for run in taken), strict=True))
        yield Growth(name, articles, seconds, tuple(rows for _, rows in taken[0]))
    for graph in graphs:
        graph.close()


def _timed(ask: Asked, graph: Graph) -> tuple[float, int]:
    before = spent(os.getpid())
    rows = ask(graph)
    return spent(os.getpid()) - before, rows


def _asked(graph: Graph) -> Iterator[tuple[str, Asked]]:
    """All that is asked, by what it is called."""
    things = {kind: thing for kind in _MOST if (thing := _busiest(graph, kind))}
    for question in questions():
        for name, given in _ways(question, things):
            yield name, partial(_rows, question, given)
    if Kind.PERSON in things:
        ((called,),) = graph.query("SELECT ?name { ?it foaf:name ?name } LIMIT 1", it=things[Kind.PERSON])
        yield "a name, as it is written", partial(_found, str(called))
        yield "a name, without its first letter", partial(_found, str(called)[1:])


def _busiest(graph: Graph, kind: Kind) -> Iri | None:
    return next((cast(Iri, thing) for (thing,) in graph.query(_BUSIEST.format(_MOST[kind]))), None)


def _ways(question: Question, things: dict[Kind, Iri]) -> Iterator[tuple[str, dict[str, Value]]]:
    """With what must be given alone, and with each thing that may be; not at all where that is about nothing."""
    wanted = [parameter for parameter in question.parameters if not parameter.optional]
    if any(one.kind in _MOST and one.kind not in things for one in wanted):
        return
    given: dict[str, Value] = {one.name: things.get(one.kind, one.example) for one in wanted}
    yield question.id, given
    for parameter in question.parameters:
        if parameter.optional and parameter.kind in things:
            yield f"{question.id}, of one {parameter.kind}", given | {parameter.name: things[parameter.kind]}


def _rows(question: Question, given: dict[str, Value], graph: Graph) -> int:
    return sum(1 for _ in question.ask(graph, **given))


def _found(name: str, graph: Graph) -> int:
    """How many people a name may mean: copies may have another of the name."""
    try:
        find(graph, Kind.PERSON, "person", name)
    except NameUnclearError as error:
        return error.meanings
    return 1


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", nargs="+", type=Path, metavar="GRAPH")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print(f"| question {'| ms | rows ' * len(arguments.graphs)}| time grows | rows grow |")
    print(f"|---{'|---:|---:' * len(arguments.graphs)}|---:|---:|")
    for it in measured(arguments.graphs, arguments.runs):
        cells = (f"{1_000 * s:,.0f} | {rows:,}" for s, rows in zip(it.seconds, it.rows, strict=True))
        print(f"| {it.question} | {' | '.join(cells)} | {it.of_time:.2f} | {it.of_rows:.2f} |", flush=True)


if __name__ == "__main__":
    main()
