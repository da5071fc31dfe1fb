"""`lgkg validate`: checks a graph against its shapes."""

from __future__ import annotations

from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder, InLanguage, Language
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.terminal import one_line, write


def validate(
    graph: GraphFolder,
    language: InLanguage = Language.EN,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that check.")] = 1,
) -> int:
    """Check a graph against its SHACL shapes, and say in plain words what is wrong.

    \b
    Example:
      lgkg validate out/demo
      lgkg validate out/demo --language th
    """
    from lgkg.graph import open_graph

    with open_graph(graph) as opened:
        findings = opened.validate(language.value, jobs=jobs)
    for finding in findings:
        write(f"{one_line(str(finding))}\n")
    write(f"{_VERDICTS[language][bool(findings)].format(len(findings))}\n")
    return PROBLEMS if findings else DONE


_VERDICTS = {
    Language.EN: ("The graph keeps to its shapes.", "{:,} findings."),
    Language.TH: ("กราฟเป็นไปตามข้อกำหนดทุกข้อ", "พบ {:,} ข้อ"),
}
"""What is said of a graph without and with findings."""
