"""`lgkg questions`: the questions that lgkg knows how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lgkg.cli.options import InLanguage, Language
from lgkg.cli.terminal import write_table

if TYPE_CHECKING:
    from lgkg.questions import Parameter


def questions(language: InLanguage = Language.EN) -> None:
    """List the built-in questions, each with what it takes.

    \b
    Example:
      lgkg questions --language th
    """
    from lgkg.questions import questions as known

    rows = (
        (question.id, question.title.of(language), "\n".join(_taken(it, language) for it in question.parameters))
        for question in known()
    )
    write_table(_HEADINGS[language], rows)


_HEADINGS = {
    Language.EN: ("question", "what it asks", "--param (in brackets: may be left out)"),
    Language.TH: ("คำถาม", "ถามว่า", "--param (ในวงเล็บเหลี่ยม: ไม่ต้องระบุก็ได้)"),
}


def _taken(parameter: Parameter, language: Language) -> str:
    form = f"{parameter.name}={parameter.default or parameter.example}"
    return f"{f'[{form}]' if parameter.optional else form}  {parameter.wording.of(language)}"
