"""Gauges show for every total what the check of each slot would say."""

from __future__ import annotations

import random

import pytest

from rota.domain import Problem
from rota.roster import Roster
from rota.solver import gauges as module
from rota.solver.annealing.anneal import NO_RISES
from rota.solver.annealing.dice import dice
from rota.solver.annealing.table import table_of
from rota.solver.annealing.walk import walk, weigh_all
from rota.solver.gauges import gauges_of
from rota.solver.linear import Slot
from rota.solver.plan import Plan
from rota.solver.standing import Standing
from tests.chance import Chance
from tests.solver.tiny import house

SEEDS = range(8)
HOT = 600_000.0  # £100


def problem_of(seed: int) -> Problem:
    if seed % 2:
        return Chance(seed).problem()
    return house(seed, days=7, people=5)


def values_of(plan: Plan, chance: random.Random) -> list[int]:
    """Give and take by chance, with all that follows."""
    values: list[int] = []
    for variable in plan.variables:
        if variable.op == "pair":
            values.append(int(chance.random() < 0.2))
        else:
            values.append(variable.value(values))
    return values


def bill(slot: Slot, spare: int, slack: int) -> tuple[int, int]:
    """Work out what slack costs, unit by unit, and the steps it breaks."""
    allowed = min(slack, spare) if slot.is_hard else slack
    prices = slot.marginal
    last = len(prices) - 1
    cost = sum(prices[min(unit, last)] for unit in range(allowed))
    coefficients = [abs(c) for row in slot.rows for c, _ in row.terms]
    step = min(coefficients, default=1)
    return cost, (slack - allowed + step - 1) // step


@pytest.mark.parametrize("many", [2, 12, 5_000])
@pytest.mark.parametrize("seed", SEEDS)
def test_gauges_show_what_slots_cost(
    seed: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", many)
    plan, chance = Plan(problem_of(seed)), random.Random(seed)
    slots, spares = list(plan.all_slots()), plan.unavoidable()
    gauges = gauges_of(slots, spares)
    assert gauges.terms
    for _ in range(5):
        values = values_of(plan, chance)
        shown = [0, 0]
        for terms, at in zip(gauges.terms, gauges.at, strict=True):
            total = sum(c * values[variable] for c, variable in terms)
            shown[0] += int(gauges.bills[at + total, 0])
            shown[1] += int(gauges.bills[at + total, 1])
        wanted = [0, 0]
        for number, slot in enumerate(slots):
            if number not in gauges.wide:
                cost, broken = bill(slot, spares[number], slot.slack(values))
                wanted[0] += cost
                wanted[1] += broken
        assert shown == wanted


@pytest.mark.parametrize("many", [0, 12])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_by_slots_costs_what_gauges_show(
    seed: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too wide for a gauge is weighed slot by slot, to the same."""
    problem = problem_of(seed)
    standing = Standing(Plan(problem), Roster.pins(problem))
    by_gauges = table_of(standing)
    monkeypatch.setattr(module, "MANY", many)
    by_slots = table_of(standing)
    assert len(by_slots.slots) > len(by_gauges.slots)
    assert weigh_all(by_slots) == weigh_all(by_gauges)
    was = weigh_all(by_slots)
    for step in range(10):
        told = walk(by_slots, dice(step), 50, 50 * step, HOT, HOT, NO_RISES)
        now = weigh_all(by_slots)
        assert (now[0] - was[0], now[1] - was[1]) == told
        was = now
        values = [int(value) for value in by_slots.scene.variables[:, 0]]
        stands = Standing(standing.plan, standing.plan.roster(values))
        again = table_of(stands)
        assert (by_slots.gauges == again.gauges).all()
        assert (by_slots.rows[:, 0] == again.rows[:, 0]).all()
        monkeypatch.setattr(module, "MANY", 5_000)
        assert weigh_all(table_of(stands)) == was
        monkeypatch.setattr(module, "MANY", many)
