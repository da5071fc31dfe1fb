"""What is met where a graph is read: damage, and parts that may not be read, in words that tell what to do."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from lgkg.errors import GraphError


@contextlib.contextmanager
def reading(part: Path) -> Iterator[None]:
    """Turns what the system, gzip and Oxigraph say of a broken or closed part of a graph into a `GraphError`.

    Args:
        part: the file or folder that is read in the block.
    """
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error, SyntaxError) as error:
        raise broken(part, str(error)) from error
    except (RuntimeError, OSError) as error:
        if not _of_the_graph(error):
            raise
        raise broken(part, str(error)) from error


def broken(part: Path, reason: str) -> GraphError:
    """The error for a part of a graph that cannot be read, given the words of whatever read it."""
    if "Permission denied" in reason:
        return GraphError(f"this may not be read ({reason})", where=str(part), remedy="Check its permissions")
    return GraphError(f"the graph is damaged ({reason})", where=str(part), remedy="Build it again")


def _of_the_graph(error: RuntimeError | OSError) -> bool:
    """Whether it is about what is read; others are about what is written meanwhile, or faults of a program."""
    if isinstance(error, FileNotFoundError | PermissionError):
        return True
    return str(error).startswith(("Corruption", "IO error")) and "No space left" not in str(error)
