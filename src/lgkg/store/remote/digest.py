"""HTTP digest authentication (RFC 7616) as Virtuoso asks for it: MD5, quality of protection `auth`.

A challenge is used for as many requests as the server takes it for, so that only the first is sent twice.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import threading

_FIELD = re.compile(r'(\w+)="?([^",]*)"?')
_ALGORITHMS = {"MD5": "md5", "SHA-256": "sha256"}


class Digest:
    """Answers the challenges of one server.

    Args:
        user: the user's name.
        password: the user's password; only digests of it are sent.
    """

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._challenge: dict[str, str] = {}
        self._count = 0
        self._lock = threading.Lock()

    def learn(self, header: str) -> bool:
        """Takes the challenge of a `WWW-Authenticate` header; says whether it is one that can be answered."""
        scheme, _, fields = header.partition(" ")
        challenge = dict(_FIELD.findall(fields))
        if scheme.lower() != "digest" or challenge.get("algorithm", "MD5") not in _ALGORITHMS:
            return False
        with self._lock:
            self._challenge, self._count = challenge, 0
        return True

    def header(self, method: str, path: str) -> str | None:
        """The `Authorization` header of a request, given its method and its path with the query; None at first."""
        with self._lock:
            if not (challenge := self._challenge):
                return None
            self._count += 1
            count = f"{self._count:08x}"
        once = secrets.token_hex(8)
        name = challenge.get("algorithm", "MD5")
        user, secret = self._user, f"{self._user}:{challenge['realm']}:{self._password}"
        said = (_hash(name, secret), challenge["nonce"], count, once, "auth", _hash(name, f"{method}:{path}"))
        response = _hash(name, ":".join(said))
        return (
            f'Digest username="{user}", realm="{challenge["realm"]}", nonce="{challenge["nonce"]}", uri="{path}", '
            f'algorithm={name}, qop=auth, nc={count}, cnonce="{once}", response="{response}"'
            + (f', opaque="{challenge["opaque"]}"' if "opaque" in challenge else "")
        )


def _hash(algorithm: str, text: str) -> str:
    return hashlib.new(_ALGORITHMS[algorithm], text.encode(), usedforsecurity=False).hexdigest()
