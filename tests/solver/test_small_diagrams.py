"""Diagrams of made-up plans against every set of choices there is.

The plans say anything that a plan can say: variables made of others on other
days, sums of any coefficients, rules of several rows that share a slack.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from rota.domain import Key, Strength
from rota.rules import defaults
from rota.rules.base import Rule
from rota.solver.diagrams.calendar import Calendar
from rota.solver.diagrams.diagram import Diagram
from rota.solver.diagrams.sums import Tables
from rota.solver.linear import Row, Slot, Variable

DAYS = 5
RULE = next(
    rule
    for rule in defaults()
    if isinstance(rule, Rule) and rule.unit != "hour"
)


class Drawn:
    """A plan drawn by chance: two choices a day, and what is made of them."""

    def __init__(self, seed: int) -> None:
        self._chance = chance = random.Random(seed)
        self.variables = [Variable("true"), Variable("true")]
        self.day_of: dict[int, int] = {}
        for day in range(DAYS):
            for _ in range(chance.randint(1, 2)):
                self.day_of[len(self.variables)] = day
                self.variables.append(Variable("pair"))
        for _ in range(chance.randint(1, 5)):
            op = chance.choice(("or", "and", "pack"))
            self.variables.append(Variable(op, tuple(self._literals())))
        self.slots = [self._slot() for _ in range(chance.randint(1, 5))]
        bare = self.values(())
        self.spares = [
            slot.slack(bare) if slot.is_hard else 0 for slot in self.slots
        ]
        self.rows = {n: self._terms(list(self.day_of)) for n in range(2)}

    def _literals(self) -> Iterator[int]:
        some = range(2, len(self.variables))
        for number in self._chance.sample(some, self._chance.randint(2, 3)):
            yield self._chance.choice((number, -number))

    def _terms(self, of: Sequence[int]) -> tuple[tuple[int, int], ...]:
        some = self._chance.sample(
            of, self._chance.randint(2, min(6, len(of)))
        )
        large = self._chance.choice((1, 4))
        sizes = [n for n in range(-large, large + 1) if n]
        if self._chance.random() < 0.5:
            sizes = [n for n in sizes if n > 0]
        return tuple((self._chance.choice(sizes), number) for number in some)

    def _slot(self) -> Slot:
        chance = self._chance
        of = range(2, len(self.variables))
        strength = chance.choice((Strength.MUST, Strength.SHOULD))
        key = Key(worker_id="Ana", date=date(2026, 1, 5))
        price = chance.choice((3, 50, (2, 9)))
        slot = Slot(RULE, key, strength, price)
        if chance.random() < 0.3:
            pairs = itertools.combinations(chance.sample(of, 4), 2)
            slot.rows += [
                Row(tuple((1, v) for v in pair), None, 1) for pair in pairs
            ]
        else:
            slot.rows += [self._row(of) for _ in range(chance.choice((1, 2)))]
        return slot

    def _row(self, of: Sequence[int]) -> Row:
        terms = self._terms(of)
        high = self._chance.randint(0, max(0, sum(c for c, _ in terms)))
        if self._chance.random() < 0.4:
            return Row(terms, self._chance.randint(0, high), high)
        return Row(terms, None, high)

    def values(self, chosen: Sequence[int]) -> list[int]:
        values: list[int] = []
        for number, made in enumerate(self.variables):
            if made.of:
                values.append(made.value(values))
            else:
                values.append(int(number in chosen or number == 1))
        return values

    def cost(self, chosen: Sequence[int]) -> int | None:
        """Give what some choices cost; None where a must forbids them."""
        values, cost = self.values(chosen), 0
        for slot, spare in zip(self.slots, self.spares, strict=True):
            slack = slot.slack(values)
            if slot.is_hard and slack > spare:
                return None
            cost += slot.cost(slack)
        return cost

    def gives(self, chosen: Sequence[int]) -> dict[int, int]:
        found = {
            row: sum(c for c, v in terms if v in chosen)
            for row, terms in self.rows.items()
        }
        return {row: amount for row, amount in found.items() if amount}


def every(plan: Drawn) -> dict[tuple[int, ...], int]:
    """Give what each lawful set of choices costs."""
    sets = itertools.chain.from_iterable(
        itertools.combinations(plan.day_of, size)
        for size in range(len(plan.day_of) + 1)
    )
    costs = {chosen: plan.cost(chosen) for chosen in sets}
    return {chosen: c for chosen, c in costs.items() if c is not None}


def diagram_of(plan: Drawn) -> Diagram:
    calendar = Calendar(plan.variables, plan.day_of, plan.slots, plan.spares)
    return Diagram(calendar, DAYS, plan.rows, Tables())


@pytest.mark.parametrize("tens", range(30))
def test_every_schedule_of_a_plan_is_in_its_diagram(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        plan = Drawn(seed)
        agrees(plan, diagram_of(plan), seed)


def agrees(plan: Drawn, diagram: Diagram, seed: int) -> None:
    """Compare all that a diagram says with every set of choices."""
    prices = {row: random.Random(seed).randint(-9, 9) for row in plan.rows}
    known = every(plan)
    worth = {
        chosen: cost
        - sum(prices[row] * n for row, n in plan.gives(chosen).items())
        for chosen, cost in known.items()
    }
    found, is_all = diagram.up_to(prices, max(worth.values()), len(worth))
    assert is_all
    assert {tuple(sorted(one.chosen)): one.cost for one in found} == known
    assert len(found) == len(known)
    for one in found:
        assert one.gives == plan.gives(one.chosen)
    best = diagram.cheapest(prices)
    assert best is not None
    assert worth[tuple(sorted(best.chosen))] == min(worth.values())
