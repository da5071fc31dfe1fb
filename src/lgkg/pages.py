"""HTML pages that need nothing else and can load nothing else: one file, no server, no network.

A page's content security policy names its own style and its own scripts by their SHA-256 and forbids the rest:
whatever markup an article might smuggle in would not run. Text is escaped; records are JSON in a block that is not a
script, with every character escaped that could end it.

>>> escaped('<b onclick="x">')
'&lt;b onclick=&quot;x&quot;&gt;'
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from lgkg.harmless import safe

_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def escaped(text: str) -> str:
    """Text as it may stand in a page, also as the value of an attribute in quotes."""
    return html.escape(safe(text))


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with each `$name` replaced by its value, which must be escaped already."""
    return Template(template).substitute(values)


def policy(style: str, *scripts: str) -> str:
    """The content security policy of a page with this style and these scripts, none of which may change by a byte."""
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def json_block(record: Mapping[str, Any]) -> str:
    """JSON that no HTML parser can mistake for markup."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


@cache
def part(room: str, name: str) -> str:
    """The text of a file that a room of lgkg keeps beside its code: `part("lgkg.markup", "page.css")`."""
    return resources.files(room).joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
