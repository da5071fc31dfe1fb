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
    """Check a graph against its SHACL shapes, and say in plain words what is wrong. Warnings do not fail.

    \b
    Example:
      lgkg validate out/demo
      lgkg validate out/demo --language th
    """
    from lgkg.graph import open_graph
    from lgkg.rdf.findings import Severity

    with open_graph(graph) as opened:
        findings = opened.validate(language.value, jobs=jobs)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    for finding in findings:
        mark = "" if finding.severity is Severity.ERROR else f"{_WARNING[language]}: "
        write(f"{mark}{one_line(str(finding))}\n")
    write(f"{_verdict(errors, len(findings) - errors, language)}\n")
    return PROBLEMS if errors else DONE


def _verdict(errors: int, warnings: int, language: Language) -> str:
    """What is said at the end: `1 finding, 2 warnings.`"""
    told = _count(errors, _FINDINGS[language]) if errors else _SOUND[language]
    return f"{told}{_count(warnings, _WARNINGS[language])}" if warnings else told


def _count(number: int, words: tuple[str, str]) -> str:
    return words[number != 1].format(number)


_WARNING = {Language.EN: "warning", Language.TH: "คำเตือน"}
_SOUND = {Language.EN: "The graph keeps to its shapes.", Language.TH: "กราฟเป็นไปตามข้อกำหนดทุกข้อ"}
_FINDINGS = {Language.EN: ("{:,} finding.", "{:,} findings."), Language.TH: ("พบ {:,} ข้อ",) * 2}
_WARNINGS = {Language.EN: (" {:,} warning.", " {:,} warnings."), Language.TH: (" มีคำเตือน {:,} ข้อ",) * 2}
"""One and several."""
