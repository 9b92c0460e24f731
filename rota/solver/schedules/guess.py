"""A first guess of what is short where, from the linear plan itself."""

from __future__ import annotations

from rota.solver.plan import Plan
from rota.solver.programme import Programme
from rota.solver.relaxation import prices
from rota.solver.schedules.master import Duals
from rota.solver.schedules.split import Split


def first_guess(plan: Plan, split: Split, seconds: float) -> Duals | None:
    """Solve the linear relaxation by PDLP; None where time does not do.

    Its prices are near those of whole schedules, and are there after seconds.
    """
    programme = Programme(plan, relaxed=True)
    worth = prices(programme, seconds)
    if worth is None:
        return None
    return Duals(
        tuple(
            abs(worth[side]) * joint.step
            for number, joint in zip(
                split.joint_numbers, split.joint, strict=True
            )
            for side in programme.sides[number]
        )
    )
