"""Pages and text are harmless wherever they are shown."""

from __future__ import annotations

import base64
import doctest
import json
import re
import zlib

from hypothesis import given
from hypothesis import strategies as st

from lgkg import harmless, pages


def test_the_examples_at_the_head_of_the_modules_are_true() -> None:
    for module in (harmless, pages):
        outcome = doctest.testmod(module)
        assert (outcome.attempted > 0, outcome.failed) == (True, 0)


def test_marks_of_direction_are_written_out() -> None:
    marks = "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"
    assert harmless.safe(marks) == "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069"


@given(st.dictionaries(st.text(), st.text() | st.integers()))
def test_a_packed_record_is_letters_that_end_no_block_and_unpacks_to_itself(record: dict[str, object]) -> None:
    written = pages.packed_block(record)
    assert re.fullmatch("[A-Za-z0-9+/]+={0,2}", written)
    assert json.loads(zlib.decompress(base64.b64decode(written), -zlib.MAX_WBITS)) == record
    assert pages.packed_block(record) == written


def test_a_lone_surrogate_does_not_keep_a_record_from_being_packed() -> None:
    packed = base64.b64decode(pages.packed_block({"text": "ก\ud800"}))
    assert json.loads(zlib.decompress(packed, -zlib.MAX_WBITS)) == {"text": "ก?"}


def test_a_policy_allows_what_it_names_and_nothing_else() -> None:
    assert "script-src 'none'; style-src 'sha256-" in pages.policy("a {}")
    one, other = pages.policy("a {}", "1"), pages.policy("a {}", "2")
    assert one != other
    assert one.startswith("default-src 'none'; script-src 'sha256-")


def test_what_a_value_holds_is_not_filled_in_again() -> None:
    assert pages.filled("$a $b", {"a": "$b", "b": "x"}) == "$b x"
