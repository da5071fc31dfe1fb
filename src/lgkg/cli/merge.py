"""`lgkg merge`: makes two people one."""

from __future__ import annotations

from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder, Who, Why
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import unbroken
from lgkg.cli.terminal import one_line, write


def merge(
    graph: GraphFolder,
    a: Annotated[str, typer.Argument(metavar="A", help="A person: an id such as person/5n3v…, or a name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    why: Why,
    who: Who = "",
    override: Annotated[
        bool, typer.Option("--override", help="Overrule an earlier decision that they are different.")
    ] = False,
) -> None:
    """Make two people one, who keeps all names, all sources and the older id.

    The other id still leads to the person. `lgkg split` takes it back.

    \b
    Example:
      lgkg merge out/demo person/szxiig5ooc3o4e5u person/rkjxjkmj3d44vzul --why 'one face in both photographs'
    """
    from lgkg.curation import merge as merge_people

    with unbroken("change", graph), progress_bar() as progress:
        decided = merge_people(graph, a, b, why=why, who=who, override=override, progress=progress)
    write(f"One person now: {decided.people[0]}\n")
    write(f"To take it back: lgkg split {one_line(str(graph))} {' '.join(decided.given)} --why …\n")
