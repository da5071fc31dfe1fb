"""`lgkg doctor`: whether an installation, and a graph, are whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.terminal import one_line, say, write_table


def doctor(
    graph: Annotated[
        Path | None, typer.Argument(metavar="[GRAPH]", readable=False, help="The folder of a graph to look at too.")
    ] = None,
) -> int:
    """Check the installation, and a graph if one is given: what works, what is missing, what to do.

    \b
    Example:
      lgkg doctor
      lgkg doctor out/demo
    """
    from lgkg import checkup

    checks = [*checkup.installation(), *(checkup.graph(graph) if graph else ())]
    write_table(("", "", "", ""), [(str(it.state), it.name, one_line(it.told), it.remedy) for it in checks])
    broken = sum(check.state is checkup.State.BROKEN for check in checks)
    if broken:
        say(f"{broken} of {len(checks)} checks found something broken")
    return PROBLEMS if broken else DONE
