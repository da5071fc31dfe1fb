"""The ledger keeps every row, a later one overrides, and a line that is none is named."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.errors import GraphError
from lgkg.identity.ledger import EventsRow, Judgement, JudgementRow, Ledger, PersonRow, Row

text = st.text(st.characters(codec="utf-8"), max_size=8)
id = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
texts = st.lists(text, max_size=3).map(tuple)
scores = st.none() | st.floats(0, 1).map(lambda score: round(score, 4))
rows = st.one_of(
    st.builds(PersonRow, id, id, id, texts),
    st.builds(EventsRow, id, texts),
    st.builds(JudgementRow, id, id, st.sampled_from(Judgement), text, text, text, scores),
)


def ledger_of(*rows: Row) -> Ledger:
    ledger = Ledger()
    ledger.add(*rows)
    return ledger


@given(st.lists(rows, max_size=8))
def test_what_is_written_is_read_again(rows: list[Row]) -> None:
    with TemporaryDirectory() as folder:
        path, again = Path(folder) / "ledger.jsonl", Path(folder) / "again.jsonl"
        written = ledger_of(*rows)
        written.write(path)
        read = Ledger.read(path)
        read.write(again)
        assert read == written
        assert again.read_bytes() == path.read_bytes()
        assert len(path.read_text(encoding="utf-8").split("\n")) == len(rows) + 1


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert Ledger.read(tmp_path / "none.jsonl") == Ledger()


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"person"',
        "{}",
        '{"person": "p"}',
        '{"person": "p", "name": 1, "by_name": "p", "articles": []}',
        '{"person": "p", "name": "n", "by_name": "p", "articles": "a"}',
        '{"person": "p", "name": "n", "by_name": "p", "articles": [1]}',
        '{"events": {}, "article": "a"}',
        '{"judgement": "maybe", "a": "p", "b": "q"}',
        '{"judgement": "same", "a": "p"}',
        '{"judgement": "same", "a": "p", "b": "q", "score": "high"}',
        '{"judgement": "same", "a": "p", "b": "q", "score": 1' + "0" * 400 + "}",
        "[" * 100_000,
        '{"redacted": "name", "sha256": 1}',
    ],
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text('{"events": [], "article": "a"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(GraphError, match="no row of a ledger") as caught:
        Ledger.read(path)
    assert f"{path}:3" in str(caught.value)


def test_a_ledger_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b'{"events": [], "article": "a"}\n\xff\xfe\n')
    with pytest.raises(GraphError, match="no row of a ledger") as caught:
        Ledger.read(path)
    assert f"{path}:2" in str(caught.value)


def test_a_person_can_read_it(tmp_path: Path) -> None:
    ledger_of(PersonRow("person/a", "สมชาย ใจดี", "person/a", ("d1",))).write(tmp_path / "ledger.jsonl")
    line = (tmp_path / "ledger.jsonl").read_text(encoding="utf-8")
    assert "สมชาย ใจดี" in line
    assert json.loads(line) == {"person": "person/a", "name": "สมชาย ใจดี", "by_name": "person/a", "articles": ["d1"]}


def judged(judgement: Judgement, a: str = "p", b: str = "q") -> JudgementRow:
    return JudgementRow(a, b, judgement, "somchai", "seen")


def test_a_later_decision_overrides_an_earlier_one_whichever_id_comes_first() -> None:
    other = judged(Judgement.SAME, "q", "r")
    ledger = ledger_of(judged(Judgement.SAME), other, judged(Judgement.DIFFERENT, "q", "p"))
    assert list(ledger.decided(Judgement.SAME)) == [other]
    assert list(ledger.decided(Judgement.DIFFERENT)) == [judged(Judgement.DIFFERENT, "q", "p")]
    assert len(ledger.rows) == 3


def test_decisions_are_told_in_the_order_in_which_they_were_last_made() -> None:
    first, second = judged(Judgement.SAME), judged(Judgement.SAME, "q", "r")
    assert list(ledger_of(first, second, first).decided(Judgement.SAME)) == [second, first]


def test_a_later_row_gives_an_article_to_another_person() -> None:
    ledger = ledger_of(PersonRow("p", "ก", "p", ("d1", "d2")), PersonRow("q", "ก", "p", ("d2",)))
    assert ledger.people == {"p": {"d1": "p", "d2": "q"}}


def test_what_was_told_first_is_oldest() -> None:
    ledger = ledger_of(
        PersonRow("q", "ก", "q", ("d1",)), EventsRow("d1", ("m1", "m2")), PersonRow("p", "ข", "p", ("d1",))
    )
    ledger.add(PersonRow("q", "ก", "q", ("d2",)))
    assert sorted(ledger.ages, key=ledger.ages.__getitem__) == ["q", "m1", "m2", "p"]


def test_who_is_withdrawn_is_in_no_row_and_all_else_is_kept() -> None:
    kept: list[Row] = [
        PersonRow("p", "ก", "p", ("d1",)),
        JudgementRow("p", "r", Judgement.SAME, "lgkg", "near"),
    ]
    gone: list[Row] = [PersonRow("q", "ข", "q", ("d1",)), JudgementRow("p", "q", Judgement.DIFFERENT, "lgkg", "near")]
    assert ledger_of(*gone, *kept).without({"q"}, ()).rows == kept


def test_an_article_that_is_withdrawn_is_struck_out_everywhere() -> None:
    ledger = ledger_of(
        PersonRow("p", "ก", "p", ("d1", "d2")),
        PersonRow("q", "ข", "q", ("d2",)),
        EventsRow("d1", ("m1",)),
        EventsRow("d2", ("m2",)),
    )
    assert ledger.without((), {"d2"}).rows == [PersonRow("p", "ก", "p", ("d1",)), EventsRow("d1", ("m1",))]
