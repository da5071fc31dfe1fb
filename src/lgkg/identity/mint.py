"""Mints ids: short ASCII paths that depend on nothing but what they name.

>>> mint("policy", "Law", "พระราชบัญญัติเทศบาลพ.ศ.2496")
'policy/yd6hyjnqx3ccnasl'
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@lru_cache(maxsize=1 << 14)
def mint(kind: str, *key: str) -> str:
    """`kind/` and sixteen letters: base32 of the first 80 bits of the SHA-256 of kind and key.

    80 bits keep the chance of any collision among a hundred million names below one in two hundred million.
    """
    told = "\x1f".join((kind, *key)).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(told).digest()
    return f"{kind}/{_base32(digest[:5])}{_base32(digest[5:10])}"


def _base32(five: bytes) -> str:
    """Five bytes as eight letters (RFC 4648): the standard library's takes three times as long as the digest."""
    number = int.from_bytes(five, "big")
    return "".join([_LETTERS[number >> shift & 31] for shift in (35, 30, 25, 20, 15, 10, 5, 0)])


def keep(kind: str, name: str) -> str:
    """`kind/name` where the name is plain ASCII; else `kind/~` and sixteen letters, which no plain name can be."""
    if _PLAIN.fullmatch(name):
        return f"{kind}/{name}"
    return mint(kind, name).replace("/", "/~", 1)
