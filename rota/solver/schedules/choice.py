"""The best choice among all schedules that a better rota could be made of.

Where everybody's cheapest schedules prove a bound, nobody in a better rota
has one that costs more above their cheapest than that rota may cost above the
bound. Where there are few of those, a programme of yes and no over them is
soon solved, and what it proves holds for every rota.
"""

from __future__ import annotations

from collections.abc import Callable

from rota.solver.best import Best
from rota.solver.schedules.generate import Generation, Proof
from rota.solver.schedules.near import near

TICKS = 0.02  # for the schedules of one worker, found by the hundred
SECONDS = 7.0  # what a tick of that takes, about
EACH = 50  # schedules of a worker, the cheapest: a choice for seconds
CLOSE = 0.01  # of the cost, at most, between the rota known and the bound
NEARER = 0.9  # of what was between them when a choice took too long


class Choice:
    """Chooses again, among more, until a choice takes too long.

    From then on it waits until there is less to choose from.

    Parameters
    ----------
    generation
        The schedules known, and what proves the bound.
    best
        The best rota so far.
    left
        Gives the seconds that a choice may take.
    threads
        Of the search for schedules.
    """

    def __init__(
        self,
        generation: Generation,
        best: Best,
        left: Callable[[], float],
        threads: int,
    ) -> None:
        self._generation, self._best = generation, best
        self._left, self._threads = left, threads
        self._between = CLOSE
        self._ticks, self._each = TICKS, EACH

    def try_again(self) -> None:
        """Choose, if few schedules are left to choose from."""
        proof = self._generation.proof
        beyond, worth = self._best.scale.worth(self._best.report)
        most = worth - self._generation.unit - self._generation.bound
        between = most / max(1, worth)
        if proof is None or beyond or not 0 <= between <= self._between:
            return
        if self._takes() > self._left():
            return
        if self._choose(proof, most, worth):
            self._ticks *= 2
            self._each *= 2
        else:
            self._between = NEARER * between
            self._each = max(EACH, self._each // 2)

    def _takes(self) -> float:
        """Give about how many seconds it takes to find the schedules."""
        if self._generation.is_quick:
            return 0.0
        workers = len(self._generation.workers)
        return SECONDS * self._ticks * workers / self._threads

    def _choose(self, proof: Proof, most: float, worth: int) -> bool:
        """Choose; tell whether that was done in time."""
        generation = self._generation
        held, is_all = near(generation, proof, most, self._each, self._ticks)
        known = generation.learn(self._best.report.roster)
        whole = generation.master.whole(
            {*held, *known}, set(known), self._left()
        )
        if whole.schedules:
            self._best.offer(generation.roster(whole.schedules))
        if is_all:
            proved = generation.rounded(whole.bound + generation.constant)
            self._best.raise_bound(min(proved, worth))
        return whole.is_proved
