from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Node, by_period, measures, project
from lgkg.network.model import join


def test_a_network_is_parted_by_quarter_and_by_year(town: Graph) -> None:
    network = project(town)
    quarters = by_period(network, "quarter")
    assert {period: [event.title for event in part.events] for period, part in quarters.items()} == {
        "2024-Q1": ["opening", "seminar", "visit"],
        "2024-Q2": ["speech"],
    }
    assert [len(part.nodes) for part in quarters.values()] == [4, 1]
    years = by_period(network, "year")
    assert list(years) == ["2024"]
    assert [edge.weight for edge in years["2024"].edges] == [2, 1, 1, 1]


def test_measures_change_from_period_to_period(town: Graph) -> None:
    network = project(town)
    kong = network.nodes[0].iri
    degrees = {period: measures(part).get(kong) for period, part in by_period(network, "quarter").items()}
    assert degrees["2024-Q1"] and degrees["2024-Q1"].degree == 3
    assert degrees["2024-Q2"] is None


def test_a_period_that_is_none_is_an_error(town: Graph) -> None:
    with pytest.raises(ValueError, match="week"):
        by_period(project(town), "week")


@given(st.lists(st.dates(), max_size=6), st.sampled_from(["year", "quarter"]))
def test_each_dated_event_is_in_one_period_and_they_are_in_order(days: list[date], per: str) -> None:
    pair = (Appearance("a"), Appearance("b"))
    events = [Event(f"urn:{i}", "x", day, appearances=pair) for i, day in enumerate(days)]
    parts = by_period(join([Node("a", "a"), Node("b", "b")], events), per)
    assert [event for part in parts.values() for event in part.events] == sorted(events, key=lambda e: (e.day, e.iri))
    assert list(parts) == sorted(parts)
