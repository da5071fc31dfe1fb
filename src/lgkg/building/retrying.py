"""What earlier runs could not read, to be read again: broken files and lines, articles that made the reader fail.

An article whose id another has is not among it: that one is in the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lgkg.article import Article
from lgkg.building.archive import Archive
from lgkg.building.journal import Journal


def failed_inputs(journal: Journal) -> list[Path]:
    """The files and folders that something could not be read from, sorted; the journal forgets what it noted of them.

    Of one that is gone it forgets nothing. A link to a folder is not among them: it is followed only where it is named.
    """
    found = set()
    for number, origin in journal.unread():
        path = _input(origin)
        if not (path.is_symlink() and path.is_dir()):
            found.add(path)
            if path.exists():
                journal.strike(number)
    return sorted(found)


def _input(origin: str) -> Path:
    """`news.zip` of `news.zip/may.jsonl:7`: the longest beginning that is a file, else the whole."""
    ends = [match.start() for match in re.finditer(r"[:/]|$", origin) if match.start()]
    return next((file for end in reversed(ends) if (file := Path(origin[:end])).is_file()), Path(origin))


def not_held(articles: Iterable[Article], archive: Archive) -> Iterator[Article]:
    """The articles that an archive does not hold, whatever it holds under the ids of the others."""
    return (article for article in articles if archive.digest(article.id) is None)
