"""Counts requests and queries, for Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/)."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.web.pool import Pool

_TEXT = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 30, 60)


def routes() -> list[Route]:
    """`/metrics`."""
    return [Route("/metrics", metrics)]


async def metrics(request: Request) -> Response:
    """All counts."""
    return Response(generate_latest(request.app.state.site.metrics.registry), headers={"Content-Type": _TEXT})


class Metrics:
    """What is counted of one website.

    Args:
        pool: the graph, which knows how many ask it.

    Attributes:
        registry: the counters.
    """

    def __init__(self, pool: Pool) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter("lgkg_requests", "Requests answered", ["route", "status"], registry=self.registry)
        self._seconds = Histogram(
            "lgkg_request_seconds", "Time to answer", ["route"], registry=self.registry, buckets=_SECONDS
        )
        for name, what, of in (
            ("lgkg_pool_busy", "Graphs that are being asked", lambda: pool.busy),
            ("lgkg_pool_waiting", "Requests that wait for a graph", lambda: pool.waiting),
            ("lgkg_queries_stopped", "Queries stopped so far", lambda: pool.stopped),
            ("lgkg_answers_cut", "Answers cut at a cap so far", lambda: pool.cut),
        ):
            Gauge(name, what, registry=self.registry).set_function(of)

    def count(self, route: str, status: int, seconds: float) -> None:
        """Counts a request that was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
