"""The exceptions lgkg raises: one small family, each message saying what happened, to which input, and what to do.

Every class here is a `LgkgError`, so `except LgkgError` catches whatever lgkg itself reports and nothing else.
"""

from __future__ import annotations


class LgkgError(Exception):
    """Something went wrong that the caller can act on.

    Args:
        what: what happened, in one sentence without a full stop.
        where: the input it happened to: a file, `file:line`, or a folder.
        remedy: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.remedy}" if self.remedy else head


class InputError(LgkgError):
    """An input cannot be read as articles: unreadable, not text, broken, or too large."""


class GraphError(LgkgError):
    """A graph folder is missing, is not one, is in use, or cannot be written."""


class QueryError(LgkgError):
    """A SPARQL query or the parameters of a built-in question are wrong."""


class StoppedError(QueryError):
    """A query was stopped before its end; asked again it may get there."""


class UnknownGraphError(QueryError):
    """A query names a graph that is not there."""


class NameUnclearError(QueryError):
    """A name means nothing in the graph, or several things.

    Args:
        what: what happened, as of every error.
        remedy: what to do about it.
        parameter: what the name was given for.
        meanings: how many things it means.
        choices: the address and the name of what may be meant, of the first of many.
    """

    def __init__(
        self, what: str, *, remedy: str, parameter: str, meanings: int, choices: tuple[tuple[str, str], ...]
    ) -> None:
        super().__init__(what, remedy=remedy)
        self.parameter, self.meanings, self.choices = parameter, meanings, choices


class DecisionError(LgkgError):
    """A decision about who is who contradicts an earlier one, or asks for what is so already."""


class DataError(LgkgError):
    """A table under `data/` breaks its own rules (unknown column, doubled key, missing translation)."""


class PictureError(LgkgError):
    """A picture cannot be drawn with what is installed."""


class EngineError(LgkgError):
    """An engine that a build was asked to run on is not installed, cannot be started, or gave up."""


class ServerError(LgkgError):
    """The website cannot be started: its address is taken, or a part that it needs is not installed."""


class BusyError(LgkgError):
    """The website has more to answer than it can at the moment."""


class RemoteError(LgkgError):
    """A triple store cannot be reached, refuses what it is sent or asked, or does not keep it."""
