"""A first guess of what is short where, from the linear plan itself."""

from __future__ import annotations

from datetime import timedelta

from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no stubs
)

from rota.domain import Problem
from rota.solver.plan import Plan
from rota.solver.schedules.master import Duals
from rota.solver.schedules.split import Split
from rota.solver.second import Programme

CLOSE = 1e-3  # prices are a guess: the last digits are not worth the time


def first_guess(
    problem: Problem, split: Split, seconds: float
) -> Duals | None:
    """Solve the linear relaxation by PDLP; None where time does not do.

    With the networks of runs its prices are near those of whole schedules: a
    few weeks have them after seconds.
    """
    programme = Programme(Plan(problem, networks=True), relaxed=True)
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(0.1, seconds)), threads=1
    )
    criteria = parameters.pdlp.termination_criteria.simple_optimality_criteria
    criteria.eps_optimal_relative = criteria.eps_optimal_absolute = CLOSE
    result = mathopt.solve(
        programme.model, mathopt.SolverType.PDLP, params=parameters
    )
    if not result.solutions or result.solutions[0].dual_solution is None:
        return None
    worth = result.solutions[0].dual_solution.dual_values
    return Duals(
        tuple(
            abs(worth[side]) * joint.step
            for number, joint in zip(
                split.joint_numbers, split.joint, strict=True
            )
            for side in programme.sides[number]
        )
    )
