from __future__ import annotations

import pytest

from lgkg.errors import InputError
from lgkg.text import decode

REPORT = (
    "นายสมชาย ใจดี นายกองค์การบริหารส่วนตำบลริมธาร เปิดการประชุมสภา ครั้งที่ 1/2566\r\n"
    "โดยมีปลัดองค์การบริหารส่วนตำบลและผู้ใหญ่บ้านทุกหมู่บ้านเข้าร่วม"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874", "tis-620"])
def test_thai_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)) == REPORT.replace("\r\n", "\n")


def test_line_ends_become_newlines() -> None:
    assert decode(b"a\rb\r\nc\nd") == "a\nb\nc\nd"


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document"),
    ],
)
def test_a_known_format_is_named(data: bytes, name: str) -> None:
    with pytest.raises(InputError, match=rf"^report\.txt: .*{name}"):
        decode(data, "report.txt")


def test_a_nul_byte_is_named_with_its_line() -> None:
    with pytest.raises(InputError, match=r"report\.txt:2: .*byte 4 is NUL"):
        decode(b"ab\nc\0d", "report.txt")


def test_many_control_characters_are_no_text() -> None:
    with pytest.raises(InputError, match="control characters"):
        decode(bytes(range(1, 9)) * 20)


def test_one_broken_byte_in_utf_8_is_an_error_that_names_its_line() -> None:
    data = REPORT.encode().replace("โดย".encode(), b"\xff" + "โดย".encode())
    with pytest.raises(InputError, match=rf"report\.txt:2: byte {data.index(0xFF)} \(0xff\)") as caught:
        decode(data, "report.txt")
    assert caught.value.remedy == "Save the file as UTF-8"


def test_a_broken_byte_in_tis_620_is_an_error_that_names_its_line() -> None:
    data = REPORT.encode("cp874").replace(b"\r\n", b"\r\n\xfd")
    with pytest.raises(InputError, match=r"report\.txt:2: byte \d+ \(0xfd\) is not CP874"):
        decode(data, "report.txt")


def test_half_a_character_of_utf_16_is_an_error() -> None:
    with pytest.raises(InputError, match="is not UTF-16"):
        decode(b"\xff\xfea\x00\x00")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", "señor año niño mañana, français déjà vu, Größe"),
        ("cp1252", "“café” – naïve"),
        ("gbk", "中华人民共和国国务院总理今天主持召开会议"),
        ("big5", "行政院院長主持會議討論國家發展計畫及預算案"),
        ("shift_jis", "日本国の首相は今日、会議に出席した。"),
        ("cp1251", "Сегодня состоялось заседание правительства"),
    ],
)
def test_other_one_byte_scripts_are_not_taken_for_thai(encoding: str, text: str) -> None:
    with pytest.raises(InputError, match="does not read as Thai"):
        decode(text.encode(encoding) * 3)
