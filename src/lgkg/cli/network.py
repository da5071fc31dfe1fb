"""`lgkg network`: how people stand in the network of who appeared with whom, and the network for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.answers import Format, show_rows
from lgkg.cli.graphs import Endpoint, MaybeFolder, opened
from lgkg.cli.options import (
    Body,
    EventKind,
    MaxPeople,
    MinWeight,
    Person,
    Province,
    Since,
    Steps,
    Until,
)
from lgkg.cli.terminal import say

if TYPE_CHECKING:
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.network import Measures, Network, Node
    from lgkg.store.values import Value

TOP = 20
"""How many a table shows unless told otherwise."""


class Kind(StrEnum):
    """The kinds of `lgkg.network.NetworkKind`, named here too so that `--help` need not load them."""

    PEOPLE = "people"
    DELEGATIONS = "delegations"
    POSTS = "posts"
    BODIES = "bodies"


class Measure(StrEnum):
    """The fields of `lgkg.network.Measures`, likewise."""

    DEGREE = "degree"
    WEIGHTED_DEGREE = "weighted_degree"
    NEWMAN = "newman"
    BETWEENNESS = "betweenness"
    PAGERANK = "pagerank"
    COMMUNITY = "community"
    CORE = "core"


class Per(StrEnum):
    """The periods of `lgkg.network.Period`, likewise."""

    YEAR = "year"
    QUARTER = "quarter"


def network(
    graph: MaybeFolder = None,
    endpoint: Endpoint = None,
    kind: Annotated[
        Kind,
        typer.Option(help="Who appeared with whom, who was sent by whom, who held which post, or which bodies met."),
    ] = Kind.PEOPLE,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many to show; 20 in a table, all in a file.")
    ] = None,
    by: Annotated[Measure, typer.Option(help="The measure to order them by.")] = Measure.NEWMAN,
    per: Annotated[Per | None, typer.Option(help="Measure each period for itself.")] = None,
    format: Annotated[Format, typer.Option(help="How to show them.")] = Format.TABLE,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the network to a .gexf, .graphml, .csv or .json file instead."),
    ] = None,
    since: Since = None,
    until: Until = None,
    province: Province = None,
    body: Body = None,
    event_kind: EventKind = None,
    max_people: MaxPeople = None,
    min_weight: MinWeight = None,
    person: Person = None,
    steps: Steps = None,
) -> None:
    """Measure who stands where in the network of who appeared with whom, or write it for Gephi and others.

    newman counts an event of n people as 1/(n - 1) for each pair, so that large ceremonies do not swamp the rest;
    PageRank and communities go by it.

    \b
    Example:
      lgkg network out/demo --top 20 --by pagerank
      lgkg network out/demo --per year --format csv
      lgkg network out/demo --kind bodies --province นครราชสีมา
      lgkg network out/demo --max-people 15 --export out/demo.gexf
      lgkg network --endpoint http://localhost:7878 --top 20
    """
    from lgkg.network import Filters, project
    from lgkg.network.export import ending

    filters = Filters(
        since=since,
        until=until,
        province=province,
        body=body,
        event_kind=event_kind,
        max_people=max_people,
        min_weight=min_weight,
        person=person,
        steps=steps,
    )
    if export and per:
        raise typer.BadParameter("a file holds the whole time; give --since and --until", param_hint="--per")
    if export:
        ending(export)  # rather than after all is measured
    with opened(graph, endpoint) as asked:
        found = project(asked, kind.value, **filters)
        if export:
            _write(asked, found, top, by, export)
        else:
            _show(found, by, per, format, top or TOP)


def _write(graph: KnowledgeGraph, network: Network, top: int | None, by: Measure, file: Path) -> None:
    from lgkg.network import describe, export, ranking

    ranked = ranking(network, by.value)
    cut = network.among(tuple(node for node, _ in ranked[:top])) if top else network
    export(describe(graph, cut), file, {node.iri: found for node, found in ranked})
    say(f"wrote {file}: {len(cut.nodes):,} of {len(network.nodes):,} nodes, {len(cut.edges):,} edges")


def _show(network: Network, by: Measure, per: Per | None, form: Format, top: int) -> None:
    from lgkg.network import betweenness_sources, by_period

    parts = by_period(network, per.value) if per else {"": network}
    columns = [*(["period"] if per else []), "name", *(["kind", "iri"] if form is not Format.TABLE else []), *Measure]
    show_rows(columns, _rows(parts, by, form, top), form, limit=top * len(parts))
    if more := [_of_period(len(part.nodes), period) for period, part in parts.items() if len(part.nodes) > top]:
        say(f"{top:,} are shown of {', '.join(more)}; --top shows more")
    if sampled := [_of_period(n, period) for period, part in parts.items() if (n := betweenness_sources(part))]:
        say(f"betweenness is estimated, by shortest paths from so many nodes: {', '.join(sampled)}")


def _of_period(count: int, period: str) -> str:
    return f"{count:,} in {period}" if period else f"{count:,}"


def _rows(parts: dict[str, Network], by: Measure, form: Format, top: int) -> Iterator[tuple[Value | None, ...]]:
    from lgkg.network import ranking

    for period, part in parts.items():
        for node, found in ranking(part, by.value)[:top]:
            yield (*([period] if period else []), *_named(node, form), *_figures(found, form))


def _named(node: Node, form: Format) -> list[Value]:
    return [node.name] if form is Format.TABLE else [node.name, node.kind.value, node.iri]


def _figures(found: Measures, form: Format) -> list[Value]:
    figures = asdict(found).values()
    return [f"{one:.4g}" if isinstance(one, float) and form is Format.TABLE else one for one in figures]
