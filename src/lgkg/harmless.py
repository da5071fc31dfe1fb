"""Text from articles as it may be shown or written: never a character that could steer what shows or reads it.

>>> safe("ก\\x1b[2Jข\\u202e")
'ก\\\\x1b[2Jข\\\\u202e'
"""

from __future__ import annotations

import re

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters but tab and line feed, marks that change the direction of text, lone surrogates."""


def safe(text: str) -> str:
    """The text with control characters, direction marks and lone surrogates written out as escapes."""
    return STEERING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """The same, with tabs and line feeds written out too."""
    return safe(text).replace("\n", "\\n").replace("\t", "\\t")


def cell(text: str) -> str:
    """The text of a CSV cell; one that a spreadsheet would run as a formula gets an apostrophe in front.

    See https://owasp.org/www-community/attacks/CSV_Injection.
    """
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) else text


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold, not even escaped."""
    return _NOT_XML.sub("", text)
