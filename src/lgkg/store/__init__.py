"""Where a graph lies: its folder, its file of N-Quads, and the embedded store that answers queries."""

from lgkg.store.disk import packed
from lgkg.store.embedded import load, open_store
from lgkg.store.export import ExportFormat, export
from lgkg.store.folder import replacing, undisturbed, unfinished
from lgkg.store.layout import ARCHIVE, LEDGER, LEFT, MANIFEST, NQUADS, REDACTIONS, RESUME, STATUS, STORE, WORTH
from lgkg.store.loader import Loader, loading
from lgkg.store.manifest import Manifest, is_graph
from lgkg.store.queries import Queries
from lgkg.store.values import Iri, Term, Value, to_python, to_term
from lgkg.store.wanted import Dataset, Reply, Wanted

__all__ = [
    "ARCHIVE",
    "LEDGER",
    "LEFT",
    "MANIFEST",
    "NQUADS",
    "REDACTIONS",
    "RESUME",
    "STATUS",
    "STORE",
    "WORTH",
    "Dataset",
    "ExportFormat",
    "Iri",
    "Loader",
    "Manifest",
    "Queries",
    "Reply",
    "Term",
    "Value",
    "Wanted",
    "export",
    "is_graph",
    "load",
    "loading",
    "open_store",
    "packed",
    "replacing",
    "to_python",
    "to_term",
    "undisturbed",
    "unfinished",
]
