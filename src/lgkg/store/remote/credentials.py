"""Who we are to a triple store: from the environment, or the system's keyring where `keyring` is installed.

Never from the command line or an address, which others can see in lists of processes, histories and logs.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lgkg.errors import RemoteError

USER, PASSWORD, TOKEN = "LGKG_LOAD_USER", "LGKG_LOAD_PASSWORD", "LGKG_LOAD_TOKEN"
"""The variables of the environment that name the user, the password, or a token in their place."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, a token, or nothing; neither is shown by `repr`.

    Attributes:
        user: the user's name.
        password: its password.
        token: what is sent as `Authorization: Bearer …` instead.
    """

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def credentials_for(url: str) -> Credentials:
    """The credentials for the store at an address.

    With a user's name but no password in the environment, the password is that which the keyring keeps for the user
    under the service `lgkg HOST`.

    Raises:
        RemoteError: the address itself holds a user or a password.
    """
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise RemoteError(
            "an address with a user's name in it is seen by others",
            where=f"{parts.scheme}://…@{parts.netloc.rpartition('@')[2]}",
            remedy=f"Give it without, and the name and password as {USER} and {PASSWORD}",
        )
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if user and not password:
        password = _kept(f"lgkg {parts.hostname}", user)
    return Credentials(user, password, os.environ.get(TOKEN, ""))


def _kept(service: str, user: str) -> str:
    try:
        import keyring
    except ImportError:
        return ""
    return keyring.get_password(service, user) or ""
