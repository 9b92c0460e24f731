"""A rota from whole schedules: generated, put together, and bettered alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from rota.domain import Problem
from rota.solver.best import Best
from rota.solver.crew import Crew
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.plan import Plan
from rota.solver.schedules.dive import Landing, dive
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.master import NoMixError

GUESS = 0.1  # of the time, at most, for a guess of the first prices
LONG = 35  # days, beyond which a guess of prices is worth its time
SETTLED = 0.5  # when no more schedules are sought
HELD = 0.65  # when everybody has one of them
BETTERED = 0.8  # when the rota that comes of it has had its chance
DAYS = 17  # of workers, for each second of a thread: more take too long
MOST_WORKERS = 300  # each has a model of their own, of a megabyte or more


def by_schedules(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event, crew: Crew
) -> None:
    """Raise the bound by whole schedules, and offer a rota made of them.

    The rota has a time to itself in which it is bettered: it begins dearer
    than one that has been bettered for long, and may end cheaper. Threads
    that are lent are given back before.
    """

    def until(share: float) -> Callable[[], float]:
        return lambda: (
            0.0
            if stop.is_set() or best.is_near_enough
            else share * budget.seconds - best.seconds()
        )

    try:
        landing = _landing(plan, best, budget, until, crew)
    except NoMixError:
        return
    finally:
        crew.give_back()
    if landing is not None and until(BETTERED)() > 0:
        _better_alone(plan, best, budget, until(BETTERED), landing)


def _better_alone(
    plan: Plan,
    best: Best,
    budget: Budget,
    left: Callable[[], float],
    landing: Landing,
) -> None:
    """Better a rota by itself, until it is the best there is."""

    def over() -> bool:
        return left() <= 0 or improver.is_best

    alone = replace(budget, threads=1)
    improver = Improver(plan, best, alone, over, landing.roster)
    improver.decide(landing.undecided)
    improver.race()


def _landing(
    plan: Plan,
    best: Best,
    budget: Budget,
    until: Callable[[float], Callable[[], float]],
    crew: Crew,
) -> Landing | None:
    """Put a rota together, if there is time enough."""
    if _is_too_large(plan.problem, budget):
        return None
    generation = Generation(
        plan, budget.seed, until(SETTLED), best.raise_bound, crew
    )
    if not generation.begin():
        return None
    if is_long(plan.problem):
        generation.guess(GUESS * budget.seconds)
    if not generation.settle(best):
        return None
    generation.left = until(HELD)
    return dive(generation)


def is_long(problem: Problem) -> bool:
    """Tell whether first prices are guessed, which proves a bound at once."""
    return len(problem.dates) > LONG


def _is_too_large(problem: Problem, budget: Budget) -> bool:
    """Tell whether a mix would come too late to be worth having."""
    workers = len(problem.workers)
    days = workers * len(problem.dates)
    room = DAYS * budget.seconds * budget.threads
    return workers > MOST_WORKERS or days > room
