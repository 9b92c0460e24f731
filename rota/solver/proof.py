"""The bound: a proof of how good a rota can be, beside the search for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rota.solver.best import Best
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan

BESIDE = 0.4  # of the time, at most, on a thread of its own
ALONE = 0.15  # the same where it shares the only one


@contextmanager
def proof_beside(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> Iterator[None]:
    """Raise the bound of a plan while something else goes on.

    Whoever has one thread has one: another would take a core from somebody
    else's search, so the proof comes first then, and is short.
    """
    if budget.threads == 1:
        _prove(plan, best, _part(budget, ALONE), stop)
        yield
        return
    enough = threading.Event()
    prover = threading.Thread(
        target=_prove,
        args=(plan, best, _part(budget, BESIDE), enough),
        daemon=True,
    )
    prover.start()
    try:
        yield
    finally:
        enough.set()
        prover.join()


def _part(budget: Budget, share: float) -> Budget:
    """Give the share of a budget that a proof may spend, on one thread."""
    seconds = share * budget.seconds
    return replace(budget, seconds=seconds, threads=1, gap=0.0, proof=True)


def _prove(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> None:
    """Raise the bound until the budget is spent or it is told to stop."""
    whole = plan.problem is best.report.problem
    plan = Plan(plan.problem, networks=True) if whole else plan
    lowered = lower(plan)

    def raised(objective: float) -> None:
        best.raise_bound(int(lowered.cost_of_objective(objective)))

    found = search(lowered, budget, stop=stop, raised=raised)
    best.is_impossible = whole and found.infeasible
    if found.values is not None and found.optimal and whole:
        best.offer(plan.roster(found.values), found.bound)
