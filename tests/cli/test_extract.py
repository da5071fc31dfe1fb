"""`lgkg extract` shows one article, on a terminal, as a page, or as JSON, wherever it is read from."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lgkg import resources
from lgkg.cli import main

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Extract = Callable[..., Ran]


@pytest.fixture
def extract(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Extract:
    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["lgkg", "extract", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, written.out.decode(), written.err.decode())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "news-1.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def several(tmp_path: Path) -> Path:
    file = tmp_path / "several.jsonl"
    records = ({"id": f"a{number}", "text": f"{TEXT} {number}"} for number in range(1, 13))
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return file


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts data on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_the_text_and_the_facts_are_shown_in_either_language(extract: Extract, article: Path) -> None:
    shown = extract(article)
    assert (shown.code, shown.err) == (0, "")
    assert TEXT in shown.out.splitlines()
    assert "People 1\n นายสมชาย ใจดี " in shown.out
    assert "คน 1\n นายสมชาย ใจดี " in extract(article, "--language", "th").out


def test_json_has_the_facts_with_their_letters(extract: Extract, article: Path) -> None:
    found = json.loads(extract(article, "--format", "json").out)
    assert found["article"]["id"] == "news-1"
    evidence = found["persons"][0]["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["exact"] == "นายสมชาย ใจดี"


def test_a_page_is_written_and_nothing_else_shown_unless_asked(extract: Extract, article: Path) -> None:
    page = article.with_suffix(".html")
    assert extract(article, "--html", page, "--language", "th") == (0, "", f"lgkg: wrote {page}\n")
    assert '<html lang="th">' in page.read_text(encoding="utf-8")
    assert json.loads(extract(article, "--html", page, "--format", "json").out)["persons"]


def test_a_page_that_cannot_be_written_is_told(extract: Extract, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "gone" / "a.html"
    assert extract(article, "--html", page) == (
        3,
        "",
        f"lgkg: {page}: its folder does not exist. Make the folder first\n",
    )


def test_text_is_read_from_standard_input(extract: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, TEXT.encode("cp874"))
    found = json.loads(extract("-", "--format", "json").out)
    assert (found["article"]["id"], found["article"]["text"]) == ("stdin", TEXT)


def test_an_empty_standard_input_is_told(extract: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"")
    assert extract("-") == (3, "", "lgkg: standard input: is empty. Remove it, or put an article in it\n")


def test_of_several_articles_the_first_is_shown_and_others_named(extract: Extract, several: Path) -> None:
    ran = extract(several)
    assert f"{TEXT} 1" in ran.out.splitlines()
    others = ", ".join(f"a{number}" for number in range(2, 7))
    assert ran.err == f"lgkg: this is a1, the first article of {several}; --id shows others, such as {others}\n"


def test_an_id_chooses_one_of_several_articles_also_in_a_folder(extract: Extract, several: Path) -> None:
    for place in (several, several.parent):
        ran = extract(place, "--id", "a7")
        assert (ran.code, ran.err) == (0, "")
        assert f"{TEXT} 7" in ran.out.splitlines()


def test_an_unknown_id_is_told_with_those_there_are(extract: Extract, several: Path) -> None:
    ids = ", ".join(f"a{number}" for number in range(1, 11))
    assert extract(several, "--id", "b") == (3, "", f"lgkg: {several}: has no article 'b'. It has {ids} and 2 more\n")


def test_what_of_the_article_could_not_be_read_is_told(extract: Extract, tmp_path: Path) -> None:
    file = tmp_path / "odd.jsonl"
    record = {"id": "a", "text": TEXT, "published": "someday"}
    file.write_text(f"broken\n{json.dumps(record)}\n", encoding="utf-8")
    ran = extract(file)
    assert ran.code == 1
    assert ran.err.startswith(f"lgkg: {file}:2: `published` is 'someday'")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.txt", None, "does not exist. Check the spelling of the path"),
        ("a.txt", "", "is empty. Remove it, or put an article in it"),
        ("a.odt", "x", "is of a kind that is not read. Give files that end in .txt,"),
        ("a.jsonl", "broken", "broken JSON at column 1"),
    ],
)
def test_an_input_that_holds_no_article_is_told(
    extract: Extract, tmp_path: Path, name: str, content: str | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    ran = extract(tmp_path / name)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert words in ran.err


def test_an_empty_folder_is_told(extract: Extract, tmp_path: Path) -> None:
    assert extract(tmp_path).err == f"lgkg: {tmp_path}: holds no articles. Give a file that does, or another folder\n"


def test_a_hostile_article_steers_nothing_in_any_format(extract: Extract, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(f"\x1b[2J\u202e\x9b{TEXT}\x07", encoding="utf-8")
    for arguments in ((), ("--format", "json")):
        ran = extract(file, *arguments)
        assert ran.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", ran.out)
    assert json.loads(extract(file, "--format", "json").out)["article"]["text"] == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sample", sorted(resources.data("samples", "articles").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_sample_can_be_shown_in_every_way(extract: Extract, tmp_path: Path, sample: Path) -> None:
    for arguments in ((), ("--format", "json"), ("--html", tmp_path / "a.html")):
        assert extract(sample, *arguments).code == 0
