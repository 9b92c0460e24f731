"""The search where sessions are many: over one menu of times after another.

Shifts are built first, against the people that sessions will need on the
whole; each day's sessions are given to those who are at work; from then on
shifts and sessions are decided together, in patches of both.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rota.roster import Roster
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
SHIFT_ROUNDS = 6  # of the search, for shifts that suit the load
MENU_ROUNDS = 8  # of the search, where rounds are counted and not seconds


def first_shifts(
    best: Best, budget: Budget, over: Callable[[], bool]
) -> Roster:
    """Build shifts against the load of the sessions, if there are none.

    By themselves they may cost more than no rota: a round is worth having
    for its visits alone.
    """
    problem = best.report.problem
    if len(best.report.roster) > len(problem.pinned):
        return best.report.roster
    plain = shifts_only(problem)
    shifts = Best(plain, None)
    improver = Improver(Plan(plain), shifts, budget, over)
    improver.begin()
    improver.run(SHIFT_ROUNDS)
    return with_shifts_of(problem, shifts.report.roster)


def race_by_menus(
    best: Best, budget: Budget, over: Callable[[], bool], start: Roster
) -> None:
    """Improve on every thread until it is over, menu by menu."""
    menus = _Menus(best, budget, start)
    while not over():
        making = timer()
        turn = _Turn(best, over)
        improver = menus.next(turn.is_over)
        patience = max(PATIENCE * making(), LEAST * budget.seconds)
        if menus.made == 1:
            improver.give_sessions()
        turn.ends = best.seconds() + patience
        improver.race()


def run_by_menus(
    best: Best,
    budget: Budget,
    rounds: int,
    over: Callable[[], bool],
    start: Roster,
) -> None:
    """Improve for a number of rounds, the same on any machine."""
    menus = _Menus(best, budget, start)
    for done in range(0, rounds, MENU_ROUNDS):
        improver = menus.next(over)
        if menus.made == 1:
            improver.give_sessions()
        improver.run(min(MENU_ROUNDS, rounds - done))


@dataclass
class _Menus:
    """Draws menus, each with a search over its plan."""

    best: Best
    budget: Budget
    start: Roster
    made: int = 0
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.budget.seed)

    def _not_met(self) -> set[str]:
        """Give the plan lines whose hours are not as asked, from then on."""
        found = self.best.report.of("support hours") if self.made else ()
        return {breach.key.what.rpartition(":")[0] for breach in found}

    def next(self, over: Callable[[], bool]) -> Improver:
        """Draw a menu, and begin from the best rota so far."""
        problem = self.best.report.problem
        stands = self.best.report.roster if self.made else self.start
        most = NEXT_MENUS if self.made else FIRST_MENU
        menu = some_times(problem, stands, most, self.chance, self._not_met())
        seed = self.chance.randrange(2**31)
        budget = replace(self.budget, seed=seed)
        self.made += 1
        plan = Plan(problem, menu=menu)
        return Improver(plan, self.best, budget, over, stands)


@dataclass
class _Turn:
    """How long one menu is searched; without an end, until all is over."""

    best: Best
    over: Callable[[], bool]
    ends: float = math.inf

    def is_over(self) -> bool:
        return self.over() or self.best.seconds() > self.ends
