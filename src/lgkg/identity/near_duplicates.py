"""Recognises near-duplicate articles: one press release published twice, or sent out again with a few words changed.

MinHash (Broder 1997) keeps of each text a signature of fixed size; how much of two signatures agrees estimates the
Jaccard similarity of the texts' shingles, and bands of signatures bring similar texts together without comparing all
with all (locality-sensitive hashing; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).

The sizes were measured on 3,692 press releases, see docs/quality.md: shingles of five letters part releases that were
published again (0.88 and more) from the daily reports of a series (0.78 and less).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, log, log1p
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR_DUPLICATE = 0.8
"""The similarity from which two articles are near-duplicates."""

_PERMUTATIONS = 128
_SHINGLE = 5
"""Letters of a shingle."""
_SHORTEST = 100
"""Letters below which a text has no signature: menus and stubs are alike by accident."""
_SEED = 20261126
_FACTOR = 0x9E3779B97F4A7C15
_SURE = 0.999
"""How probable it is at least that two articles just as similar as the threshold meet in a band."""
_NEIGHBOURS = 64
"""With how many articles of its bucket an article is compared at most."""
_INVISIBLE = ("\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\xad")
_SPELLINGS = (("\u0e4d\u0e32", "\u0e33"), ("เเ", "แ"))


def signature(text: str) -> bytes:
    """The MinHash signature of an article, 512 bytes, the same in every process and on every machine.

    Spaces and invisible characters are ignored, a sara am in two parts and two เ for แ are written as one (the whole of
    `lgkg.text.normalise` would take longer than the signature). A text of fewer than 100 letters has none: b"".
    """
    import numpy as np
    from rensa import RMinHash

    letters = _letters(text)
    if len(letters) < _SHORTEST:
        return b""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    windows = [codes[at : len(codes) - _SHINGLE + 1 + at] for at in range(_SHINGLE)]
    rows = np.array([0, len(windows[0])], dtype=np.uint64)
    digest = RMinHash.digest_matrix_from_flat_token_hashes(_mixed(windows), rows, _PERMUTATIONS, _SEED)
    return np.array(digest.to_rows()[0], dtype="<u4").tobytes()


def near_duplicates(
    signatures: Iterable[tuple[str, bytes]], threshold: float = NEAR_DUPLICATE
) -> list[tuple[str, str, float]]:
    """The pairs of articles whose similarity is at least the threshold, as estimated.

    Time and memory grow with the number of articles: of many copies of one text, each is paired with the 64 that come
    next by id, which still joins all of them.

    Args:
        signatures: ids of articles with what `signature` gave; those without a signature are left out.
        threshold: of the Jaccard similarity, above 0 and at most 1.

    Returns:
        The two ids, the lesser first, and the estimate, sorted.
    """
    import numpy as np

    known = sorted((article, signed) for article, signed in dict(signatures).items() if signed)
    ids = [article for article, _ in known]
    matrix = np.frombuffer(b"".join(signed for _, signed in known), dtype="<u4").reshape(len(ids), _PERMUTATIONS)
    found: dict[tuple[str, str], float] = {}
    for one, other in _candidates(matrix, _rows(threshold)):
        alike = (matrix[one] == matrix[other]).mean(axis=1)
        near = alike >= threshold
        pairs = zip(one[near].tolist(), other[near].tolist(), alike[near].tolist(), strict=True)
        found.update(((ids[a], ids[b]), similarity) for a, b, similarity in pairs)
    return [(*pair, found[pair]) for pair in sorted(found)]


def _letters(text: str) -> str:
    for invisible in _INVISIBLE:
        text = text.replace(invisible, "")
    joined = "".join(text.split())
    for spelt, usual in _SPELLINGS:
        joined = joined.replace(spelt, usual)
    return joined


def _mixed(columns: Iterable[NDArray[Any]]) -> NDArray[np.uint64]:
    """One number of 64 bits a row, by which equal rows are known."""
    import numpy as np

    factor = np.uint64(_FACTOR)
    first, *others = (column.astype(np.uint64) for column in columns)
    for column in others:
        first *= factor
        first += column
    return first


def _rows(threshold: float) -> int:
    """The most rows of a band that still bring together what is as similar as the threshold."""
    fitting = (rows for rows in range(_PERMUTATIONS, 1, -1) if _PERMUTATIONS // rows >= _bands_needed(threshold, rows))
    return next(fitting, 1)


def _bands_needed(threshold: float, rows: int) -> float:
    meet = threshold**rows
    return 1 if meet >= _SURE else ceil(log(1 - _SURE) / log1p(-meet)) if meet > 0 else float("inf")


def _candidates(matrix: NDArray[np.uint32], rows: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Rows of the matrix that agree in a band, as arrays of lesser and greater ones; a pair may come several times."""
    import numpy as np

    for start in range(0, _PERMUTATIONS - rows + 1, rows):
        keys = _mixed(matrix[:, at] for at in range(start, start + rows))
        order = np.argsort(keys, kind="stable")
        sorted_keys = keys[order]
        for apart in range(1, min(_NEIGHBOURS, len(order) - 1) + 1):
            meeting = sorted_keys[apart:] == sorted_keys[:-apart]
            if not meeting.any():
                break
            yield order[:-apart][meeting], order[apart:][meeting]
