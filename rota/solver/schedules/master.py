"""The master programme: which share of each schedule fits together best."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.solver.programme import SLOPPY
from rota.solver.schedules.own import Prices, Schedule
from rota.solver.schedules.split import Joint

UNIT = 6_000  # sixtieths of a penny: costs are reckoned in pounds
TINY = 1e-6  # below it a share is none
HALF = 0.5  # above it a yes or no is yes
# How a simplex that goes astray is told of: by MathOpt's own error, or, in the
# version of today, by one in making that.
FAILED = (RuntimeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Duals:
    """What a unit more on each side is worth, in sixtieths of a penny."""

    sides: tuple[float, ...]

    def towards(self, other: Duals, share: float) -> Duals:
        """Go a share of the way to others; none is the place itself."""
        return Duals(
            tuple(
                (1 - share) * here + share * there
                for here, there in zip(self.sides, other.sides, strict=True)
            )
        )


def _simplex(model: mathopt.Model) -> mathopt.IncrementalSolver:
    return mathopt.IncrementalSolver(model, mathopt.SolverType.GLOP)


@dataclass(frozen=True, slots=True)
class Whole:
    """A schedule each, or nothing, and what no other choice costs less than.

    `bound` is in sixtieths of a penny, without what no schedule changes.
    """

    schedules: tuple[Schedule, ...]
    bound: float
    is_proved: bool = False  # no choice costs less, but for a rounding


class NoMixError(Exception):
    """The simplex failed on a master programme, twice."""


class Master:
    """A linear programme over schedules: each worker has one in all.

    Shares of schedules may be mixed, so that its value is at most that of the
    best rota made of them.
    """

    def __init__(
        self, joints: Sequence[Joint], workers: Iterable[str]
    ) -> None:
        self.joints = joints
        self._model = mathopt.Model()
        self._pieces: list[tuple[mathopt.Variable, int]] = []
        self._sides = [self._joint(joint) for joint in joints]
        self._one_each = {
            worker_id: self._model.add_linear_constraint(lb=1.0, ub=1.0)
            for worker_id in workers
        }
        self._by_row: dict[int, list[tuple[int, mathopt.LinearConstraint]]]
        self._by_row = {}
        for joint, sides in zip(joints, self._sides, strict=True):
            for side, held in zip(joint.sides, sides, strict=True):
                self._by_row.setdefault(side.row, []).append((side.sign, held))
        self._variables: dict[str, dict[Schedule, mathopt.Variable]] = {
            worker_id: {} for worker_id in self._one_each
        }
        self._known: dict[tuple[str, frozenset[int]], Schedule] = {}
        self._held: set[str] = set()
        self._solver = _simplex(self._model)
        self.value = math.inf  # of the last programme solved
        self._shares: dict[mathopt.Variable, float] = {}

    def _joint(self, joint: Joint) -> list[mathopt.LinearConstraint]:
        slack = []
        for cost, most in joint.pieces:
            piece = self._model.add_variable(lb=0.0, ub=most)
            self._model.objective.set_linear_coefficient(piece, cost / UNIT)
            slack.append(piece)
            self._pieces.append((piece, cost))
        sides = []
        for side in joint.sides:
            held = self._model.add_linear_constraint(lb=float(side.need))
            for piece in slack:
                held.set_coefficient(piece, 1.0)
            sides.append(held)
        return sides

    @property
    def dearest(self) -> int:
        """Give what a unit of slack costs at most."""
        return max((cost for _, cost in self._pieces), default=0)

    def cap(self, most: float) -> None:
        """Let no slack cost more than so much a unit, for now.

        Where few schedules are known slack is worth whatever it costs: prices
        that high call for schedules that nobody has a use for in the end.
        """
        for piece, cost in self._pieces:
            self._model.objective.set_linear_coefficient(
                piece, min(cost, most) / UNIT
            )

    def add(self, schedule: Schedule) -> bool:
        """Add a schedule; tell whether it is a new one."""
        known = (schedule.worker_id, schedule.chosen)
        if known in self._known:
            return False
        self._known[known] = schedule
        variable = self._model.add_variable(lb=0.0)
        self._model.objective.set_linear_coefficient(
            variable, schedule.cost / UNIT
        )
        self._one_each[schedule.worker_id].set_coefficient(variable, 1.0)
        for row, amount in schedule.gives.items():
            for sign, held in self._by_row[row]:
                held.set_coefficient(variable, float(sign * amount))
        self._variables[schedule.worker_id][schedule] = variable
        return True

    def known(self, schedule: Schedule) -> Schedule:
        """Give the same schedule as it was first added."""
        return self._known[schedule.worker_id, schedule.chosen]

    def hold(self, schedule: Schedule) -> None:
        """Give a worker this schedule and no other, until released."""
        for other, variable in self._variables[schedule.worker_id].items():
            if other is not schedule:
                variable.upper_bound = 0.0
        self._held.add(schedule.worker_id)

    def release(self) -> None:
        """Hold nobody any more."""
        for worker_id in self._held:
            for variable in self._variables[worker_id].values():
                variable.upper_bound = math.inf
        self._held.clear()

    def solve(self) -> Duals:
        """Solve it, and give what is short where."""
        solution = self._solved()
        self.value = solution.primal_solution.objective_value * UNIT
        self._shares = solution.primal_solution.variable_values
        worth = solution.dual_solution.dual_values
        return Duals(
            tuple(
                max(0.0, worth[held]) * UNIT
                for sides in self._sides
                for held in sides
            )
        )

    def _solved(self) -> mathopt.Solution:
        """Solve from where it was, or anew where that goes wrong."""
        for _ in range(2):
            try:
                result = self._solver.solve()
            except FAILED:
                result = None
            if result is not None and result.solutions:
                return result.solutions[0]
            self._solver = _simplex(self._model)
        raise NoMixError

    def whole(
        self,
        kept: Collection[Schedule],
        start: Collection[Schedule],
        seconds: float,
    ) -> Whole:
        """Choose one schedule each among those that are kept, by HiGHS.

        Parameters
        ----------
        kept
            What may be chosen.
        start
            A choice to begin from.
        seconds
            At most.
        """
        every = {
            schedule: variable
            for known in self._variables.values()
            for schedule, variable in known.items()
        }
        for schedule, variable in every.items():
            variable.integer = True
            variable.upper_bound = 1.0 if schedule in kept else 0.0
        hint = mathopt.SolutionHint(
            {variable: float(s in start) for s, variable in every.items()}
        )
        try:
            whole = _whole(_by_highs(self._model, hint, seconds), every)
        except FAILED:
            whole = Whole((), -math.inf)
        for variable in every.values():
            variable.integer = False
            variable.upper_bound = math.inf
        self._solver = _simplex(self._model)
        return whole

    def shares(self, worker_id: str) -> list[tuple[float, Schedule]]:
        """Give the schedules of a worker that have a share, largest first."""
        found = [
            (self._shares[variable], schedule)
            for schedule, variable in self._variables[worker_id].items()
            if self._shares.get(variable, 0.0) > TINY
        ]
        return sorted(found, key=lambda one: -one[0])

    def up_to(
        self, worker_id: str, prices: Prices, limit: float
    ) -> list[Schedule]:
        """Give the known schedules of a worker up to a cost."""
        known = self._variables[worker_id]
        return [s for s in known if s.reduced(prices) <= limit]

    def cheapest(self, worker_id: str, prices: Prices) -> Schedule | None:
        """Give the known schedule of a worker that is cheapest at prices."""
        known = self._variables[worker_id]
        return min(known, key=lambda s: s.reduced(prices), default=None)


def _by_highs(
    model: mathopt.Model, hint: mathopt.SolutionHint, seconds: float
) -> mathopt.SolveResult:
    limit = timedelta(seconds=max(0.1, seconds))
    return mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(time_limit=limit),
        model_params=mathopt.ModelSolveParameters(solution_hints=[hint]),
    )


def _whole(
    result: mathopt.SolveResult,
    every: Mapping[Schedule, mathopt.Variable],
) -> Whole:
    dual = result.termination.objective_bounds.dual_bound
    bound = (dual - SLOPPY * abs(dual)) * UNIT
    if not result.has_primal_feasible_solution():
        return Whole((), bound)
    values = result.variable_values()
    chosen = [s for s, variable in every.items() if values[variable] > HALF]
    reason = result.termination.reason
    is_proved = reason is mathopt.TerminationReason.OPTIMAL
    return Whole(tuple(chosen), bound, is_proved)


def whole_prices(
    joints: Sequence[Joint], duals: Duals
) -> tuple[Prices, float]:
    """Give prices in whole units, and what the sides come to at these.

    The sum of that and of everybody's cheapest schedule is no more than any
    rota costs, whatever the duals are (Lagrange).
    """
    prices: dict[int, int] = {}
    come_to = 0.0
    worth = iter(duals.sides)
    for joint in joints:
        held = [max(0, math.floor(next(worth) + TINY)) for _ in joint.sides]
        held = _within(held, joint)
        for side, price in zip(joint.sides, held, strict=True):
            prices[side.row] = prices.get(side.row, 0) + side.sign * price
            come_to += price * side.need
        together = sum(held)
        for cost, most in joint.pieces:
            if together > cost:
                come_to -= (together - cost) * most
    return prices, come_to


def _within(held: list[int], joint: Joint) -> list[int]:
    """Ask no more than slack without end costs: else nothing is proved."""
    most, together = joint.pieces[-1][0], sum(held)
    if together <= most:
        return held
    return [price * most // together for price in held]
