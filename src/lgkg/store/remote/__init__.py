"""Triple stores elsewhere, one file a kind: written by `lgkg load`, asked as a graph is."""

from lgkg.store.remote.http import Connection, Patience
from lgkg.store.remote.kinds import AUTO, KINDS, store_at
from lgkg.store.remote.queries import RemoteQueries
from lgkg.store.remote.statements import Statements
from lgkg.store.remote.store import Places, RemoteStore

__all__ = [
    "AUTO",
    "KINDS",
    "Connection",
    "Patience",
    "Places",
    "RemoteQueries",
    "RemoteStore",
    "Statements",
    "store_at",
]
