from __future__ import annotations

import httpx


def test_the_first_page_counts_what_the_graph_holds(client: httpx.Client) -> None:
    response = client.get("/", headers={"Accept-Language": "en"})
    assert response.status_code == 200
    assert "Press releases</dt><dd>20<" in response.text


def test_a_page_is_in_the_language_of_the_address_then_of_the_cookie_then_of_the_browser(client: httpx.Client) -> None:
    assert '<html lang="th">' in client.get("/").text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "fr, en-GB;q=0.8, th;q=0.5"}).text
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get("/").text, "a choice is remembered"


def test_a_page_may_use_nothing_from_elsewhere(client: httpx.Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_what_is_not_there_is_told_as_a_page_or_as_text(client: httpx.Client) -> None:
    assert client.get("/nothing").headers["content-type"].startswith("text/plain")
    page = client.get("/nothing", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_a_page_that_is_not_there_says_in_the_language_of_the_reader_what_to_do(client: httpx.Client) -> None:
    thai, english = (
        client.get("/nothing", headers={"Accept": "text/html", "Accept-Language": language}).text
        for language in ("th", "en")
    )
    assert "<h1>ไม่มีหน้านี้</h1>" in thai
    assert "ค้นหาชื่อในช่องด้านบน" in thai
    assert "<h1>There is no such page</h1>" in english


def test_a_request_that_cannot_be_read_is_told_with_its_reason(client: httpx.Client) -> None:
    page = client.get("/network/walk?steps=nonsense", headers={"Accept": "text/html", "Accept-Language": "th"})
    assert page.status_code == 400
    assert "<h1>คำขอนี้อ่านไม่ได้</h1>" in page.text
    assert '<p class="soft" lang="en">400 · ' in page.text


def test_a_body_that_is_too_large_is_refused(client: httpx.Client) -> None:
    assert client.post("/", content=b"x" * (50 << 20)).status_code == 413
