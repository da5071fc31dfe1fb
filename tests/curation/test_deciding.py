"""A decision takes effect, is refused against an earlier one, and leaves no trace when it is taken back."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import lgkg
from lgkg import DecisionError, GraphError, QueryError
from lgkg.curation import Verdict, deciding
from lgkg.identity import Judgement
from lgkg.identity.decisions import merging
from lgkg.questions import Kind, find, question

NAME = "สมชาย ใจดี"


def pair(graph: Path) -> tuple[str, str]:
    """The two governors: of the articles r*, the older id, and of n*."""
    (waiting,) = lgkg.review(graph)
    return waiting.link.a, waiting.link.b


def quads(graph: Path) -> bytes:
    return (graph / "graph.nq.gz").read_bytes()


def ledger(graph: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (graph / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_merge_makes_one_person_known_by_the_older_id(graph: Path) -> None:
    a, b = pair(graph)
    decided = lgkg.merge(graph, b, a, why="he moved twice", who="somchai")
    kept = decided.people[0]
    assert (len(decided.people), decided.report.people) == (1, 2)
    assert {key: ledger(graph)[-1][key] for key in ("judgement", "who", "why")} == {
        "judgement": "same",
        "who": "somchai",
        "why": "he moved twice",
    }
    for id in (a, b, NAME):
        assert lgkg.explain(graph, id).profile.id == kept
    assert lgkg.review(graph) == ()


def test_a_merge_that_is_split_leaves_the_graph_as_it_was_to_the_byte(graph: Path) -> None:
    before, (a, b) = quads(graph), pair(graph)
    lgkg.merge(graph, a, b, why="x")
    assert quads(graph) != before
    lgkg.split(graph, a, b, why="y")
    assert quads(graph) == before


def test_a_merge_against_a_different_is_refused_with_the_row_that_says_so(graph: Path) -> None:
    a, b = pair(graph)
    lgkg.judge(graph, [Verdict(a, b, Judgement.DIFFERENT)], why="two faces", who="malee")
    before = (quads(graph), ledger(graph))
    with pytest.raises(DecisionError, match=r"are different, as malee decided on \d{4}-\d\d-\d\d: two faces"):
        lgkg.merge(graph, a, b, why="x")
    assert (quads(graph), ledger(graph)) == before
    assert len(lgkg.merge(graph, a, b, why="x", override=True).people) == 1


def test_what_is_so_already_is_told(graph: Path) -> None:
    a, b = pair(graph)
    with pytest.raises(DecisionError, match="two people already"):
        lgkg.split(graph, a, b, why="x")
    lgkg.merge(graph, a, b, why="the same face", who="malee")
    with pytest.raises(DecisionError, match=r"one person already, as malee decided .*: the same face"):
        lgkg.merge(graph, b, a, why="x")


def test_a_decision_needs_a_reason_and_people_of_the_graph(graph: Path) -> None:
    a, b = pair(graph)
    with pytest.raises(DecisionError, match="needs a reason"):
        lgkg.merge(graph, a, b, why=" ")
    with pytest.raises(QueryError, match="nobody in this graph"):
        lgkg.merge(graph, a, "person/aaaaaaaaaaaaaaaa", why="x")
    with pytest.raises(QueryError, match="may be 2 things"):
        lgkg.merge(graph, NAME, "พร้อม รับงาน", why="x")


def test_articles_are_given_to_a_new_person_of_the_name(graph: Path) -> None:
    a, _ = pair(graph)
    old = next(id for id in pair(graph) if "r2" in {fact.article for fact in lgkg.explain(graph, id).profile.facts})
    decided = lgkg.split(graph, old, articles=["r3", "r2"], why="his cousin", who="malee")
    assert decided.people[0] == old
    new = lgkg.explain(graph, decided.people[1])
    assert {fact.article for fact in new.profile.facts} == {"r2", "r3"}
    assert new.profile.name == NAME
    assert [(row.judgement, row.why) for row in new.judgements] == [("different", "his cousin")]
    lgkg.merge(graph, old, new.asked, why="no cousin", override=True)
    assert lgkg.explain(graph, new.asked).profile.id == old
    assert a


def test_a_person_can_be_split_by_the_same_article_twice(graph: Path) -> None:
    old = next(id for id in pair(graph) if "r2" in {fact.article for fact in lgkg.explain(graph, id).profile.facts})
    _, first = lgkg.split(graph, old, articles=["r1"], why="x").people
    lgkg.merge(graph, old, first, why="x", override=True)
    _, second = lgkg.split(graph, old, articles=["r1"], why="x").people
    assert second not in (old, first)
    assert {fact.article for fact in lgkg.explain(graph, second).profile.facts} == {"r1"}


def test_articles_that_cannot_be_given_away_are_told(graph: Path) -> None:
    with pytest.raises(DecisionError, match="not named in n9, r1"):
        lgkg.split(graph, "พร้อม รับงาน", articles=["r1", "n9"], why="x")
    with pytest.raises(DecisionError, match="Give at least one of them, and not all"):
        lgkg.split(graph, "พร้อม รับงาน", articles=["n1"], why="x")
    with pytest.raises(ValueError, match="either another id or articles"):
        lgkg.split(graph, "พร้อม รับงาน", why="x")


def test_several_decisions_are_entered_at_once_and_contradictions_told(graph: Path) -> None:
    a, b = pair(graph)
    verdicts = [Verdict(a, b, Judgement.SAME), Verdict(a, b, Judgement.UNSURE)]
    decided, refused = lgkg.judge(graph, verdicts, why="x")
    assert decided
    assert (len(decided.people), len(refused)) == (1, 1)
    assert lgkg.judge(graph, [verdicts[0]], why="x")[0] is None


def test_a_decision_about_a_graph_that_was_changed_meanwhile_is_refused(
    graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair(graph)

    def meanwhile(*about: Any, **options: Any) -> Any:
        monkeypatch.setattr(deciding, "merging", merging)
        lgkg.judge(graph, [Verdict(a, b, Judgement.DIFFERENT)], why="two faces", who="malee")
        return merging(*about, **options)

    monkeypatch.setattr(deciding, "merging", meanwhile)
    with pytest.raises(GraphError, match=r"was changed while it was decided .* decide anew"):
        lgkg.merge(graph, a, b, why="one face")
    assert [row["judgement"] for row in ledger(graph) if "judgement" in row] == ["different"]


def test_who_is_unsure_leaves_two_people_and_is_not_asked_again(graph: Path) -> None:
    before, (a, b) = quads(graph), pair(graph)
    lgkg.judge(graph, [Verdict(a, b, Judgement.UNSURE)], why="no photograph")
    assert (quads(graph), lgkg.review(graph)) == (before, ())


def test_an_old_id_is_understood_by_questions(graph: Path) -> None:
    a, b = pair(graph)
    (kept,) = lgkg.merge(graph, a, b, why="x").people
    (gone,) = {a, b} - {kept}
    with lgkg.open_graph(graph) as opened:
        base = opened.manifest.base
        assert find(opened, Kind.PERSON, "person", gone) == find(opened, Kind.PERSON, "person", f"<{base}{gone}>")
        assert find(opened, Kind.PERSON, "person", gone) == base + kept
        assert len(question("person-record").ask(opened, person=gone))


def test_decisions_give_what_a_build_with_their_ledger_gives(graph: Path, governors: Path, tmp_path: Path) -> None:
    old = next(id for id in pair(graph) if "r2" in {fact.article for fact in lgkg.explain(graph, id).profile.facts})
    lgkg.split(graph, old, articles=["r1", "r2"], why="x")
    lgkg.merge(graph, *pair(governors), why="x")
    lgkg.build([governors.parent / "news.jsonl"], tmp_path / "anew", ledger=graph / "ledger.jsonl")
    assert quads(tmp_path / "anew") == quads(graph)
    assert ledger(tmp_path / "anew") == ledger(graph)


def test_a_verdict_on_somebody_who_is_not_in_the_graph_is_told(graph: Path) -> None:
    with pytest.raises(QueryError, match="person/nobody is the id of nobody"):
        lgkg.judge(graph, [Verdict(pair(graph)[0], "person/nobody", Judgement.SAME)], why="x")


def test_an_article_is_removed_once_however_often_it_is_named(graph: Path) -> None:
    assert lgkg.remove(graph, ["n1", "n1"]).removed == 1


@pytest.mark.parametrize("left", [0, 5000])
def test_an_archive_that_is_cut_short_is_named(graph: Path, left: int) -> None:
    archive = graph / "articles.db"
    archive.write_bytes(archive.read_bytes()[:left])
    for act in (lambda: lgkg.review(graph), lambda: lgkg.remove(graph, ["n1"])):
        with pytest.raises(GraphError, match=r"articles\.db: it is damaged .* Build it anew"):
            act()


def test_damage_deep_in_an_archive_is_named_where_it_is_met(graph: Path, tmp_path: Path) -> None:
    met = 0
    for at in range(8_000, 140_000, 12_000):
        hurt = Path(shutil.copytree(graph, tmp_path / str(at)))
        with (hurt / "articles.db").open("r+b") as archive:
            archive.seek(at)
            archive.write(b"\xff" * 3_000)
        for act in (lgkg.review, lambda folder: lgkg.remove(folder, ["n2"])):
            try:
                act(hurt)
            except GraphError as error:
                met += 1
                assert re.search(r"articles\.db: it is damaged .* Build it anew", str(error))
    assert met > 5


def test_an_archive_that_is_gone_is_named(graph: Path) -> None:
    (graph / "articles.db").unlink()
    for act in (lambda: lgkg.review(graph), lambda: lgkg.remove(graph, ["n1"])):
        with pytest.raises(GraphError, match=r"its articles\.db is missing"):
            act()
