"""What the README shows works as shown."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lgkg import resources

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the sample data where the commands of the README may write."""
    (tmp_path / "data").symlink_to(resources.data())
    (tmp_path / "out").mkdir()
    return tmp_path


def test_the_commands_run_one_after_the_other(checkout: Path) -> None:
    commands = [shlex.split(line[2:]) for block in blocks("console") for line in block.splitlines()]
    assert len(commands) > 6
    for name, *arguments in commands:
        assert name == "lgkg"
        lgkg = [sys.executable, "-c", "from lgkg.cli import main; main()", *arguments]
        ran = subprocess.run(lgkg, cwd=checkout, capture_output=True, encoding="utf-8")
        assert ran.returncode == 0, (arguments, ran.stderr)
    assert (checkout / "out" / "demo.html").exists()
    assert (checkout / "out" / "demo.ttl").exists()


def test_the_python_example_runs(checkout: Path) -> None:
    (example,) = blocks("python")
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example], cwd=checkout, capture_output=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    assert "สมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง นายสมชาย" in ran.stdout


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_make_targets_and_files_that_are_named_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([\w-]+)", text, re.MULTILINE)) <= targets
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    named = re.findall(r"`((?:data|ontology|src|tests)/[\w./-]+)`", text)
    for path in [*links, *named]:
        assert (ROOT / path).exists(), path


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    from lgkg.cli.outcome import DONE, FAILED, INTERRUPTED, PROBLEMS

    assert re.findall(r"^\| (\d+) \|", README, re.MULTILINE) == [
        str(c) for c in (DONE, PROBLEMS, 2, FAILED, INTERRUPTED)
    ]
