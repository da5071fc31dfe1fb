"""Lets an event loop do what waits for the processes that run queries."""

from __future__ import annotations

import asyncio
import time
from typing import TypeVar, cast

from lgkg.store.channel import Channel, Steps

T = TypeVar("T")


async def going(steps: Steps[T]) -> T:
    """What steps come to; others are answered while they wait. Cancelled, they end with what they were waiting for."""
    try:
        channel, until = next(steps)
        while True:
            try:
                await _written(channel, until)
            except BaseException as error:
                channel, until = steps.throw(error)
            else:
                channel, until = next(steps)
    except StopIteration as ended:
        return cast(T, ended.value)


async def _written(channel: Channel, until: float | None) -> None:
    """Waits until a process has written something; raises `TimeoutError` if it has not until then."""
    loop = asyncio.get_running_loop()
    written: asyncio.Future[None] = loop.create_future()
    loop.add_reader(channel, _tell, written)
    try:
        async with asyncio.timeout(None if until is None else until - time.monotonic()):
            await written
    finally:
        loop.remove_reader(channel)


def _tell(written: asyncio.Future[None]) -> None:
    if not written.done():
        written.set_result(None)
