"""`lgkg load`: puts a graph into a triple store and proves that it arrived."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.outcome import DONE, PROBLEMS, Interrupted
from lgkg.cli.progress import sending_bar
from lgkg.cli.terminal import one_line, say, write

if TYPE_CHECKING:
    from lgkg.loading import Asked, Difference, LoadReport, Proof

_NAMED = 20
"""How many graphs that differ are named."""


class Kind(StrEnum):
    """The kinds of `lgkg.store.remote.KINDS`, named here too so that `--help` need not load them."""

    AUTO = "auto"
    FUSEKI = "fuseki"
    VIRTUOSO = "virtuoso"
    OXIGRAPH = "oxigraph"
    QLEVER = "qlever"
    RDF4J = "rdf4j"
    NEPTUNE = "neptune"
    SPARQL = "sparql"


class Mode(StrEnum):
    """The modes of `lgkg.loading.Mode`, likewise."""

    REPLACE = "replace"
    APPEND = "append"


def load(
    graph: GraphFolder,
    to: Annotated[str, typer.Option(metavar="URL", help="The store: http://localhost:3030/ds, …/sparql, …")],
    kind: Annotated[Kind, typer.Option(help="The kind of store; rdf4j is GraphDB too.")] = Kind.AUTO,
    mode: Annotated[Mode, typer.Option(help="What becomes of an article's graph that is there.")] = Mode.REPLACE,
    since: Annotated[
        Path | None,
        typer.Option(metavar="OLD", readable=False, help="Only what changed since this graph, which the store has."),
    ] = None,
    graph_prefix: Annotated[
        str, typer.Option("--graph", metavar="PREFIX", help="Let the names of graphs begin with this.")
    ] = "",
    prune: Annotated[bool, typer.Option("--prune", help="Drop graphs with such names that the graph has not.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Send all, also what the store has taken before.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=32, metavar="N", help="Requests under way at once.")] = 2,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be sent.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only compare; send nothing.")] = False,
    graph_store: Annotated[
        str, typer.Option(metavar="URL", help="The Graph Store Protocol of a store of kind sparql.")
    ] = "",
    update: Annotated[str, typer.Option(metavar="URL", help="The updates of a store of kind sparql.")] = "",
    timeout: Annotated[
        int, typer.Option(min=1, max=86_400, metavar="SECONDS", help="How long the store may be silent.")
    ] = 300,
) -> int:
    """Put a graph into a triple store and prove that it arrived.

    Each article stays a graph of its own. What the store has taken is remembered: a second run sends only what is
    missing. In the end the triples of every graph are counted there and five questions are asked of both; what differs
    is named. Who you are is read from LGKG_LOAD_USER and LGKG_LOAD_PASSWORD, or LGKG_LOAD_TOKEN.

    \b
    Example:
      lgkg load out/demo --to http://localhost:7878 --dry-run
      lgkg load out/demo --to http://localhost:8890/sparql --jobs 3
      lgkg load out/demo --to http://localhost:3030/ds --since out/before
    """
    from lgkg.loading import load as send
    from lgkg.store.remote import Patience

    try:
        with sending_bar() as progress:
            report = send(
                graph,
                to,
                kind=kind.value,
                mode=mode.value,
                since=since,
                prefix=graph_prefix,
                prune=prune,
                again=again,
                jobs=jobs,
                dry_run=dry_run,
                check=check,
                graph_store=graph_store,
                update=update,
                patience=Patience(timeout=timeout),
                progress=progress,
            )
    except KeyboardInterrupt:
        raise Interrupted("the load was interrupted; run it again to send what is missing") from None
    write("".join(f"{line}\n" for line in _lines(report, dry_run)))
    for line in _problems(report.proof):
        say(line)
    return DONE if report.proof is None or report.proof.holds else PROBLEMS


def _lines(report: LoadReport, dry_run: bool) -> Iterator[str]:
    yield f"To {report.url}, which is of kind {report.kind}"
    sent = "to send" if dry_run else "sent"
    yield f"{report.sent:>12,}  of {report.graphs:,} graphs {sent}, {report.replaced:,} of them in place of others"
    yield f"{report.dropped:>12,}  graphs {'to drop' if dry_run else 'dropped'}"
    yield f"{report.quads:>12,}  quads, {report.size / 1e6:,.1f} MB, in {report.requests:,} requests{_rate(report)}"
    if dry_run and report.own_loader:
        yield f"Its own loader: {report.own_loader}"
    if report.afterwards:
        yield f"{report.afterwards}"
    if report.proof:
        yield from _proven(report.proof)


def _rate(report: LoadReport) -> str:
    if not report.seconds or not report.quads:
        return ""
    return f", {report.seconds:,.1f} s, {report.quads / report.seconds:,.0f} quads/s"


def _proven(proof: Proof) -> Iterator[str]:
    right = proof.graphs - sum(bool(one.expected) for one in proof.differences)
    yield f"{right:>12,}  of {proof.graphs:,} graphs have as many triples there as they should"
    for one in proof.asked:
        yield f"{one.rows:>12,}  rows of {one.question}: {'the same' if one.same else 'DIFFERENT'}"


def _problems(proof: Proof | None) -> Iterator[str]:
    if proof is None:
        return
    for difference in proof.differences[:_NAMED]:
        yield _named(difference)
    if (more := len(proof.differences) - _NAMED) > 0:
        yield f"{more:,} more graphs differ"
    yield from (_answered(one) for one in proof.asked if not one.same)


def _named(one: Difference) -> str:
    if not one.expected:
        return f"{one.graph}: the graph has none of this name, the store has {one.found:,} triples. --prune drops it"
    what = f"the store has {one.found:,} of {one.expected:,} triples" if one.found else "the store has not got it"
    return f"{one.graph}: {what}. Run it again"


def _answered(one: Asked) -> str:
    if one.error:
        return f"{one.question}: {one_line(one.error)}"
    return (
        f"{one.question}: the store's answer lacks {one.missing:,} of {one.rows:,} rows and has {one.foreign:,} others"
    )
