"""Reads articles from files and folders: text, JSON, web pages, tables, documents; see `KINDS`.

What cannot be read is told as a `Problem` that names the file and the line, and the rest goes on.

    >>> from pathlib import Path
    >>> problems: list[Problem] = []
    >>> list(Intake([Path("no-such-folder")], problems.append))
    []
    >>> str(problems[0])
    'no-such-folder: does not exist. Check the spelling of the path'
"""

from lgkg.sources.choice import Chosen, choose
from lgkg.sources.columns import Columns
from lgkg.sources.intake import KINDS, Intake
from lgkg.sources.plain import text_article
from lgkg.sources.problem import Problem

__all__ = ["KINDS", "Chosen", "Columns", "Intake", "Problem", "choose", "text_article"]
