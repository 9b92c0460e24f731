"""Our own model given to HiGHS, the integer programming solver in OR-Tools.

The model is read back from CP-SAT's own form of it, so that both solvers are
given the same rows; each clause becomes a row of a sum.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from ortools.math_opt.python import (  # type: ignore[import-untyped]
    mathopt,  # it has no type hints
)
from ortools.sat import cp_model_pb2
from ortools.sat.python import cp_model

import rota
from benchmarks.measure import Answer, Effort
from rota.solver.lower import lower
from rota.solver.plan import Plan

INTEGER = 2**53  # what a double still holds exactly


def highs(problem: rota.Problem, effort: Effort) -> Answer:
    """Give the whole plan to HiGHS for the time there is.

    Making the model is within the time. HiGHS takes no number of threads.
    """
    began = time.monotonic()
    plan = Plan(problem)
    lowered = lower(plan)
    model = mathopt.Model()
    variables = _translate(lowered.model, model)
    left = effort.seconds - (time.monotonic() - began)
    result = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.1, left)),
            random_seed=effort.seed,
            relative_gap_tolerance=0.0,
        ),
    )
    bound = lowered.cost_of_objective(result.dual_bound())
    if not result.has_primal_feasible_solution():
        return Answer(plan.bare(), bound)
    found = result.variable_values()
    values = [
        round(found[variables[variable.index]])
        for variable in lowered.variables
    ]
    why = result.termination.reason
    proved = why is mathopt.TerminationReason.OPTIMAL
    return Answer(plan.roster(values), bound, proved=proved)


def _translate(
    source: cp_model.CpModel, model: mathopt.Model
) -> list[mathopt.Variable]:
    """Put every variable, row and the objective into the other model."""
    proto = _read_back(source)
    variables = [
        model.add_integer_variable(
            lb=one.domain[0], ub=one.domain[len(one.domain) - 1]
        )
        for one in proto.variables
    ]
    for row in proto.constraints:
        _add(model, variables, row)
    goal = proto.objective
    model.minimize(
        mathopt.fast_sum(
            coefficient * _literal(variables, ref)
            for ref, coefficient in zip(goal.vars, goal.coeffs, strict=True)
        )
        + goal.offset
    )
    return variables


def _read_back(source: cp_model.CpModel) -> cp_model_pb2.CpModelProto:
    """Read the model from a file: its form in memory is not the same."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.pb"
        source.export_to_file(str(path))
        proto = cp_model_pb2.CpModelProto()
        proto.ParseFromString(path.read_bytes())
        return proto


def _literal(
    variables: Sequence[mathopt.Variable], ref: int
) -> mathopt.LinearTypes:
    """Give a variable, or what is left of one where it is negated."""
    return variables[ref] if ref >= 0 else 1 - variables[-ref - 1]


def _sum(
    variables: Sequence[mathopt.Variable], refs: Iterable[int]
) -> mathopt.LinearTypes:
    return mathopt.fast_sum(_literal(variables, ref) for ref in refs)


def _add(
    model: mathopt.Model,
    variables: Sequence[mathopt.Variable],
    row: cp_model_pb2.ConstraintProto,
) -> None:
    """Say one constraint of CP-SAT as rows of sums."""
    kind = row.WhichOneof("constraint")
    given = list(row.enforcement_literal)
    unless = len(given) - _sum(variables, given) if given else 0
    if kind == "bool_or":
        some = _sum(variables, row.bool_or.literals)
        model.add_linear_constraint(some + unless >= 1)
    elif kind == "bool_and":
        for ref in row.bool_and.literals:
            model.add_linear_constraint(_literal(variables, ref) + unless >= 1)
    elif kind == "at_most_one" and not given:
        model.add_linear_constraint(
            _sum(variables, row.at_most_one.literals) <= 1
        )
    elif kind == "exactly_one" and not given:
        model.add_linear_constraint(
            _sum(variables, row.exactly_one.literals) == 1
        )
    elif kind == "linear" and not given and len(row.linear.domain) == 2:
        _add_linear(model, variables, row.linear)
    else:
        raise ValueError(f"cannot say {kind} as a row of a sum")


def _add_linear(
    model: mathopt.Model,
    variables: Sequence[mathopt.Variable],
    row: cp_model_pb2.LinearConstraintProto,
) -> None:
    low, high = row.domain
    model.add_linear_constraint(
        lb=low if low > -INTEGER else -float("inf"),
        ub=high if high < INTEGER else float("inf"),
        expr=mathopt.fast_sum(
            coefficient * _literal(variables, ref)
            for ref, coefficient in zip(row.vars, row.coeffs, strict=True)
        ),
    )
