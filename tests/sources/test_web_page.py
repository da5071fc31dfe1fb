"""The article in a web page: what surrounds it is left out, whatever the site is made with."""

from __future__ import annotations

import gzip
import io
from datetime import date
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.reading import read
from lgkg.sources import Intake, Problem
from lgkg.sources.web_page import page_article

TITLE = "จังหวัดระยองประชุมเตรียมรับมือน้ำท่วม"
PARAGRAPHS = [
    "วันที่ 9 มีนาคม 2566 เวลา 09.30 น. ที่ห้องประชุมศาลากลางจังหวัดระยอง นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการป้องกันและบรรเทาสาธารณภัยจังหวัดระยอง โดยมี นางสาวสมหญิง มีสุข "
    "นายกองค์การบริหารส่วนจังหวัดระยอง และนายอำเภอทุกอำเภอ เข้าร่วมประชุม",
    "นายสมชาย ใจดี กล่าวว่า จังหวัดได้เตรียมเครื่องสูบน้ำ 24 เครื่อง และเรือท้องแบน 40 ลำ ไว้ในจุดเสี่ยงทุกอำเภอ "
    "พร้อมกำชับให้องค์กรปกครองส่วนท้องถิ่นลอกท่อระบายน้ำให้แล้วเสร็จก่อนฤดูฝน",
]
TEXT = "\n\n".join([TITLE, *PARAGRAPHS])

BLOG = f"""<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8"><title>{TITLE} - เทศบาลตัวอย่าง</title>
<link rel="canonical" href="https://www.example.go.th/news/12/"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2023-03-09T16:00:00+07:00"></head><body class="single">
<header><nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/n">นายกเทศมนตรี</a></li></ul></nav></header>
<main><article class="post"><header><h1 class="entry-title">{TITLE}</h1><span>โดย <a href="/a">admin</a></span></header>
<div class="entry-content">{"".join(f"<p>{told}</p>" for told in PARAGRAPHS)}</div></article>
<section class="related"><h2>ข่าวที่เกี่ยวข้อง</h2><ul><li><a href="/1">นายประยูร แก้วมณี ตรวจตลาด</a></li></ul></section></main>
<aside><h2>ข่าวล่าสุด</h2><ul><li><a href="/3">นายวิชัย มั่นคง เปิดงาน</a></li></ul></aside>
<footer>สงวนลิขสิทธิ์ © 2566 เทศบาลตัวอย่าง</footer></body></html>"""

OLD = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-874">
<title>{TITLE}</title></head><body bgcolor="#ffffff">
<table width="980"><tr><td colspan=2><img src="banner.jpg"></td></tr><tr><td width="200">
<a href="index.php">หน้าหลัก</a><br><a href="a.php">โครงสร้าง</a></td><td><h2>{TITLE}</h2>
<div>{"<br><br>".join(PARAGRAPHS)}</div></td></tr><tr><td colspan=2>สำนักงานจังหวัด</td></tr></table></body></html>"""


def article_of(page: str, encoding: str = "utf-8", **more: str) -> Article:
    (article,) = page_article(page.encode(encoding), "a", "a.html", **more)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(("page", "encoding"), [(BLOG, "utf-8"), (OLD, "cp874")])
def test_a_page_gives_the_facts_of_its_text_and_no_others(page: str, encoding: str) -> None:
    found, told = read(article_of(page, encoding)), read(Article("a", TEXT))
    assert (
        {person.name for person in found.persons}
        == {person.name for person in told.persons}
        == {
            "สมชาย ใจดี",
            "สมหญิง มีสุข",
        }
    )
    assert {(it.person.name, it.office.label) for it in found.tenures} == {
        (it.person.name, it.office.label) for it in told.tenures
    }
    assert [meeting.start for meeting in found.meetings] == [meeting.start for meeting in told.meetings]


def test_title_day_and_address_come_from_what_the_page_says_of_itself() -> None:
    article = article_of(BLOG)
    assert article.title == TITLE
    assert article.published == date(2023, 3, 9)
    assert article.url == "https://www.example.go.th/news/12/"


def test_the_publisher_is_what_the_site_calls_itself_and_not_its_host() -> None:
    named = BLOG.replace("<link", '<meta property="og:site_name" content="เทศบาลตัวอย่าง"><link', 1)
    assert article_of(named).publisher == "เทศบาลตัวอย่าง"
    assert article_of(BLOG).publisher is None
    assert article_of(OLD, "cp874", url="https://www.example.go.th/1").publisher is None


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="สำนักข่าว NBT">', "สำนักข่าว NBT"),
        ('<meta property="og:site_name" content=" ข่าว\n ระยอง ">', "ข่าว ระยอง"),
        ('<script type="application/ld+json">{"publisher": {"name": "อบต.บ้านค่าย"}}</script>', "อบต.บ้านค่าย"),
        ('<script type="application/ld+json">{"@graph": [1, {"publisher": "thaiPBS"}]}</script>', "thaiPBS"),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<script type="application/ld+json">{"publisher": {"name": 5}}</script>', None),
        ('<meta name="twitter:site" content="@rayong_pr">', None),
        ("<title>ผวจ.ระยอง ประชุมกรมการจังหวัด | จังหวัดระยอง</title>", None),
    ],
)
def test_the_publisher_is_written_as_the_page_writes_it_and_never_guessed(head: str, publisher: str | None) -> None:
    assert article_of(BLOG.replace("<link", f"{head}<link", 1)).publisher == publisher


def test_the_text_begins_with_the_headline_once() -> None:
    assert article_of(BLOG).text.startswith(TITLE)
    assert article_of(BLOG).text.count(TITLE) == 1


def test_what_the_server_tells_of_the_encoding_counts_before_what_the_page_tells() -> None:
    assert TITLE in article_of(BLOG.replace("©", ""), "cp874", charset="tis-620").text


def test_an_unknown_encoding_is_recognised_by_the_letters() -> None:
    assert TITLE in article_of(OLD.replace("windows-874", "x-unknown-9"), "cp874").text


@pytest.mark.parametrize(
    "page", ["", "<html><body><script>1</script></body></html>", "<nav><a href='/'>หน้าแรก</a></nav>"]
)
def test_a_page_without_an_article_is_told(page: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page, "utf-8")
    problems: list[Problem] = []
    assert list(Intake([tmp_path], problems.append)) == []
    assert [problem.where for problem in problems] == [str(tmp_path / "a.html")]


def test_a_page_nested_a_hundred_thousand_deep_ends() -> None:
    with pytest.raises(InputError):
        article_of("<div>" * 100_000)


def archive(*pages: tuple[str, str, str, bytes]) -> bytes:
    """A web archive of (address, status, content type, body)."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for address, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return buffer.getvalue()


def test_a_web_archive_gives_its_pages_by_their_addresses_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        archive(
            ("https://a.go.th/1", "200 OK", "text/html; charset=windows-874", OLD.encode("cp874")),
            ("https://a.go.th/gone", "404 Not Found", "text/html", BLOG.encode()),
            ("https://a.go.th/logo.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://a.go.th/empty", "200 OK", "text/html", b"<p>"),
        )
    )
    problems: list[Problem] = []
    (article,) = Intake([tmp_path], problems.append)
    assert (article.id, article.url, TITLE in article.text) == ("https://a.go.th/1", "https://a.go.th/1", True)
    assert [problem.where for problem in problems] == [f"{tmp_path / 'a.warc.gz'}, https://a.go.th/empty"]


def test_a_web_archive_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"no archive"))
    problems: list[Problem] = []
    assert list(Intake([tmp_path], problems.append)) == []
    assert "no web archive" in problems[0].what
