"""HTML pages that need nothing else and can load nothing else: one file, no server, no network.

A page's content security policy names its own style and its own scripts by their SHA-256 and forbids the rest:
whatever markup an article might smuggle in would not run. Text is escaped; records are compressed JSON in a block that
is not a script.

>>> escaped('<b onclick="x">')
'&lt;b onclick=&quot;x&quot;&gt;'
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from lgkg.harmless import safe

_LEVEL = 9


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


def packed_block(record: Mapping[str, Any]) -> str:
    """JSON compressed (RFC 1951) and written in base64, whose letters no HTML parser can mistake for markup.

    A tenth of the size of the JSON, and the same bytes for the same record: no time, no name, one level.
    """
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(packer.compress(content) + packer.flush()).decode()


@cache
def part(room: str, name: str) -> str:
    """The text of a file that a room of lgkg keeps beside its code: `part("lgkg.markup", "page.css")`."""
    return resources.files(room).joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
