"""Ids are replaced where they are subject or object, and nowhere else."""

from __future__ import annotations

from lgkg.rdf import DEFAULT_BASE as BASE
from lgkg.rdf.renaming import renamed

GRAPH = f"<{BASE}article/a>"


def quads(*triples: str) -> bytes:
    return "".join(f"{triple} {GRAPH} .\n" for triple in sorted(triples)).encode()


def test_subject_and_object_are_replaced() -> None:
    before = quads(f"<{BASE}person/a> <http://p> <{BASE}person/b>", f"<{BASE}x/y> <http://p> <{BASE}person/a>")
    after = quads(f"<{BASE}person/c> <http://p> <{BASE}person/b>", f"<{BASE}x/y> <http://p> <{BASE}person/c>")
    assert renamed(before, {"person/a": "person/c"}) == after


def test_predicate_and_graph_and_longer_ids_stay() -> None:
    line = f"<{BASE}person/ab> <{BASE}person/a> <{BASE}person/a/b> <{BASE}person/a> .\n".encode()
    assert renamed(line, {"person/a": "person/c"}) == line


def test_a_text_that_looks_like_an_id_stays() -> None:
    text = f'"x <{BASE}person/a> <{BASE}person/a> ."@th'
    before, after = (quads(f"<{BASE}person/{id}> <http://p> {text}") for id in "ac")
    assert renamed(before, {"person/a": "person/c"}) == after
    for text in (f"<{BASE}person/a>", f"y <{BASE}person/a>", f"<{BASE}person/a> y", r"\" <"):
        line = quads(f'<http://s> <http://p> "{text}"')
        assert renamed(line, {"person/a": "person/c"}) == line


def test_the_result_is_sorted_and_lines_that_became_equal_are_one() -> None:
    before = quads(
        f'<{BASE}person/a> <http://p> "1"', f'<{BASE}person/b> <http://p> "1"', f'<{BASE}person/c> <http://p> "1"'
    )
    after = quads(f'<{BASE}person/b> <http://p> "1"', f'<{BASE}person/z> <http://p> "1"')
    assert renamed(before, {"person/a": "person/z", "person/c": "person/b"}) == after


def test_two_ids_change_places() -> None:
    before = quads(f"<{BASE}person/a> <http://p> <{BASE}person/b>")
    after = quads(f"<{BASE}person/b> <http://p> <{BASE}person/a>")
    assert renamed(before, {"person/a": "person/b", "person/b": "person/a"}) == after


def test_ids_of_another_base_stay() -> None:
    line = quads("<http://x.example/person/a> <http://p> <http://y.example/person/a>")
    assert renamed(line, {"person/a": "person/c"}, "http://y.example/") == line.replace(
        b"y.example/person/a", b"y.example/person/c"
    )


def test_without_ids_nothing_changes() -> None:
    assert renamed(b"whatever", {}) == b"whatever"
