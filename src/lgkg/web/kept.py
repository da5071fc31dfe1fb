"""What is made of a graph with some effort, and kept until the graph is replaced."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from lgkg.web.pool import Pool

T = TypeVar("T")


class Kept(Generic[T]):
    """A value that is made when it is first wanted, once for all who want it meanwhile.

    Args:
        pool: the graph that it is of.
        make: makes it.
    """

    def __init__(self, pool: Pool, make: Callable[[], Awaitable[T]]) -> None:
        self._pool, self._make = pool, make
        self._turn = asyncio.Lock()
        self._made: tuple[str, T] | None = None

    async def get(self) -> T:
        """The value of the graph as it is now.

        Raises:
            As `make` does.
        """
        async with self._turn:
            build = self._pool.current()
            if self._made is None or self._made[0] != build:
                self._made = build, await self._make()
            return self._made[1]
