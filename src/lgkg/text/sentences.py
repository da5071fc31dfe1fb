"""Cuts Thai paragraphs into sentences, and long sentences down to a passage that can be shown.

Thai has no full stop. What parts sentences is a line end, the words that open a new thought behind a space
(`data/domain/openers.csv`), a number of a list, and the closing quote of a speech. A full stop never does: it belongs
to `จ.`, `พ.ศ.`, `มท.` and `น.`

>>> text = "เวลา 13.30 น. นายอำเภอเปิดการประชุม จากนั้น ผู้ใหญ่บ้านรายงาน"
>>> [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]
['เวลา 13.30 น. นายอำเภอเปิดการประชุม', 'จากนั้น ผู้ใหญ่บ้านรายงาน']
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lgkg.tables import table
from lgkg.text.span import Span

# A shorter quotation is a name or a slogan in the middle of a sentence.
_SHORTEST_SPEECH: Final = 80
# Up to 29, for a higher number before a bracket is the year of a date: (17 มี.ค. 66).
_LIST_NUMBER: Final = r"(?:[1-9]|[12]\d)[.)] ?(?=[ก-๎\"“])"
_WORD: Final = re.compile(r"(?<=\s)\S")
_MARKS: Final = frozenset("\u0e31\u0e33" + "".join(map(chr, [*range(0xE34, 0xE3B), *range(0xE47, 0xE4F)])))


def sentences(text: str, within: Span) -> list[Span]:
    """The sentences of a stretch of text in normal form.

    Args:
        text: the text.
        within: the stretch to cut, such as a paragraph of `Layout.body`.

    Returns:
        Spans in order, without overlap, without white space at their edges, that cover all of the stretch but the
        white space between them.
    """
    found = []
    start = within.start
    for match in _breaks().finditer(text, within.start, within.end):
        if match["quote"] is not None and not _ends_a_speech(text, match.start()):
            continue
        found.append(_trimmed(text, start, match.end()))
        start = match.end()
    found.append(_trimmed(text, start, within.end))
    return [span for span in found if span.start < span.end]


def clip(text: str, sentence: Span, focus: Span, limit: int = 400) -> Span:
    """The passage to show for a focus: its sentence, or so much around the focus as the limit allows.

    Args:
        text: the text that the spans are in, in normal form.
        sentence: the sentence; it is widened to the focus where that runs over its edges.
        focus: what the passage must show; it stays whole even beyond the limit.
        limit: the greatest length in code points.

    Returns:
        The sentence or, cut at spaces where there are any and never inside a cluster of marks, a part of it.
    """
    whole = Span(min(sentence.start, focus.start), max(sentence.end, focus.end))
    if whole.end - whole.start <= limit:
        return whole
    margin = max(limit - (focus.end - focus.start), 0)
    start = max(whole.start, min(focus.start - margin // 2, whole.end - limit))
    end = min(whole.end, max(start + limit, focus.end))
    start = start if start == whole.start else _start_of_word(text, min(start, focus.start), focus.start)
    end = end if end == whole.end else _end_of_word(text, focus.end, end)
    return Span(start, end)


def _start_of_word(text: str, start: int, focus: int) -> int:
    """The first place from `start` to `focus` behind white space, or else where no mark hangs on what is cut off."""
    space = _WORD.search(text, max(start, 1), focus + 1)
    if space:
        return space.start()
    while start < focus and text[start] in _MARKS:
        start += 1
    return start


def _end_of_word(text: str, focus: int, end: int) -> int:
    """The last place from `focus` to `end` ahead of white space, or else where no mark is cut off."""
    space = max(text.rfind(" ", focus, end + 1), text.rfind("\n", focus, end + 1))
    if space >= 0:
        return space
    while end > focus and text[end] in _MARKS:
        end -= 1
    return end


@cache
def _breaks() -> re.Pattern[str]:
    """Line ends, and the space ahead of an opener or a list number (not after `ว่า`: he said that) or behind a quote."""
    openers = "|".join(_opener(row["th"], row["then"]) for row in table("openers"))
    firsts = "".join(sorted({row["th"][0] for row in table("openers")}))
    # First the set, then what it must meet: so the engine can skip ahead to white space.
    return re.compile(
        rf"[ \n](?:(?<=\n)|(?P<quote>(?<=\S[”\"] ))|(?=[{firsts}1-9])(?<!ว่า )(?={openers}|{_LIST_NUMBER}))"
    )


def _ends_a_speech(text: str, end: int) -> bool:
    """Whether the quotation that ends here is long enough to be one."""
    opening = "“" if text[end - 1] == "”" else text[end - 1]
    return text.rfind(opening, max(end - _SHORTEST_SPEECH, 0), end - 1) < 0


def _opener(word: str, then: str) -> str:
    return rf"{word}(?:{then})" if then else word


def _trimmed(text: str, start: int, end: int) -> Span:
    behind = text[start:end].rstrip()
    return Span(start + len(behind) - len(behind.lstrip()), start + len(behind))
