"""A first rota, in a few seconds, from nothing or from what is known."""

from __future__ import annotations

from collections.abc import Callable

from rota.solver.best import Best
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.support import shifts_only, with_shifts_of


def begin(
    best: Best,
    budget: Budget,
    over: Callable[[], bool],
    enough: Callable[[], bool],
) -> None:
    """Build a first rota: shifts and, where there are any, sessions.

    Parameters
    ----------
    best
        Takes the rota; whatever it holds already is kept.
    budget
        Seed and threads.
    over
        Tells when it must end.
    enough
        Tells when no more time is left for shifts, as sessions follow.
    """
    problem = best.report.problem
    if not problem.sessions:
        Improver(best, budget, over).begin()
        return
    if len(best.report.roster) == len(problem.pinned):
        shifts = Best(shifts_only(problem), None)
        Improver(shifts, budget, enough).begin()
        best.offer(with_shifts_of(problem, shifts.report.roster))
    Improver(best, budget, over).give_sessions()
