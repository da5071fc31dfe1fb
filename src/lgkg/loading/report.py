"""What a load did."""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.loading.proof import Proof


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, or would do.

    Attributes:
        kind: the kind of store.
        url: where it is written.
        graphs: how many graphs the graph has.
        sent: how many of these were sent.
        replaced: how many of these took the place of what was there.
        dropped: how many graphs were dropped.
        quads: how many quads were sent.
        size: bytes of these.
        requests: in how many requests.
        seconds: how long the sending took; 0 where nothing was to be sent.
        proof: what was compared; None where nothing was sent because only the plan was wanted.
        own_loader: how the store's own loader takes the graph; empty if it has none.
        afterwards: what the store needs after graphs were replaced; empty if nothing.
    """

    kind: str
    url: str
    graphs: int
    sent: int
    replaced: int
    dropped: int
    quads: int
    size: int
    requests: int
    seconds: float
    proof: Proof | None
    own_loader: str = ""
    afterwards: str = ""
