"""What is held about a person is told whole, each fact with its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import lgkg

NAME = "สมชาย ใจดี"


def test_names_posts_and_facts_come_with_their_sources(governors: Path) -> None:
    held = lgkg.explain(governors, "พร้อม รับงาน")
    assert (held.profile.names, held.profile.honorifics) == ((("พร้อม รับงาน", 1),), (("นาย", 1),))
    (post,) = held.profile.posts
    assert (post.office, post.first, post.last, post.sightings) == (
        "ปลัดจังหวัดน่าน",
        date(2022, 4, 15),
        date(2022, 4, 15),
        1,
    )
    assert {fact.kind for fact in held.profile.facts} >= {"tenure", "delegation", "mention"}
    (sent,) = (fact for fact in held.profile.facts if fact.kind == "delegation")
    assert sent.told.startswith(f"{NAME} → พร้อม รับงาน")
    assert (sent.article, sent.issued, sent.source) == ("n1", date(2022, 4, 15), "https://example.go.th/n1")
    assert "มอบหมายให้ นายพร้อม รับงาน" in sent.passage
    assert sent.rule
    assert sent.confidence is not None
    assert 0 < sent.confidence <= 1
    assert [row.articles for row in held.given] == [("n1",)]


def test_merges_and_what_they_overrode_are_told(graph: Path) -> None:
    (waiting,) = lgkg.review(graph)
    a, b = waiting.link.a, waiting.link.b
    assert lgkg.explain(graph, a).waiting == (waiting.link,)
    lgkg.merge(graph, a, b, why="first")
    lgkg.split(graph, a, b, why="second")
    (kept,) = lgkg.merge(graph, a, b, why="third", override=True).people
    (gone,) = {a, b} - {kept}
    held = lgkg.explain(graph, gone)
    assert (held.asked, held.profile.id, held.merged, held.waiting) == (gone, kept, (gone,), ())
    assert [row.why for row in held.judgements] == ["third"]
    assert [row.why for row in held.overridden] == ["first", "second"]
    assert {post.id for post in held.profile.posts} == {"office/governor.21", "office/governor.55"}
    assert held.profile.articles == 5


def test_days_of_a_post_are_those_of_sightings(governors: Path) -> None:
    days = set()
    for pair in lgkg.review(governors):
        for side in (pair.a, pair.b):
            (post,) = side.posts
            days.add((post.id, post.first, post.last))
    assert days == {
        ("office/governor.21", date(2022, 1, 12), date(2022, 8, 22)),
        ("office/governor.55", date(2022, 4, 15), date(2022, 5, 1)),
    }
