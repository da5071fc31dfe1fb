"""Runs the website until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from typing import TYPE_CHECKING

from lgkg.errors import ServerError
from lgkg.web.settings import Settings

if TYPE_CHECKING:
    import uvicorn


def serve(
    folder: str | PathLike[str], settings: Settings | None = None, *, started: Callable[[str], None] | None = None
) -> None:
    """Serves the graph in a folder until the process is told to end (SIGINT, SIGTERM).

    Args:
        folder: the graph's folder.
        settings: limits and permissions.
        started: called with the website's address when it answers.

    Raises:
        GraphError: the folder is missing, is not a graph, or is damaged.
        ServerError: the address is taken or may not be used.
    """
    import uvicorn

    settings = settings or Settings()
    config = configured(folder, settings)
    try:
        listening = config.bind_socket()
    except (OSError, SystemExit) as error:
        raise ServerError(
            "nobody can listen there", where=f"{settings.host}:{settings.port}", remedy="Give another --port or --host"
        ) from error
    if started:
        host, port = listening.getsockname()[:2]
        started(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    uvicorn.Server(config).run(sockets=[listening])


def configured(folder: str | PathLike[str], settings: Settings) -> uvicorn.Config:
    """How the server runs the website over the graph in a folder.

    Raises:
        GraphError: the folder is missing, is not a graph, or is damaged.
    """
    import uvicorn

    from lgkg.web.site import site

    return uvicorn.Config(
        site(folder, settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,  # the website's own says less: `lgkg.web.watch`
        server_header=False,
        timeout_keep_alive=_KEPT,
    )


_KEPT = 60
"""Seconds that a connection stays open for the next request; longer than clients and proxies wait for answers."""
