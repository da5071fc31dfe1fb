"""Arguments that several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

GraphFolder: TypeAlias = Annotated[Path, typer.Argument(metavar="GRAPH", readable=False, help="The folder of a graph.")]


class Language(StrEnum):
    """The language of words shown to people."""

    TH = "th"
    EN = "en"


InLanguage: TypeAlias = Annotated[Language, typer.Option(help="The language to show it in.")]
