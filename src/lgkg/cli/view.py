"""`lgkg view`: who appeared at the same events as whom, as one HTML file or a still picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.graphs import Endpoint, MaybeFolder, opened
from lgkg.cli.options import (
    Body,
    EventKind,
    InLanguage,
    Language,
    MaxPeople,
    MinWeight,
    Person,
    Province,
    Since,
    Steps,
    Until,
)
from lgkg.cli.terminal import one_line, write


class Format(StrEnum):
    """The formats of `lgkg.network.ViewFormat`, named here too so that `--help` need not load them."""

    HTML = "html"
    SVG = "svg"
    PNG = "png"


def view(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
    graph: MaybeFolder = None,
    endpoint: Endpoint = None,
    top: Annotated[int, typer.Option(min=1, metavar="N", help="How many people to show.")] = 300,
    person: Person = None,
    since: Since = None,
    until: Until = None,
    province: Province = None,
    body: Body = None,
    event_kind: EventKind = None,
    max_people: MaxPeople = None,
    min_weight: MinWeight = None,
    steps: Steps = None,
    language: InLanguage = Language.TH,
    format: Annotated[
        Format | None,
        typer.Option(help="html to explore in a browser; svg or png for a report. As FILE ends, unless given."),
    ] = None,
) -> None:
    """Draw who appeared at the same events as whom: one HTML file that opens without a network.

    \b
    Example:
      lgkg view out/demo -o out/demo.html
      lgkg view out/demo -o out/korat.html --province นครราชสีมา --since 2024-10-01 --language en
      lgkg view out/demo -o out/report.svg --top 60
      lgkg view --endpoint http://localhost:7878 -o out/store.html
    """
    from lgkg.network import ViewFormat
    from lgkg.network import view as draw

    with opened(graph, endpoint) as asked:
        report = draw(
            asked,
            output,
            top=top,
            person=person,
            since=since,
            until=until,
            province=province,
            body=body,
            event_kind=event_kind,
            max_people=max_people,
            min_weight=min_weight,
            steps=steps,
            language=language.value,
            format=ViewFormat(format.value) if format else None,
        )
    write(f"{report.shown:,} of {report.total:,} people are shown. The picture is in {one_line(str(report.path))}\n")
