"""The time that somebody gave is for the search; no other counts."""

from __future__ import annotations

import subprocess
import sys
import threading
from time import sleep

import pytest

from rota.solver.clock import Clock

SHORT = 0.05


def test_a_clock_goes_on() -> None:
    clock = Clock()
    sleep(SHORT)
    assert clock() >= SHORT


def test_a_held_clock_stands_still_for_every_thread() -> None:
    clock = Clock()
    seen: list[float] = []
    with clock.held(but_for=0):
        first = clock()
        sleep(SHORT)
        reader = threading.Thread(target=lambda: seen.append(clock()))
        reader.start()
        reader.join()
    assert seen == [first]


def test_what_is_over_does_not_count() -> None:
    clock = Clock()
    sleep(SHORT)
    before = clock()
    with clock.held(but_for=0):
        sleep(10 * SHORT)
    assert before <= clock() < before + 10 * SHORT


def test_up_to_so_many_seconds_count_in_the_end() -> None:
    clock = Clock()
    with clock.held(but_for=60):
        sleep(SHORT)
        assert clock() < SHORT
    assert clock() >= SHORT


def test_it_goes_on_after_what_went_wrong() -> None:
    clock = Clock()
    with pytest.raises(ValueError, match="wrong"), clock.held(but_for=0):
        raise ValueError("wrong")
    was = clock()
    sleep(SHORT)
    assert clock() >= was + SHORT


LOAD = """
from rota.roster import Roster
from rota.solver.best import Best
from rota.solver.by_annealing import annealing_of
from rota.solver.plan import Plan
from tests.solver.tiny import house

told = []
problem = house(1)
best = Best(problem, told.append)
for seed in (1, 2):
    annealing_of(Plan(problem), Roster.pins(problem), seed, best)
print([one.is_getting_ready for one in told])
"""


def test_who_watches_is_told_while_code_is_loaded_and_only_then() -> None:
    """In a process of its own: in this one it may be loaded."""
    answer = subprocess.run(
        [sys.executable, "-c", LOAD],
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.strip() == "[True, False]"
