"""Whether an installation is whole: what lgkg runs with, what further features want, and a graph's folder.

>>> [check.name for check in installation()][:2]
['Python', 'lgkg']
"""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

import lgkg
from lgkg import resources
from lgkg.errors import LgkgError


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    ABSENT = "absent"
    """A feature that nobody has to have."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at.

    Attributes:
        name: what it is.
        state: how it came out.
        told: what was found, or what is wrong.
        remedy: what to do; empty where all is well.
    """

    name: str
    state: State
    told: str
    remedy: str = ""


EXTRAS = {
    "sources": ("web pages, tables, documents", ("trafilatura", "openpyxl", "pypdf", "docx", "warcio")),
    "fetch": ("lgkg fetch", ("httpcore", "protego", "feedparser")),
    "web": ("lgkg serve", ("starlette", "uvicorn", "jinja2", "prometheus_client")),
    "notebook": ("notebooks", ("ipykernel", "nbclient", "pandas", "jinja2")),
    "png": ("pictures as PNG", ("resvg_py",)),
    "ftm": ("FollowTheMoney", ("followthemoney",)),
    "spark": ("lgkg build --engine spark", ("pyspark", "pandas")),
}
"""Extra -> what it is for, and the modules that must be there."""


def installation() -> Iterator[Check]:
    """What is installed here."""
    yield _python()
    yield Check("lgkg", State.OK, f"{lgkg.__version__}, in {Path(lgkg.__file__).parent}")
    yield _requirements()
    yield _attempted("tables of Thai government", _tables)
    yield _attempted("reading", _read)
    yield _renderer()
    yield from map(_extra, EXTRAS)


def graph(folder: Path) -> Iterator[Check]:
    """The parts of a graph's folder: each is opened, and the store asked."""
    yield _attempted("graph", lambda: _graph(folder))
    yield _attempted("ledger", lambda: _ledger(folder))
    yield _attempted("file of quads", lambda: _quads(folder))


def _python() -> Check:
    told = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"
    return Check("Python", State.OK, told)


def _requirements() -> Check:
    """Whether everything that lgkg requires is there; versions are pip's matter."""
    missing = [name for name in _required() if not _is_installed(name)]
    if missing:
        return Check("libraries", State.BROKEN, f"{', '.join(missing)} missing", "Install lgkg again: pip install lgkg")
    return Check("libraries", State.OK, f"all {len(_required())} there")


def _required() -> list[str]:
    """Names of the packages that lgkg cannot do without."""
    return [name for name in map(_name, metadata.requires("lgkg") or ()) if name]


def _name(requirement: str) -> str:
    """The package of a requirement; empty for one of an extra."""
    head = requirement.partition(";")
    return "" if "extra ==" in head[2] else head[0].strip().split(">")[0].split("<")[0].split("=")[0].split("[")[0]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _tables() -> str:
    from lgkg.domain.gazetteer import gazetteer

    return f"{len(gazetteer().provinces)} provinces, {len(gazetteer().districts)} districts, in {resources.root()}"


def _read() -> str:
    article = lgkg.Article("checkup", "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจังหวัด")
    from lgkg.reading import COMPILED

    (tenure,) = lgkg.read(article).tenures
    return f"{tenure.person.name}, {tenure.office.label}{', compiled' if COMPILED else ''}"


def _renderer() -> Check:
    found = Path(lgkg.__file__).parent / "network" / "picture" / "webgl.min.js"
    if found.is_file():
        return Check("pictures of more than 1,000 people", State.OK, "the WebGL renderer is there")
    remedy = "Run `make web` in the sources of lgkg, or install a wheel"
    return Check("pictures of more than 1,000 people", State.ABSENT, "the WebGL renderer is not built", remedy)


def absent(extra: str) -> list[str]:
    """The modules of an extra that are not installed."""
    return [module for module in EXTRAS[extra][1] if importlib.util.find_spec(module) is None]


def _extra(name: str) -> Check:
    purpose, _ = EXTRAS[name]
    if missing := absent(name):
        return Check(purpose, State.ABSENT, f"{', '.join(missing)} missing", f"pip install 'lgkg[{name}]'")
    return Check(purpose, State.OK, f"lgkg[{name}] is there")


def _graph(folder: Path) -> str:
    with lgkg.open_graph(folder) as opened:
        found = opened.info()
        return f"{found.articles:,} articles, {found.quads:,} quads, built by lgkg {found.version}"


def _ledger(folder: Path) -> str:
    from lgkg.identity import Ledger
    from lgkg.store import LEDGER

    return f"{len(Ledger.read(folder / LEDGER).rows):,} rows"


def _quads(folder: Path) -> str:
    from lgkg.store import Manifest
    from lgkg.store.export import check_quads

    quads = Manifest.read(folder).quads
    check_quads(folder, quads)
    return f"{quads:,} quads, readable to its end"


def _attempted(name: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(name, State.OK, attempt())
    except LgkgError as error:
        return Check(name, State.BROKEN, f"{error.where}: {error.what}" if error.where else error.what, error.remedy)
    except Exception as error:  # whatever is wrong with an installation shall be told, not traced
        return Check(name, State.BROKEN, f"{type(error).__name__}: {error}", "Install lgkg again: pip install lgkg")
