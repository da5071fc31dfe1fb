"""Finds the files shipped with lgkg: `data/` and `ontology/`.

An installed package carries them in `lgkg/_resources`; a checkout has them at its top.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `data/` and `ontology/`."""
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def data(*parts: str) -> Path:
    """A path under `data/`: `data("domain", "titles.csv")`."""
    return root().joinpath("data", *parts)


def ontology(name: str) -> Path:
    """A file of the ontology: `ontology("shapes.ttl")`."""
    return root() / "ontology" / name
