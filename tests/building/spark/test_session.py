"""What is told where Spark cannot be started; needs no Spark."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lgkg.building.spark import session as tested
from lgkg.building.spark.session import spark_session
from lgkg.errors import EngineError


def test_without_pyspark_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tested, "find_spec", lambda name: None if name == "pyspark" else importlib.util.find_spec(name))
    with pytest.raises(EngineError, match=r"pyspark is missing.*pip install 'lgkg\[spark\]'"), spark_session():
        pass


@pytest.mark.parametrize("home", ["", "/nowhere"])
def test_without_java_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", home)
    with pytest.raises(EngineError, match=r"there is no Java.*default-jre-headless"), spark_session():
        pass


@pytest.mark.spark
def test_a_master_that_is_none_ends_the_command_with_one_line(spark: object, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง", encoding="utf-8")
    command = "import lgkg.cli; lgkg.cli.main()"
    options = ["build", str(article), "--out", str(tmp_path / "out"), "--engine", "spark", "--master", "nonsense"]
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", command, *options], env=environment, capture_output=True, encoding="utf-8"
    )
    told = ran.stderr.splitlines()[-1]
    assert ran.returncode == 3
    assert told.startswith("lgkg: master nonsense: Spark could not be started") or "master nonsense" in told
    assert "Give a master that is there" in told
    assert not (tmp_path / "out").exists()
