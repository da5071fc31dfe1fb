"""Entity tags (RFC 9110, 8.8.3): the same as long as the graph's build, the program and what is asked for are."""

from __future__ import annotations

import hashlib

import lgkg


def stamp(build: str, *asked: str) -> str:
    """The entity tag of an answer.

    Args:
        build: the build of the graph that gives the answer.
        asked: all that the answer depends on besides: path, query, form, language.
    """
    told = "\x1f".join((lgkg.__version__, build, *asked)).encode("utf-8", "replace")
    return f'"{hashlib.sha256(told).hexdigest()[:20]}"'
