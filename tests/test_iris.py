from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.errors import GraphError
from lgkg.iris import LONGEST, checked_base, web_iri


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://www.example.go.th/news/1", "https://www.example.go.th/news/1"),
        ("https://www.example.go.th/news/1-2_3.html", "https://www.example.go.th/news/1-2_3.html"),
        ("  http://example.go.th  ", "http://example.go.th"),
        ("https://example.go.th/ข่าว", "https://example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
        ("https://example.go.th/%E0%B8%82", "https://example.go.th/%E0%B8%82"),
        ("https://example.go.th/100%", "https://example.go.th/100%25"),
        ("https://example.go.th/a b?q=<x>&r=1#ก", "https://example.go.th/a%20b?q=%3Cx%3E&r=1#%E0%B8%81"),
        ("https://ไทย.example/1", "https://xn--o3cw4h.example/1"),
        ("HTTPS://Example.go.th:8080/", "https://example.go.th:8080/"),
    ],
)
def test_a_web_address_becomes_an_iri_in_ascii(url: str, iri: str) -> None:
    assert web_iri(url) == iri


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ข่าว",
        "www.example.go.th",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.go.th/",
        "https://",
        "https:///path",
        "https://user:secret@example.go.th/",
        "https://example.go.th:99999999/",
        "https://[::1",
        "https://exa mple.go.th/",
        "https://example.go.th/\x00",
        "https://example.go.th/\ud800",
        "https://example.go.th/a\nb",
        f"https://example.go.th/{'ก' * LONGEST}",
    ],
)
def test_what_is_no_plain_web_address_is_dropped(url: str) -> None:
    assert web_iri(url) is None


@given(st.text(st.characters(), max_size=30), st.sampled_from(["", "https://example.go.th/", "http://"]))
def test_whatever_comes_through_is_an_iri_to_the_store(tail: str, head: str) -> None:
    iri = web_iri(head + tail)
    if iri is not None:
        assert iri.isascii()
        assert len(iri) < LONGEST
        assert ox.NamedNode(iri).value == iri


@pytest.mark.parametrize("base", ["https://w3id.org/lgkg/id/", "http://localhost:8000/", "https://example.org/a/b-c/"])
def test_a_base_that_ends_in_a_slash_is_taken(base: str) -> None:
    assert checked_base(base) == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "https://example.org/id",
        "https://example.org/kg#",
        "example.org/",
        "https://ตัวอย่าง.example/",
        "https://e.org/> <x",
        "ftp://e.org/",
    ],
)
def test_another_base_is_refused_with_an_example(base: str) -> None:
    with pytest.raises(GraphError, match=r"https://example\.org/id/"):
        checked_base(base)
