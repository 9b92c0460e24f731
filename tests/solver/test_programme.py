"""A plan as a programme: HiGHS proves of it what CP-SAT proves."""

from __future__ import annotations

import math

import pytest
from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.domain import Strength
from rota.rules import defaults
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan
from rota.solver.programme import SLOPPY, Programme
from tests.chance import Chance
from tests.solver.tiny import house


@pytest.mark.parametrize("networks", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_both_find_the_same_bound(seed: int, networks: bool) -> None:
    problem = house(seed, days=4, people=3)
    plan = Plan(problem, networks=networks)
    found = search(lower(plan), Budget(60))
    assert found.optimal
    assert found.bound is not None
    by_highs = mathopt.solve(
        Programme(plan).model, mathopt.SolverType.HIGHS
    ).dual_bound()
    bound = math.floor(by_highs - SLOPPY * abs(by_highs))
    assert 0.999 * found.bound <= bound <= found.bound


@pytest.mark.parametrize("seed", range(3))
def test_networks_change_no_optimum(seed: int) -> None:
    """The rules that are off by default priced, runs among them."""
    chance = Chance(seed, days=6, people=3)
    rules = tuple(
        chance.set(rule, Strength.SHOULD)
        if rule.strength is Strength.OFF
        else rule
        for rule in defaults()
    )
    problem = chance.problem(rules)
    plans = [Plan(problem, networks=tied) for tied in (False, True)]
    assert plans[1].ties
    bounds = [search(lower(plan), Budget(60)).bound for plan in plans]
    assert bounds[0] is not None
    assert bounds[0] == bounds[1]
