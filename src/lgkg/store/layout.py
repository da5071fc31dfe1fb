"""What lies in the folder of a graph, and what does not belong there.

GRAPH/
  graph.nq.gz   canonical N-Quads: the graph as it is handed over
  store/        the embedded store: the same quads, and their merge in the default graph
  status.jsonl  what became of each article
  ledger.jsonl  what was settled about who is who: to be read, and kept
  articles.db   what each article came to, so that an update reads only what is new
  redactions.jsonl  who and what must not be published, where there is such a list: private, never exported
  build.json    the manifest; written last, so a folder that has one is complete
  .resume/      only while it is being built: what the next run needs, should this one end early
"""

from __future__ import annotations

import re
from pathlib import Path

NQUADS = "graph.nq.gz"
STORE = "store"
STATUS = "status.jsonl"
LEDGER = "ledger.jsonl"
ARCHIVE = "articles.db"
REDACTIONS = "redactions.jsonl"
MANIFEST = "build.json"
RESUME = ".resume"
LEFT = "left"
"""Inside `RESUME`: the workspace of a run that was killed, with archive and `RESUME` of its own."""
WORTH = "worth"
"""Inside `RESUME`: a file, which is there once the archive holds what the next run need not read again."""

_OURS = frozenset({NQUADS, STORE, STATUS, LEDGER, ARCHIVE, REDACTIONS, MANIFEST})
_IN_STORE = re.compile(r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+|\d+\.(sst|log|dbtmp)")
"""What RocksDB, which holds the store, calls its files."""


def strangers(graph: Path) -> list[str]:
    """What lies in the folder of a graph and was put there by somebody else: paths inside it, sorted."""
    found = [entry.name for entry in graph.iterdir() if entry.name not in _OURS]
    if (graph / STORE).is_dir():
        entries = (entry.name for entry in (graph / STORE).iterdir())
        found += [f"{STORE}/{name}" for name in entries if not _IN_STORE.fullmatch(name)]
    return sorted(found)
