"""A graph on the desk: its store, its archive and its ledger, opened together for looking and deciding."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from lgkg.building.archive import Archive
from lgkg.building.database import reading_database
from lgkg.errors import QueryError
from lgkg.graph import Graph, open_graph
from lgkg.identity import Ledger
from lgkg.identity.standing import Standing
from lgkg.questions import Kind, find
from lgkg.store import ARCHIVE, LEDGER, undisturbed

_ID = re.compile(r"person/~?[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Desk:
    """A graph with what it was made of.

    Attributes:
        graph: the graph, open for questions.
        archive: what each article came to.
        standing: who is who.
    """

    graph: Graph
    archive: Archive
    standing: Standing

    @property
    def base(self) -> str:
        """What stands before every id."""
        return self.graph.manifest.base

    def person(self, name: str) -> str:
        """The id of a person.

        Args:
            name: an id such as `person/5n3v…`, which stays as it is even if it was merged into another; the same as
                an address; or a name, which gives the id that the person is known by.

        Raises:
            QueryError: nobody has this id or name, or several people bear the name.
        """
        id = name.removeprefix("<").removesuffix(">").removeprefix(self.base)
        if not _ID.fullmatch(id):
            return find(self.graph, Kind.PERSON, "person", name).removeprefix(self.base)
        if not self.standing.knows(id):
            raise QueryError(f"{id} is the id of nobody in this graph", remedy="Give another, or a name")
        return id


@contextmanager
def opened(graph: str | PathLike[str]) -> Generator[Desk, None, None]:
    """A graph on the desk.

    Raises:
        GraphError: the folder is missing, is no graph, lacks its archive, or is damaged.
    """
    path = Path(graph).resolve()
    with ExitStack() as stack:
        with undisturbed(path):
            asked = stack.enter_context(open_graph(path))
            archive = Archive(stack.enter_context(reading_database(path / ARCHIVE)))
            ledger = Ledger.read(path / LEDGER)
        yield Desk(asked, archive, Standing(ledger, archive.mentions()))
