"""Writes the pages of the documentation that are made from what they document: commands, questions, ontology."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[1]))  # mkdocs runs this file by its path

from docsite import commands, context, figures, ontology, questions

PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands.page,
    "reference/questions.md": questions.page,
    "reference/ontology.md": lambda: ontology.page("en"),
    "reference/ontology.th.md": lambda: ontology.page("th"),
    "reference/figures.md": figures.quality,
    "reference/benchmarks.md": figures.speed,
    "reference/context.md": context.page,
    "reference/context.jsonld": context.text,
    "reference/ontology.en.svg": lambda: ontology.diagram("en"),
    "reference/ontology.th.svg": lambda: ontology.diagram("th"),
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages that are made."""
    for path, made in PAGES.items():
        files.append(File.generated(config, path, content=made()))
    return files
