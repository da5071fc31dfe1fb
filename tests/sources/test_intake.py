"""The intake reads what it can, in a fixed order, and names what it cannot."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import Intake, Problem, json_lines, limits, record

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"


def take(*inputs: Path, left_out: Path | None = None) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(Intake(inputs, problems.append, leave_out=lambda folder: folder == left_out)), problems


def no_problem(problem: Problem) -> None:
    pytest.fail(str(problem))


def only_problem(*inputs: Path) -> Problem:
    articles, problems = take(*inputs)
    assert not articles
    assert len(problems) == 1
    return problems[0]


def json_line(id: str = "a1", text: str = TEXT, **more: object) -> str:
    return json.dumps({"id": id, "text": text, **more}, ensure_ascii=False)


def test_a_text_file_is_an_article_with_the_name_of_the_file_as_its_id(tmp_path: Path) -> None:
    file = tmp_path / "ข่าว 12.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert take(file) == ([Article("ข่าว 12", TEXT, origin=str(file))], [])


def test_line_ends_become_newlines_and_a_bom_goes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffหนึ่ง\r\nสอง\rสาม\n".encode())
    assert take(tmp_path)[0][0].text == "หนึ่ง\nสอง\nสาม\n"


def test_a_text_file_in_tis_620_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp874"))
    assert take(tmp_path)[0][0].text == TEXT


def test_folders_are_read_to_the_bottom_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "c/.d/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    articles, problems = take(tmp_path)
    assert [article.id for article in articles] == ["1", "2", "b"]
    assert not problems


def test_a_folder_that_is_left_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "status.jsonl").write_text("{}\n")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    articles, problems = take(tmp_path, left_out=tmp_path / "graph")
    assert [article.id for article in articles] == ["a"]
    assert not problems


def test_a_folder_that_is_left_out_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "status.jsonl").write_text("{}\n")
    articles, problems = take(tmp_path, left_out=tmp_path)
    assert articles == []
    assert list(map(str, problems)) == [
        f"{tmp_path}: is the folder of a graph, which is not read. Give articles to read"
    ]


def test_a_link_to_itself_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "self.txt").symlink_to("self.txt")
    articles, problems = take(tmp_path)
    assert [article.id for article in articles] == ["a"]
    assert list(map(str, problems)) == [
        f"{tmp_path}/self.txt: is a link that leads back to itself. Mend or remove the link"
    ]


@pytest.mark.parametrize("name", ["b.txt", "b"])
def test_a_path_below_a_folder_that_may_not_be_entered_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    close(tmp_path / "closed", monkeypatch)
    articles, problems = take(tmp_path / "closed" / name, tmp_path / "a.txt")
    assert [article.id for article in articles] == ["a"]
    assert list(map(str, problems)) == [
        f"{tmp_path}/closed/{name}: cannot be read: permission denied. Check its permissions"
    ]


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a folder that may not be entered, even by root."""
    folder.mkdir(mode=0)
    look = Path.stat

    def refusing(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if folder in self.parents:
            raise PermissionError(13, "Permission denied", str(self))
        return look(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refusing)


def test_json_lines_keep_their_details_and_line_numbers(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    line = json_line("x", published="2022-10-12", title=" หัวข้อ ", url="https://example.org/1", other=[1])
    file.write_text(f"\n{line}\n   \n{json_line('y', published=None)}", encoding="utf-8")
    first, second = take(file)[0]
    assert first == Article("x", TEXT, "หัวข้อ", date(2022, 10, 12), "https://example.org/1", f"{file}:2")
    assert second == Article("y", TEXT, origin=f"{file}:4")


def test_what_is_told_of_an_article_is_bounded_and_a_publisher_stands_on_one_line(tmp_path: Path) -> None:
    lines = (
        json_line("x", publisher=" เทศบาล\r\nตัวอย่าง ", title="ก" * 1_000),
        json_line("y", publisher="ก" * 1_001),
        json_line("z", title="ก" * 1_001),
    )
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    articles, problems = take(tmp_path)
    assert [one.publisher for one in articles] == ["เทศบาล ตัวอย่าง", None, None]
    assert [len(one.title or "") for one in articles] == [1_000, 0, 0]
    assert [one.what for one in problems] == [
        f"`{field}` is longer than 1,000 letters; the article is read without it" for field in ("publisher", "title")
    ]


def test_a_publisher_is_read_and_written_as_it_is_told(tmp_path: Path) -> None:
    lines = json_line("x", publisher="เทศบาลตัวอย่าง"), json_line("y", publisher=7)
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (first, second), (problem,) = take(tmp_path / "a.jsonl")
    assert (first.publisher, second.publisher) == ("เทศบาลตัวอย่าง", None)
    assert problem.what == "`publisher` is a number, not text; the article is read without it"
    assert b'"publisher": "\xe0' in record.line(first)
    assert b"publisher" not in record.line(second)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.ndjson.gz", "A.JSONL.GZ"])
def test_gzipped_json_lines_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(json_line().encode()))
    assert [article.text for article in take(tmp_path)[0]] == [TEXT]


def test_a_json_file_holds_one_object_or_a_list_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json_line("one"), encoding="utf-8")
    (tmp_path / "b.json").write_text(f"[{json_line('two')}, 3, {json_line('three')}]", encoding="utf-8")
    articles, problems = take(tmp_path)
    assert [article.id for article in articles] == ["one", "two", "three"]
    assert articles[2].origin == f"{tmp_path / 'b.json'}, record 3"
    assert problems == [
        Problem(
            f"{tmp_path / 'b.json'}, record 2",
            "is a number where an object is expected",
            'Write each article as {"id": "…", "text": "…"}',
        )
    ]


def test_a_whole_number_serves_as_an_id(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 7, "text": "ก"}')
    assert take(tmp_path)[0][0].id == "7"


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f'{json_line("x")}\n{{"id": "y", "text" "ข"}}\n{json_line("z")}\n', encoding="utf-8")
    articles, problems = take(file)
    assert [article.id for article in articles] == ["x", "z"]
    assert str(problems[0]) == (
        f"{file}:2: broken JSON at column 20: a colon is missing here. Mend it, or write the file anew from its source"
    )


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"text": "ก"}', "`id` is missing"),
        ('{"id": "x"}', "`text` is missing"),
        ('{"id": "x", "text": null}', "`text` is missing"),
        ('{"id": "x", "text": 3}', "`text` is a number where text is expected"),
        ('{"id": ["x"], "text": "ก"}', "`id` is a list where text is expected"),
        ('{"id": true, "text": "ก"}', "`id` is true or false where text is expected"),
        ('{"id": 1.5, "text": "ก"}', "`id` is a number where text is expected"),
        ('{"id": "  ", "text": "ก"}', "the id is empty"),
        ('{"id": "a\\nb", "text": "ก"}', "the id (for a text file: its name) holds characters that are not text"),
        (json_line("x" * 501), "the id is longer than 500 letters"),
        ('{"id": "x", "text": " \\n "}', "the text is blank"),
        ('{"id": "x", "text": "ก\\u0000"}', "the text holds a NUL character at character 1"),
        ('{"id": "x", "text": "\\ud83dก"}', "the text holds half of a surrogate pair at character 0"),
        ("[]", "is a list where an object is expected"),
        ("null", "is null where an object is expected"),
        ("[" * 100_000, "the JSON is nested too deep"),
        ('{"id": ' + "1" * 5000 + "}", "the JSON holds a number with too many digits"),
        ("ไม่ใช่", "broken JSON at column 1: a value is missing here"),
        (json_line() + "}", f"broken JSON at column {len(json_line()) + 1}: something follows the end of the value"),
    ],
)
def test_a_record_that_is_no_article_says_why(tmp_path: Path, line: str, what: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line, encoding="utf-8")
    problem = only_problem(file)
    assert (problem.where, problem.what) == (f"{file}:1", what)
    assert problem.remedy


@pytest.mark.parametrize(
    ("details", "what"),
    [
        ({"published": "2565-10-12"}, "`published` is '2565-10-12', which is no date of the common era"),
        ({"published": "2022-13-12"}, "`published` is '2022-13-12', which is no date of the common era"),
        ({"published": "12/10/2022"}, "`published` is '12/10/2022', which is no date of the common era"),
        ({"published": 20221012}, "`published` is a number, not text"),
        ({"title": ["ก"]}, "`title` is a list, not text"),
        ({"title": "\x00"}, "`title` holds characters that are not text"),
        ({"url": "javascript:alert(1)"}, "`url` is 'javascript:alert(1)', which is no plain web address"),
        ({"url": "https://a b"}, "`url` is 'https://a b', which is no plain web address"),
        ({"url": "https://[::1"}, "`url` is 'https://[::1', which is no plain web address"),
        (
            {"url": "https://me:pass@example.go.th/"},
            "`url` is 'https://me:pass@example.go.th/', which is no plain web address",
        ),
        (
            {"url": f"https://example.go.th/{'ก' * 200}"},
            f"`url` is 'https://example.go.th/{'ก' * 18}', which is no plain web address",
        ),
    ],
)
def test_a_wrong_detail_is_told_and_the_article_is_read_without_it(
    tmp_path: Path, details: dict[str, object], what: str
) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "x", "text": TEXT, **details}, ensure_ascii=False), encoding="utf-8"
    )
    articles, problems = take(tmp_path)
    assert [problem.what for problem in problems] == [f"{what}; the article is read without it"]
    assert [(article.title, article.published, article.url) for article in articles] == [(None, None, None)]


def test_a_time_of_day_after_the_day_of_publishing_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json_line(published="2022-10-12T08:30:00+07:00"), encoding="utf-8")
    assert take(tmp_path)[0][0].published == date(2022, 10, 12)


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.jsonl.gz"])
def test_an_empty_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"") if name.endswith(".gz") else b"")
    assert only_problem(tmp_path / name).what == "is empty"


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "data", [b"\xe0\xb8\xff\xfe\xe0", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", bytes(range(256))]
)
def test_what_is_no_text_is_named(tmp_path: Path, name: str, data: bytes) -> None:
    problem = only_problem_in(tmp_path, name, data)
    assert problem.where.startswith(str(tmp_path / name))


def only_problem_in(folder: Path, name: str, data: bytes) -> Problem:
    (folder / name).write_bytes(data)
    return only_problem(folder)


def test_a_text_file_of_100_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    problem = only_problem(file)
    assert problem.what == "is too large for one article (over 5 MB)"
    assert problem.where == str(file)


def test_a_json_file_of_100_mb_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as sparse:
        sparse.truncate(100_000_000)
    assert "JSON Lines" in only_problem(tmp_path).remedy


def test_a_record_with_too_large_a_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE_BYTES", 1_000_000)
    (tmp_path / "a.jsonl").write_text(json_line(text="ก" * 333_334), encoding="utf-8")
    assert only_problem(tmp_path).what == "the text is too large for one article (over 1 MB)"


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 1_000_000)
    file = tmp_path / "a.jsonl"
    file.write_text(f"{json_line('x')}\n{' ' * 3_000_000}\n{json_line('z')}\n", encoding="utf-8")
    articles, problems = take(file)
    assert [article.id for article in articles] == ["x", "z"]
    assert problems == [Problem(f"{file}:2", "the line is longer than 1 MB", "Split the article")]


def test_a_gzipped_file_that_is_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join(json_line(str(n), TEXT * n) for n in range(1, 200)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    articles, problems = take(tmp_path)
    assert articles
    assert problems[-1].what == "the gzipped file is cut short; the rest is not read"


def test_a_file_that_is_not_gzip_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_text(json_line(), encoding="utf-8")
    assert only_problem(tmp_path).what == "the file is not gzip, or is broken; the rest is not read"


def test_a_gzip_with_a_wrong_checksum_is_named(tmp_path: Path) -> None:
    whole = gzip.compress(json_line().encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[:-8] + b"\xff" * 4 + whole[-4:])
    assert "broken" in take(tmp_path)[1][-1].what


@pytest.mark.parametrize("filling", [b"\n", b" "])
def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filling: bytes) -> None:
    monkeypatch.setattr(limits, "GZIP_FREE", 1_000_000)
    monkeypatch.setattr(limits, "LINE_BYTES", 500_000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(filling * 20_000_000))
    assert "unpacks to more than 200 times its size" in take(tmp_path)[1][-1].what


def test_json_spread_over_lines_in_a_json_lines_file_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps([{"id": "x", "text": "ก"}], indent=1))
    assert only_problem(tmp_path).remedy == "Name it .json"


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    for name in ("x.txt", "x", "x.pdf"):
        assert only_problem(tmp_path / name) == Problem(
            str(tmp_path / name), "does not exist", "Check the spelling of the path"
        )


def test_a_broken_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert only_problem(tmp_path).what == "is a link to a file that does not exist"


def test_a_link_to_a_folder_inside_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path)
    assert only_problem(tmp_path).what == "is a link to a folder, which is not followed"


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a" / "c.txt").symlink_to(tmp_path / "b.txt")
    assert [article.id for article in take(tmp_path / "a")[0]] == ["c"]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert only_problem(tmp_path).what == "is a pipe, which is not read"
    assert only_problem(tmp_path / "a.txt").what == "is a pipe, which is not read"


def test_a_socket_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert only_problem(Path("a.txt")).what == "is a socket, which is not read"


def test_a_device_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert only_problem(tmp_path).what == "is a device, which is not read"


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    if os.geteuid() == 0:
        monkeypatch.setattr(os, "open", _refuse)
    assert only_problem(file) == Problem(str(file), "cannot be read: permission denied", "Check its permissions")


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", _refuse)
    assert only_problem(tmp_path).what == "the folder cannot be listed: permission denied"


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_fails_in_the_middle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text(json_line(), encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    def fail(line: bytes, where: str) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("lgkg.sources.json_lines.decode", fail)
    articles, problems = take(tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert problems[0].what == "cannot be read to its end: input/output error"


def test_files_of_other_kinds_are_counted_in_a_folder_and_told_when_named(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"PK")
    (tmp_path / "README").write_bytes(b"x")
    intake = Intake([tmp_path], no_problem)
    assert list(intake) == []
    assert intake.skipped == 2
    assert only_problem(tmp_path / "a.odt").what == "is of a kind that is not read"


def test_a_file_name_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xa1\xff.txt"))).write_text(TEXT, encoding="utf-8")
    problem = only_problem(tmp_path)
    assert problem.where.endswith("\\xa1\\xff.txt")
    assert problem.what == "the id (for a text file: its name) holds characters that are not text"


def test_the_bytes_that_were_read_reach_the_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f"{json_line('x')}\n{json_line('y')}\n", encoding="utf-8")
    (tmp_path / "c.odt").write_bytes(b"PK")
    intake = Intake([tmp_path], no_problem)
    seen = [intake.done for _ in intake]
    assert seen == sorted(seen)
    assert intake.done == intake.size == sum((tmp_path / name).stat().st_size for name in ("a.txt", "b.jsonl"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), min_size=1), st.booleans())
def test_any_text_comes_back_from_a_json_line(text: str, ascii_only: bool) -> None:
    line = json.dumps({"id": "x", "text": "ก" + text}, ensure_ascii=ascii_only)
    assert [item.text for item in record.articles(record.parse(line, ""), "") if isinstance(item, Article)] == [
        "ก" + text
    ]


@given(st.binary(max_size=300))
def test_no_line_of_bytes_brings_the_intake_down(data: bytes) -> None:
    try:
        list(json_lines.read(io.BytesIO(data), Path("a.jsonl")))
    except InputError as error:
        assert str(error).startswith("a.jsonl")
