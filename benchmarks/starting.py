"""Times the start of the command beside that of a bare Python, in seconds of the processor.

python benchmarks/starting.py [--runs N]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from statistics import median

COMMANDS = {
    "lgkg --help": [sys.executable, "-c", "from lgkg.cli import main; main()", "--help"],
    "python": [sys.executable, "-c", "pass"],
}


def measured(runs: int) -> dict[str, float]:
    """Command -> seconds of the processor, the median of several runs that take turns."""
    taken = [{name: _spent(command) for name, command in COMMANDS.items()} for _ in range(runs)]
    return {name: median(run[name] for run in taken) for name in COMMANDS}


def _spent(command: list[str]) -> float:
    before = _children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11)
    for name, seconds in measured(parser.parse_args().runs).items():
        print(f"| {name} | {seconds:.3f} |")


if __name__ == "__main__":
    main()
