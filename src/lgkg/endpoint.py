"""A graph in a triple store elsewhere, opened for questions, networks and pictures like one in a folder.

with open_endpoint("http://localhost:7878") as graph:
    for name, office in graph.query("SELECT ?n ?o { ?t org:member/foaf:name ?n ; lgkg:office/rdfs:label ?o }"):
        print(name, office)
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lgkg.errors import RemoteError
from lgkg.knowledge_graph import TIMEOUT, KnowledgeGraph
from lgkg.rdf.terms import PREFIXES
from lgkg.store.remote import AUTO, Patience, RemoteQueries, store_at

if TYPE_CHECKING:
    from lgkg.store.remote import RemoteStore


class RemoteGraph(KnowledgeGraph):
    """A graph in a triple store. What lies in the store beside it is seen too.

    Args:
        store: the store.

    Attributes:
        store: the store.
    """

    def __init__(self, store: RemoteStore) -> None:
        self.store = store
        super().__init__(RemoteQueries(store, PREFIXES))

    @cached_property
    def base(self) -> str:
        """What stands before every id, as the graph's provenance tells it.

        Raises:
            RemoteError: the store holds no graph of lgkg that a query without `GRAPH` sees, or several.
        """
        found = sorted(
            {str(run).partition("run/")[0] for (run,) in self.query("SELECT ?run { ?run lgkg:inputSha256 ?d }")}
        )
        if len(found) != 1:
            what = f"there are graphs of several bases: {', '.join(found[:5])}" if found else "no graph of lgkg is seen"
            raise RemoteError(what, where=self.store.places.query, remedy=_SEEN if not found else "Name things by <…>")
        return found[0]


def open_endpoint(url: str, kind: str = AUTO, *, timeout: float = TIMEOUT) -> RemoteGraph:
    """Opens the graph in a triple store.

    Args:
        url: the address of the store, as `lgkg load --to` takes it, or that of its SPARQL endpoint.
        kind: the kind of store; what is found there unless given.
        timeout: seconds without an answer after which a query is given up.

    Raises:
        RemoteError: nobody answers there, or the address holds a password.
    """
    return RemoteGraph(store_at(url, kind, patience=Patience(tries=3, timeout=timeout)))


_SEEN = "Load one with `lgkg load`; a store whose default graph is not the union of all graphs has to be set up so"
