"""Where an article prints a name or a label, whatever spaces, quotation marks and digits it prints it with.

>>> Printed(["ตามพ.ร.บ. เทศบาล ๒๔๙๖ นั้น"]).around(["พรบ.เทศบาล 2496"])
'ตามพ.ร.บ. เทศบาล ๒๔๙๖ นั้น'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lgkg.evaluation.labels import IGNORED, key
from lgkg.text import Normalised, Span, normalise

AROUND = 60
"""Code points shown on either side."""

_NOWHERE = "(?!)"


class Printed:
    """The text of an article or, where that is not at hand, pieces of it."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._raw = tuple(texts)
        self._texts: tuple[Normalised, ...] | None = None
        self._places: dict[str, str] = {}

    def around(self, forms: Iterable[str]) -> str:
        """The first place that prints the first form that is printed at all, with what stands around it.

        Returns:
            The stretch as it is printed, with … where it was cut; empty if no form is printed.
        """
        return next(filter(None, map(self._place, forms)), "")

    def _place(self, form: str) -> str:
        """Looked up once: one name may be missed in many pairs."""
        if form not in self._places:
            self._places[form] = self._looked_up(_pattern(form))
        return self._places[form]

    def _looked_up(self, pattern: re.Pattern[str]) -> str:
        if self._texts is None:
            self._texts = tuple(map(normalise, self._raw))
        for text in self._texts:
            if found := pattern.search(text.text):
                return _stretch(text.original(Span(*found.span())), text.raw)
        return ""


def _pattern(form: str) -> re.Pattern[str]:
    letters = key(normalise(form).text)
    return re.compile(f"[{IGNORED}]*".join(map(re.escape, letters)) or _NOWHERE, re.IGNORECASE)


def _stretch(span: Span, text: str) -> str:
    start, end = max(0, span.start - AROUND), span.end + AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
