"""Turns bytes into text: UTF-8, UTF-16 with its byte order mark, or Thai in one byte a letter (TIS-620, cp874).

The one-byte encodings carry no mark, so they are recognised by what they decode to: Thai letters in the order Thai is
written, marks on consonants and vowels before them. A UTF-8 file with one broken byte is broken, not Thai.

>>> decode("ผู้ว่าฯ".encode("cp874"))
'ผู้ว่าฯ'
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from lgkg.errors import InputError

_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, a film or a WebP picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Text holds tabs, line ends, form feeds; other control characters come one by one.
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_LINE_END: Final = re.compile("\r\n?")
_THAI: Final = re.compile("[\u0e01-\u0e5b]+")
_OTHER_LETTERS: Final = re.compile("[^\x00-\x7f\u0e01-\u0e5b\u20ac\u2026\u2018-\u201d\u2022\u2013\u2014\xa0]")
# Not Thai: a mark or following vowel on nothing, a leading vowel before no consonant.
_MISPLACED: Final = re.compile(
    "(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e45\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e30\u0e32\u0e33]"
    "|[\u0e40-\u0e44](?![\u0e01-\u0e2e\u0e40])"
)
_MISPLACED_SHARE: Final = 0.04
# The sixteen commonest Thai letters and marks make up 63 % of a press release, 53 % in the poorest of 3,692; of Korean,
# Chinese, Russian or Greek read as Thai, at most 36 %.
_COMMON: Final = re.compile("[ารนกง่ัมอ้เวยทดล]")
_COMMON_SHARE: Final = 0.4


def decode(data: bytes, where: str = "") -> str:
    """The text in `data`, without byte order mark, with `\\n` as line end.

    Args:
        data: the content of a file.
        where: its name, for messages.

    Raises:
        InputError: the bytes are no text (the message names what they seem to be), or text that breaks at a byte
            (the message names the byte and its line).
    """
    _refuse_known_formats(data, where)
    if data.startswith(_UTF_16):
        return _LINE_END.sub("\n", _strict(data, "utf-16", where))
    _refuse_binary(data, where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _thai(data, error, where)
    return _LINE_END.sub("\n", text) if "\r" in text else text


def _refuse_known_formats(data: bytes, where: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(
                f"this is {name}, not text", where=where, remedy="Give the article as plain text, HTML, CSV or JSON"
            )


def _refuse_binary(data: bytes, where: str) -> None:
    zero = data.find(b"\0")
    if zero >= 0:
        raise InputError(
            f"this is not text: byte {zero} is NUL",
            where=_line(data, zero, where),
            remedy="Give plain text; UTF-16 needs its byte order mark",
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 8 and controls > len(data) // 100:
        raise InputError(
            f"this is not text: {controls} of {len(data)} bytes are control characters",
            where=where,
            remedy="Give plain text",
        )


def _thai(data: bytes, broken: UnicodeDecodeError, where: str) -> str:
    """Text in cp874, where the bytes are that rather than broken UTF-8."""
    if not _is_mostly_utf_8(data):
        text = data.decode("cp874", "replace")
        if _reads_as_thai(text):
            return _strict(data, "cp874", where)
    raise InputError(
        f"byte {broken.start} (0x{data[broken.start]:02x}) is not UTF-8, and the text does not read as Thai in TIS-620",
        where=_line(data, broken.start, where),
        remedy="Save the file as UTF-8",
    )


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        raise InputError(
            f"byte {at} (0x{data[at]:02x}) is not {encoding.upper()}, though the rest of the text is",
            where=_line(data, at, where),
            remedy="Save the file as UTF-8",
        ) from error


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are right than wrong in UTF-8; in cp874 nearly all are wrong."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    beyond_ascii = len(text) - sum(map(text.count, map(chr, range(128))))
    return beyond_ascii - wrong > wrong


def _reads_as_thai(text: str) -> bool:
    """Mostly common Thai letters, nearly all in their place, with hardly a letter of another script between."""
    thai = sum(map(len, _THAI.findall(text)))
    common = len(_COMMON.findall(text))
    wrong = len(_MISPLACED.findall(text)) + len(_OTHER_LETTERS.findall(text))
    return common >= max(thai * _COMMON_SHARE, 1) and wrong <= thai * _MISPLACED_SHARE


def _line(data: bytes, offset: int, where: str) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"{where}:{line}" if where else f"line {line}"
