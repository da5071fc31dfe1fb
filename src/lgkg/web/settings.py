"""What whoever runs the website may set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Limits and permissions of a website.

    Attributes:
        host: address to listen at; only this machine's own unless told.
        port: port to listen at; 0 takes any that is free.
        timeout: seconds after which a query is stopped.
        rows: rows of an answer beyond which it is cut, which is announced.
        answer: bytes of an answer beyond which it is cut, counted as TSV or N-Triples.
        length: characters that a query may have.
        body: bytes that the body of a request may have.
        workers: queries that run at the same time, each in a process of its own.
        waiting: requests that may wait for one of these; others are told to come later.
        patience: seconds that a request waits before it is told so.
        services: hosts (`example.org`, `example.org:8080`) that queries may reach by SERVICE; none unless told.
        token: what those who write show as `Authorization: Bearer …`; nobody may write where it is None.
        access_log: whether each answer is told on standard error.
        language: `th` or `en`, where a browser wants neither.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    timeout: float = 30.0
    rows: int = 10_000
    answer: int = 32 << 20
    length: int = 100_000
    body: int = 1 << 20
    workers: int = 2
    waiting: int = 256
    patience: float = 10.0
    services: tuple[str, ...] = ()
    token: str | None = None
    access_log: bool = False
    language: str = "th"
