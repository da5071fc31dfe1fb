"""Puts records, styles and scripts into one page that can load and run nothing else.

The page's content security policy names its own style and its own two scripts by their SHA-256 and forbids the rest:
whatever markup an article might smuggle in would not run. Records are JSON in a block that is not a script, with
every character escaped that could end it.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template

from lgkg.network.model import Network
from lgkg.network.picture.records import Record, records

_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def page(network: Network, language: str = "th") -> str:
    """The whole page.

    Args:
        network: what to draw; the layout of a thousand people takes seconds, of ten thousand too long.
        language: `th` or `en`, the language the page opens in; a button switches.
    """
    shown = records(network, language)
    style, library, script = _part("page.css"), _vis_network(), _part("page.js")
    return Template(_part("page.html")).substitute(
        language=language,
        policy=_policy(style, library, script),
        title=shown["words"]["title"][language],
        style=style,
        data=_json(shown),
        library=library,
        script=script,
    )


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _json(shown: Record) -> str:
    """JSON that no HTML parser can mistake for markup."""
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


@cache
def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


@cache
def _vis_network() -> str:
    """The drawing library as pyvis brings it, with its licence in its first lines."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8")
