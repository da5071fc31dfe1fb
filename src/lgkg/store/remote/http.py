"""Talks to a triple store over HTTP: connections kept open, patience with what passes, plain words for what does not.

Whatever is sent may be sent again: a graph is a set, and nothing in it is a blank node, so that the same statements
twice are the same as once. Hence every request is repeated where the answer was lost.
"""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from lgkg.errors import RemoteError
from lgkg.harmless import one_line
from lgkg.store.remote.credentials import PASSWORD, TOKEN, USER, Credentials
from lgkg.store.remote.digest import Digest

if TYPE_CHECKING:
    import urllib3

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be others the next time. Virtuoso tells of a deadlock with 500."""
_FULL = (b"No space left", b"out of disk")
"""What stores say whose disk is full: the system's words, and Virtuoso's."""
_LONGEST_WAIT = 60.0
"""Seconds between two tries, also where the server asks for more."""
_SHOWN = 200
"""Characters of a server's words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a store.

    Attributes:
        tries: how often a request is sent before it counts as failed.
        pause: seconds before the second try; twice as many before each further one.
        timeout: seconds without a byte after which an answer counts as lost.
    """

    tries: int = 6
    pause: float = 0.5
    timeout: float = 300.0


class Connection:
    """The connections to one store; may be used from several threads at once.

    Args:
        credentials: who we are.
        patience: how long to wait.
        width: how many connections are kept open.
    """

    def __init__(self, credentials: Credentials, patience: Patience | None = None, width: int = 1) -> None:
        import urllib3

        self.patience = patience or Patience()
        timeout = urllib3.Timeout(connect=min(10.0, self.patience.timeout), read=self.patience.timeout)
        self._pool = urllib3.PoolManager(maxsize=width, timeout=timeout, retries=False, headers=_AGENT)
        self._who = credentials
        self._digest = Digest(credentials.user, credentials.password)
        self._basic = False
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Lets no request wait for a further try; for when the run ends early."""
        self._stopped.set()

    def close(self) -> None:
        """Closes all connections."""
        self._pool.clear()

    def send(
        self,
        method: str,
        url: str,
        body: bytes = b"",
        *,
        kind: str = "",
        accept: str = "*/*",
        query: Mapping[str, str] | None = None,
        stream: bool = False,
        passing: frozenset[int] = _PASSING,
        patient: bool = True,
    ) -> urllib3.BaseHTTPResponse:
        """Sends a request, again where that may help.

        Args:
            method: of HTTP.
            url: the address.
            body: what is sent.
            kind: its content type.
            accept: the content types that are understood.
            query: what is added to the address.
            stream: whether the answer's body is left to be read.
            passing: statuses after which it is sent again.
            patient: whether it is sent again where no answer came in time.

        Returns:
            The answer, whatever its status, if that is none of `passing`.

        Raises:
            RemoteError: the store cannot be reached, does not answer in time, or keeps saying that it cannot.
        """
        headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
        address = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}" if query else url
        for attempt in range(1, self.patience.tries + 1):
            last = attempt == self.patience.tries or self._stopped.is_set()
            pause = min(self.patience.pause * 2 ** (attempt - 1), _LONGEST_WAIT)
            try:
                answer = self._once(method, address, body, headers, stream)
            except _lost() as error:
                if last or _hopeless(error) or (_is_late(error) and not patient):
                    raise _unreachable(url, error, self.patience) from error
            else:
                if answer.status not in passing or last or is_full(answer):
                    return answer
                pause = min(_asked_for(answer) or pause, _LONGEST_WAIT)
                answer.drain_conn()
            self._stopped.wait(pause)
        raise AssertionError("the last try returns or raises")

    def _once(
        self, method: str, address: str, body: bytes, headers: Mapping[str, str], stream: bool
    ) -> urllib3.BaseHTTPResponse:
        """One try; a second one at once where the server asks who we are, who is told only then, and in its way."""
        parts = urlsplit(address)
        path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        for again in (True, False):
            sent = self._authorization(method, path)
            answer = self._pool.request(
                method,
                address,
                body=body or None,
                headers={**headers, **sent},
                redirect=False,
                preload_content=not stream,
            )
            if not (again and answer.status in (401, 403) and self._may_say_more(answer, bool(sent))):
                break
            answer.drain_conn()
        return answer

    def _may_say_more(self, answer: urllib3.BaseHTTPResponse, told: bool) -> bool:
        """Takes a challenge; a password goes out as it is only to servers that know no better."""
        if not self._who.user or self._who.token:
            return False
        if self._digest.learn(answer.headers.get("WWW-Authenticate", "")):
            return True
        self._basic = True
        return not told

    def _authorization(self, method: str, path: str) -> dict[str, str]:
        if self._who.token:
            return {"Authorization": f"Bearer {self._who.token}"}
        if digest := self._digest.header(method, path):
            return {"Authorization": digest}
        if not self._basic:
            return {}
        basic = base64.b64encode(f"{self._who.user}:{self._who.password}".encode()).decode()
        return {"Authorization": f"Basic {basic}"}


def checked(answer: urllib3.BaseHTTPResponse, url: str, doing: str) -> urllib3.BaseHTTPResponse:
    """The answer, if it tells of success.

    Args:
        answer: what came back.
        url: what was asked.
        doing: what was wanted, for messages: `writing a graph`.

    Raises:
        RemoteError: it tells of something else.
    """
    if 200 <= answer.status < 300:
        return answer
    words = said(answer)
    told = f"{doing} failed with status {answer.status}" + (f" ({words})" if words else "")
    raise RemoteError(told, where=url, remedy=_remedy(answer))


def said(answer: urllib3.BaseHTTPResponse) -> str:
    """The first of the server's own words, harmless and short; a page of HTML without its tags."""
    text = answer.data[:4_000].decode("utf-8", "replace")
    plain = re.sub(r"(?s)<(style|script|title).*?</\1>|<[^>]*>", " ", text) if "<" in text[:200] else text
    words = one_line(" ".join(plain.split()))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _remedy(answer: urllib3.BaseHTTPResponse) -> str:
    match answer.status:
        case 401 | 403:
            return f"Set {USER} and {PASSWORD}, or {TOKEN}, to those of somebody who may write"
        case 301 | 302 | 303 | 307 | 308:
            return f"Give the address that it leads to: {one_line(answer.headers.get('Location', ''))[:_SHOWN]}"
        case 404 | 405:
            return "Check the address, or name the kind of store with --kind"
        case 413:
            return "Let the server take bodies of 4 MB"
    if is_full(answer):
        return "Free some space on the server's disk, restart the store and run it again; it goes on where it stopped"
    return "Look into the server's log, then run it again; it goes on where it stopped"


def is_full(answer: urllib3.BaseHTTPResponse) -> bool:
    """Whether the server's disk is full; asked of errors, whose bodies are small."""
    return answer.status == 507 or (answer.status >= 500 and any(words in answer.data for words in _FULL))


def _asked_for(answer: urllib3.BaseHTTPResponse) -> float | None:
    """The seconds that `Retry-After` asks to wait; dates in it are passed over."""
    wait = answer.headers.get("Retry-After", "")
    return float(wait) if wait.isdecimal() else None


def _lost() -> tuple[type[Exception], ...]:
    import urllib3

    return (urllib3.exceptions.HTTPError,)


def _hopeless(error: Exception) -> bool:
    """Whether no further try can help: a name that means nothing, a certificate that is not trusted."""
    import urllib3

    return isinstance(
        error,
        urllib3.exceptions.NameResolutionError | urllib3.exceptions.SSLError | urllib3.exceptions.LocationValueError,
    )


def _is_late(error: Exception) -> bool:
    """Whether no answer came in time; a refused connection is a kind of timeout to urllib3."""
    import urllib3

    late = isinstance(error, urllib3.exceptions.TimeoutError)
    return late and not isinstance(error, urllib3.exceptions.NewConnectionError)


def _unreachable(url: str, error: Exception, patience: Patience) -> RemoteError:
    if _is_late(error):
        what = f"the store did not answer within {patience.timeout:g} seconds"
        return RemoteError(what, where=url, remedy="Run it again when it has less to do, or give it more --timeout")
    reason = one_line(str(error).rpartition(": ")[2])[:_SHOWN]
    what = f"the store cannot be reached ({reason})"
    return RemoteError(what, where=url, remedy="Check the address and that it runs, then run it again")


_AGENT = {"User-Agent": "lgkg"}
