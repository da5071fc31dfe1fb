"""An article with its facts on a terminal."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.harmless import STEERING
from lgkg.markup import show

ANSI = re.compile(r"\x1b\[[\d;]*m")


def shown(facts: Facts, language: str = "en", **look: object) -> str:
    """What is written to a terminal in colour, unless another look is given."""
    out = io.StringIO()
    known = {"width": 100, "force_terminal": True, "color_system": "truecolor", "_environ": {}}
    show(facts, language=language, console=Console(file=out, **(known | look)))  # type: ignore[arg-type]
    return out.getvalue()


def plain(facts: Facts, language: str = "en") -> str:
    """What is written where there is no terminal."""
    return shown(facts, language, force_terminal=False, color_system=None)


def test_names_are_marked_in_the_colour_of_their_legend(harbour: Facts) -> None:
    written = shown(harbour)
    pen = re.search(r"(\x1b\[[\d;]*m) person 3 ", written)
    assert pen
    assert f"{pen[1]}นายสมหมาย ทดสอบดี\x1b[0m" in written


def test_every_kind_has_a_colour_of_its_own_also_where_there_are_sixteen(harbour: Facts) -> None:
    for colours in ("standard", "256", "truecolor"):
        legend = shown(harbour, color_system=colours).splitlines()[2]
        pens = [pen for pen in ANSI.findall(legend) if pen != "\x1b[0m"]
        assert len(pens) == len(set(pens)) == 6


def test_the_text_comes_first_then_every_fact_with_its_grounds(harbour: Facts) -> None:
    text, facts = plain(harbour).split("People 3\n")
    assert harbour.article.text in text
    span = harbour.tenures[0].evidence.span
    grounds = f"100% · by-hand · letters {span.start}–{span.end}"
    assert f"ผู้ว่าราชการจังหวัดระยอง · as of 3 October 2022  {grounds}" in facts
    assert "when  3 October 2022, 09:30" in facts


def test_without_a_terminal_nothing_is_marked_and_no_line_is_broken(harbour: Facts) -> None:
    assert "\x1b" not in plain(harbour)
    assert harbour.article.text in plain(harbour).splitlines()


def test_without_colour_names_are_bold_and_events_underlined(harbour: Facts) -> None:
    written = shown(harbour, no_color=True)
    assert set(ANSI.findall(written)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[4m"}
    assert "\x1b[4mสัมมนาท่าเรือสะอาด\x1b[0m" in written


def test_facts_are_broken_to_the_width_with_an_indent(harbour: Facts) -> None:
    facts = ANSI.sub("", shown(harbour, width=50)).split("People 3\n")[1]
    assert any(line.startswith("    ") for line in facts.splitlines())


def test_a_hostile_article_steers_no_terminal(hostile: Facts) -> None:
    for written in (shown(hostile), plain(hostile)):
        assert not STEERING.search(ANSI.sub("", written))


@pytest.mark.parametrize("text", ["[bold]ก[/bold]", ":smile:", "[link=https://example.org]ก[/link]"])
def test_what_looks_like_markup_is_text(text: str) -> None:
    assert text in shown(Facts(Article("markup", text))).splitlines()


def test_an_article_that_says_nothing_is_shown_too() -> None:
    facts = Facts(Article("empty", "ไม่มีอะไร"))
    assert "Nothing was found" in shown(facts)
    assert "ไม่พบสิ่งที่" in shown(facts, language="th")
