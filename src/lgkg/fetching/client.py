"""Asks a web server for one thing, within bounds: bytes, seconds, and addresses that may be reached.

A name is resolved here and the connection goes to the address that was looked at: one that leads to this machine or
into an inner network is refused, also behind a redirect or a name that resolves otherwise the second time (CWE-918).
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore

from lgkg.errors import InputError
from lgkg.fetching.limits import Limits
from lgkg.iris import web_iri

_MOVED = frozenset({301, 302, 303, 307, 308})
_UNPACKED = 16
"""`wbits` of zlib for gzip."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered.

    Attributes:
        url: the address that answered, behind all redirects.
        status: the HTTP status.
        headers: name in small letters -> value.
        body: the content, unpacked.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Client:
    """Asks web servers.

    Args:
        limits: bounds of an answer and what may be reached.
        name: what the client calls itself.
    """

    def __init__(self, limits: Limits, name: str) -> None:
        self._limits, self._name = limits, name
        self._pool = httpcore.ConnectionPool(network_backend=_Guarded(limits.private), max_keepalive_connections=4)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Reply:
        """What is at an address, once, without following redirects.

        Raises:
            InputError: the address is none, may not be reached, or does not answer; or the answer breaks off, is too
                large, or takes too long.
        """
        iri = web_iri(url)
        if iri is None:
            raise InputError(
                "is no web address", where=url[:200], remedy="Give one that begins with http:// or https://"
            )
        try:
            return self._asked(iri, {"User-Agent": self._name, "Accept-Encoding": "gzip", **(headers or {})})
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, zlib.error, OSError) as error:
            told = str(error) or type(error).__name__
            raise InputError(f"does not answer as it should: {told}", where=iri, remedy="Try again later") from error

    def _asked(self, url: str, headers: Mapping[str, str]) -> Reply:
        until = time.monotonic() + self._limits.seconds
        waits = dict.fromkeys(("connect", "read", "write", "pool"), min(20.0, self._limits.seconds))
        sent = [("Host", _host(url)), *headers.items()]
        with self._pool.stream("GET", url, headers=sent, extensions={"timeout": waits}) as answer:
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
            parts = () if answer.status in _MOVED else answer.iter_stream()
            return Reply(url, answer.status, told, self._body(parts, told, url, until))

    def _body(self, parts: Iterable[bytes], headers: Mapping[str, str], url: str, until: float) -> bytes:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | _UNPACKED) if headers.get("content-encoding") == "gzip" else None
        body = bytearray()
        for part in parts:
            body += unpacker.decompress(part, self._limits.bytes + 1) if unpacker else part
            if len(body) > self._limits.bytes:
                raise InputError(f"is larger than {self._limits.bytes:,} bytes", where=url, remedy="Leave it out")
            if time.monotonic() > until:
                raise InputError(
                    f"takes longer than {self._limits.seconds:g} seconds", where=url, remedy="Try again later"
                )
        return bytes(body)


def moved_to(reply: Reply) -> str | None:
    """Where a reply says that the thing is instead; None if it says nothing of the kind."""
    return (
        urljoin(reply.url, reply.headers["location"])
        if reply.status in _MOVED and "location" in reply.headers
        else None
    )


def _host(url: str) -> str:
    return urlsplit(url).netloc


class _Guarded(httpcore.NetworkBackend):
    """Connects to addresses that may be reached, and to those that were looked at."""

    def __init__(self, private: tuple[str, ...]) -> None:
        self._inner, self._private = httpcore.SyncBackend(), private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a host.

        Raises:
            InputError: it lies where the internet does not reach, and is not among those that may.
        """
        address = self._address(host, port)
        return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Refused: no address of the web leads to a file of this machine."""
        raise InputError("is no web address", remedy="Give one that begins with http:// or https://")

    def sleep(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)

    def _address(self, host: str, port: int) -> str:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if {host, f"{host}:{port}"} & set(self._private):
            return found[0]
        for address in found:
            if not ipaddress.ip_address(address.partition("%")[0]).is_global:
                raise InputError(
                    "lies where the internet does not reach, and is not asked",
                    where=f"{host}:{port}",
                    remedy=f"If it is a server of yours, give --private {host}:{port}",
                )
        return found[0]
