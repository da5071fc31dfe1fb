"""Statements keep their meaning however they are cut and written."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from lgkg.loading.plan import shipments
from lgkg.rdf.nquads import literal
from lgkg.store.remote import Connection, Places, RemoteStore, Statements
from lgkg.store.remote.credentials import Credentials
from lgkg.store.remote.statements import inserting
from lgkg.store.remote.virtuoso import Virtuoso

TEXTS = st.lists(
    st.text() | st.sampled_from(['\\u0041"', "\\\\U0001F600", "\\", "\\\\u", "} . <a> <b> {", "\x0b\\u\x0b"])
)


def statements(texts: list[str], graph: str = "urn:g") -> Statements:
    lines = {f"<urn:s> <urn:p> {literal(text)} .\n" for text in texts}
    return Statements(graph, "".join(sorted(lines)).encode())


def objects(store: ox.Store) -> set[str]:
    return {quad.object.value for quad in store if isinstance(quad.object, ox.Literal)}


@given(TEXTS)
def test_an_update_says_what_the_quads_say(texts: list[str]) -> None:
    part = statements(texts)
    by_update, by_quads = ox.Store(), ox.Store()
    by_update.update(inserting([part]).decode())
    by_quads.extend(list(ox.parse(part.quads(), ox.RdfFormat.N_QUADS)))
    assert set(by_update) == set(by_quads)
    assert len(by_quads) == part.count


@given(TEXTS)
def test_an_update_has_no_escape_that_could_be_read_twice(texts: list[str]) -> None:
    """An engine that turns `\\uXXXX` into letters before it parses, even behind a backslash, reads the same."""
    import re

    part = statements(texts)
    early = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: _letter(int(code[1], 16)), inserting([part]).decode())
    store, plain = ox.Store(), ox.Store()
    store.update(early)
    plain.update(inserting([part]).decode())
    assert objects(store) == objects(plain)


@given(TEXTS, st.integers(1, 400), st.integers(1, 5))
def test_parts_together_are_the_whole(texts: list[str], most_bytes: int, most_lines: int) -> None:
    whole = statements(texts)
    parts = list(whole.cut(most_bytes, most_lines))
    assert b"".join(part.triples for part in parts) == whole.triples
    for part in parts:
        assert part.count <= max(most_lines, 1)
        assert part.size == len(part.quads())
        assert part.size <= most_bytes or part.count == 1


@given(st.lists(TEXTS, max_size=6), st.sets(st.integers(0, 5)), st.integers(1, 6))
def test_every_statement_travels_once_and_behind_what_replaces_its_graph(
    texts: list[list[str]], replaced: set[int], lines: int
) -> None:
    class Store(Virtuoso):
        most_bytes, most_lines, batch_lines = 300, lines, lines

    store = Store(Places("http://localhost/"), Connection(Credentials()))
    whole = [statements(one, f"urn:{number}") for number, one in enumerate(texts) if one]
    sent = list(shipments(whole, {f"urn:{number}" for number in replaced}, store))
    assert b"".join(sorted(line for one in whole for line in one.quads().splitlines(True))) == b"".join(
        sorted(line for one in sent for part in one.parts for line in part.quads().splitlines(True))
    )
    for number in replaced:
        first = next((one for one in sent if any(part.graph == f"urn:{number}" for part in one.parts)), None)
        assert first is None or (first.replaces and len(first.parts) == 1)
    assert sum(one.replaces for one in sent) == len({one.graph for one in whole} & {f"urn:{n}" for n in replaced})
    assert all(sum(part.count for part in one.parts) <= lines for one in sent)


def test_a_graph_that_comes_in_parts_travels_in_as_few_requests_as_may_be() -> None:
    store = RemoteStore(Places("http://localhost/"), Connection(Credentials()))
    parts = [statements([f"{number}"]) for number in range(300)]
    (sent,) = shipments(parts, (), store)
    assert [part.triples for part in sent.parts] == [b"".join(part.triples for part in parts)]
    replacing = list(shipments([*parts, statements(["other"], "urn:h")], {"urn:g"}, store))
    assert [one.replaces for one in replacing] == [True, False]


def test_one_graph_at_a_time_where_a_store_takes_no_more(graph_folder: Path) -> None:
    store = RemoteStore(Places("http://localhost/"), Connection(Credentials()))
    whole = [statements(["a", "b"], f"urn:{number}") for number in range(3)]
    assert [len(one.parts) for one in shipments(whole, (), store)] == [1, 1, 1]


def _letter(code: int) -> str:
    r"""The letter of a code; one that may not stand in a string as it is keeps its escape."""
    return {0x5C: "\\\\", 0x22: '\\"', 0x0A: "\\n", 0x0D: "\\r"}.get(code, chr(code))
