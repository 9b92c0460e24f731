"""What the linear relaxation proves, however rough its prices are."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

import pytest
from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.domain import Problem
from rota.solver import relaxation
from rota.solver.best import Best
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search, timer
from rota.solver.plan import Plan
from rota.solver.programme import Programme
from rota.solver.proof import proof_beside
from rota.solver.relaxation import (
    prices,
    proved_by,
    relaxed_bound,
)
from rota.solver.schedules.landing import is_too_large
from tests.house import house as full_house
from tests.solver.tiny import from_chance, house

SEEDS = range(6)


def optimum(problem: Problem) -> int:
    found = search(lower(Plan(problem)), Budget(60))
    assert found.optimal
    assert found.bound is not None
    return found.bound


def relaxed(problem: Problem) -> Programme:
    return Programme(Plan(problem), relaxed=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_prices_prove_no_more_than_is_true(seed: int) -> None:
    problem = house(seed, days=5, people=3)
    programme = relaxed(problem)
    chance = random.Random(seed)
    best = optimum(problem)
    for most in (0.0, 1e3, 1e5, 1e7):
        worth = {
            one: chance.uniform(-most, most)
            for one in programme.model.linear_constraints()
        }
        assert proved_by(programme.model, worth) <= best + 1e-6 * abs(best)


@pytest.mark.parametrize("make", [house, from_chance])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_proved_is_near_the_relaxation(
    make: Callable[..., Problem], seed: int
) -> None:
    problem = make(seed)
    programme = relaxed(problem)
    whole = mathopt.solve(programme.model, mathopt.SolverType.GLOP)
    bound = relaxed_bound(Plan(problem), seconds=20)
    assert bound is not None
    assert bound <= optimum(problem)
    value = whole.objective_value()
    assert bound >= value - 0.05 * abs(value) - 100


def test_the_right_prices_prove_the_relaxation() -> None:
    programme = relaxed(house(1, days=5, people=3))
    whole = mathopt.solve(programme.model, mathopt.SolverType.GLOP)
    worth = whole.solutions[0].dual_solution.dual_values
    value = whole.objective_value()
    assert value > 0
    assert proved_by(programme.model, worth) == pytest.approx(value, rel=1e-6)


def test_a_plan_too_large_for_whole_schedules_has_a_bound() -> None:
    """Six weeks, and a second for them: no mix of schedules would be ready."""
    problem = house(2, days=42, people=3)
    best = Best(problem, None)
    budget = Budget(3.0, threads=2)
    assert is_too_large(problem, budget)
    with proof_beside(Plan(problem), best, budget, lambda: False) as beside:
        beside.thread.join()
    assert best.bound is not None
    whole = mathopt.solve(relaxed(problem).model, mathopt.SolverType.GLOP)
    assert 0 < best.bound <= whole.objective_value()


def test_a_stop_is_heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As near as PDLP never comes: it would go on for ten minutes."""
    monkeypatch.setattr(relaxation, "CLOSE", 1e-15)
    programme = relaxed(full_house(days=28))
    stop = threading.Event()
    stop.set()
    seconds = timer()
    prices(programme, 600, stop)
    assert seconds() < 300
