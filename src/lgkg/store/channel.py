"""A process that runs queries, and what it writes: frames, each to be there before a time.

Waiting is left to whoever asks: a thread (`driven`), or an event loop that has other things to do meanwhile.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
import weakref
from collections.abc import Generator
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeVar, cast

from lgkg.store import worker

T = TypeVar("T")

_PART = 1 << 16
"""Bytes read at a time."""


class Channel:
    """A new process that opens a store; see `lgkg.store.worker` for what it is asked and what it writes.

    Args:
        store: the store's folder.
    """

    def __init__(self, store: Path) -> None:
        command = [sys.executable, "-P", worker.__file__, str(store)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._requests = cast(IO[bytes], self.process.stdin)
        self._answers = cast(IO[bytes], self.process.stdout).fileno()
        self._poll = select.poll()
        self._poll.register(self._answers, select.POLLIN)
        self._read = bytearray()
        weakref.finalize(self, _end, self.process)

    def ask(self, request: dict[str, Any]) -> None:
        """Writes a request.

        Raises:
            BrokenPipeError: the process has ended.
        """
        self._requests.write(json.dumps(request).encode() + b"\n")
        self._requests.flush()

    def frame(self, until: float | None = None) -> Steps[tuple[dict[str, Any], bytes]]:
        """The head and the body of the next frame.

        Args:
            until: when it must be there, by `time.monotonic`.

        Raises:
            EOFError: the process has ended.
        """
        while (end := self._read.find(b"\n")) < 0:
            yield self, until
            self._more()
        head = json.loads(self._read[:end])
        length = end + 1 + head["length"]
        while len(self._read) < length:
            yield self, until
            self._more()
        body = bytes(self._read[end + 1 : length])
        del self._read[:length]
        return head, body

    def kill(self) -> int:
        """Ends the process; the code it ended with."""
        self.process.kill()
        self.process.communicate()
        return self.process.returncode

    def wait(self, until: float | None) -> None:
        """Waits until the process has written something.

        Raises:
            TimeoutError: it has not until then.
        """
        if not self._poll.poll(None if until is None else max(0.0, until - time.monotonic()) * 1000):
            raise TimeoutError

    def fileno(self) -> int:
        """The file that it writes to, for an event loop to watch."""
        return self._answers

    def _more(self) -> None:
        part = os.read(self._answers, _PART)
        if not part:
            raise EOFError
        self._read += part


Steps: TypeAlias = Generator[tuple[Channel, float | None], None, T]
"""Work that waits for a channel: it gives the channel and until when, and goes on when that has written something."""


def driven(steps: Steps[T]) -> T:
    """What such work comes to; this thread waits meanwhile."""
    try:
        channel, until = next(steps)
        while True:
            try:
                channel.wait(until)
            except BaseException as error:
                channel, until = steps.throw(error)
            else:
                channel, until = next(steps)
    except StopIteration as ended:
        return cast(T, ended.value)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.communicate()
