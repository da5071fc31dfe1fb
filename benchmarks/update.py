"""Times an update against a full build and compares what they come to; prints one table.

    python benchmarks/update.py [INPUT...] [--new N] [--copies N]

A graph is built of all articles but N, which an update then adds; then all are built at once with the ledger that the
update began with. Timed is the processor, for another's work on the machine does not count. The two graphs must be the
same, byte for byte.

Without INPUT it builds the sample articles over and over, as `benchmarks/build.py` does.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from build import sample_copies

from lgkg.article import Article
from lgkg.building import build
from lgkg.building.run import update
from lgkg.sources import Intake
from lgkg.store import LEDGER, MANIFEST, NQUADS

FILES = (NQUADS, LEDGER, MANIFEST)
"""What an update and a build of the same articles must agree in."""


def main() -> None:
    """Builds, updates, builds again, and prints what each took."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = list(Intake(arguments.inputs or [sample_copies(folder / "samples.jsonl", arguments.copies)], print))
        old, new = _parted(articles, arguments.new)
        rest, added = _written(folder / "old.jsonl", old), _written(folder / "new.jsonl", new)
        first = _seconds(lambda: build([rest], folder / "graph"))
        shutil.copy(folder / "graph" / LEDGER, folder / LEDGER)
        step = _seconds(lambda: update(folder / "graph", [added]))
        full = _seconds(lambda: build([rest, added], folder / "built", ledger=folder / LEDGER))
        same = all((folder / "graph" / file).read_bytes() == (folder / "built" / file).read_bytes() for file in FILES)
    for what, figure in (
        ("articles, and new ones", f"{len(old):,}, {len(new):,}"),
        ("build of the first: processor seconds", f"{first:,.1f}"),
        ("update with the new ones: processor seconds", f"{step:,.1f}"),
        ("build of all: processor seconds", f"{full:,.1f}"),
        ("update by build", f"{step / full:.1%}"),
        ("the same bytes", "yes" if same else "NO"),
    ):
        print(f"| {what:<44} | {figure:>14} |")


def _parted(articles: Sequence[Article], new: int) -> tuple[list[Article], list[Article]]:
    """All but `new` articles, and these, which lie at even distances."""
    chosen = set(range(0, len(articles), max(1, len(articles) // new)))
    chosen = set(sorted(chosen)[:new])
    return [one for n, one in enumerate(articles) if n not in chosen], [articles[n] for n in sorted(chosen)]


def _written(file: Path, articles: Iterable[Article]) -> Path:
    with file.open("w", encoding="utf-8") as lines:
        for one in articles:
            told = {"id": one.id, "text": one.text, "title": one.title, "url": one.url}
            told["published"] = one.published.isoformat() if one.published else None
            lines.write(json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False) + "\n")
    return file


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT")
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--copies", type=int, default=25)
    return parser.parse_args()


if __name__ == "__main__":
    main()
