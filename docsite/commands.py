"""The page of commands: what `--help` says of each."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from typer.core import TyperGroup

from lgkg.cli.app import app


def page() -> str:
    """The page."""
    root = typer.main.get_group(app)
    parts = [part for name in sorted(root.commands) for part in _command(root, name)]
    return "\n".join(["# Commands", "", str(root.help), "", str(root.epilog), "", *parts])


def _command(root: TyperGroup, name: str) -> Iterator[str]:
    command = root.commands[name]
    with command.make_context(f"lgkg {name}", ["--help"], resilient_parsing=True, max_content_width=100) as context:
        yield from (f"## {name}", "", "```text", command.get_help(context).rstrip(), "```", "")
