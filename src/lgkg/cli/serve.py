"""`lgkg serve`: a website over a graph, with a SPARQL endpoint."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from lgkg.cli.extras import require
from lgkg.cli.options import GraphFolder, Language
from lgkg.cli.terminal import say


def serve(
    graph: GraphFolder,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets others in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, metavar="N", help="The port; 0 takes any.")] = 8080,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Stop a query after that long.")] = 30.0,
    max_rows: Annotated[int, typer.Option(min=1, metavar="N", help="Cut answers beyond N rows.")] = 10_000,
    max_body: Annotated[int, typer.Option(min=1_000, metavar="BYTES", help="Refuse requests beyond that size.")] = 1
    << 20,
    service: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A host that queries may call by SERVICE; can be repeated.")
    ] = None,
    access_log: Annotated[
        bool, typer.Option("--access-log", help="Tell each answer on standard error, never what was asked.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Queries that run at the same time.")] = 2,
    language: Annotated[
        Language, typer.Option(help="The language of pages where a browser wants neither.")
    ] = Language.TH,
) -> None:
    """Serve a graph: pages for people, a SPARQL endpoint at /sparql for machines.

    It is only read, unless the environment variable LGKG_TOKEN is set: whoever shows that token may put articles in and
    take them out.

    \b
    Example:
      lgkg serve out/demo
      lgkg serve out/demo --host 0.0.0.0 --port 80 --timeout 10
    """
    require("web")
    from lgkg.web import Settings
    from lgkg.web import serve as run

    settings = Settings(
        host=host,
        port=port,
        timeout=timeout,
        rows=max_rows,
        body=max_body,
        services=tuple(service or ()),
        token=_token(),
        access_log=access_log,
        workers=workers,
        language=language.value,
    )
    run(graph, settings, started=lambda address: say(f"serving {graph} at {address} (Ctrl-C ends it)"))


def _token() -> str | None:
    """The token of `LGKG_TOKEN`.

    Raises:
        BadParameter: it is too short to keep anybody out.
    """
    token = os.environ.get("LGKG_TOKEN") or None
    if token is not None and len(token) < _SHORTEST:
        raise typer.BadParameter(f"LGKG_TOKEN has fewer than {_SHORTEST} characters; give a long random one")
    return token


_SHORTEST = 16
