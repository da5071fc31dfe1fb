"""The command `lgkg` and its subcommands."""

from __future__ import annotations

import logging
import os
import signal
import sys
import warnings
from types import FrameType
from typing import Annotated

import typer

import lgkg
from lgkg.cli import (
    build,
    convert,
    diff,
    doctor,
    evaluate,
    explain,
    export,
    extract,
    fetch,
    info,
    load,
    merge,
    network,
    query,
    questions,
    redact,
    remove,
    review,
    serve,
    split,
    status,
    update,
    validate,
    view,
)
from lgkg.cli.outcome import INTERRUPTED, guarded

app = typer.Typer(
    name="lgkg",
    help="Thai government press releases as a knowledge graph: build it, ask it, look at it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="Start with: lgkg build data/samples/articles --out out/demo. Exit codes: 0 done; 1 done, with problems; "
    "2 wrong usage; 3 could not be done; 130 interrupted.",
)
_COMMANDS = (
    build.build,
    update.update,
    remove.remove,
    status.status,
    convert.convert,
    fetch.fetch,
    extract.extract,
    query.query,
    questions.questions,
    view.view,
    serve.serve,
    network.network,
    explain.explain,
    review.review,
    merge.merge,
    split.split,
    diff.diff,
    export.export,
    load.load,
    validate.validate,
    redact.redact,
    evaluate.evaluate,
    info.info,
    doctor.doctor,
)
for command in _COMMANDS:
    app.command()(guarded(command))


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lgkg {lgkg.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """What holds for every command."""


def main() -> None:
    """Runs the command line; ends the process with an exit code."""
    _open_what_is_closed()
    signal.signal(signal.SIGTERM, _terminated)
    if not sys.warnoptions:  # what libraries warn of is for those who develop with them
        warnings.simplefilter("ignore")
        logging.getLogger().addHandler(logging.NullHandler())
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _open_what_is_closed() -> None:
    """Gives standard streams that were closed (`>&-`) nothing to read and nowhere to write.

    Each takes the lowest number that is free, which is its own; else the next files that are opened would get these
    numbers, and what is meant for the streams.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _terminated(number: int, frame: FrameType | None) -> None:
    # As an exception, so that what is half done is cleared away.
    sys.exit(128 + number)
