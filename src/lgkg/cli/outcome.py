"""How a command ends: its exit code, and one clear line for whatever went wrong.

0    done
1    done, but with problems, each of them named
2    wrong usage
3    could not be done
130  interrupted from the keyboard
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from lgkg.cli.terminal import say
from lgkg.errors import LgkgError

DONE, PROBLEMS, FAILED, INTERRUPTED = 0, 1, 3, 130

P = ParamSpec("P")


class Interrupted(KeyboardInterrupt):
    """Interrupted from the keyboard, with a word on how things stand."""


def guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """The command as it is run by users: it returns an exit code or raises, and no traceback is shown.

    With the environment variable `LGKG_DEBUG` set, errors come with their traceback.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_code(lambda: command(*args, **kwargs)))

    return run


def _code(command: Callable[[], int | None]) -> int:
    try:
        code = command() or DONE
        sys.stdout.flush()
        return code
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except BrokenPipeError:
        _drop_output()
        return DONE  # whoever read the output has seen enough
    except KeyboardInterrupt as interrupt:
        say(str(interrupt) or "interrupted")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("LGKG_DEBUG"):
            raise
        say(_line(error))
        if isinstance(error, OSError):
            _drop_output()
        return FAILED


def _line(error: Exception) -> str:
    if isinstance(error, LgkgError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}"
    return f"unexpected {type(error).__name__}: {error}. Run it again with LGKG_DEBUG=1 and report what it shows"


def _drop_output() -> None:
    """Sends what is still buffered for a closed or full output to nowhere, so that Python's exit stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
