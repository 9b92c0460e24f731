"""The other methods solve the same problem: where all prove, all agree."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import rota
from benchmarks import care, curtois, inrc2, inrc2_files
from benchmarks.highs import highs
from benchmarks.measure import Effort
from benchmarks.peers import METHODS
from rota.checker import check
from tests.benchmarks import test_curtois, test_inrc2

shifts = test_curtois.tiny
nurses = test_inrc2.tiny
METHOD = pytest.mark.parametrize("name", sorted(METHODS))
EFFORT = Effort(seconds=20, workers=1, seed=0)


def week_of(problem: rota.Problem) -> rota.Problem:
    """Take the first week of a problem, so that every method can prove it."""
    last = problem.start + timedelta(days=6)
    return problem.replace(
        end=last,
        shifts=tuple(s for s in problem.shifts if s.date <= last),
        demands=tuple(d for d in problem.demands if d.date <= last),
        requests=tuple(r for r in problem.requests if r.date <= last),
    )


def judge(problem: rota.Problem, name: str) -> None:
    """Hold the cost of what a method finds against the best possible."""
    best = rota.solve(problem, seconds=20, threads=1)
    assert best.status is rota.Status.OPTIMAL
    answer = METHODS[name](problem, EFFORT)
    report = check(problem, answer.roster)
    assert not report.broken
    assert report.cost == best.cost
    assert answer.proved
    if answer.bound is not None:
        assert answer.bound == pytest.approx(best.cost)


@METHOD
def test_a_week_of_shifts(shifts: Path, name: str) -> None:
    judge(week_of(curtois.problem(curtois.read(shifts))), name)


@METHOD
def test_a_week_of_nurses(nurses: Path, name: str) -> None:
    instance = inrc2_files.read(nurses, test_inrc2.NAME)
    judge(week_of(inrc2.problem(instance)), name)


@METHOD
def test_a_week_of_care(name: str) -> None:
    judge(care.make(10, 1).problem, name)


@METHOD
def test_where_there_is_no_time_there_is_still_a_rota(name: str) -> None:
    problem = care.make(12, 2).problem
    answer = METHODS[name](problem, Effort(seconds=0.01, workers=1, seed=0))
    assert not check(problem, answer.roster).broken


def test_a_bound_without_a_rota_is_no_more_than_the_best() -> None:
    problem = care.make(10, 1).problem
    best = rota.solve(problem, seconds=20, threads=1)
    answer = highs(problem, Effort(seconds=0.3, workers=1, seed=0))
    assert answer.bound is not None
    assert answer.bound <= best.cost + 1
