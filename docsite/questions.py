"""The page of built-in questions: what each asks, takes and answers, and its SPARQL."""

from __future__ import annotations

from collections.abc import Iterator

from lgkg.questions import questions
from lgkg.questions.question import Question


def page() -> str:
    """The page."""
    parts = [part for question in questions() for part in _question(question)]
    lead = "Ask one with `lgkg query GRAPH ID --param name=value`, or `question(id).ask(graph, name=value)`."
    return "\n".join(["# Questions", "", lead, "", *parts])


def _question(question: Question) -> Iterator[str]:
    yield from (f"## {question.id}", "", f"{question.title.en}", "", f"{question.title.th}", "")
    if question.parameters:
        yield from ("| takes | what | for example |", "|---|---|---|")
        for parameter in question.parameters:
            optional = " (may be left out)" if parameter.optional else ""
            example = parameter.example or parameter.default
            yield f"| `{parameter.name}` | {parameter.wording.en}{optional} | {example} |"
        yield ""
    yield from ("| answers | what | ความหมาย |", "|---|---|---|")
    yield from (f"| `{name}` | {wording.en} | {wording.th} |" for name, wording in question.columns.items())
    yield from ("", '??? note "SPARQL"', "", "    ```sparql")
    yield from (f"    {line}" for line in question.sparql.rstrip().splitlines())
    yield from ("    ```", "")
