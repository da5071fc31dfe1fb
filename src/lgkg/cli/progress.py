"""The progress bar of a long run: how far, how fast, how much longer; only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rich.progress import Progress as Bar

    from lgkg.building import Progress
    from lgkg.loading import Progress as Sending

_REFRESH = 0.1
"""Seconds between two drawings. The bar is drawn from here, not by a thread of its own, which processes forked
meanwhile would inherit in whatever state it is."""

_RECENT = 30.0
"""Seconds over which the rate is taken, as that of the time left is: what a killed run had read is taken over at many
times the rate at which articles are read."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Step:
    """How far a run is: what it is at, how many of what are done, and how much of all that is."""

    stage: str
    count: int
    unit: str
    done: int
    size: int


def progress_bar() -> AbstractContextManager[Callable[[Progress], None] | None]:
    """Shows on standard error how far a build is, which it is told; None where that is no terminal."""
    return _bar(lambda now: _Step(now.stage, now.articles, "articles", now.done, now.size))


def sending_bar() -> AbstractContextManager[Callable[[Sending], None] | None]:
    """The same for a load."""
    return _bar(lambda now: _Step("sending", now.quads, "quads", now.quads, now.of))


@contextmanager
def _bar(step: Callable[[T], _Step]) -> Generator[Callable[[T], None] | None, None, None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    with Bar(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        draw = _drawer(bar)
        yield lambda progress: draw(step(progress))


def _drawer(bar: Bar) -> Callable[[_Step], None]:
    task = bar.add_task("", rate="", total=None)
    drawn, stage, rate = 0.0, "", _Rate()

    def draw(step: _Step) -> None:
        nonlocal drawn, stage
        now = time.monotonic()
        if step.stage == stage and now - drawn < _REFRESH:
            return
        drawn, stage = now, step.stage
        told = f"{step.count:,} {step.unit}, {rate.at(now, step.count):,.0f}/s"
        bar.update(task, description=stage, total=step.size, completed=step.done, rate=told, refresh=True)

    return draw


class _Rate:
    """How many are done a second, of late."""

    def __init__(self) -> None:
        self._seen = deque[tuple[float, int]]()

    def at(self, now: float, count: int) -> float:
        """The rate at a time in seconds at which so many are done; each is told in turn."""
        self._seen.append((now, count))
        while self._seen[0][0] < now - _RECENT and len(self._seen) > 2:
            self._seen.popleft()
        then, before = self._seen[0]
        return (count - before) / max(now - then, 0.001)
