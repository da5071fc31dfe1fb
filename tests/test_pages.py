"""Pages and text are harmless wherever they are shown."""

from __future__ import annotations

import doctest
import json

from lgkg import harmless, pages


def test_the_examples_at_the_head_of_the_modules_are_true() -> None:
    for module in (harmless, pages):
        outcome = doctest.testmod(module)
        assert (outcome.attempted > 0, outcome.failed) == (True, 0)


def test_marks_of_direction_are_written_out() -> None:
    marks = "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"
    assert harmless.safe(marks) == "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069"


def test_records_in_a_page_cannot_end_their_block() -> None:
    record = {"text": "</script><!-- & \u2028"}
    written = pages.json_block(record)
    assert not set(written) & set("<>&\u2028")
    assert json.loads(written) == record


def test_a_policy_allows_what_it_names_and_nothing_else() -> None:
    assert "script-src 'none'; style-src 'sha256-" in pages.policy("a {}")
    one, other = pages.policy("a {}", "1"), pages.policy("a {}", "2")
    assert one != other
    assert one.startswith("default-src 'none'; script-src 'sha256-")


def test_what_a_value_holds_is_not_filled_in_again() -> None:
    assert pages.filled("$a $b", {"a": "$b", "b": "x"}) == "$b x"
