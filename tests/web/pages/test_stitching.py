from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lgkg.text import Span
from lgkg.web.pages.stitching import Passage, runs_of, stitched

TEXTS = st.text("กขคงเแ ่้\n🙂ab", min_size=1, max_size=40)


@st.composite
def cited(draw: st.DrawFn) -> tuple[str, list[Passage]]:
    """A text and passages of it."""
    text = draw(TEXTS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = draw(st.lists(ends.filter(lambda pair: pair[0] < pair[1]), max_size=8))
    return text, [Passage(f"#char={a},{b}", a, b, text[a:b]) for a, b in spans]


@given(cited())
def test_pieces_are_the_text_wherever_a_passage_is_and_nowhere_else(given: tuple[str, list[Passage]]) -> None:
    text, passages = given
    covered = {at for one in passages for at in range(one.start, one.end)}
    pieces = stitched(passages)
    assert {piece.start + at: letter for piece in pieces for at, letter in enumerate(piece.text)} == {
        at: text[at] for at in covered
    }
    assert all(one.end < other.start for one, other in pairwise(pieces)), "gaps are gaps"


@given(cited(), st.tuples(st.integers(0, 40), st.integers(1, 40)))
def test_runs_are_the_piece_and_tell_what_lies_over_each_letter(
    given: tuple[str, list[Passage]], mark: tuple[int, int]
) -> None:
    _, passages = given
    wanted = Span(mark[0], mark[0] + mark[1])
    for piece in stitched(passages):
        at = piece.start
        begun: list[Passage] = []
        for run in runs_of(piece, {"กขคง": "urn:x"}, wanted):
            inside = [one for one in piece.passages if one.start <= at and at + len(run.text) <= one.end]
            assert set(run.within) == set(inside)
            assert run.marked == (wanted.start <= at and at + len(run.text) <= wanted.end)
            begun += run.begins
            at += len(run.text)
        assert at == piece.end
        assert set(begun) == set(piece.passages), "each passage begins once"


def test_a_name_is_linked_where_it_is_printed_also_if_it_is_spelt_otherwise() -> None:
    text = "พบ  นายทองคํา ที่นี่"
    (piece,) = stitched([Passage("p", 5, 5 + len(text), text)])
    links = [(run.text, run.link) for run in runs_of(piece, {"ทองคำ": "urn:gold"}, None) if run.link]
    assert links == [("ทองคํา", "urn:gold")]


def test_of_two_names_the_longer_is_linked() -> None:
    text = "รองผู้ว่าราชการจังหวัดระยอง"
    (piece,) = stitched([Passage("p", 0, len(text), text)])
    names = {"ผู้ว่าราชการจังหวัดระยอง": "urn:governor", text: "urn:deputy"}
    assert [run.link for run in runs_of(piece, names, None)] == ["urn:deputy"]


def test_a_passage_whose_offsets_do_not_fit_its_words_is_left_out() -> None:
    assert stitched([Passage("p", 0, 9, "ab"), Passage("q", -2, 0, "ab"), Passage("r", 3, 3, "")]) == []
