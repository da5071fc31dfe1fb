"""`lgkg extract`: one article with what was found in it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.options import Column, InLanguage, Language
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.terminal import say, terminal, write, write_json

if TYPE_CHECKING:
    from lgkg.facts import Facts
    from lgkg.sources import Chosen


class Format(StrEnum):
    """How facts are shown."""

    TEXT = "text"
    JSON = "json"


def extract(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", readable=False, help="A file or folder as for build; - reads text from standard input."
        ),
    ],
    id: Annotated[
        str | None, typer.Option(metavar="ID", help="Which article, where FILE has several; of -, what to call it.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page that opens without a network.")
    ] = None,
    column: Column = None,
    format: Annotated[Format | None, typer.Option(help="Show the facts for people, or for programs.")] = None,
    language: InLanguage = Language.EN,
) -> int:
    """Show one article with what was found in it: every name marked, every fact with its passage.

    \b
    Example:
      lgkg extract data/samples/articles/a05.txt
      lgkg extract data/samples/articles/more.jsonl --id a19 --html out/a19.html --language th
      lgkg extract news.jsonl.gz --format json
    """
    from lgkg.reading import read

    chosen = _chosen(file, id, dict(column or ()))
    for problem in chosen.problems:
        say(str(problem))
    facts = read(chosen.article)
    if html:
        _write_page(facts, html, language)
    if format or not html:
        _show(facts, format or Format.TEXT, language)
    if chosen.others:
        others = ", ".join(chosen.others)
        say(f"this is {facts.article.id}, the first article of {file}; --id shows others, such as {others}")
    return PROBLEMS if chosen.problems else DONE


def _chosen(file: Path, id: str | None, columns: dict[str, str]) -> Chosen:
    from lgkg.sources import Chosen, Columns, choose, text_article

    if str(file) == "-":
        return Chosen(text_article(sys.stdin.buffer, id or "stdin", "standard input"), ())
    return choose(file, id, Columns(columns))


def _write_page(facts: Facts, file: Path, language: Language) -> None:
    from lgkg.markup import facts_page
    from lgkg.store.disk import writing_whole

    with writing_whole(file) as output:
        output.write(facts_page(facts, language.value).encode())
    say(f"wrote {file}")


def _show(facts: Facts, format: Format, language: Language) -> None:
    from lgkg.markup import facts_record, show

    if format is Format.JSON:
        write_json(facts_record(facts))
        return
    console = terminal()
    with console.capture() as captured:
        show(facts, language=language.value, console=console)
    write(captured.get())
