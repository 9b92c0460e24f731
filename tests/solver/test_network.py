"""The runs of a worker as one path: it says what the rules say, no less."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from rota.domain import Problem, Rule, Strength
from rota.rules.days_in_a_row import ManyDaysInARow
from rota.rules.days_off_in_a_row import (
    FewestDaysOffInARow,
    MostDaysOffInARow,
)
from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from rota.rules.one_place import OnePlace
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan
from tests.given import given, shift_type

PRICED = {"strength": Strength.SHOULD, "price": 1_000}
EARLY = shift_type("E", "07:00-15:00")
WEEK = "Mon Tue Wed Thu Fri Sat\nAna . . . . . ."
BEFORE = ("", "Sat Sun\nAna E .", "Sat Sun\nAna E E")


def work(least: int) -> Rule:
    return FewestDaysInARow(least=least, **PRICED)


def rest(least: int) -> Rule:
    return FewestDaysOffInARow(least=least, **PRICED)


RULES: dict[str, tuple[Rule, ...]] = {
    "work, two": (work(2),),
    "work, three": (work(3),),
    "rest, two": (rest(2),),
    "rest, three": (rest(3),),
    "both": (work(2), rest(3)),
    "work, at most": (work(2), ManyDaysInARow(most=3, price=1_000)),
    "rest, at most": (rest(2), MostDaysOffInARow(most=3, **PRICED)),
}


def one_person(rules: Sequence[Rule], history: str) -> Problem:
    problem = given(WEEK, types=(EARLY,), history=history).problem
    shifts = tuple(s for s in problem.shifts if s.code == "E")
    return problem.replace(rules=(OnePlace(), *rules), shifts=shifts)


@pytest.mark.parametrize("history", BEFORE)
@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_every_week_costs_what_the_rules_say(
    rules: tuple[Rule, ...], history: str
) -> None:
    """Each of the 64 weeks, held in the network: no way through is cheaper."""
    plan = Plan(one_person(rules, history), networks=True)
    pairs = [v for v, made in enumerate(plan.variables) if made.pair]
    assert len(pairs) == 6
    assert plan.ties
    for week in itertools.product((0, 1), repeat=6):
        held = dict(zip(pairs, week, strict=True))
        values = [0, 1]
        for number, made in enumerate(plan.variables[2:], 2):
            values.append(held.get(number, made.value(values)))
        assert all(row.total(values) == row.hi for row in plan.ties)
        lowered = lower(plan)
        for number, value in held.items():
            lowered.model.add(lowered.variables[number] == value)
        found = search(lowered, Budget(60))
        assert found.optimal
        assert found.bound == sum(
            slot.cost(slot.slack(values)) for slot in plan.all_slots()
        )
