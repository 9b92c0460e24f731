"""Rotas from whole schedules: generated, put together, and bettered alone."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace

from rota.domain import Problem
from rota.solver.best import Best
from rota.solver.collector import held_collector
from rota.solver.crew import Crew
from rota.solver.diagrams.sums import TooMuchError
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget, timer
from rota.solver.plan import Plan
from rota.solver.ready import make_ready
from rota.solver.schedules.choice import Choice
from rota.solver.schedules.dive import Landing, dive
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.master import NoMixError

CODE = "rota.solver.diagrams.diagram"
GUESS = 0.1  # of the time, at most, for a guess of the first prices
LONG = 35  # days, beyond which a guess of prices is worth its time
AMPLE = 300.0  # seconds, of which a guess is always worth its share
SETTLED = 0.55  # when no more schedules are sought
SETTLED_AT_BEST = 0.72  # the same where everybody's schedules are a diagram
HELD = 0.75  # when nobody is held to one of them any more
BETTERED = 0.9  # when the rotas that come of it have had their chance
CHOICE = 0.1  # of the time, at most, for choosing among all that is left
UNHEARD = 10.0  # seconds in which HiGHS does not hear that it is to stop
PATIENCE = 0.03  # of the time, in which a rota gets better or is left
DAYS = 17  # of workers, for each second of a thread: more take too long
DAYS_AT_BEST = 45  # the same where everybody's schedules are a diagram
MOST_WORKERS = 300  # each has a model of their own, of a megabyte or more


def by_schedules(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event, crew: Crew
) -> None:
    """Raise the bound by whole schedules, and offer rotas made of them.

    Each rota has a time to itself in which it is bettered: it begins dearer
    than one that has been bettered for long, and may end cheaper. How cheap,
    nobody can tell before: so there are as many as the time allows. Threads
    that are lent are given back after.
    """

    def until(share: float) -> float:
        if stop.is_set() or best.is_near_enough:
            return 0.0
        return share * budget.seconds - best.seconds()

    try:
        generation = _settled(plan, best, budget, until, crew)
        if generation is not None:
            lent = replace(budget, threads=crew.size)
            Landings(generation, best, lent, until).keep_on()
    except (NoMixError, TooMuchError):
        return
    finally:
        crew.give_back()


def bound_by_schedules(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> bool:
    """Raise the bound by whole schedules alone, with one thread.

    Tells whether it was raised: there must be few enough people, and a
    diagram of everybody's schedules.
    """
    if _is_much(plan.problem, budget, DAYS_AT_BEST):
        return False

    def left() -> float:
        if stop.is_set() or best.is_near_enough:
            return 0.0
        return SETTLED_AT_BEST * budget.seconds - best.seconds()

    make_ready(CODE, best)
    try:
        with held_collector():
            generation = Generation(
                plan,
                budget.seed,
                left,
                best.raise_bound,
                Crew(1),
                diagrams=True,
            )
        return generation.begin() and generation.settle(best)
    except (NoMixError, TooMuchError):
        return False


def _settled(
    plan: Plan,
    best: Best,
    budget: Budget,
    until: Callable[[float], float],
    crew: Crew,
) -> Generation | None:
    """Find the schedules and their mix, if there is time enough."""
    make_ready(CODE, best)
    with held_collector():
        generation = Generation(
            plan,
            budget.seed,
            lambda: until(SETTLED),
            best.raise_bound,
            crew,
        )
    if not generation.begin():
        return None
    if generation.is_quick:
        generation.left = lambda: until(SETTLED_AT_BEST)
    elif is_worth_a_guess(plan.problem, budget):
        generation.guess(GUESS * budget.seconds)
    return generation if generation.settle(best) else None


class Landings:
    """One rota after another from a mix of schedules, each bettered alone."""

    def __init__(
        self,
        generation: Generation,
        best: Best,
        budget: Budget,
        until: Callable[[float], float],
    ) -> None:
        self._generation = generation
        self._best = best
        self._budget = budget
        self._until = until
        self._chance = random.Random(budget.seed)
        self._choice = Choice(
            generation, best, self._for_choice, budget.threads
        )
        generation.left = lambda: until(HELD)

    def keep_on(self) -> None:
        """Land the surest way first, and by chance from then on."""
        chance = None
        while True:
            seconds = timer()
            landing = dive(self._generation, chance)
            if self._until(BETTERED) > 0:
                self._better(landing, seconds())
                self._choice.try_again()
            if self._until(HELD) <= 0:
                break
            chance = self._chance

    def _for_choice(self) -> float:
        most = min(UNHEARD, CHOICE * self._budget.seconds)
        return min(most, self._until(BETTERED))

    def _better(self, landing: Landing, took: float) -> None:
        """Better a rota by itself, while that gains something."""
        plan = self._generation.plan
        mine = Best(plan.problem, None)
        patience = _Patience(max(took, PATIENCE * self._budget.seconds))

        def over() -> bool:
            lost = patience.is_at_an_end(improver.standing.worth)
            return lost or self._until(BETTERED) <= 0

        budget = replace(self._budget, seed=self._chance.randrange(2**31))
        improver = Improver(plan, mine, budget, over, landing.roster)
        improver.decide(landing.undecided)
        improver.race()
        self._best.take(mine.report, mine.bound)


class _Patience:
    """Tells when something has not changed for so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._allowed = seconds
        self._since = timer()
        self._last: object = None

    def is_at_an_end(self, now: object) -> bool:
        """Look at it again."""
        if now != self._last:
            self._last, self._since = now, timer()
        return self._since() > self._allowed


def is_long(problem: Problem) -> bool:
    """Tell whether first prices are guessed, however little time there is."""
    return len(problem.dates) > LONG


def is_worth_a_guess(problem: Problem, budget: Budget) -> bool:
    """Tell whether a guess of first prices pays for the time it takes."""
    return is_long(problem) or budget.seconds >= AMPLE


def is_too_large(problem: Problem, budget: Budget) -> bool:
    """Tell whether rotas made of a mix would come too late."""
    return _is_much(problem, budget, DAYS)


def _is_much(problem: Problem, budget: Budget, days: int) -> bool:
    """Tell whether there are more days of workers than so many a second."""
    workers = len(problem.workers)
    room = days * budget.seconds * budget.threads
    return workers > MOST_WORKERS or workers * len(problem.dates) > room
