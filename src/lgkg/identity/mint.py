"""Mints ids: short ASCII paths that depend on nothing but what they name.

>>> mint("policy", "Law", "พระราชบัญญัติเทศบาลพ.ศ.2496")
'policy/yd6hyjnqx3ccnasl'
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import Final

_BYTES: Final = 10
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@lru_cache(maxsize=1 << 14)
def mint(kind: str, *key: str) -> str:
    """`kind/` and sixteen letters: base32 of the first 80 bits of the SHA-256 of kind and key.

    80 bits keep the chance of any collision among a hundred million names below one in two hundred million.
    """
    told = "\x1f".join((kind, *key)).encode("utf-8", "surrogatepass")
    return f"{kind}/{base64.b32encode(hashlib.sha256(told).digest()[:_BYTES]).decode().lower()}"


def keep(kind: str, name: str) -> str:
    """`kind/name` where the name is plain ASCII; else `kind/~` and sixteen letters, which no plain name can be."""
    if _PLAIN.fullmatch(name):
        return f"{kind}/{name}"
    return mint(kind, name).replace("/", "/~", 1)
