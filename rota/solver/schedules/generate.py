"""Column generation: schedules are added until no cheaper mix is left."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Mapping,
    Sequence,
)
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import gcd

from rota.checker import Report
from rota.roster import Roster
from rota.solver.best import Best
from rota.solver.crew import Crew
from rota.solver.diagrams.sums import Tables
from rota.solver.oneshot import Budget, timer
from rota.solver.plan import Plan
from rota.solver.schedules.guess import first_guess
from rota.solver.schedules.master import TINY, Duals, Master, whole_prices
from rota.solver.schedules.own import Own, Priced, Prices, Schedule
from rota.solver.schedules.split import Split

TICKS = 1.0  # of one search: nearly all are proved within a tenth of it
KEEP = 0.5  # of the prices that were, each time: they jump less
KEEP_GUESS = 0.9  # the same in the first round, after a guess
SWEEP = 3  # rounds; then everybody at the same prices, for a bound
A_THREAD = 3  # workers priced before the mix is solved again
ROUNDS = 4  # a mix of fewer is not worth having
FAR = 0.5  # of the value, unproved: a rota of such a mix is not worth having
CAPS = (256, 64, 16, 4, 1)  # slack costs at most what is dearest, so divided
ROUGHLY = (
    0.02  # of the value: as near as the mix need be while slack is capped
)
LATE = 0.7  # of the time, left when a mix is not to be far from proved
NEAR = 5e-4  # of the value: nearer than that, no more schedules are sought
NEAR_AT_BEST = 5e-5  # the same where a round takes no time to speak of


@dataclass(frozen=True, slots=True)
class Proof:
    """Prices that prove a bound, and each worker's cheapest at these."""

    prices: Prices
    each: Mapping[str, float]


class Generation:
    """The schedules of every worker of a plan, and the best mix of them.

    Parameters
    ----------
    plan
        What to decide.
    seed
        Of the searches.
    left
        Tells how many seconds are left.
    raised
        Called with each proven bound, in sixtieths of a penny.
    crew
        The threads that may search.
    diagrams
        Whether everybody must have a diagram of all schedules, or nobody may;
        None: whoever can has one.

    Raises
    ------
    TooMuchError
        Somebody who must have a diagram cannot.
    """

    def __init__(
        self,
        plan: Plan,
        seed: int,
        left: Callable[[], float],
        raised: Callable[[int], None],
        crew: Crew,
        *,
        diagrams: bool | None = None,
    ) -> None:
        self.plan = plan
        self.split = Split(plan)
        self.seed, self.left, self._raised = seed, left, raised
        self.crew = crew
        tables = None if diagrams is False else Tables()
        self.own = {
            worker_id: Own(self.split, worker_id, tables, must=bool(diagrams))
            for worker_id, choices in self.split.choices.items()
            if choices
        }
        self.master = Master(self.split.joint, self.own)
        self.constant = self._cost_of_the_rest()
        self.unit = _unit(self.split) or 1
        self._queue = deque(self.own)
        self._turns = self.rounds = 0
        self._centre: Duals | None = None
        self._duals: Duals | None = None  # None: to be solved for again
        self._keep = KEEP
        self.bound = -math.inf
        self.proof: Proof | None = None
        self.is_settled = False
        self._known: Report | None = None  # of which the schedules were added

    @property
    def workers(self) -> Collection[str]:
        """Those who have a choice."""
        return self.own.keys()

    def _cost_of_the_rest(self) -> int:
        """Give what costs something and no schedule changes."""
        changed = {n for own in self.own.values() for n in own.numbers}
        return sum(
            self.split.cost_as_it_is(n) for n in self.split.alone - changed
        )

    def begin(self) -> bool:
        """Let everybody have nothing; tell whether no must forbids that."""
        for own in self.own.values():
            nothing = own.with_chosen(())
            if nothing is None:
                return False
            self.add([nothing])
        return True

    def guess(self, seconds: float) -> None:
        """Take first prices from the linear plan."""
        self._centre = first_guess(self.plan, self.split, seconds)
        if self._centre is not None:
            self._keep = KEEP_GUESS

    def learn(self, roster: Roster) -> list[Schedule]:
        """Add the schedules of a rota that are lawful, and give them."""
        chosen = self.plan.chosen(roster)
        found = []
        for worker_id, own in self.own.items():
            mine = chosen & set(self.split.choices[worker_id])
            schedule = own.with_chosen(mine)
            if schedule is not None:
                self.add([schedule])
                found.append(self.master.known(schedule))
        return found

    def roster(self, schedules: Iterable[Schedule]) -> Roster:
        """Give the rota of a schedule for each."""
        standing = self.split.standing
        every = (v for held in schedules for v in held.chosen)
        undo = standing.change(dict.fromkeys(every, 1))
        roster = standing.roster()
        standing.restore(undo)
        return roster

    def settle(self, best: Best) -> bool:
        """Add schedules until the mix is nearly proved, or it is over.

        Those of the best rota so far are added too. Tells whether there is a
        mix worth having: not where a few rounds take longer than there is, or
        where its bound is still far when half of it is gone.
        """
        self.crew.borrow()
        if self._centre is not None:
            self.sweep(self._centre)
        if self.is_quick:
            self._settle_at_once(best)
        else:
            self._settle_by_turns(best)
        return self.is_settled or not self._is_far

    def _settle_at_once(self, best: Best) -> None:
        """Price everybody at the same prices each time, capped at first."""
        for times in CAPS:
            self.master.cap(self.master.dearest / times)
            self._duals = None
            self.is_settled = False
            while not (self.is_over or self.is_settled):
                self._learn_anew(best)
                self.sweep(self._next_duals())
                if times > 1 and self.to_prove < ROUGHLY * abs(self.value):
                    break
        self._duals = None
        self._next_duals()

    def _settle_by_turns(self, best: Best) -> None:
        """Price a few at a time, and everybody every so many rounds."""
        late = LATE * self.left()
        while not (self.is_over or self.is_settled):
            for _ in range(SWEEP):
                self._learn_anew(best)
                seconds = timer()
                self._round()
                if self._is_hopeless(seconds()):
                    return
            self.sweep(self._next_duals())
            if self._is_far and self.left() < late:
                return

    def _learn_anew(self, best: Best) -> None:
        """Add the schedules of the best rota so far, if it is another."""
        if best.report is not self._known:
            self._known = best.report
            self.learn(self._known.roster)

    def _is_hopeless(self, seconds: float) -> bool:
        """Tell whether too few rounds are left, by how long one takes."""
        self.rounds += 1
        if not self.crew.is_complete or self.rounds > ROUNDS:
            return False
        return seconds * (ROUNDS - self.rounds) > self.left()

    @property
    def value(self) -> float:
        """Give what the mix costs."""
        return self.master.value + self.constant

    @property
    def _is_far(self) -> bool:
        """Tell whether so much of what the mix costs is unproved."""
        return self.value - self.bound >= FAR * abs(self.value)

    @property
    def is_over(self) -> bool:
        """Tell whether there is no time left."""
        return self.left() <= 0

    def _round(self) -> None:
        """Find schedules for everybody in turn, at the prices of each turn."""
        end = self._turns + len(self.own)
        while self._turns < end and not self.is_over:
            turn = list(islice(self._queue, self._turn))
            self._queue.rotate(-len(turn))
            self._turns += len(turn)
            prices, _ = whole_prices(self.split.joint, self._next_duals())
            for priced in self._price(turn, prices):
                self.add(priced.schedules)
        self._keep = KEEP

    def price(self, workers: Sequence[str]) -> bool:
        """Find schedules at these prices; tell whether some are new."""
        self._duals = self.master.solve()
        prices, _ = whole_prices(self.split.joint, self._duals)
        found = self._price(workers, prices)
        return self.add(s for priced in found for s in priced.schedules)

    def sweep(self, duals: Duals) -> None:
        """Price everybody at the same prices, which proves a bound."""
        prices, bound = whole_prices(self.split.joint, duals)
        found = self._price(list(self.own), prices)
        if len(found) < len(self.own):
            return
        is_new = self.add(s for priced in found for s in priced.schedules)
        bounds = [-math.inf if p.bound is None else p.bound for p in found]
        each = dict(zip(self.own, bounds, strict=True))
        self._prove(bound + sum(bounds) + self.constant, prices, each)
        self._duals = self._duals or self.master.solve()
        self.is_settled = self._is_near() or not (
            is_new or self._has_moved(duals)
        )

    def _is_near(self) -> bool:
        """Tell whether no rota of other schedules could be much cheaper."""
        if not math.isfinite(self.bound):
            return False
        share = NEAR_AT_BEST if self.is_quick else NEAR
        allowed = share * abs(self.value)
        if self.unit > allowed:
            return self.rounded(self.bound) >= self.value - TINY * self.unit
        return self.value - self.bound <= allowed

    @property
    def to_prove(self) -> float:
        """Give what the mix costs above what is proved; nothing if unknown."""
        if not math.isfinite(self.bound):
            return 0.0
        return max(0.0, self.value - self.bound)

    def _has_moved(self, duals: Duals) -> bool:
        """Tell whether the prices of the mix are others than these."""
        now = self._duals or duals
        return any(
            abs(a - b) > 1.0
            for a, b in zip(duals.sides, now.sides, strict=True)
        )

    def _prove(
        self, bound: float, prices: Prices, each: Mapping[str, float]
    ) -> None:
        if bound > self.bound:
            self.bound = bound
            self.proof = Proof(prices, each)
            self._raised(self.rounded(bound))

    def rounded(self, bound: float) -> int:
        """Give the bound of a rota, which costs no part of a unit."""
        return math.ceil(bound / self.unit) * self.unit

    def _next_duals(self) -> Duals:
        """Solve the master again, and go a part of the way to its prices."""
        if self._duals is None:
            self._duals = self.master.solve()
        if self._centre is None:
            self._centre = self._duals
        self._centre = self._centre.towards(self._duals, 1 - self._keep)
        return self._centre

    @cached_property
    def is_quick(self) -> bool:
        """Tell whether everybody's cheapest schedule is found at once."""
        return all(own.is_diagram for own in self.own.values())

    @property
    def _turn(self) -> int:
        """How many are priced at once: a few a thread, so that none waits."""
        if self.is_quick:
            return len(self.own)
        return 1 if self.crew.size == 1 else A_THREAD * self.crew.size

    def _price(self, workers: Sequence[str], prices: Prices) -> list[Priced]:
        """Find schedules of workers side by side, until it is over."""
        found: list[Priced] = []
        while len(found) < len(workers) and not self.is_over:
            turn = workers[len(found) : len(found) + self._turn]
            with ThreadPoolExecutor(self.crew.size) as pool:
                found += pool.map(lambda w: self._search(w, prices), turn)
        return found

    def _search(self, worker_id: str, prices: Prices) -> Priced:
        begin = self.master.cheapest(worker_id, prices)
        budget = Budget(60.0, self.seed, ticks=TICKS, patch=True, probe=True)
        return self.own[worker_id].cheapest(prices, budget, begin)

    def add(self, schedules: Iterable[Schedule]) -> bool:
        """Add schedules to the mix; tell whether some are new."""
        added = [self.master.add(schedule) for schedule in schedules]
        if any(added):
            self._duals = None
        return any(added)


def _unit(split: Split) -> int:
    """Give the unit in which every rota's cost is whole."""
    standing = split.standing
    return gcd(
        *(
            cost * slot.step
            for slot, slack in zip(
                standing.slots, standing.slacks, strict=True
            )
            for cost, _ in slot.pieces(slack)
        )
    )
