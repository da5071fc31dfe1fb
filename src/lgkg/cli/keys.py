"""Answers of one key: from a terminal as they are pressed, from a pipe line by line."""

from __future__ import annotations

import sys

import typer

from lgkg.cli.terminal import write

_THAI = dict(zip("หกีืๆั", "sdunqy", strict=True))
"""The same keys where the keyboard is set to Thai (Kedmanee)."""


def ask(prompt: str, keys: str) -> str:
    """Asks until one of `keys` is pressed, and gives it.

    Raises:
        EOFError: there are no more answers: the pipe has ended, or Ctrl-D was pressed.
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    while True:
        write(prompt)
        sys.stdout.flush()
        pressed = _pressed()
        key = _THAI.get(pressed, pressed)
        write(f"{key if key in keys else '?'}\n")
        if key in keys:
            return key


def _pressed() -> str:
    if sys.stdin.isatty():
        return typer.getchar().lower()[:1]
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip().lower()[:1] or " "
