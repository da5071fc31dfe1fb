"""The page of the JSON-LD context: where it is had, and its text."""

from __future__ import annotations

from lgkg import resources

LEAD = """# JSON-LD context

What the names in lgkg's JSON-LD mean and what kind of value each takes, made from [the ontology](ontology.md).
[How it is used](../howto/publish.md#json-ld). [Download](context.jsonld).
"""


def page() -> str:
    """The page."""
    return f"{LEAD}\n```json\n{text().rstrip()}\n```\n"


def text() -> str:
    """The context as it is shipped."""
    return resources.ontology("context.jsonld").read_text(encoding="utf-8")
