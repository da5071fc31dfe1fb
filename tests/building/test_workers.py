"""Workers keep the order, bound what is in flight, and lose one item at most to any accident."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lgkg.building.workers import CHUNK, WINDOW, Failure, each
from lgkg.errors import InputError


def double(number: int) -> int:
    time.sleep(0.001 * (number % 3))
    return 2 * number


def fragile(number: int) -> int:
    if number == 13:
        raise ValueError("thirteen")
    if number == 12:
        raise ValueError("\ud800" * 1_000_000)
    if number == 14:
        raise InputError("is fourteen", where="there", remedy="Take fifteen")
    return number


def deadly(number: int) -> int:
    if number in (5, 40):
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def slow_at_first(number: int) -> int:
    time.sleep(0.5 * (number == 0))
    return number


@pytest.mark.parametrize("jobs", [2, 3])
def test_no_item_is_lost_when_the_first_takes_longer_than_all_that_may_wait_for_it(jobs: int) -> None:
    items = range(CHUNK * WINDOW * jobs * 4)
    assert list(each(slow_at_first, items, jobs, "fork")) == [(n, n) for n in items]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(each(double, range(100), jobs, "fork")) == [(n, 2 * n) for n in range(100)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_items_give_no_results(jobs: int) -> None:
    assert list(each(double, [], jobs, "fork")) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_costs_one_item(jobs: int) -> None:
    results = dict(each(fragile, range(20), jobs, "fork"))
    assert results.pop(13) == Failure("ValueError: thirteen")
    assert results.pop(12) == Failure("ValueError: " + "\\ud800" * 288)
    assert results.pop(14) == Failure("there: is fourteen. Take fifteen")
    assert all(number == result for number, result in results.items())


def test_the_death_of_a_worker_costs_one_item() -> None:
    results = dict(each(deadly, range(60), 2, "fork"))
    assert {number for number, result in results.items() if isinstance(result, Failure)} == {5, 40}
    assert results[5] == Failure("the process that read it died, perhaps for want of memory")
    assert len(results) == 60


def test_items_are_taken_only_as_fast_as_results_are() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = each(double, items(), 2, "fork")
    next(results)
    time.sleep(0.2)
    assert len(taken) <= 2 * (WINDOW + 1) * CHUNK


def test_workers_started_anew_give_the_same_as_forked_ones() -> None:
    assert list(each(len, ["ก", "ขค"], 2, "spawn")) == list(each(len, ["ก", "ขค"], 2, "fork")) == [("ก", 1), ("ขค", 2)]


ORPHANS = """
import os, signal, sys, time
from lgkg.building.workers import each

def work(number):
    if number == 0:
        return os.getpid()
    time.sleep(0.01)
    return number

for item, result in each(work, range(100_000), 3, "fork"):
    if item == 0:
        print(result, flush=True)
"""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_workers_do_not_outlive_their_parent(tmp_path: Path, blow: signal.Signals) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as parent:
        assert parent.stdout and parent.stderr
        worker = int(parent.stdout.readline())
        os.kill(parent.pid, blow) if blow == signal.SIGKILL else os.killpg(parent.pid, blow)
        errors = parent.stderr.read()
    assert errors.count("Traceback") == (blow == signal.SIGINT)  # the parent's own, none of the workers
    assert gone(worker)


def gone(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] == "Z":
            return True
        time.sleep(0.05)
    return False
