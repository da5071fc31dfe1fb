"""Arguments that several commands take."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from lgkg.errors import QueryError

GraphFolder: TypeAlias = Annotated[Path, typer.Argument(metavar="GRAPH", readable=False, help="The folder of a graph.")]


INPUTS = typer.Argument(
    metavar="INPUT",
    readable=False,
    help="Files (.txt .html .json .jsonl .csv .xlsx .parquet .docx .pdf .warc .zip) or folders.",
)  # what cannot be read is told by the run, and the rest goes on

Articles: TypeAlias = Annotated[list[Path], INPUTS]

ArticlesIfAny: TypeAlias = Annotated[list[Path] | None, INPUTS]


def _column(text: str) -> tuple[str, str]:
    field, equals, name = text.partition("=")
    if not equals or not name:
        raise typer.BadParameter(f"{text!r} is not of the form FIELD=COLUMN")
    return field, name


Column: TypeAlias = Annotated[
    list[Any] | None,
    typer.Option(
        parser=_column,
        metavar="FIELD=COLUMN",
        help="A column of tables whose name is unusual: text=เนื้อหาข่าว; fields: id, text, title, published, url.",
    ),
]

Jobs: TypeAlias = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read articles.")]

Why: TypeAlias = Annotated[str, typer.Option(metavar="TEXT", help="The reason, which the ledger keeps.")]

Who: TypeAlias = Annotated[str, typer.Option(metavar="NAME", help="Who decides; your login name unless given.")]


class Form(StrEnum):
    """How something is shown."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """The language of words shown to people."""

    TH = "th"
    EN = "en"


InLanguage: TypeAlias = Annotated[Language, typer.Option(help="The language to show it in.")]


def _day(text: str) -> date:
    from lgkg.questions.values import read_date

    try:
        return read_date("day", text)
    except QueryError as error:
        raise typer.BadParameter(f"{text!r} is no day. {error.remedy}") from error


Since: TypeAlias = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Only events from this day; also as 2567-01-31."),
]
Until: TypeAlias = Annotated[
    date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Only events to this day.")
]
Province: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Only events in this province.")]
Body: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only events that this body held or sent somebody to.")
]
EventKind: TypeAlias = Annotated[
    str | None, typer.Option(metavar="KIND", help="Only events of this kind: ceremony, visit, การประชุม …")
]
MaxPeople: TypeAlias = Annotated[
    int | None, typer.Option(min=2, metavar="N", help="Leave out events with more than N people named.")
]
MinWeight: TypeAlias = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Only pairs with at least N events in common.")
]
Person: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Only those who appeared with this one.")]
Steps: TypeAlias = Annotated[
    int | None, typer.Option(min=1, metavar="K", help="With --person: go K steps; 2 adds the partners' partners.")
]
