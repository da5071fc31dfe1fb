from __future__ import annotations

import re
from pathlib import Path

import lgkg.web
from lgkg.markup.words import Words
from lgkg.web.rendering import ROOMS

TEMPLATES = sorted((Path(lgkg.web.__file__).parent / "templates" / "pages").glob("*.html"))
CALLED = re.compile(r"""word\(["']([a-z_A-Z-]+)["'][,)]""")


def test_every_word_of_the_templates_is_known() -> None:
    thai = Words("th", *ROOMS)
    keys = {key for file in TEMPLATES for key in CALLED.findall(file.read_text("utf-8"))}
    keys |= {f"fact_{kind}" for kind in ("Tenure", "Participation", "Delegation")}
    keys |= {f"level_{kind}" for kind in ("Province", "District", "Subdistrict", "Venue", "Place")}
    values = dict.fromkeys(("n", "first", "last", "day", "page", "pages", "rule", "confidence", "most"), "1")
    assert len(keys) > 50
    assert [key for key in sorted(keys) if thai(key, **values) == key] == []
