"""QLever (https://docs.qlever.dev/): one address for all; writing needs its access token as `LGKG_LOAD_TOKEN`.

Its graph store takes one graph at a time. Updates are kept beside its index, so that much is better loaded by building
the index anew. Its default graph is the union of all graphs.
"""

from __future__ import annotations

from lgkg.store.remote.store import RemoteStore


class QLever(RemoteStore):
    """A QLever server."""

    name = "qlever"
    own_loader = "Name {file} in the Qleverfile (FORMAT = nq), then: qlever index && qlever start"
