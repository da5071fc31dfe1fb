"""The progress bar of a build: how far, how fast, how much longer; only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from lgkg.building import Progress

_REFRESH = 0.1
"""Seconds between two drawings. The bar is drawn from here, not by a thread of its own, which processes forked
meanwhile would inherit in whatever state it is."""


@contextmanager
def progress_bar() -> Generator[Callable[[Progress], None] | None, None, None]:
    """Shows on standard error what it is told; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    with Bar(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        yield _drawer(bar)


def _drawer(bar: Bar) -> Callable[[Progress], None]:
    task = bar.add_task("", rate="", total=None)
    started = time.monotonic()
    drawn, stage = started, ""

    def draw(progress: Progress) -> None:
        nonlocal drawn, stage
        now = time.monotonic()
        if progress.stage == stage and now - drawn < _REFRESH:
            return
        drawn, stage = now, progress.stage
        rate = f"{progress.articles:,} articles, {progress.articles / max(now - started, 0.001):,.0f}/s"
        bar.update(task, description=stage, total=progress.size, completed=progress.done, rate=rate, refresh=True)

    return draw
