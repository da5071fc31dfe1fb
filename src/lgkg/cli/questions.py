"""`lgkg questions`: the questions that lgkg knows how to ask."""

from __future__ import annotations

from lgkg.cli.options import InLanguage, Language
from lgkg.cli.terminal import write_table


def questions(language: InLanguage = Language.EN) -> None:
    """List the built-in questions, each with what it takes.

    \b
    Example:
      lgkg questions --language th
    """
    from lgkg.questions import questions as known

    write_table(("id", "question", "takes"), [])
