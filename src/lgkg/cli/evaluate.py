"""`lgkg evaluate`: how well a graph says what careful readers found in its articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.answers import Format, Rows, show_rows
from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import one_line, say, write

if TYPE_CHECKING:
    from lgkg.evaluation import Band, Counts, Evaluation, Kind, Mistake
    from lgkg.store import Value

ALL = "all"
ABSENT_SHOWN = 5


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The folder of annotations, one *.json an article.")],
    graph: GraphFolder,
    errors: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="List what is missed, spurious or wrong of a kind of fact, or of all."),
    ] = None,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Show per band of confidence how many facts are right.")
    ] = False,
    format: Annotated[Format, typer.Option(help="How to show it.")] = Format.TABLE,
    limit: Annotated[int | None, typer.Option(min=0, metavar="N", help="Show at most N rows.")] = None,
) -> None:
    """Measure a graph by annotations of its articles: precision, recall and F1 of each kind of fact.

    Annotate articles of your own as data/samples/annotations does. People without an office in the annotation are
    private and do not count.

    \b
    Example:
      lgkg evaluate data/samples/annotations out/demo
      lgkg evaluate data/samples/annotations out/demo --errors organisation
      lgkg evaluate data/samples/annotations out/demo --errors all --format csv
      lgkg evaluate data/samples/annotations out/demo --calibration
    """
    from lgkg.evaluation import evaluate as measure

    _check(errors, calibration)
    evaluation = measure(gold, graph)
    _tell_absent(evaluation)
    if errors:
        columns, rows = _errors(evaluation, errors, format)
    elif calibration:
        columns, rows = _calibration(evaluation, format)
    else:
        columns, rows = _scores(evaluation, format)
    show_rows(columns, rows, format, limit)
    if format is Format.TABLE and not (errors or calibration):
        write(
            "\n--errors KIND lists the errors of a kind, --errors all every one; --calibration measures confidences.\n"
        )


def _check(errors: str | None, calibration: bool) -> None:
    from lgkg.evaluation import Kind

    if errors and calibration:
        raise typer.BadParameter("give either --errors or --calibration", param_hint="--calibration")
    if errors and errors not in (*Kind, ALL):
        raise typer.BadParameter(f"{errors!r} is none of: {', '.join((*Kind, ALL))}", param_hint="--errors")


def _tell_absent(evaluation: Evaluation) -> None:
    absent = evaluation.absent
    if absent:
        named = ", ".join(absent[:ABSENT_SHOWN]) + (", …" if len(absent) > ABSENT_SHOWN else "")
        say(
            f"not in the graph: {named} ({len(absent):,} of {evaluation.articles:,} annotated articles; "
            "all that is annotated there counts as missed)"
        )


def _scores(evaluation: Evaluation, format: Format) -> tuple[Sequence[str], Rows]:
    rows = [_score(kind, counts, format) for kind, counts in evaluation.scores.items()]
    return ("kind", "annotated", "found", "right", "precision", "recall", "f1"), rows


def _score(kind: Kind, counts: Counts, format: Format) -> tuple[Value | None, ...]:
    """A row; its figures are left empty if neither side has anything of the kind."""
    of = counts.annotated or counts.found
    figures = (_figure(value, of, format) for value in (counts.precision, counts.recall, counts.f1))
    return (kind.value, counts.annotated, counts.found, counts.right, *figures)


def _calibration(evaluation: Evaluation, format: Format) -> tuple[Sequence[str], Rows]:
    rows = [_band(band, format) for band in evaluation.calibration]
    return ("fact", "confidence", "facts", "right", "share", "mean_confidence"), rows


def _band(band: Band, format: Format) -> tuple[Value | None, ...]:
    figures = (_figure(value, band.facts, format) for value in (band.share, band.confidence))
    return (band.statement.value, _limits(band), band.facts, band.right, *figures)


def _limits(band: Band) -> str:
    if band.below is None:
        return f"{band.least} or more"
    return f"{band.least} to {band.below}" if band.least else f"below {band.below}"


def _figure(value: float, of: int, format: Format) -> str | float | None:
    if not of:
        return None
    return f"{value:.4f}" if format is Format.TABLE else round(value, 4)


def _errors(evaluation: Evaluation, kind: str, format: Format) -> tuple[Sequence[str], Rows]:
    listed = [mistake for mistake in evaluation.mistakes if kind in (mistake.kind, ALL)]
    columns = ("kind", "article", "error", "annotated", "found", "passage", "confidence", "rule")
    return columns, [_row(mistake, format) for mistake in listed]


def _row(mistake: Mistake, format: Format) -> tuple[Value | None, ...]:
    told = mistake.annotated, mistake.found, mistake.passage
    return (
        mistake.kind.value,
        mistake.article,
        mistake.fault.value,
        *(map(one_line, told) if format is Format.TABLE else told),
        mistake.confidence,
        mistake.rule,
    )
