"""Laws of marked articles: what holds for all facts of all texts, however they overlap and whatever they hold."""

from __future__ import annotations

import html
import io
import re
from datetime import date
from itertools import pairwise
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from lgkg.article import Article
from lgkg.facts import (
    EventKind,
    Evidence,
    Facts,
    Level,
    Meeting,
    Office,
    Organization,
    Person,
    Place,
    Policy,
    PolicyKind,
    Span,
    Tenure,
)
from lgkg.harmless import STEERING, safe
from lgkg.markup import facts_page, marked, show

LETTERS = st.sampled_from(
    [*"กขคงา้ำ ab<>&\"'[]/\\\n\n\t", "นาย", "ระยอง", "\x1b[2J", "\x00", "\r", "\u202e", "\u200b", "\ud800", "😀"]
)
Colours = Literal["standard", "truecolor"] | None
COLOURS: st.SearchStrategy[Colours] = st.sampled_from([None, "standard", "truecolor"])
TEXT = st.lists(LETTERS, max_size=40).map("".join)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Facts whose names are stretches of the text or anything else, with evidence anywhere in it and beyond."""
    text = draw(TEXT)
    offset = st.integers(0, len(text) + 3)
    spans = st.tuples(offset, offset).map(lambda ends: Span(min(ends), max(ends)))
    names = spans.map(lambda span: span.of(text) or "ก") | TEXT.filter(bool)
    evidence = st.builds(Evidence, spans, st.floats(0, 1), st.just("rule") | TEXT)
    forms = st.lists(names, max_size=2).map(tuple)
    persons = draw(st.lists(st.builds(Person, names, names, st.none(), names, forms, evidence), max_size=2))
    offices = draw(
        st.lists(st.builds(Office, names, st.just("governor"), st.none(), st.none(), forms, evidence), max_size=2)
    )
    bodies = st.lists(st.builds(Organization, names, st.just("office"), st.none(), forms, evidence), max_size=2)
    places = st.lists(
        st.builds(Place, st.sampled_from(Level), names, st.none() | names, st.none(), evidence), max_size=2
    )
    policies = st.lists(st.builds(Policy, names, st.sampled_from(PolicyKind), forms, evidence), max_size=2)
    meetings = st.lists(
        st.builds(
            Meeting,
            *(names, st.sampled_from(EventKind), st.none() | st.dates(), st.none(), st.none() | names),
            *(st.none(), st.none(), st.just(()), st.none(), evidence),
        ),
        max_size=2,
    )
    tenures = [
        Tenure(p, o, False, False, date(2024, 1, 1), draw(evidence)) for p, o in zip(persons, offices, strict=False)
    ]
    return Facts(
        Article(draw(names), text, draw(st.none() | names), None, draw(st.none() | names)),
        *(tuple(persons), tuple(offices), tuple(draw(bodies)), tuple(draw(places)), tuple(draw(policies))),
        *(tuple(tenures), tuple(draw(meetings))),
    )


@given(facts())
def test_marks_lie_in_the_text_and_never_overlap_inside_a_layer(given_facts: Facts) -> None:
    found = marked(given_facts)
    for layer in (*found.events, *found.names):
        assert all(0 <= mark.span.start < mark.span.end <= len(given_facts.article.text) for mark in layer)
        assert all(one.span.end <= other.span.start for one, other in pairwise(layer))


@given(facts(), st.sampled_from(["th", "en"]))
def test_a_page_shows_the_text_as_read_and_holds_nothing_that_steers(given_facts: Facts, language: str) -> None:
    page = facts_page(given_facts, language)
    assert not STEERING.search(page)
    assert "<script" not in page
    assert len(re.findall("<style>", page)) == 1
    lines = re.findall(r'<p class="print">(.*?)</p>', page, re.DOTALL)
    text = "".join(html.unescape(re.sub(r"<[^>]*>", "", line)) for line in lines)
    assert text == safe(given_facts.article.text)


@given(facts(), COLOURS)
def test_a_terminal_shows_the_text_as_read_and_is_not_steered(given_facts: Facts, colours: Colours) -> None:
    out = io.StringIO()
    show(
        given_facts,
        console=Console(file=out, width=1000, force_terminal=bool(colours), color_system=colours, _environ={}),
    )
    written = re.sub(r"\x1b\[[\d;]*m", "", out.getvalue())
    assert not STEERING.search(written)
    assert safe(given_facts.article.text).replace("\t", " ") in written
