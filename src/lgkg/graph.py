"""The graph: the folder a user owns, opened for questions, checks and export.

with open_graph("out/demo") as graph:
    for name, office in graph.query("SELECT ?n ?o { ?t org:member/foaf:name ?n ; lgkg:office/rdfs:label ?o }"):
        print(name, office)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lgkg.columns import write_tables
from lgkg.errors import GraphError
from lgkg.knowledge_graph import TIMEOUT, KnowledgeGraph
from lgkg.rdf.entities import entities_iri
from lgkg.rdf.terms import PREFIXES
from lgkg.store.channel import Steps
from lgkg.store.damage import reading
from lgkg.store.embedded import open_store
from lgkg.store.export import ExportFormat, check_quads, export
from lgkg.store.folder import undisturbed
from lgkg.store.layout import STORE
from lgkg.store.manifest import Manifest, build_of
from lgkg.store.queries import Queries
from lgkg.store.values import Iri
from lgkg.store.wanted import Reply, Wanted

if TYPE_CHECKING:
    from lgkg.rdf.findings import Finding


@dataclass(frozen=True, slots=True)
class Info:
    """What a graph holds.

    Attributes:
        path: its folder.
        version: the version of lgkg that built it.
        base: what stands before every id.
        articles: how many articles.
        quads: how many quads `graph.nq.gz` has.
        counts: class of the ontology -> how many of it; of places those that articles name.
        published: first and last day of publication; None if no article tells.
        events: first and last day of an event; None if no article tells.
    """

    path: Path
    version: str
    base: str
    articles: int
    quads: int
    counts: dict[str, int]
    published: tuple[date, date] | None
    events: tuple[date, date] | None


class Graph(KnowledgeGraph):
    """A graph, open for reading. Any number may be open at once, also of the same folder.

    Args:
        path: the graph's folder.
        timeout: seconds after which a query is stopped.

    Attributes:
        path: its folder.
        manifest: what is known of it without asking it.
        build: names the build that was opened; whatever changes the graph makes it another.

    Raises:
        GraphError: the folder is missing, is not a graph, was built by another version, or is damaged.
    """

    def __init__(self, path: str | PathLike[str], *, timeout: float = TIMEOUT) -> None:
        self.path = Path(path).resolve()
        with undisturbed(self.path):
            self.manifest = Manifest.read(self.path)
            self.build = build_of(self.path)
            open_store(self.path / STORE)
        self._queries = Queries(self.path / STORE, PREFIXES, timeout)
        super().__init__(self._queries)

    @property
    def base(self) -> str:
        """What stands before every id."""
        return self.manifest.base

    def reply(self, sparql: str, wanted: Wanted) -> Reply | None:
        """Asks the graph for an answer as bytes, in a standard format, of some graphs, or no longer than is told.

        Returns:
            The answer; None if it is of a kind that is not wanted.

        Raises:
            QueryError: as `query` does.
            GraphError: the graph is damaged, or gone.
        """
        return self._queries.answer(sparql, {}, wanted)

    def replying(self, sparql: str, wanted: Wanted) -> Steps[Reply | None]:
        """The same step by step, for an event loop that asks the graph nothing else meanwhile."""
        return self._queries.answering(sparql, {}, wanted)

    def start(self) -> None:
        """Starts the process that runs the queries, so that the first one need not wait for that."""
        self._queries.start()

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._queries.stopped

    def stop(self) -> None:
        """Stops what the graph is being asked in another thread; nothing can be asked of it any more."""
        self._queries.stop()

    def export(self, form: ExportFormat | str, path: str | PathLike[str]) -> None:
        """Writes the graph to a file: `nquads`, `trig`, `turtle` or `jsonld`; gzipped if its name ends in `.gz`.

        As `parquet` it becomes a folder with a file for each of the tables of `lgkg.columns`.

        Raises:
            GraphError: there is no such format, the file cannot be written, the disk is full, or the graph is damaged.
        """
        try:
            form = ExportFormat(form)
        except ValueError:
            raise GraphError(f"there is no format {form!r}", remedy=f"Give one of: {', '.join(ExportFormat)}") from None
        if form is ExportFormat.PARQUET:
            write_tables(self.path, self.manifest.base, Path(path))
        else:
            export(self.path, form, Path(path), PREFIXES)

    def info(self) -> Info:
        """What the graph holds, counted in it."""
        about = self.manifest
        counted = self.query(_COUNTS, entities=Iri(entities_iri(about.base)))
        counts = {str(kind).rpartition("#")[2]: cast(int, n) for kind, n in counted}
        return Info(
            self.path,
            about.version,
            about.base,
            counts.pop("Article", 0),
            about.quads,
            counts,
            self._range("dcterms:issued"),
            self._range("schema:startDate"),
        )

    def validate(self, language: str = "th", *, jobs: int = 1) -> list[Finding]:
        """Checks the graph against `ontology/shapes.ttl`; see `lgkg.rdf.validate.validate`.

        Args:
            language: language of the findings, `th` or `en`.
            jobs: how many processes check at once.

        Raises:
            GraphError: the graph is damaged.
        """
        from lgkg.rdf.validate import validate  # pySHACL takes half a second to import

        check_quads(self.path, self.manifest.quads)
        with undisturbed(self.path), reading(self.path / STORE):  # it is opened anew for every slice
            return validate(self.path / STORE, language, jobs)

    def _range(self, predicate: str) -> tuple[date, date] | None:
        first, last = self.query(f"SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) {{ ?x {predicate} ?day }}").rows[0]
        return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def open_graph(path: str | PathLike[str], *, timeout: float = TIMEOUT) -> Graph:
    """Opens the graph in a folder; see `Graph`."""
    if isinstance(path, str) and path.startswith(("http://", "https://")):
        raise GraphError("this is an address, not a folder", where=path, remedy="Open it with lgkg.open_endpoint")
    return Graph(path, timeout=timeout)


_COUNTS = """
SELECT ?class (COUNT(?thing) AS ?n) {
  {
    VALUES ?class {
      lgkg:Article lgkg:Person lgkg:Office lgkg:Organization lgkg:LocalGovernment lgkg:Policy lgkg:Venue
      lgkg:Meeting lgkg:Tenure lgkg:Participation lgkg:Delegation lgkg:Passage
    }
    ?thing a ?class
  } UNION {
    VALUES ?class { lgkg:Province lgkg:District lgkg:Subdistrict }
    GRAPH ?entities { ?thing a ?class }
  }
} GROUP BY ?class ORDER BY ?class
"""
