"""`lgkg review`: shows the pairs of people that wait for a decision, and takes the decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.answers import Format, show_rows
from lgkg.cli.keys import ask
from lgkg.cli.options import GraphFolder, Who
from lgkg.cli.outcome import DONE, PROBLEMS, Interrupted
from lgkg.cli.progress import progress_bar
from lgkg.cli.side_by_side import write_pair
from lgkg.cli.summary import unbroken
from lgkg.cli.terminal import say, write

if TYPE_CHECKING:
    from lgkg.curation import Queue, Verdict
    from lgkg.store.answer import Row

PROMPT = "[s]ame  [d]ifferent  [u]nsure  [n]ext  [q]uit › "
NOTHING = "No pair waits for a decision.\n"
WORDS = {"s": "same", "d": "different", "u": "unsure"}


def review(
    graph: GraphFolder,
    listed: Annotated[bool, typer.Option("--list", help="List what waits, and ask nothing.")] = False,
    format: Annotated[Format, typer.Option(help="How to list it.")] = Format.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Show at most N pairs.")] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, which the ledger keeps.")] = "seen in review",
    who: Who = "",
) -> int:
    """Go through the pairs of people that may be one, side by side, and decide.

    Keys: s they are the same, d they are different, u it cannot be told, n decide another time, q quit. Decisions are
    put into effect together at the end. Where standard input is no terminal, keys are read line by line.

    \b
    Example:
      lgkg review out/demo
      lgkg review out/demo --list --format csv
    """
    from lgkg.curation import queue

    with queue(graph) as waiting:
        if listed:
            _list(waiting, format, limit)
            return DONE
        verdicts, finished = _asked(waiting, limit)
    if not verdicts:
        write("Nothing was decided.\n" if waiting.links else NOTHING)
        return DONE
    if not finished and not _confirmed(verdicts):
        return DONE
    return _enter(graph, verdicts, why, who)


def _list(waiting: Queue, format: Format, limit: int | None) -> None:
    if format is Format.TABLE and not waiting.links:
        write(NOTHING)
    else:
        show_rows(("a", "name a", "b", "name b", "score", "reasons"), _rows(waiting), format, limit)


def _rows(waiting: Queue) -> Iterator[Row]:
    for link in waiting.links:
        a, b = waiting.names(link)
        yield link.a, a, link.b, b, link.score, "; ".join(link.reasons)


def _asked(waiting: Queue, limit: int | None) -> tuple[list[Verdict], bool]:
    """What was decided, and whether all pairs were gone through."""
    from lgkg.curation import Verdict
    from lgkg.identity import Judgement

    verdicts: list[Verdict] = []
    links = waiting.links[:limit]
    for number, link in enumerate(links, 1):
        write_pair(waiting.pair(link), f"Pair {number:,} of {len(links):,}, score {link.score:.2f}")
        try:
            key = ask(PROMPT, f"{''.join(WORDS)}nq")
        except (EOFError, KeyboardInterrupt):
            key = "q"
            write("\n")
        if key == "q":
            return verdicts, False
        if key in WORDS:
            verdicts.append(Verdict(link.a, link.b, Judgement(WORDS[key])))
    return verdicts, True


def _confirmed(verdicts: list[Verdict]) -> bool:
    """Whether what was decided before the end shall be put into effect."""
    try:
        if ask(f"Put {_counted(verdicts)} into effect? [y]es [n]o › ", "yn") == "y":
            return True
    except (EOFError, KeyboardInterrupt):
        raise Interrupted("the review was interrupted; nothing was changed") from None
    write("Nothing was changed.\n")
    return False


def _enter(graph: Path, verdicts: list[Verdict], why: str, who: str) -> int:
    from lgkg.curation import judge

    with unbroken("change", graph), progress_bar() as progress:
        decided, refused = judge(graph, verdicts, why=why, who=who, progress=progress)
    for error in refused:
        say(str(error))
    if decided:
        write(f"Decided: {_counted(verdicts)}; people in the graph now: {decided.report.people:,}.\n")
    return PROBLEMS if refused else DONE


def _counted(verdicts: list[Verdict]) -> str:
    counts = Counter(str(verdict.judgement) for verdict in verdicts)
    return ", ".join(f"{counts[word]:,} {word}" for word in WORDS.values() if counts[word])
