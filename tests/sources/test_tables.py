"""Tables of articles: columns are recognised by their usual names in Thai and English, or told."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import Columns, Intake, Problem, csv_table

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"


def take(path: Path, columns: Mapping[str, str] | None = None) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(Intake([path], problems.append, columns=Columns(columns or {}))), problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_in_any_usual_encoding_with_any_usual_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    rows = [["ลำดับ", "หัวข้อข่าว", "เนื้อหา", "วันที่ลงข่าว"], ["7", "หัวข้อ", TEXT, "9 มีนาคม 2566"]]
    (tmp_path / "a.csv").write_bytes("".join(separator.join(row) + "\r\n" for row in rows).encode(encoding))
    ((article,), problems) = take(tmp_path)
    assert problems == []
    assert (article.id, article.title, article.text, article.published) == ("7", "หัวข้อ", TEXT, date(2023, 3, 9))


def test_a_column_of_publishers_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text,หน่วยงานเจ้าของข่าว\n1,{TEXT},สำนักงานจังหวัดระยอง\n2,{TEXT},\n", "utf-8")
    assert [article.publisher for article in take(tmp_path)[0]] == ["สำนักงานจังหวัดระยอง", None]


def test_text_in_quotes_may_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{TEXT}, ""โครงการ""\nบรรทัดสอง"\n', "utf-8")
    assert take(tmp_path)[0][0].text == f'{TEXT}, "โครงการ"\nบรรทัดสอง'


def test_a_column_of_an_unusual_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"หมายเลขอ้างอิง,เนื้อข่าวเต็ม\n5,{TEXT}\n", "utf-8")
    ((article,), _) = take(tmp_path, {"id": "หมายเลขอ้างอิง", "text": "เนื้อข่าวเต็ม"})
    assert (article.id, article.text) == ("5", TEXT)


def test_a_table_without_a_column_of_texts_names_the_columns_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ก,ข\n1,2\n", "utf-8")
    assert take(tmp_path) == (
        [],
        [
            Problem(
                str(tmp_path / "a.csv"),
                "no column of the table is known to hold the text; it has 'ก', 'ข'",
                "Say which it is, for example: --column text=เนื้อหา",
            )
        ],
    )


def test_a_field_that_articles_do_not_have_is_refused() -> None:
    with pytest.raises(InputError, match="no field 'body'"):
        Columns({"body": "เนื้อหา"})


def test_without_a_column_of_ids_an_id_is_the_table_and_the_row(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(f"text\n{TEXT}\n\n{TEXT}\n", "utf-8")
    assert [article.id for article in take(tmp_path)[0]] == ["news-2", "news-4"]


def test_a_row_without_a_text_costs_that_row_only(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,\n2,{TEXT}\n", "utf-8")
    articles, problems = take(tmp_path)
    assert [article.id for article in articles] == ["2"]
    assert [problem.where for problem in problems] == [f"{tmp_path / 'a.csv'}, row 2"]


def test_a_day_that_is_none_is_told_and_the_article_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text,date\n1,{TEXT},เร็ว ๆ นี้\n", "utf-8")
    ((article,), (problem,)) = take(tmp_path)
    assert article.published is None
    assert "เร็ว ๆ นี้" in problem.what


def test_a_spreadsheet_gives_each_sheet_that_has_texts(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(["รหัส", "เนื้อหา", "วันที่"])
    book.active.append([12.0, TEXT, datetime(2023, 3, 9)])
    book.create_sheet("สารบัญ").append(["ไม่มีข่าว"])
    book.save(tmp_path / "a.xlsx")
    ((article,), problems) = take(tmp_path)
    assert problems == []
    assert (article.id, article.text, article.published) == ("12", TEXT, date(2023, 3, 9))


def test_a_parquet_table_is_read_by_its_columns(tmp_path: Path) -> None:
    columns = {"content": [TEXT, TEXT], "url": ["https://a.go.th/1", None], "unused": [b"\xff", None]}
    pyarrow.parquet.write_table(pyarrow.table(columns), tmp_path / "p.parquet")
    articles, problems = take(tmp_path)
    assert problems == []
    assert [(article.id, article.url) for article in articles] == [("p-2", "https://a.go.th/1"), ("p-3", None)]


@pytest.mark.parametrize("name", ["a.xlsx", "a.parquet", "a.docx", "a.pdf", "a.zip", "a.csv"])
def test_a_file_that_is_not_what_its_name_says_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01\x02 nothing of the kind")
    articles, problems = take(tmp_path)
    assert articles == []
    assert [problem.where.partition(":")[0] for problem in problems] == [str(tmp_path / name)]


@given(st.binary(max_size=400))
def test_no_bytes_in_a_csv_raise_anything_but_a_complaint(data: bytes) -> None:
    try:
        list(csv_table.read(io.BytesIO(data), Path("a.csv"), Columns()))
    except InputError as error:
        assert error.where
