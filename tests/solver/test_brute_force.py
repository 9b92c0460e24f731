"""The best of all rotas, all of them written down and checked."""

from __future__ import annotations

import pytest

import rota
from rota.checker import Report, check
from rota.domain import Assignment, Pair, PairKind, Problem
from rota.result import Result, Status
from rota.roster import Roster
from tests.solver.tiny import broken, every_rota, from_chance, house
from tests.solver.tiny_plans import supported

QUICK_RETURN = (("Ana", "2026-06-01:L:"), ("Ana", "2026-06-02:E:"))


def least_cost(problem: Problem) -> int:
    """Give the cost of the best rota that breaks no further must.

    What pins break is mended first, where it can be.
    """
    reports = [report for _, report in every_rota(problem)]
    assert len(reports) > 1, "too small a problem to show anything"
    return min(reports, key=lambda r: r.cost + r.to_mend).cost


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


@pytest.mark.parametrize("seed", range(12))
def test_shifts_and_sessions_together(seed: int) -> None:
    problem = supported(seed)
    assert problem.sessions
    agrees(problem)


def test_two_of_three_can_give_a_double_up() -> None:
    agrees(supported(2, people=3))


def test_sessions_are_given_where_they_can_be() -> None:
    """Or the tests above would show nothing of sessions."""
    reports = [solved(supported(seed)).report for seed in range(12)]
    given = [
        report.roster.sessions_of(worker.id)
        for report in reports
        for worker in report.problem.workers
    ]
    assert sum(map(len, given)) > 5


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


def test_what_pins_break_is_mended_by_who_can() -> None:
    """Two pinned together who need a third, and a third who is free."""
    problem = house(1, days=2, people=3)
    ana, ben, cat = (worker.id for worker in problem.workers)
    duty = problem.allowed_of[cat][0]
    pair = Pair(worker_id=ana, other_id=ben, kind=PairKind.NOT_ONLY_THESE_TWO)
    both = pinned(
        problem.replace(pairs=(pair,)), (ana, duty.id), (ben, duty.id)
    )
    assert check(both, Roster.pins(both)).of("not only these two")
    assert not agrees(both).of("not only these two")
