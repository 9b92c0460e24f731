"""A second opinion on the bound: the same plan as an integer programme.

On plans of runs the HiGHS inside MathOpt proves sooner than CP-SAT how good
a rota can be; on large ones it falls behind.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta
from typing import TypeAlias

from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.rules.base import MEND, Literal, cost_of
from rota.solver.exclusive import Groups
from rota.solver.linear import Linear, Row, Slot, Variable

SLOPPY = 1e-6  # HiGHS reckons in floating point; no claim rests on that
Sum: TypeAlias = float | mathopt.LinearBase


class Programme:
    """A plan handed to MathOpt, in sixtieths of a penny."""

    def __init__(self, plan: Linear) -> None:
        self.model = mathopt.Model()
        self._held = [self._variable(variable) for variable in plan.variables]
        for number, variable in enumerate(plan.variables):
            groups = plan.groups.get(number)
            if groups:
                self._any(number, groups)
            elif number not in plan.tied:
                self._define(number, variable)
        for row in plan.ties:
            self._post(row, 0.0)
        costs: list[Sum] = []
        for slot, spare in zip(plan.all_slots(), plan.spares(), strict=True):
            costs += self._slot(slot, spare)
        self.model.minimize(mathopt.fast_sum(costs))

    def _variable(self, variable: Variable) -> mathopt.Variable:
        if variable.op == "true":
            return self.model.add_variable(lb=1.0, ub=1.0)
        return self.model.add_binary_variable()

    def _literal(self, literal: Literal) -> Sum:
        held = self._held[abs(literal)]
        return held if literal > 0 else 1 - held

    def _any(self, number: int, groups: Groups) -> None:
        """Tie a variable to groups of which each has one that holds."""
        made = self._held[number]
        sums = [mathopt.fast_sum(map(self._literal, g)) for g in groups]
        if len(sums) == 1:
            self.model.add_linear_constraint(made == sums[0])
            return
        self.model.add_linear_constraint(made <= mathopt.fast_sum(sums))
        for one in sums:
            self.model.add_linear_constraint(made >= one)

    def _define(self, number: int, variable: Variable) -> None:
        made = self._held[number]
        of = [self._literal(literal) for literal in variable.of]
        if not of:
            return
        together = mathopt.fast_sum(of)
        if variable.op == "or":
            self.model.add_linear_constraint(made <= together)
            for one in of:
                self.model.add_linear_constraint(made >= one)
        else:
            for one in of:
                self.model.add_linear_constraint(made <= one)
            if variable.op == "and":
                self.model.add_linear_constraint(
                    made >= together - (len(of) - 1)
                )

    def _post(self, row: Row, slack: Sum) -> None:
        total = mathopt.fast_sum([c * self._held[v] for c, v in row.terms])
        if row.hi is not None:
            self.model.add_linear_constraint(total - slack <= row.hi)
        if row.lo is not None:
            self.model.add_linear_constraint(total + slack >= row.lo)

    def _slot(self, slot: Slot, spare: int) -> Iterator[Sum]:
        """Post a slot and give what it costs."""
        slack: Sum = 0.0
        if not slot.is_hard or spare:
            most = float(spare) if slot.is_hard else math.inf
            pieces = list(self._pieces(slot, most))
            slack = mathopt.fast_sum([piece for piece, _ in pieces])
            yield from (price * piece for piece, price in pieces)
        for row in slot.rows:
            self._post(row, slack)

    def _pieces(
        self, slot: Slot, most: float
    ) -> Iterator[tuple[mathopt.Variable, int]]:
        """Make one piece of slack for each marginal price."""
        if slot.is_hard or isinstance(slot.price, int):
            price = MEND if slot.is_hard else slot.price
            by_hour = slot.rule.unit == "hour"
            piece = self.model.add_variable(lb=0.0, ub=most)
            yield piece, cost_of(1, price, by_hour)
            return
        for step in range(len(slot.price)):
            last = step == len(slot.price) - 1
            piece = self.model.add_variable(
                lb=0.0, ub=math.inf if last else 1.0
            )
            yield piece, slot.cost(step + 1) - slot.cost(step)


def prove(plan: Linear, seconds: float) -> int | None:
    """Give a proven lower limit of a plan's cost; None where none is found."""
    result = mathopt.solve(
        Programme(plan).model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.1, seconds))
        ),
    )
    bound: float = result.termination.objective_bounds.dual_bound
    if not math.isfinite(bound):
        return None
    return math.floor(bound - SLOPPY * abs(bound))
