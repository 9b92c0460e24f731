"""The checker and the model, written apart, agree on every key."""

from __future__ import annotations

import pytest

from rota.check import check
from rota.domain import Key, Strength
from rota.roster import Roster
from rota.rules.base import Breach
from rota.solver.plan import Plan
from tests.chance import Chance

SEEDS = range(24)


def amounts(breaches: tuple[Breach, ...]) -> dict[tuple[str, Key], int]:
    found: dict[tuple[str, Key], int] = {}
    for breach in breaches:
        name = (breach.rule.id, breach.key)
        assert name not in found, f"found twice: {name}"
        if breach.strength in (Strength.MUST, Strength.SHOULD):
            found[name] = breach.amount
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_slacks_are_breaches_key_by_key(seed: int) -> None:
    chance = Chance(seed)
    problem = chance.problem()
    plan = Plan(problem, elastic=True)
    for share in (0.0, 0.05, 0.1, 0.3):
        roster = chance.roster(problem, share)
        found = amounts(check(problem, roster).breaches)
        assert plan.slacks(roster) == found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_objective_is_the_audited_cost(seed: int) -> None:
    """With pairs the gates refuse left out, to the sixtieth of a penny."""
    chance = Chance(seed)
    problem = chance.problem()
    plan = Plan(problem)
    for share in (0.0, 0.1, 0.3):
        drawn = chance.roster(problem, share)
        roster = Roster(problem, _allowed(drawn))
        assert plan.cost(roster) == check(problem, roster).cost


def _allowed(roster: Roster) -> set[tuple[str, str]]:
    problem = roster.problem
    return {
        pair
        for pair in roster.pairs
        if problem.allows(*pair) or pair in problem.pinned_pairs
    }
