from __future__ import annotations

from pathlib import Path

import pytest

from lgkg import resources
from lgkg.errors import DataError
from lgkg.tables import table, values

SHIPPED = sorted(path.stem for path in resources.data("domain").glob("*.csv"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty `data/domain` in place of the shipped one."""
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    (tmp_path / "data" / "domain").mkdir(parents=True)
    return tmp_path / "data" / "domain"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_table_can_be_read(name: str) -> None:
    assert table(name)


def test_rows_are_read_by_column_and_comments_are_left_out(folder: Path) -> None:
    (folder / "good.csv").write_text('# note\nid,th,en\na,ก,A\n\n# note\nb,"ข,ค",B\n', encoding="utf-8")
    assert table("good") == ({"id": "a", "th": "ก", "en": "A"}, {"id": "b", "th": "ข,ค", "en": "B"})


@pytest.mark.parametrize("row", ["a,ก", "a,ก,A,x", "a,,A", "a,ก,"])
def test_a_broken_row_is_named(folder: Path, row: str) -> None:
    name = f"bad_{row.count(chr(44))}_{len(row)}"
    (folder / f"{name}.csv").write_text(f"id,th,en\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"{name}.csv"):
        table(name)


def test_a_cell_may_hold_several_values() -> None:
    assert values("ผวจ.|ผู้ว่าฯ") == ("ผวจ.", "ผู้ว่าฯ")
    assert values("") == ()
