"""What is done before a wheel is packed: pages get their bundles and, where that is wished, inner rooms are compiled.

    LGKG_COMPILED=1 pip install .

Compiling is done by mypyc (https://mypyc.readthedocs.io), which makes C of the same sources and wants a C compiler. It
is done in a copy, so that no checkout comes to hold modules that are older than their sources.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = os.environ.get("LGKG_COMPILED") == "1"

_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(["--ignore-missing-imports", *sys.argv[1:]])
setup(name="lgkg", packages=["lgkg"], ext_modules=modules, script_args=["build_ext", "--inplace"])
"""


class WheelHook(BuildHookInterface[Any]):
    """Adds to a wheel what has to be built; an editable install takes what is there."""

    def dependencies(self) -> list[str]:
        """What compiling needs."""
        return ["mypy>=1.14", "setuptools>=68"] if COMPILED else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundles and compiles.

        Raises:
            RuntimeError: compiling is wished and fails, or nothing may be missing and pages have no bundles.
        """
        if version == "editable":
            return
        if reason := _bundled(Path(self.root)):
            if os.environ.get("LGKG_REQUIRE_ALL") == "1":
                raise RuntimeError(reason)
            self.app.display_warning(reason)
        if COMPILED:
            self._folder = tempfile.TemporaryDirectory()
            built = compiled(Path(self.root), self.config["compiled"], Path(self._folder.name))
            build_data["force_include"].update(built)
            build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what is packed by now."""
        if COMPILED and version != "editable":
            self._folder.cleanup()


def compiled(root: Path, modules: list[str], folder: Path) -> dict[str, str]:
    """Compiles modules in a folder.

    Args:
        root: the checkout.
        modules: files of `src`, or folders whose files are all meant.
        folder: an empty folder.

    Returns:
        Each file made, and where in the wheel it goes.

    Raises:
        RuntimeError: it cannot be done, with the words of mypyc or the compiler.
    """
    copy = folder / "src"
    shutil.copytree(root / "src", copy, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
    files = sorted(str(file.relative_to(copy)) for name in modules for file in _files(copy / name))
    command = [sys.executable, "-c", _SETUP, *files]
    ran = subprocess.run(command, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if ran.returncode:
        raise RuntimeError(
            f"lgkg cannot be compiled: {ran.stdout[-2000:]}\nInstall a C compiler, or do without LGKG_COMPILED."
        )
    made = (file for file in copy.rglob("*") if file.suffix in (".so", ".pyd") and "build" not in file.parts)
    return {str(file): str(file.relative_to(copy)) for file in sorted(made)}


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _bundled(root: Path) -> str:
    """Why there are no bundles; nothing if there are."""
    spec = importlib.util.spec_from_file_location("frontend_build", root / "frontend/build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.build())
