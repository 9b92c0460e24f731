"""Annealing against the clock: a first rota in seconds, then a far better one.

Where many small prices make up what a rota costs, it is cheaper by far than
what parts solved one by one come to in the same time. Where musts leave little
room, parts go on better from what it found; and where a rota is long as well,
they go on better from one that is built worker by worker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rota.roster import Roster
from rota.solver.best import Best
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.plan import Plan
from rota.solver.schedules.landing import is_long
from rota.solver.standing import Standing

if TYPE_CHECKING:
    from rota.solver.annealing.anneal import Annealing

LOOSE = 0.75  # of the time, where settling broke no must
TIGHT = 0.45  # where it did
FIRST = 0.6  # of what is left of that, for the first cooling
AGAIN = 0.3  # of what was hot, for the second
TIGHTER = 1.3  # times as hot, where musts leave little room
SHORTEST = 0.04  # of the time: it is no use to cool more quickly
LOOKS = 10  # at what was found so far, in the time of one cooling

Over = Callable[[], bool]


def annealing_of(plan: Plan, roster: Roster, seed: int) -> Annealing:
    """Make ready to anneal a rota.

    Compiled code takes half a second to load, and some seconds to compile when
    it is first used: so it is asked for by whoever has a use for it.
    """
    from rota.solver.annealing.anneal import Annealing

    return Annealing(Standing(plan, roster), seed)


class ByAnnealing:
    """Annealing of one plan, from the best rota known each time."""

    def __init__(self, plan: Plan, best: Best, budget: Budget) -> None:
        self.problem = plan.problem
        self._plan, self._best, self._budget = plan, best, budget
        self._first = best.report
        self._seed = budget.seed
        self._hot = 0.0  # no use in cooling it
        self.is_loose = False  # settling breaks no must

    @property
    def has_found(self) -> bool:
        """Tell whether the best rota known is another than at first."""
        return self._best.report is not self._first

    @property
    def _is_of_use(self) -> bool:
        """Tell whether it is better than a start worker by worker."""
        return self.is_loose or not is_long(self.problem)

    def begin(self, over: Over) -> None:
        """Settle, and offer what came of it where it is of use."""
        if over():
            return
        self._from_best()
        self._annealing.settle(over)
        self.is_loose = not self._annealing.worth[0]
        if self._is_of_use:
            self._annealing.heat()
            self._hot = self._annealing.hot
            self._offer(over)

    def keep_on(self, over: Over) -> None:
        """Heat and cool once, and where musts leave room once more."""
        if not self.is_loose:
            self._cool(TIGHTER, self._left(TIGHT), over)
            return
        self._cool(1.0, FIRST * self._left(LOOSE), over)
        if not over():
            self._from_best()
            self._cool(AGAIN, self._left(LOOSE), over)

    def _from_best(self) -> None:
        self._seed += 1
        roster = self._best.report.roster
        self._annealing = annealing_of(self._plan, roster, self._seed)
        self._offered = self._annealing.best

    def _left(self, share: float) -> float:
        """Give the seconds until a share of the time is spent."""
        return share * self._budget.seconds - self._best.seconds()

    def _cool(self, heat: float, seconds: float, over: Over) -> None:
        is_short = seconds < SHORTEST * self._budget.seconds
        if is_short or not self._hot or over():
            return
        began, look = self._best.seconds(), 1 / LOOKS

        def spent() -> float:
            """Give the share of the time; offer what is found by then."""
            nonlocal look
            share = (self._best.seconds() - began) / seconds
            if share > look:
                look = share + 1 / LOOKS
                self._offer_best()
            return 1.0 if over() else share

        self._annealing.hot = heat * self._hot
        self._annealing.cool(spent)
        self._offer(over)

    def _offer(self, over: Over) -> None:
        """Offer the best rota seen; where the last breaks a must, mend it."""
        self._offer_best()
        if self._annealing.worth[0]:
            start = self._annealing.roster()
            Improver(self._plan, self._best, self._budget, over, start).mend()

    def _offer_best(self) -> None:
        if self._annealing.best < self._offered:
            self._offered = self._annealing.best
            self._best.offer(self._annealing.best_roster())
