"""`lgkg explain`: everything held about a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.options import Form, GraphFolder
from lgkg.cli.records import record
from lgkg.cli.sections import Section, write_sections
from lgkg.cli.terminal import write_json

if TYPE_CHECKING:
    from lgkg.curation import Explanation, Fact, Post
    from lgkg.identity import JudgementRow, Link


def explain(
    graph: GraphFolder,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="A name, or an id such as person/5n3v…, also one merged away.")
    ],
    format: Annotated[Form, typer.Option(help="How to show it.")] = Form.TEXT,
) -> None:
    """Show everything held about a person: names, posts, merges, decisions, and every fact with its passage.

    \b
    Example:
      lgkg explain out/demo 'พิทักษ์พล รัตนวรากุล'
      lgkg explain out/demo 'พิทักษ์พล รัตนวรากุล' --format json
    """
    from lgkg.curation import explain as explanation_of

    explanation = explanation_of(graph, person)
    if format is Form.JSON:
        write_json(record(explanation))
    else:
        write_sections(section for section in _sections(explanation) if section[1])


def _sections(held: Explanation) -> Iterator[Section]:
    about = held.profile
    yield f"{about.name}  {about.id}", [*_known_as(held), ("articles", f"{about.articles:,}")]
    yield "Names, with the number of articles", [(f"{count:,}", name) for name, count in about.names]
    yield "Titles", [(f"{count:,}", title) for title, count in about.honorifics]
    yield "Posts, with the first and last day seen", [(days(post), office(post)) for post in about.posts]
    if held.merged:
        yield "Merged into this person", [_merge(held, id) for id in held.merged]
    if held.judgements or held.overridden:
        rows = [_decision(row, "") for row in held.judgements] + [
            _decision(row, "overridden: ") for row in held.overridden
        ]
        yield "Decisions in the ledger", rows
    yield "Articles by the ledger", [(row.person, f"{row.name}: {', '.join(row.articles)}") for row in held.given]
    if held.waiting:
        yield "Waiting for a decision", [_waiting(link) for link in held.waiting]
    yield "Facts", [(f"{fact.day or ''}", _fact(fact)) for fact in _not_repeated(about.facts)]


def _not_repeated(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without mentions in passages that say more."""
    telling = {(fact.article, fact.passage) for fact in facts if fact.kind != "mention"}
    return (fact for fact in facts if fact.kind != "mention" or (fact.article, fact.passage) not in telling)


def _known_as(held: Explanation) -> Iterator[tuple[str, str]]:
    if held.asked != held.profile.id:
        yield "asked for", f"{held.asked}, which was merged into this person"


def days(post: Post) -> str:
    """When somebody was seen in a post."""
    if post.first is None or post.last is None:
        return "day unknown"
    return f"{post.first}" if post.first == post.last else f"{post.first} – {post.last}"


def office(post: Post) -> str:
    """A post, with whether it is an acting or a former one."""
    manner = [word for word, holds in (("acting", post.acting), ("former", post.former)) if holds]
    return post.office + (f" ({', '.join(manner)})" if manner else "")


def _merge(held: Explanation, id: str) -> tuple[str, str]:
    """An id that was merged, and the decisions by which it was."""
    rows = [row for row in held.judgements if id in (row.a, row.b) and row.judgement == "same"]
    return id, "\n".join(_reason(row) for row in rows)


def _decision(row: JudgementRow, before: str) -> tuple[str, str]:
    return f"{before}{row.judgement}", f"{row.a} · {row.b}\n{_reason(row)}"


def _reason(row: JudgementRow) -> str:
    score = f"score {row.score:.2f}" if row.score is not None else ""
    return f"{' · '.join(filter(None, (row.who, row.when, score)))}: {row.why}"


def _waiting(link: Link) -> tuple[str, str]:
    return f"{link.score:.2f}", f"{link.a} · {link.b}\n{'; '.join(link.reasons)}"


def _fact(fact: Fact) -> str:
    rule = f"rule {fact.rule}" if fact.rule else ""
    confidence = f"confidence {fact.confidence:.2f}" if fact.confidence is not None else ""
    issued = f"published {fact.issued}" if isinstance(fact.issued, date) else ""
    source = " · ".join(filter(None, (f"article {fact.article}", issued, fact.source, rule, confidence)))
    return f"{fact.kind}: {fact.told}\n“{fact.passage}”\n{source}"
