"""Addresses that mark a passage on its publisher's page: text fragments (https://wicg.github.io/scroll-to-text-fragment/).

>>> pointing_at("https://www.example.go.th/1", "หนึ่ง สอง-สาม")
'https://www.example.go.th/1#:~:text=%E0%B8%AB%E0%B8%99%E0%B8%B6%E0%B9%88%E0%B8%87%20%E0%B8%AA%E0%B8%AD%E0%B8%87%2D%E0%B8%AA%E0%B8%B2%E0%B8%A1'
"""

from __future__ import annotations

from urllib.parse import quote

WHOLE = 120
"""Passages to this many characters are written whole; of longer ones the first and last words, as browsers allow."""
_END = 40


def pointing_at(url: str, passage: str) -> str:
    """The address of a page at a passage of it.

    Args:
        url: the page, percent-encoded; may be empty.
        passage: words printed there.
    """
    words = passage.split()
    if not url or not words:
        return url
    text = " ".join(words)
    short = len(text) <= WHOLE and "\n" not in passage.strip()
    told = _encoded(text) if short else f"{_encoded(_first(words))},{_encoded(_first(words[::-1], last=True))}"
    return f"{url}{'' if '#' in url else '#'}:~:text={told}"


def _first(words: list[str], *, last: bool = False) -> str:
    """Whole words from an end of the passage, up to some characters: what stands between spaces is not cut."""
    taken = words[:1]
    for word in words[1:]:
        if sum(map(len, taken)) + len(word) > _END:
            break
        taken.append(word)
    return " ".join(taken[::-1] if last else taken)


def _encoded(text: str) -> str:
    """Everything but letters and digits percent-encoded: `-`, `,` and `&` have a meaning in a text directive."""
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D").replace(".", "%2E").replace("~", "%7E")
