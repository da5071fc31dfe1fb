"""Marks are laid in layers, and a text is cut into runs under the same marks."""

from __future__ import annotations

import doctest

from lgkg.facts import Span
from lgkg.markup import layers
from lgkg.markup.layers import packed, runs


def layers_of(*spans: tuple[int, int]) -> list[list[tuple[int, int]]]:
    found = packed(spans, span=lambda item: Span(*item), needed=lambda item: True)
    return [list(layer) for layer in found]


def test_the_example_at_the_head_of_the_module_is_true() -> None:
    outcome = doctest.testmod(layers)
    assert (outcome.attempted > 0, outcome.failed) == (True, 0)


def test_neighbours_share_a_layer_and_come_in_the_order_of_the_text() -> None:
    assert layers_of((5, 9), (0, 5), (12, 13)) == [[(0, 5), (5, 9), (12, 13)]]


def test_what_overlaps_goes_a_layer_up() -> None:
    assert layers_of((0, 9), (2, 4), (3, 5), (8, 12)) == [[(0, 9)], [(2, 4), (8, 12)], [(3, 5)]]
    assert layers_of((3, 4), (3, 4)) == [[(3, 4)], [(3, 4)]]


def test_what_is_not_needed_is_left_out_where_there_is_no_room() -> None:
    found = packed([(0, 9), (2, 4), (9, 11)], span=lambda item: Span(*item), needed=lambda item: item == (0, 9))
    assert found == (((0, 9), (9, 11)),)


def test_runs_cut_a_text_wherever_something_begins_or_ends() -> None:
    found = [((run.start, run.end), over) for run, over in runs(6, [(Span(1, 5), "a"), (Span(2, 3), "b")])]
    assert found == [((0, 1), ()), ((1, 2), ("a",)), ((2, 3), ("a", "b")), ((3, 5), ("a",)), ((5, 6), ())]


def test_an_empty_text_has_no_runs() -> None:
    assert list(runs(0, [])) == []
