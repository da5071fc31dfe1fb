"""Where a graph lies: its folder, its file of N-Quads, and the embedded store that answers queries."""

from lgkg.store.embedded import load, open_store
from lgkg.store.folder import NQUADS, STORE, is_graph, recover, replacing
from lgkg.store.manifest import MANIFEST, Manifest
from lgkg.store.nquads_file import writing

__all__ = [
    "MANIFEST",
    "NQUADS",
    "STORE",
    "Manifest",
    "is_graph",
    "load",
    "open_store",
    "recover",
    "replacing",
    "writing",
]
