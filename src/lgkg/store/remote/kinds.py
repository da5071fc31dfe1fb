"""The kinds of store, and which of them is found at an address."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from lgkg.errors import RemoteError
from lgkg.store.remote.credentials import credentials_for
from lgkg.store.remote.fuseki import Fuseki
from lgkg.store.remote.http import Connection, Patience
from lgkg.store.remote.neptune import Neptune
from lgkg.store.remote.oxigraph import Oxigraph
from lgkg.store.remote.qlever import QLever
from lgkg.store.remote.rdf4j import Rdf4j
from lgkg.store.remote.sparql import GraphStore, UpdateStore
from lgkg.store.remote.store import Places, RemoteStore
from lgkg.store.remote.virtuoso import Virtuoso

AUTO = "auto"
_BY_NAME: dict[str, type[RemoteStore]] = {
    kind.name: kind for kind in (Fuseki, Virtuoso, Oxigraph, QLever, Rdf4j, Neptune, UpdateStore)
}
KINDS = (AUTO, *_BY_NAME)
"""The names of the kinds."""
_ENDS = {
    "fuseki": ("query", "sparql", "update", "data", "get"),
    "virtuoso": ("sparql", "sparql-auth", "sparql-graph-crud", "sparql-graph-crud-auth"),
    "oxigraph": ("query", "update", "store", "sparql"),
    "rdf4j": ("statements",),
    "neptune": ("sparql", "loader"),
}
"""What people copy along with the address of a store: one of its services, which is cut off."""


def store_at(
    url: str,
    kind: str = AUTO,
    *,
    graphs: str = "",
    update: str = "",
    patience: Patience | None = None,
    width: int = 1,
) -> RemoteStore:
    """The store at an address.

    Args:
        url: its address, or that of one of its services.
        kind: one of `KINDS`; what is found there unless given.
        graphs: the address of its graph store, for a store of no known kind.
        update: that of its updates, likewise; unless given, that of its queries.
        patience: how long to wait for it.
        width: how many connections are kept open.

    Raises:
        RemoteError: this is no address or holds a password, there is no such kind, or nobody answers.
    """
    url = _checked(url).rstrip("/")
    if kind not in KINDS:
        raise RemoteError(f"there is no kind of store {kind!r}", remedy=f"Give one of: {', '.join(KINDS)}")
    connection = Connection(credentials_for(url), patience, width)
    if kind == AUTO:
        kind = UpdateStore.name if graphs or update else _found(url, connection)
    if kind != UpdateStore.name:
        return _BY_NAME[kind](_BY_NAME[kind].at(_root(url, kind)), connection)
    if graphs:
        return GraphStore(Places(url, _checked(graphs)), connection)
    return UpdateStore(Places(url, "", _checked(update or url)), connection)


def _found(url: str, connection: Connection) -> str:
    parts = urlsplit(url)
    if "/repositories/" in parts.path:
        return Rdf4j.name
    if ".neptune." in (parts.hostname or ""):
        return Neptune.name
    told = connection.send("GET", url).headers
    if "Fuseki-Request-Id" in told or "Fuseki" in told.get("Server", ""):
        return Fuseki.name
    server = told.get("Server", "").partition("/")[0].lower()
    if server in (Virtuoso.name, Oxigraph.name):
        return server
    return QLever.name if _is_qlever(url, connection) else UpdateStore.name


def _is_qlever(url: str, connection: Connection) -> bool:
    answer = connection.send("GET", url, query={"cmd": "stats"})
    try:
        return "name-index" in json.loads(answer.data)
    except (ValueError, TypeError):
        return False


def _root(url: str, kind: str) -> str:
    head, _, last = url.rpartition("/")
    return head if last in _ENDS.get(kind, ()) and urlsplit(head).netloc else url


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RemoteError("this is no address of a store", where=url, remedy="Give one like http://localhost:3030/ds")
    return url
