"""Reads Thai press releases: an article in, its facts out; see `reader`."""

from lgkg.reading.privacy import without_private
from lgkg.reading.reader import read

__all__ = ["read", "without_private"]
