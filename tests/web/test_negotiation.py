from __future__ import annotations

import pytest

from lgkg.web.negotiation import wanted

OFFERED = ("text/html", "text/turtle", "application/ld+json")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        ("*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle; charset=utf-8", "text/turtle"),
        ("text/html;q=0.5, text/turtle;q=0.9", "text/turtle"),
        ("application/*", "application/ld+json"),
        ("application/*;q=0.1, */*;q=0.01", "application/ld+json"),
        ("text/html;q=0, */*;q=0.1", "text/turtle"),
        ("text/html;q=nan-sense, text/turtle;q=0.1", "text/turtle"),
        ("image/png", None),
        ("text/html;q=0", None),
        (",,;;q=1,", None),
    ],
)
def test_the_form_with_the_highest_quality_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert wanted(accept, OFFERED) == chosen


def test_a_range_that_is_more_specific_counts_before_one_that_is_less() -> None:
    assert wanted("text/*;q=0.9, text/html;q=0.2, application/ld+json;q=0.5", OFFERED) == "text/turtle"


def test_a_header_that_never_ends_is_read_to_a_bound() -> None:
    assert wanted(",".join(["image/png"] * 100_000 + ["text/html"]), OFFERED) is None
