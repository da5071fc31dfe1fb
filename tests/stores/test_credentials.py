"""Who we are comes from the environment or the keyring, and is shown nowhere."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from lgkg.store.remote.credentials import Credentials, credentials_for


def test_the_environment_tells_who_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert credentials_for("http://localhost/ds") == Credentials()
    monkeypatch.setenv("LGKG_LOAD_USER", "me")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "s3cret")
    monkeypatch.setenv("LGKG_LOAD_TOKEN", "t0ken")
    found = credentials_for("http://localhost/ds")
    assert found == Credentials("me", "s3cret", "t0ken")
    assert repr(found) == "Credentials(user='me')"


def test_a_keyring_knows_the_password_of_a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("lgkg store.example.go.th", "me"): "s3cret"}
    keyring = SimpleNamespace(get_password=lambda service, user: kept.get((service, user)))
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setenv("LGKG_LOAD_USER", "me")
    assert credentials_for("https://store.example.go.th:8890/sparql").password == "s3cret"
    assert credentials_for("https://other.example.go.th/").password == ""
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "0ther")
    assert credentials_for("https://store.example.go.th:8890/sparql").password == "0ther"


def test_without_a_keyring_there_is_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setenv("LGKG_LOAD_USER", "me")
    assert credentials_for("http://localhost/") == Credentials("me")
