"""Long lists: every thing once, on pages that follow each other."""

from __future__ import annotations

from typing import Any

import pytest

from lgkg.graph import Graph
from lgkg.web.pages.paging import BRIEF, SIZE, Asked, paged


@pytest.mark.parametrize("by", ["schema:startDate", "rdfs:label"])
def test_the_pages_of_a_list_hold_everything_once(samples_graph: Graph, by: str) -> None:
    where = "?thing a lgkg:Passage ."
    first = paged(samples_graph, "it", Asked("it", 1), where, by)
    rows = [
        row
        for page in range(1, first.pages + 1)
        for row in paged(samples_graph, "it", Asked("it", page), where, by).rows
    ]
    assert first.pages == -(-first.total // SIZE) > 1
    assert len(rows) == len(set(rows)) == first.total


def test_the_latest_come_first_and_those_without_a_day_last(samples_graph: Graph) -> None:
    rows = paged(samples_graph, "it", Asked("it"), "?thing a lgkg:Meeting .", "schema:startDate").rows
    days = {str(it): day for it, day in samples_graph.query("SELECT ?m ?d { ?m schema:startDate ?d }")}
    seen = [str(days.get(row, "")) for row in rows]
    assert seen == sorted(seen, reverse=True)


def test_a_list_that_is_not_asked_for_is_not_read(samples_graph: Graph) -> None:
    assert paged(samples_graph, "it", Asked("other"), "?thing a lgkg:Meeting .", "schema:startDate").total == 0


def test_a_list_that_is_too_long_is_only_counted(samples_graph: Graph) -> None:
    found = paged(samples_graph, "it", Asked(), "?thing a lgkg:Passage .", "oa:start", 10)
    assert (len(found.rows), found.total > 10) == (0, True)


def test_the_whole_of_a_list_is_linked_and_leads_back(samples: Any) -> None:
    by_mentions = "SELECT ?g { ?g lgkg:evidence ?p ; a lgkg:Province } GROUP BY ?g ORDER BY DESC(COUNT(?p)) LIMIT 1"
    path = samples.path(by_mentions)
    assert f'<a href="{path}?list=mentions">' in samples.page(by_mentions)
    listed = samples.page(by_mentions, "?list=mentions")
    assert listed.count('<figure class="quote">') > BRIEF
    assert f'<a href="{path}">' in listed
