"""The search where sessions are many: over one menu of times after another.

Shifts are built first, against the people that sessions will need on the
whole; each day's sessions are given to those who are at work; from then on
shifts and sessions are decided together, in patches of both.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from rota.solver.best import Best
from rota.solver.improve import Improver
from rota.solver.menu import some_times
from rota.solver.oneshot import Budget, timer
from rota.solver.plan import Plan
from rota.solver.support import shifts_only, with_shifts_of

FIRST_MENU = 4  # times for each session, while none is given
NEXT_MENUS = 3  # the same beside the one that stands
PATIENCE = 4.0  # a menu is searched for so many times what it took to make
LEAST = 0.15  # of the time, at least, is spent on one menu
MENU_ROUNDS = 8  # of the search, where rounds are counted and not seconds


def first_shifts(best: Best, budget: Budget, over: Callable[[], bool]) -> None:
    """Build shifts against the load of the sessions, if there are none."""
    problem = best.report.problem
    if len(best.report.roster) > len(problem.pinned):
        return
    plain = shifts_only(problem)
    shifts = Best(plain, None)
    Improver(Plan(plain), shifts, budget, over).begin()
    best.offer(with_shifts_of(problem, shifts.report.roster))


def race_by_menus(
    best: Best, budget: Budget, over: Callable[[], bool]
) -> None:
    """Improve on every thread until it is over, menu by menu."""
    chance = random.Random(budget.seed)
    first = True
    while not over():
        making = timer()
        turn = _Turn(best, over)
        improver = _improver(best, budget, chance, turn.is_over, first)
        patience = max(PATIENCE * making(), LEAST * budget.seconds)
        if first:
            improver.give_sessions()
        turn.ends = best.seconds() + patience
        improver.race()
        first = False


@dataclass
class _Turn:
    """How long one menu is searched; without an end, until all is over."""

    best: Best
    over: Callable[[], bool]
    ends: float = math.inf

    def is_over(self) -> bool:
        return self.over() or self.best.seconds() > self.ends


def run_by_menus(
    best: Best, budget: Budget, rounds: int, over: Callable[[], bool]
) -> None:
    """Improve for a number of rounds, the same on any machine."""
    chance = random.Random(budget.seed)
    for done in range(0, rounds, MENU_ROUNDS):
        improver = _improver(best, budget, chance, over, done == 0)
        if done == 0:
            improver.give_sessions()
        improver.run(min(MENU_ROUNDS, rounds - done))


def _improver(
    best: Best,
    budget: Budget,
    chance: random.Random,
    over: Callable[[], bool],
    first: bool,
) -> Improver:
    problem, roster = best.report.problem, best.report.roster
    most = FIRST_MENU if first else NEXT_MENUS
    menu = some_times(problem, roster, most, chance)
    seeded = Budget(budget.seconds, chance.randrange(2**31), budget.threads)
    return Improver(Plan(problem, menu=menu), best, seeded, over)
