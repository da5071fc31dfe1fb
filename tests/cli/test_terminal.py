"""Tables as wide as the terminal, and records where it is too narrow for them."""

from __future__ import annotations

import pytest
from rich.console import Console

from lgkg.cli import terminal
from lgkg.cli.terminal import write_table

COLUMNS = ("date", "what", "passage", "article", "published", "url")
ROWS = [
    ("2021-03-11", "ประชุม", "นายธนาคม ใจดี รองปลัดกระทรวงมหาดไทย " * 5, "d10", "", "https://example.go.th/1"),
    ("2021-03-12", "สัมมนา", "สั้น", "d11", "2021-03-12", ""),
]


@pytest.fixture
def shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> list[str]:
    """The lines of the table on a terminal of a width."""
    monkeypatch.setattr(terminal, "terminal", lambda: Console(width=request.param))
    write_table(COLUMNS, ROWS)
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("shown", [80], indirect=True)
def test_a_narrow_terminal_gets_a_record_a_row_and_a_field_a_line(shown: list[str]) -> None:
    assert shown[:2] == ["date       2021-03-11", "what       ประชุม"]
    assert all(line.startswith((" " * 11, *COLUMNS)) or not line for line in shown)
    second = shown[shown.index("") + 1 :]
    assert [line.split()[0] for line in second] == ["date", "what", "passage", "article", "published"]


@pytest.mark.parametrize("shown", [84, 10_000], indirect=True)
def test_a_wide_one_gets_a_table(shown: list[str]) -> None:
    assert shown[0].split() == list(COLUMNS)


def test_a_table_that_fits_a_narrow_terminal_stays_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "terminal", lambda: Console(width=30))
    write_table(("a", "b", "c"), [("1", "2", "3")])
    assert capsys.readouterr().out.splitlines()[0].split() == ["a", "b", "c"]
