"""The steps of a walk as the address bar keeps them: `open.5n3v.20~drop.8k2p~path.5n3v.9f4x`.

| step | what it does |
|---|---|
| `add.ID` | shows a person |
| `open.ID.N` | shows the `N` partners with whom a person was at most events |
| `shut.ID` | takes away whom opening brought, but for those who are pinned or open themselves |
| `drop.ID` | takes a person away |
| `pin.ID`, `free.ID` | pins a person, so that nothing but `drop` takes them away; takes the pin away |
| `path.ID.ID` | shows the people on the shortest way from one to the other |

An id is that of the person's IRI, without `person/`.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from lgkg.errors import QueryError

Step: TypeAlias = tuple[str, ...]

MOST = 300
"""Steps of a walk."""
_ID = "[A-Za-z0-9_-]{1,80}"
_STEP = re.compile(rf"(add|shut|drop|pin|free)\.({_ID})|(open)\.({_ID})\.([0-9]{{1,5}})|(path)\.({_ID})\.({_ID})")
_BETWEEN = "~"


def read(text: str) -> tuple[Step, ...]:
    """The steps that a text says.

    Raises:
        QueryError: there is no such step, or there are too many.
    """
    words = text.split(_BETWEEN) if text else []
    if len(words) > MOST:
        raise QueryError(f"a walk has at most {MOST} steps, this has {len(words):,}", remedy="Begin a new one")
    return tuple(map(_step, words))


def about(step: Step) -> tuple[str, ...]:
    """The ids of the people whom a step is about."""
    return step[1:2] if step[0] == "open" else step[1:]


def _step(word: str) -> Step:
    if not (found := _STEP.fullmatch(word)):
        raise QueryError(f"{word[:60]!r} is no step of a walk", remedy="Begin at /network")
    return tuple(part for part in found.groups() if part is not None)
