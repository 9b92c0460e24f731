"""The bound: a proof of how good a rota can be, beside the search for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from rota.domain import Problem, Strength
from rota.solver.best import Best
from rota.solver.crew import Crew
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search, timer
from rota.solver.plan import Plan
from rota.solver.relaxation import relaxed_bound
from rota.solver.schedules.landing import (
    bound_by_schedules,
    by_schedules,
    is_long,
    is_too_large,
)

FIRST = 0.1  # of the time, at most, for CP-SAT before whole schedules
FIRST_SECONDS = 10.0
FEW_DAYS = 600  # of workers: of more CP-SAT proves next to nothing in that
BESIDE = 0.4  # of what is left, for CP-SAT with a thread of its own
ALONE = 0.15  # the same where it shares the only one
LARGE = 0.25  # where the search of so much gains until the end


class Beside:
    """A thread that proves, and puts schedules together, beside a search."""

    def __init__(
        self, plan: Plan, best: Best, budget: Budget, over: Callable[[], bool]
    ) -> None:
        self._over = over
        self._crew = Crew(budget.threads)
        self._enough = threading.Event()
        share = ALONE if budget.threads == 1 else BESIDE
        args = (plan, best, budget, self._enough, share, self._crew)
        self.thread = threading.Thread(target=_raise, args=args, daemon=True)
        self.thread.start()

    @property
    def wants_threads(self) -> bool:
        """Tell whether it could do with the other threads."""
        return self._crew.is_wanted and self.thread.is_alive()

    def lend(self) -> None:
        """Lend it the other threads while it wants them."""
        self._crew.lend(lambda: self._over() or not self.thread.is_alive())

    def wait(self) -> None:
        """Wait until it has ended or wants more, or the search is over."""
        while self.thread.is_alive() and not (
            self._over() or self.wants_threads
        ):
            self.thread.join(0.1)

    def end(self) -> None:
        """End it."""
        self._enough.set()
        self.thread.join()


@contextmanager
def proof_beside(
    plan: Plan, best: Best, budget: Budget, over: Callable[[], bool]
) -> Iterator[Beside]:
    """Raise the bound of a plan while something else goes on.

    Whoever has one thread has one: another would take a core from somebody
    else's search, so the proof comes first then, and so do whole schedules.
    """
    beside = Beside(plan, best, budget, over)
    if budget.threads == 1:
        beside.lend()
        beside.wait()
    try:
        yield beside
    finally:
        beside.end()


def asks_at_least(problem: Problem) -> bool:
    """Tell whether a caller asks for an at-least must.

    Then what is built piece by piece breaks musts on the way, which are
    mended at a high price where they can be.
    """
    return any(
        rule.asks_at_least and rule.strength is Strength.MUST
        for rule in problem.rules
    )


def _raise(
    plan: Plan,
    best: Best,
    budget: Budget,
    stop: threading.Event,
    share: float,
    crew: Crew,
) -> None:
    """Raise the bound: by CP-SAT where that is quick, by whole schedules.

    A plan of less than the problem has no rota of its own to look for, and a
    must that asks has no cheapest schedules.
    """
    problem = best.report.problem
    whole = plan.problem is problem
    is_large = is_too_large(problem, budget)
    share = min(share, LARGE) if is_large else share
    until = best.seconds() + share * (budget.seconds - best.seconds())
    if whole and not asks_at_least(problem):
        if is_large:
            is_alone = budget.threads == 1  # its time is the search's
            if not is_alone and bound_by_schedules(plan, best, budget, stop):
                return
            took = _relax(plan, best, stop, until)
            if is_long(problem) or until - best.seconds() < took:
                return
        else:
            if len(problem.workers) * len(problem.dates) <= FEW_DAYS:
                first = min(FIRST_SECONDS, FIRST * budget.seconds)
                _prove(plan, best, budget, stop, best.seconds() + first)
            if best.is_near_enough or best.is_impossible or stop.is_set():
                return
            by_schedules(plan, best, budget, stop, crew)
    _prove(plan, best, budget, stop, until)


def _relax(
    plan: Plan, best: Best, stop: threading.Event, until: float
) -> float:
    """Raise the bound by the linear relaxation, until a time.

    Where CP-SAT proves next to nothing it proves most in a minute. Networks
    of runs raise it by a hundredth, and take three times as long. How many
    seconds it took is given: CP-SAT begins with the same, and is no sooner.
    """
    seconds = timer()
    bound = relaxed_bound(plan, until - best.seconds(), stop)
    if bound is not None:
        best.raise_bound(bound)
    return seconds()


def _prove(
    plan: Plan,
    best: Best,
    budget: Budget,
    stop: threading.Event,
    until: float,
) -> None:
    """Raise the bound by CP-SAT until a time, or until it is told to stop."""
    seconds = until - best.seconds()
    if seconds <= 0 or best.proved or stop.is_set():
        return
    budget = replace(budget, seconds=seconds, threads=1, gap=0.0, proof=True)
    whole = plan.problem is best.report.problem
    plan = Plan(plan.problem, networks=True) if whole else plan
    lowered = lower(plan)

    def raised(objective: float) -> None:
        best.raise_bound(int(lowered.cost_of_objective(objective)))

    found = search(lowered, budget, stop=stop, raised=raised)
    best.is_impossible = whole and found.infeasible
    if found.values is not None and found.optimal and whole:
        best.offer(plan.roster(found.values), found.bound)
