"""From the plan to MathOpt: the same plan as a linear programme.

Relaxed, for prices and for a bound; whole, HiGHS proves of it what CP-SAT
does, and on the plans measured no sooner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.rules.base import Literal
from rota.solver.exclusive import Groups
from rota.solver.linear import Linear, Row, Slot, Variable

SLOPPY = 1e-6  # HiGHS reckons in floating point; no claim rests on that
Sum: TypeAlias = float | mathopt.LinearBase
Sides: TypeAlias = list[mathopt.LinearConstraint]


class Programme:
    """A plan handed to MathOpt, in sixtieths of a penny.

    Relaxed, its variables may be anything from 0 to 1. `sides` are the
    constraints of each slot, row by row, the one from below first.
    """

    def __init__(self, plan: Linear, *, relaxed: bool = False) -> None:
        self.model = mathopt.Model()
        self._whole = not relaxed
        self.sides: list[Sides] = []
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
        return self.model.add_variable(lb=0.0, ub=1.0, is_integer=self._whole)

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

    def _post(self, row: Row, slack: Sum) -> Sides:
        """Post a row; what is asked at least comes first."""
        total = mathopt.fast_sum([c * self._held[v] for c, v in row.terms])
        asked = []
        if row.lo is not None:
            asked.append(total + slack >= row.lo)
        if row.hi is not None:
            asked.append(total - slack <= row.hi)
        return [self.model.add_linear_constraint(side) for side in asked]

    def _slot(self, slot: Slot, spare: int) -> Iterator[Sum]:
        """Post a slot and give what it costs."""
        pieces = [
            (self.model.add_variable(lb=0.0, ub=most), cost)
            for cost, most in slot.pieces(spare)
        ]
        slack = mathopt.fast_sum([piece for piece, _ in pieces])
        self.sides.append([])
        for row in slot.rows:
            self.sides[-1] += self._post(row, slack)
        yield from (cost * piece for piece, cost in pieces)
