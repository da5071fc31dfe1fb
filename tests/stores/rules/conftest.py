"""A small server that keeps the rules that stores document, for those that cannot be installed here.

Each kind's rules are a few lines: its addresses, what it takes there and what it refuses. What it has taken is kept and
asked by pyoxigraph. Faults can be put in: a `Fault` answers in the place of the store.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pyoxigraph as ox
import pytest

from lgkg.store.remote import Patience

QUICK = Patience(tries=3, pause=0.02, timeout=2)
_UNION = "GRAPH <urn:x-arq:UnionGraph>"
_TYPES = {"application/n-triples": ox.RdfFormat.N_TRIPLES, "application/n-quads": ox.RdfFormat.N_QUADS}
_LARGEST = 5_000_000
_LINES = 10_000


@dataclass
class Request:
    """A request as it came in."""

    method: str
    path: str
    given: dict[str, str]
    body: bytes
    kind: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)


Reply = tuple[int, str, bytes]
Fault = Callable[[Request], "Reply | None"]


class RefusedError(Exception):
    """The store does not take this."""


@dataclass
class Rules:
    """What one kind of store does.

    Attributes:
        root: the path of its address.
        query: the path that takes queries.
        graphs: the path of its graph store; empty if it has none.
        update: the path that takes updates; empty if it takes none.
        graph_named: the parameter that names a graph, and what stands around the name.
        quads: whether its graph store takes quads.
        union: whether its default graph is the union of all.
        union_graph: whether the union has to be asked for by Jena's name.
        token: what has to be sent as a token; empty if nothing.
        header: a header of every answer.
        stats: whether it tells about itself as QLever does.
    """

    root: str
    query: str
    graphs: str = ""
    update: str = ""
    graph_named: tuple[str, str] = ("graph", "")
    quads: bool = False
    union: bool = True
    union_graph: bool = False
    token: str = ""
    header: tuple[str, str] = ("Server", "rules")
    stats: bool = False


RULES = {
    "fuseki": Rules(
        "/ds", "/ds/query", "/ds/data", "/ds/update", quads=True, union=False, union_graph=True,
        header=("Fuseki-Request-Id", "1"),
    ),
    "rdf4j": Rules(
        "/repositories/r", "/repositories/r", "/repositories/r/statements", graph_named=("context", "<>"), quads=True
    ),
    "qlever": Rules("", "/", "/", token="s3cret-s3cret", stats=True),
    "neptune": Rules("", "/sparql", "/sparql/gsp/"),
    "sparql": Rules("/query", "/query", update="/query"),
    "graph store": Rules("/query", "/query", "/rdf"),
}  # fmt: skip


class RulesServer:
    """A server of one kind of store.

    Attributes:
        store: what it has taken.
        requests: what came in, in order; bodies left out.
        faults: asked first what to answer, from the last to the first.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules, self.store = rules, ox.Store()
        self.requests: list[tuple[str, str]] = []
        self.faults: list[Fault] = []
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"server_of": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._http.server_port}{self.rules.root}"

    def at(self, path: str) -> str:
        """The address of one of its services."""
        return f"http://127.0.0.1:{self._http.server_port}{path}"

    def close(self) -> None:
        """Ends it."""
        self._http.shutdown()
        self._http.server_close()

    def reply(self, request: Request) -> Reply:
        """What it answers."""
        with self._lock:
            self.requests.append((request.method, request.path))
        for fault in reversed(self.faults):
            if answer := fault(request):
                return answer
        try:
            with self._lock:
                return self._done(request)
        except (RefusedError, SyntaxError, ValueError) as error:
            return 400, "text/plain", str(error).encode()

    def _done(self, request: Request) -> Reply:
        rules = self.rules
        if request.given.get("cmd") == "stats" and rules.stats:
            return 200, "application/json", json.dumps({"name-index": "rules"}).encode()
        if request.path == rules.query and request.kind == "application/x-www-form-urlencoded":
            return self._answered(dict(parse_qsl(request.body.decode(), keep_blank_values=True)), request)
        if rules.token and request.token != rules.token:
            return 403, "text/plain", b"Processing updates requires a valid access token"
        if rules.update and request.path == rules.update and request.kind == "application/sparql-update":
            return self._updated(request)
        if rules.graphs and request.path == rules.graphs:
            return self._written(request)
        return 404, "text/plain", b"nothing here"

    def _answered(self, form: dict[str, str], request: Request) -> Reply:
        sparql, union = form["query"], self.rules.union
        if self.rules.union_graph and _UNION in sparql:
            sparql, union = sparql.replace(_UNION, ""), True
        found = self.store.query(sparql, use_default_graph_as_union=union)
        accept = request.headers["accept"]
        if isinstance(found, ox.QueryTriples):
            return 200, accept, found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        form_of = {"text/csv": ox.QueryResultsFormat.CSV, "application/sparql-results+json": ox.QueryResultsFormat.JSON}
        return 200, accept, found.serialize(format=form_of[accept]) or b""

    def _updated(self, request: Request) -> Reply:
        if b"_:" in request.body.split(b"INSERT DATA")[0] or request.body.count(b"\n") > _LINES:
            raise RefusedError("blank nodes, or more than 10,000 lines")
        self.store.update(request.body.decode())
        return 204, "text/plain", b""

    def _written(self, request: Request) -> Reply:
        parameter, around = self.rules.graph_named
        name = request.given.get(parameter, "")
        if around and name and not (name.startswith("<") and name.endswith(">")):
            raise RefusedError("a context stands in angle brackets")
        name = name.strip("<>") if around else name
        if not name and (request.method != "POST" or not self.rules.quads or not request.kind.endswith("n-quads")):
            raise RefusedError("this would take the place of everything")
        if request.method == "DELETE":
            gone = ox.NamedNode(name) in list(self.store.named_graphs())
            self.store.remove_graph(ox.NamedNode(name))
            return (204 if gone else 404), "text/plain", b""
        return self._taken(request, name)

    def _taken(self, request: Request, name: str) -> Reply:
        if request.kind not in _TYPES or (request.kind.endswith("n-quads") and not self.rules.quads):
            return 415, "text/plain", b"unsupported type"
        if len(request.body) > _LARGEST:
            return 413, "text/plain", b"too large"
        graph = ox.NamedNode(name) if name else None
        quads = list(ox.parse(request.body, _TYPES[request.kind]))
        if any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)):
            raise RefusedError("no blank nodes")
        if request.method == "PUT" and graph:
            self.store.remove_graph(graph)
        named = [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads] if graph else quads
        self.store.extend(named)
        return 204, "text/plain", b""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of: ClassVar[RulesServer]

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name in ("do_GET", "do_POST", "do_PUT", "do_DELETE"):
            return self._reply
        raise AttributeError(name)

    def _reply(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        given = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        headers = {name.lower(): value for name, value in self.headers.items()}
        kind = self.headers.get("Content-Type", "")
        status, told, answer = self.server_of.reply(
            Request(self.command, parts.path, given, body, kind, token, headers)
        )
        self.send_response_only(status)
        self.send_header(*self.server_of.rules.header)
        for line in told.split("\n")[1:]:
            self.send_header(*line.split(": ", 1))
        self.send_header("Content-Type", told.split("\n")[0])
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


Serve = Callable[[str], RulesServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts a server that keeps the rules of a kind."""
    started: list[RulesServer] = []

    def start(kind: str) -> RulesServer:
        started.append(RulesServer(replace(RULES[kind])))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def quick() -> Patience:
    """Little patience, so that failures come soon."""
    return QUICK
