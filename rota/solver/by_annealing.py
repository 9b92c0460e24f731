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
from rota.solver.ready import make_ready
from rota.solver.schedules.landing import is_long
from rota.solver.standing import Standing

if TYPE_CHECKING:
    from rota.solver.annealing.anneal import Annealing

LOOSE = 0.75  # of the time, where settling broke no must
TIGHT = 0.45  # where it did
PROBE = 0.15  # of what is left of that, to find out what is cold
TIGHTER = 1.3  # times as hot, where musts leave little room
CODE = "rota.solver.annealing.anneal"
SHORTEST = 0.04  # of the time: it is of no use to cool more quickly
LOOKS = 10  # at what was found so far, in the time of one cooling

Over = Callable[[], bool]
Cooling = Callable[[Callable[[], float]], None]


def annealing_of(
    plan: Plan, roster: Roster, seed: int, best: Best
) -> Annealing:
    """Make ready to anneal a rota."""
    make_ready(CODE, best)
    from rota.solver.annealing.anneal import Annealing

    return Annealing(Standing(plan, roster), seed)


class ByAnnealing:
    """Annealing of one plan, as long as it is of use."""

    def __init__(self, plan: Plan, best: Best, budget: Budget) -> None:
        self.problem = plan.problem
        self._plan, self._best, self._budget = plan, best, budget
        self._first = best.report
        self._annealing: Annealing | None = None
        self.probed = self.cooled = 0.0  # how far each is done
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
        start, seed = self._best.report.roster, self._budget.seed
        annealing = annealing_of(self._plan, start, seed, self._best)
        self._offered = annealing.best
        annealing.settle(over)
        self.is_loose = not annealing.worth[0]
        if self._is_of_use:
            annealing.heat(1.0 if self.is_loose else TIGHTER)
            self._annealing = annealing
            self._offer(over)

    def twin(self, number: int) -> ByAnnealing:
        """Give another annealing of what is begun, by another chance."""
        twin = ByAnnealing(self._plan, self._best, self._budget)
        twin.is_loose = self.is_loose
        if self._annealing is not None:
            twin._offered = self._offered
            twin._annealing = self._annealing.twin(self._budget.seed + number)
        return twin

    def keep_on(self, over: Over) -> None:
        """Heat and cool: quickly at first, then in the time there is.

        What is interrupted goes on from where it was.
        """
        annealing = self._annealing
        if annealing is None:
            return
        share = LOOSE if self.is_loose else TIGHT
        self.probed = self._cool(
            annealing.probe, self.probed, PROBE * self._left(share), over
        )
        self.cooled = self._cool(
            annealing.cool, self.cooled, self._left(share), over
        )

    def _left(self, share: float) -> float:
        """Give the seconds until a share of the time is spent."""
        return share * self._budget.seconds - self._best.seconds()

    def _cool(
        self, how: Cooling, done: float, seconds: float, over: Over
    ) -> float:
        """Cool in some seconds, and tell how far that is done in the end."""
        if over() or done == 1:
            return done
        if seconds < SHORTEST * self._budget.seconds:
            return 1.0
        began, share, look = self._best.seconds(), done, done + 1 / LOOKS

        def spent() -> float:
            """Give the share that is done; offer what is found by then."""
            nonlocal share, look
            passed = (self._best.seconds() - began) / seconds
            share = done + (1 - done) * passed
            if share > look:
                look = share + 1 / LOOKS
                self._offer_best()
            return 1.0 if over() else share

        how(spent)
        self._offer(over)
        return min(1.0, share) if over() else 1.0

    def _offer(self, over: Over) -> None:
        """Offer the best rota seen; where the last breaks a must, mend it."""
        self._offer_best()
        if self._annealing and self._annealing.worth[0]:
            start = self._annealing.roster()
            Improver(self._plan, self._best, self._budget, over, start).mend()

    def _offer_best(self) -> None:
        if self._annealing and self._annealing.best < self._offered:
            self._offered = self._annealing.best
            self._best.offer(self._annealing.best_roster())
