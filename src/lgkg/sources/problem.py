"""A problem: something that could not be read, told in plain words while the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.errors import LgkgError


@dataclass(frozen=True, slots=True)
class Problem:
    """One input, or part of one, that was left out.

    Attributes:
        where: the input: a file, or `file:line`.
        what: what is wrong with it, without a full stop.
        remedy: what to do about it.
    """

    where: str
    what: str
    remedy: str = ""

    @classmethod
    def of(cls, error: LgkgError) -> Problem:
        """The problem that an error describes."""
        return cls(error.where, error.what, error.remedy)

    def error(self) -> LgkgError:
        """The problem as an error, for callers that would rather stop."""
        return LgkgError(self.what, where=self.where, remedy=self.remedy)

    def __str__(self) -> str:
        return str(self.error())
