"""The best of all rotas, all of them written down and checked."""

from __future__ import annotations

import pytest

import rota
from rota.checker import Report, check
from rota.domain import Assignment, Problem
from rota.result import Result, Status
from rota.roster import Roster
from tests.solver.tiny import broken, every_rota, from_chance, house

QUICK_RETURN = (("Ana", "2026-06-01:L:"), ("Ana", "2026-06-02:E:"))


def least_cost(problem: Problem) -> int:
    """Give the least cost of a rota that breaks no further must."""
    costs = [report.cost for _, report in every_rota(problem)]
    assert len(costs) > 1, "too small a problem to show anything"
    return min(costs)


def solved(problem: Problem) -> Result:
    return rota.solve(problem, seconds=20, threads=1)


def agrees(problem: Problem) -> Report:
    """Hold the solver's answer and its proof against the list."""
    result = solved(problem)
    assert result.cost == least_cost(problem)
    assert result.status is Status.OPTIMAL
    assert result.bound == result.cost
    assert result.report == check(problem, result.roster)
    return result.report


@pytest.mark.parametrize("seed", range(8))
def test_problems_full_of_everything(seed: int) -> None:
    agrees(from_chance(seed))


@pytest.mark.parametrize("seed", range(3))
def test_two_people_for_four_days(seed: int) -> None:
    problem = house(seed, days=4, people=2)
    assert problem.past
    agrees(problem)


@pytest.mark.parametrize("seed", range(2))
def test_three_people_for_three_days(seed: int) -> None:
    agrees(house(seed, days=3, people=3))


def test_cover_that_cannot_be_met() -> None:
    report = agrees(house(3))
    assert report.minutes_to_fill
    assert not report.broken


def pinned(problem: Problem, *pairs: tuple[str, str]) -> Problem:
    """Give the problem with pins beside its own."""
    entries = [Assignment(worker_id=w, duty_id=d) for w, d in pairs]
    return problem.replace(pinned=(*problem.pinned, *entries))


@pytest.mark.parametrize("seed", [4, 7, 8])
def test_pins_that_break_a_must(seed: int) -> None:
    """These houses have earlies and lates."""
    problem = pinned(house(seed), *QUICK_RETURN)
    pins = check(problem, Roster.pins(problem))
    assert "rest" in {breach.rule.id for breach in pins.broken}
    report = agrees(problem)
    assert broken(report) == broken(pins)
