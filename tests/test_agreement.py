"""The checker and the model, written apart, agree on every key."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from rota.checker import check
from rota.domain import Key, Strength
from rota.roster import Pair, Roster
from rota.rules import defaults
from rota.rules.base import Breach
from rota.solver.lower import Lowered, lower
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


@pytest.mark.parametrize("seed", range(8))
def test_rules_that_are_watched_or_off_agree_too(seed: int) -> None:
    """Both faces of every rule, were it a should."""
    chance = Chance(seed)
    problem = chance.problem(
        tuple(rule.replace(strength=Strength.SHOULD) for rule in defaults())
    )
    plan = Plan(problem, elastic=True)
    for share in (0.0, 0.1, 0.3):
        roster = chance.roster(problem, share)
        found = amounts(check(problem, roster).breaches)
        assert plan.slacks(roster) == found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_objective_is_the_audited_cost(seed: int) -> None:
    """With what no plan would open left out, to the sixtieth of a penny."""
    chance = Chance(seed)
    problem = chance.problem()
    plan = Plan(problem)
    for share in (0.0, 0.1, 0.3):
        roster = _within(plan, chance.roster(problem, share))
        assert plan.cost(roster) == check(problem, roster).cost


@pytest.mark.parametrize("seed", SEEDS)
def test_a_part_holds_every_key_that_it_touches(seed: int) -> None:
    """The change over the part's keys is the change of the whole."""
    chance = Chance(seed)
    problem = chance.problem()
    for part in chance.parts():
        before = chance.roster(problem)
        after = chance.changed_within(before, part)
        whole = check(problem, after).cost - check(problem, before).cost
        touched = (
            check(problem, after, part).cost
            - check(problem, before, part).cost
        )
        assert touched == whole


@pytest.mark.parametrize("seed", SEEDS)
def test_the_objective_of_a_part_changes_as_the_whole_does(seed: int) -> None:
    """Built with everything else as it is, sessions beside it too."""
    chance = Chance(seed)
    problem = chance.problem()
    whole = Plan(problem)
    for part in chance.parts():
        before = _within(whole, chance.roster(problem))
        plan = Plan(problem, part, before)
        drawn = chance.changed_within(before, part).pairs & _open(plan)
        after = Roster(problem, (before.pairs - _open(plan)) | drawn)
        change = check(problem, after).cost - check(problem, before).cost
        assert plan.cost(after) - plan.cost(before) == change


def _open(plan: Plan) -> set[Pair]:
    """Give the pairs that a plan leaves to be decided."""
    return {v.pair for v in plan.variables if v.pair}


def _within(plan: Plan, roster: Roster) -> Roster:
    """Leave out what is not open, nor stands; see what must hold below."""
    kept = roster.pairs & (_open(plan) | plan.bare().pairs)
    return Roster(roster.problem, kept)


@pytest.mark.parametrize("networks", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_the_model_allows_what_breaks_no_must(
    seed: int, networks: bool
) -> None:
    """With a roster fixed, solved exactly as it would be."""
    chance = Chance(seed, days=9, people=4)
    problem = chance.problem()
    plan = Plan(problem, networks=networks)
    lowered = lower(plan)
    least = amounts(check(problem, plan.bare()).broken)
    allowed = 0
    for share in (0.0, 0.02, 0.04, 0.06, 0.1):
        roster = chance.legal(problem, share)
        for tried in (roster, chance.one_change(roster)):
            found = amounts(check(problem, tried).broken)
            kept = all(
                amount <= least.get(name, 0) for name, amount in found.items()
            )
            assert feasible(plan, lowered, tried) == kept
            allowed += kept
    assert allowed


@pytest.mark.parametrize("networks", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_so_it_does_where_every_limit_is_a_must(
    seed: int, networks: bool
) -> None:
    """The rules that are off by default, as musts, and nothing else."""
    chance = Chance(seed, days=9, people=3)
    rules = tuple(
        chance.set(rule, Strength.MUST)
        for rule in defaults()
        if rule.strength is Strength.OFF and not rule.asks_at_least
    )
    problem = chance.problem(rules)
    plan = Plan(problem, networks=networks)
    lowered = lower(plan)
    least = amounts(check(problem, plan.bare()).broken)
    seen = set()
    for share in (0.02, 0.04, 0.06, 0.1):
        roster = chance.legal(problem, share)
        for tried in (roster, chance.one_change(roster)):
            found = amounts(check(problem, tried).broken)
            kept = all(n <= least.get(k, 0) for k, n in found.items())
            assert feasible(plan, lowered, tried) == kept
            seen.add(kept)
    assert True in seen


def feasible(plan: Plan, lowered: Lowered, roster: Roster) -> bool:
    """Fix every pair of a copy of the model and ask the solver."""
    if roster.pairs - _open(plan) - plan.bare().pairs:
        return False
    model = lowered.model.clone()
    for index, variable in enumerate(plan.variables):
        if variable.pair:
            literal = model.get_bool_var_from_proto_index(
                lowered.variables[index].index
            )
            model.add(literal == (variable.pair in roster.pairs))
    solver = cp_model.CpSolver()
    status = solver.solve(model)
    assert status in (
        cp_model.OPTIMAL,
        cp_model.FEASIBLE,
        cp_model.INFEASIBLE,
    )
    return status != cp_model.INFEASIBLE
