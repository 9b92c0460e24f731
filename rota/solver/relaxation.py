"""A bound from the linear relaxation, where nothing else proves much in time.

PDLP is near the relaxation of a large plan after seconds, but only near: its
prices are taken, and what they prove is reckoned anew.
"""

from __future__ import annotations

import math
import threading
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)
from ortools.util.python.solve_interrupter import (  # type: ignore[import-untyped]
    SolveInterrupter,  # nor has this
)

from rota.solver.oneshot import passed_on
from rota.solver.plan import Plan
from rota.solver.programme import SLOPPY, Programme

CLOSE = 1e-3  # prices are a guess: the last digits are not worth the time
SHY = 1 - 1e-9  # a price that is to stay below a cost stays clear of it
Numbers = NDArray[np.float64]


def relaxed_bound(
    plan: Plan, seconds: float, stop: threading.Event | None = None
) -> int | None:
    """Give a proven lower limit of a plan's cost; None where time is short.

    In sixtieths of a penny. `seconds` are of the search; making the programme
    comes first.
    """
    programme = Programme(plan, relaxed=True)
    worth = prices(programme, seconds, stop)
    if worth is None:
        return None
    bound = proved_by(programme.model, worth)
    return math.floor(bound - SLOPPY * abs(bound))


def prices(
    programme: Programme,
    seconds: float,
    stop: threading.Event | None = None,
) -> dict[Any, float] | None:
    """Give what a unit of each constraint is worth, nearly, by PDLP.

    None where not even a guess was found.
    """
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(0.1, seconds)), threads=1
    )
    criteria = parameters.pdlp.termination_criteria.simple_optimality_criteria
    criteria.eps_optimal_relative = criteria.eps_optimal_absolute = CLOSE
    interrupter = SolveInterrupter()
    with passed_on(stop, interrupter.interrupt):
        result = mathopt.solve(
            programme.model,
            mathopt.SolverType.PDLP,
            params=parameters,
            interrupter=interrupter,
        )
    if not result.solutions or result.solutions[0].dual_solution is None:
        return None
    worth: dict[Any, float] = result.solutions[0].dual_solution.dual_values
    return worth


def proved_by(model: mathopt.Model, worth: dict[Any, float]) -> float:
    """Give what prices prove of a minimum, however far from right they are.

    What the constraints come to at their prices, and every variable at the
    end of its range that is cheapest for it (Lagrange). A price that would
    let a variable without an end earn money is lowered until it does not.
    """
    held = model.export_model()
    lower = np.array(held.linear_constraints.lower_bounds, float)
    upper = np.array(held.linear_constraints.upper_bounds, float)
    least = np.array(held.variables.lower_bounds, float)
    most = np.array(held.variables.upper_bounds, float)
    cost = np.zeros(len(least))
    coefficients = held.objective.linear_coefficients
    cost[np.array(coefficients.ids, int)] = np.array(coefficients.values)
    matrix = _Matrix(held.linear_constraint_matrix, len(cost))
    price = np.zeros(len(lower))
    for constraint, value in worth.items():
        price[constraint.id] = value
    price[np.isinf(lower) & (price > 0)] = 0.0
    price[np.isinf(upper) & (price < 0)] = 0.0
    price *= matrix.shares(price, cost, np.isinf(most))
    left = cost - matrix.earned(price)
    come_to = np.where(price > 0, _finite(lower), _finite(upper)) @ price
    at_best = np.where(left < 0, _finite(most), least) @ left
    return float(held.objective.offset + come_to + at_best)


class _Matrix:
    """The coefficients of a programme, as its variables meet constraints."""

    def __init__(self, held: Any, variables: int) -> None:
        self._rows = np.array(held.row_ids, int)
        self._columns = np.array(held.column_ids, int)
        self._values = np.array(held.coefficients, float)
        self._variables = variables

    def earned(self, price: Numbers) -> Numbers:
        """Give what a unit of each variable earns at prices."""
        each = self._values * price[self._rows]
        earned: Numbers = np.bincount(
            self._columns, weights=each, minlength=self._variables
        ).astype(float)
        return earned

    def shares(
        self, price: Numbers, cost: Numbers, endless: NDArray[np.bool_]
    ) -> Numbers:
        """Give the share of each price at which nothing endless earns.

        A slack earns by every constraint that it is in, and by none loses.
        """
        earned = self.earned(price)
        too_much = endless & (earned > cost)
        share = np.ones(len(cost))
        share[too_much] = SHY * cost[too_much] / earned[too_much]
        shares = np.ones(len(price))
        np.minimum.at(shares, self._rows, share[self._columns])
        return shares


def _finite(side: Numbers) -> Numbers:
    """Give an end of each range; one without an end is never asked for."""
    return np.where(np.isinf(side), 0.0, side)
