"""Reads Thai press releases: an article in, its facts out; see `reader`."""

from typing import Final

from lgkg.reading.privacy import without_private
from lgkg.reading.reader import read

__all__ = ["COMPILED", "read", "without_private"]

COMPILED: Final = not __file__.endswith(".py")
"""Whether this is machine code that was compiled from the sources (`hatch_build.py`)."""
