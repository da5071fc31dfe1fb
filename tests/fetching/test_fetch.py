"""Fetching is polite, bounded, and goes nowhere it was not sent; against a server of this machine."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lgkg.article import Article
from lgkg.fetching import FetchReport, Limits, fetch
from lgkg.sources import Intake, Problem

if TYPE_CHECKING:
    from tests.fetching.conftest import Web

TEXT = (
    "วันที่ 9 มีนาคม 2566 ที่ห้องประชุมศาลากลางจังหวัดระยอง นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการป้องกันและบรรเทาสาธารณภัยจังหวัดระยอง โดยมีหัวหน้าส่วนราชการเข้าร่วมประชุมจำนวนมาก "
) * 3


def page(title: str = "ข่าวจังหวัด", text: str = TEXT) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"


def run(web: Web, folder: Path, *paths: str, **limits: Any) -> FetchReport:
    bounds = Limits(**{"delay": 0.0, "private": (web.host,), **limits})
    return fetch(map(web.url, paths), folder, bounds, day=date(2026, 1, 2))


def articles(folder: Path) -> list[Article]:
    problems: list[Problem] = []
    found = list(Intake([folder], problems.append))
    assert problems == []
    return found


def complaints(report: FetchReport) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_a_page_is_kept_with_its_address_and_read_as_an_article(web: Web, tmp_path: Path) -> None:
    web.serve("/ข่าว/12".encode().decode("latin-1"), "")  # another address
    web.serve("/news/12", page())
    assert run(web, tmp_path, "/news/12").new == 1
    (article,) = articles(tmp_path)
    assert (article.url, TEXT.strip() in article.text) == (web.url("/news/12"), True)


def test_a_page_in_the_thai_code_page_that_only_the_server_tells_is_read(web: Web, tmp_path: Path) -> None:
    web.serve("/a", page().encode("cp874"), "text/html; charset=windows-874")
    run(web, tmp_path, "/a")
    assert TEXT.strip() in articles(tmp_path)[0].text


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_leads_to_its_pages(web: Web, tmp_path: Path, form: str) -> None:
    links = [web.url(f"/news/{number}") for number in (1, 2)]
    items = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in links)
    entries = "".join(f'<entry><title>x</title><link href="{link}"/></entry>' for link in links)
    feeds = {
        "rss": f'<?xml version="1.0"?><rss version="2.0"><channel><title>ข่าว</title>{items}</channel></rss>',
        "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>ข่าว</title>{entries}</feed>',
    }
    web.serve("/feed", feeds[form], "text/xml")
    for number in (1, 2):
        web.serve(f"/news/{number}", page(f"ข่าวที่ {number}"))
    assert run(web, tmp_path, "/feed").new == 2
    assert sorted(article.url or "" for article in articles(tmp_path)) == links


def test_a_sitemap_leads_to_further_sitemaps_and_pages_but_not_to_other_hosts(
    web: Web, canary: Web, tmp_path: Path
) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>{web.url('/one.xml')}</loc></sitemap></sitemapindex>"
    pages = "".join(f"<url><loc>{url}</loc></url>" for url in (web.url("/a"), f"http://localhost:{canary.port}/x"))
    web.serve("/sitemap.xml", index, "application/xml")
    web.serve("/one.xml", f"<urlset {space}>{pages}</urlset>", "application/xml")
    web.serve("/a", page())
    report = run(web, tmp_path, "/sitemap.xml")
    assert (report.new, complaints(report)) == (1, [])


def test_what_robots_txt_forbids_is_not_asked_for(web: Web, tmp_path: Path) -> None:
    web.serve("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain")
    web.serve("/private/a", page())
    web.serve("/a", page())
    report = run(web, tmp_path, "/private/a", "/a")
    assert (report.new, report.forbidden) == (1, 1)
    assert "/private/a" not in web.paths


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed(web: Web, tmp_path: Path) -> None:
    web.serve("/robots.txt", "User-agent: lgkg\nDisallow: /private/\n", "text/plain")
    web.move("/a", "/private/a")
    assert "its site forbids" in complaints(run(web, tmp_path, "/a"))[0]
    assert "/private/a" not in web.paths


def test_a_site_whose_robots_txt_fails_is_left_alone(web: Web, tmp_path: Path) -> None:
    web.answer("/robots.txt", 503)
    web.serve("/a", page())
    assert run(web, tmp_path, "/a").forbidden == 1
    assert web.paths == ["/robots.txt"]


def test_a_page_that_is_reserved_from_text_mining_is_not_kept(web: Web, tmp_path: Path) -> None:
    web.serve("/a", page(), tdm_reservation="1")
    assert run(web, tmp_path, "/a").forbidden == 1
    assert articles(tmp_path) == []


def test_a_page_that_has_not_changed_is_not_sent_again(web: Web, tmp_path: Path) -> None:
    web.serve("/a", page(), ETag='"v1"')
    assert run(web, tmp_path, "/a").new == 1
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    web.answer("/a", 304)
    report = run(web, tmp_path, "/a")
    assert (report.new, report.unchanged) == (0, 1)
    assert web.asked[-1][1]["If-None-Match"] == '"v1"'
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_page_that_has_changed_takes_the_place_of_the_old_one(web: Web, tmp_path: Path) -> None:
    web.serve("/a", page("เก่า"), Last_Modified="Mon, 06 Mar 2023 09:00:00 GMT")
    run(web, tmp_path, "/a")
    web.serve("/a", page("ใหม่"))
    assert run(web, tmp_path, "/a").new == 1
    assert dict(web.asked[-1][1])["If-Modified-Since"] == "Mon, 06 Mar 2023 09:00:00 GMT"
    assert [article.title for article in articles(tmp_path)] == ["ใหม่"]


def test_a_packed_page_is_unpacked(web: Web, tmp_path: Path) -> None:
    import gzip

    web.serve("/a", gzip.compress(page().encode()), Content_Encoding="gzip")
    run(web, tmp_path, "/a")
    assert TEXT.strip() in articles(tmp_path)[0].text


def test_a_redirect_is_followed_and_the_last_address_kept(web: Web, tmp_path: Path) -> None:
    web.move("/old", "/new")
    web.serve("/new", page())
    run(web, tmp_path, "/old")
    assert articles(tmp_path)[0].url == web.url("/new")


def test_an_endless_redirect_ends(web: Web, tmp_path: Path) -> None:
    web.move("/a", "/b")
    web.move("/b", "/a")
    assert "without end" in complaints(run(web, tmp_path, "/a"))[0]
    assert len(web.paths) < 10


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]:9/", "http://localhost:{port}/"],
)
def test_a_redirect_into_an_inner_network_is_not_followed(web: Web, canary: Web, tmp_path: Path, target: str) -> None:
    web.move("/a", target.format(port=canary.port))
    report = run(web, tmp_path, "/a", seconds=5.0)
    assert report.new == 0
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "http://", "javascript:alert(1)", "ข่าว"]
)
def test_what_is_no_web_address_is_told(address: str, tmp_path: Path) -> None:
    report = fetch([address], tmp_path, Limits(delay=0.0))
    assert (report.new, report.forbidden + len(report.problems)) == (0, 1)


def test_a_server_of_ones_own_network_is_not_asked_unless_it_is_named(canary: Web, tmp_path: Path) -> None:
    report = fetch([canary.url("/a")], tmp_path, Limits(delay=0.0))
    assert report.new == 0
    assert report.forbidden + len(report.problems) == 1


@pytest.mark.parametrize("hostile", ["endless", "bomb"])
def test_ten_gigabytes_are_cut_off(web: Web, tmp_path: Path, hostile: str) -> None:
    web.misbehave("/a", hostile)
    began = time.monotonic()
    assert "is larger than 1,000,000 bytes" in complaints(run(web, tmp_path, "/a", bytes=1_000_000))[0]
    assert time.monotonic() - began < 10


def test_a_page_that_trickles_is_given_up(web: Web, tmp_path: Path) -> None:
    web.misbehave("/a", "slow")
    assert "takes longer than 1 seconds" in complaints(run(web, tmp_path, "/a", seconds=1.0))[0]


def test_an_answer_that_breaks_off_is_told(web: Web, tmp_path: Path) -> None:
    web.misbehave("/a", "broken off")
    assert "does not answer as it should" in complaints(run(web, tmp_path, "/a"))[0]
    assert articles(tmp_path) == []


def test_what_is_no_page_is_not_kept(web: Web, tmp_path: Path) -> None:
    web.serve("/a.png", b"\x89PNG", "image/png")
    assert "is no page, but image/png" in complaints(run(web, tmp_path, "/a.png"))[0]


def test_a_host_is_asked_with_a_pause_and_by_name(web: Web, tmp_path: Path) -> None:
    web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n", "text/plain")
    for path in ("/a", "/b"):
        web.serve(path, page())
    run(web, tmp_path, "/a", "/b", contact="https://example.org/bot")
    assert all(later - earlier >= 0.25 for earlier, later in zip(web.times[1:], web.times[2:], strict=False))
    assert web.asked[-1][1]["User-Agent"].startswith("lgkg/")
    assert "https://example.org/bot" in web.asked[-1][1]["User-Agent"]


def test_no_more_pages_are_fetched_than_were_asked_for(web: Web, tmp_path: Path) -> None:
    for number in range(4):
        web.serve(f"/{number}", page())
    report = run(web, tmp_path, *(f"/{number}" for number in range(4)), pages=2)
    assert (report.new, report.left) == (2, 2)


def test_an_address_cannot_lead_out_of_the_folder(web: Web, tmp_path: Path) -> None:
    path = "/../../etc/passwd?x=%2e%2e%2f%2e%2e%2f&%00"
    web.serve(path, page())
    run(web, tmp_path / "in" / "pages", path)
    assert [found.relative_to(tmp_path).parts[:2] for found in tmp_path.rglob("*.html")] == [("in", "pages")]


def test_a_feed_that_swells_by_entities_is_read_without_them(web: Web, tmp_path: Path) -> None:
    swelling = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<!DOCTYPE rss [<!ENTITY a0 "x">{swelling}]><rss><channel><title>&a9;</title></channel></rss>'
    web.serve("/feed", body, "application/rss+xml")
    began = time.monotonic()
    run(web, tmp_path, "/feed")
    assert time.monotonic() - began < 10
