"""Other ways to solve the same problem in the same time."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

import rota
from benchmarks.highs import highs
from benchmarks.measure import Answer, Effort, Method, ours
from benchmarks.textbook import textbook
from rota.solver.lower import lower
from rota.solver.plan import Plan


def one_shot(problem: rota.Problem, effort: Effort) -> Answer:
    """Give our own plan to CP-SAT at once, with CP-SAT's own settings.

    Making the model is within the time.
    """
    began = time.monotonic()
    plan = Plan(problem)
    lowered = lower(plan)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = effort.seed
    left = effort.seconds - (time.monotonic() - began)
    solver.parameters.max_time_in_seconds = max(0.1, left)
    status = solver.solve(lowered.model)
    bound = lowered.cost_of_objective(solver.best_objective_bound)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(plan.bare(), bound)
    values = [solver.value(variable) for variable in lowered.variables]
    proved = status == cp_model.OPTIMAL
    return Answer(plan.roster(values), bound, proved=proved)


METHODS: dict[str, Method] = {
    "rota": ours,
    "textbook": textbook,
    "one shot": one_shot,
    "highs": highs,
}
