"""The words of the page's scripts: those of the picture, some said otherwise, and those of the walk."""

from __future__ import annotations

import json
from functools import cache

from lgkg.network.picture import words
from lgkg.pages import part

_MARK = "walk_"


@cache
def client_words() -> str:
    """The words by key and language, as JSON; what this room calls `walk_open` is `open` there."""
    own: dict[str, dict[str, str]] = json.loads(part("lgkg.web.walk", "words.json"))
    told = words() | {key.removeprefix(_MARK): word for key, word in own.items()}
    return json.dumps(told, ensure_ascii=False)
