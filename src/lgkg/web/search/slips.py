"""How many slips lie between what somebody typed and a part of a name: letters left out, added or replaced.

Sellers' algorithm (1980: The theory and computation of evolutionary distances): the edit distance of a pattern to the
nearest part of a text. It is worked out for many texts at once, one letter of the pattern after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 120
"""Letters of a text that are compared."""


def distances(pattern: str, texts: Sequence[str], *, anywhere: bool = True) -> NDArray[np.int16]:
    """The least edit distance of a pattern to a part of each text.

    Args:
        pattern: what was typed.
        texts: what it may be; their first 120 letters count.
        anywhere: the part may begin anywhere; False: at the text's beginning.
    """
    import numpy as np

    letters = _matrix(texts)
    columns = np.arange(letters.shape[1] + 1, dtype=np.int16)
    row = np.zeros((len(texts), letters.shape[1] + 1), dtype=np.int16)
    if not anywhere:
        row += columns
    for at, letter in enumerate(pattern, start=1):
        replaced = row[:, :-1] + (letters != ord(letter))
        reached = np.empty_like(row)
        reached[:, 0] = at
        np.minimum(replaced, row[:, 1:] + 1, out=reached[:, 1:])
        row = np.minimum.accumulate(reached - columns, axis=1) + columns  # letters of the text left out
    lengths = np.array([min(len(text), _LONGEST) for text in texts])
    row[columns[None, :] > lengths[:, None]] = np.iinfo(np.int16).max
    return row.min(axis=1) if len(texts) else row[:, 0]


def allowed(length: int) -> int:
    """How many slips so many letters may have: none in three, one in seven, two in more."""
    return 0 if length < 4 else 1 if length < 8 else 2


def _matrix(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The letters of the texts, one text a row; 0 where it has ended."""
    import numpy as np

    width = min(_LONGEST, max(map(len, texts), default=0))
    padded = "".join(text[:width].ljust(width, "\0") for text in texts)
    codes = np.frombuffer(padded.encode("utf-32-le", "replace"), dtype="<u4")
    return codes.reshape(len(texts), width) if width else np.zeros((len(texts), 0), dtype=np.uint32)
