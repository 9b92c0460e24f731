"""A rota annealed: settled at once, then heated, and cooled slowly."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rota.roster import Roster
from rota.solver.annealing.dice import dice
from rota.solver.annealing.table import VALUE, Longs, table_of
from rota.solver.annealing.walk import walk, weigh_all
from rota.solver.linear import Worth
from rota.solver.standing import Standing

CHUNK = 20_000  # moves at a time: about a tenth of a second
SETTLING = 2  # moves for each choice, at least, between two looks at the gain
SETTLED = 0.01  # of the cost: a smaller gain is none
MUST = 6_000_000  # of a step by which a must is broken, £1,000 here
SAMPLE = 200_000  # moves that are tried for what they would cost
LIKELY = 0.2  # of the dearer ones cost less than what is taken as the measure
HOT = 0.3  # of the measure, at first
COLD = 1 / 16  # of what is hot, at last
HARD = 8  # times what is hot: a step by which a must is broken, while cooling
DEARER = 1.05  # times that, after a walk at whose end a must is broken
CHEAPER = 0.97  # after one at whose end none is
DEAREST = 4  # times what it was at first, and no more: nothing would move
NOTHING = 1e-6  # a temperature at which no dearer move is taken

NO_RISES: Longs = np.zeros(1, np.int64)


class Annealing:
    """One rota and the chance by which it changes.

    Parameters
    ----------
    standing
        The rota to begin from; it is left as it is.
    seed
        Any whole number. The same moves from the same seed end the same.
    """

    def __init__(self, standing: Standing, seed: int) -> None:
        self._plan = standing.plan
        self._table = table_of(standing)
        self._dice = dice(seed)
        self._tick = 0
        self._cost, self._broken = weigh_all(self._table)
        self.hot = 0.0
        self._best: Worth = self.worth
        self._first = self._best
        self._values = self._table.variables[:, VALUE].copy()

    @property
    def moves(self) -> int:
        """Give how many moves were drawn so far."""
        return self._tick

    @property
    def choices(self) -> int:
        """Give how many choices there are."""
        return len(self._table.choices)

    @property
    def worth(self) -> Worth:
        """Give the steps by which musts are broken beyond, and the cost."""
        return self._broken, self._cost

    @property
    def best(self) -> Worth:
        """Give the same of the best rota seen."""
        return self._best

    @property
    def has_gained(self) -> bool:
        """Tell whether the best rota seen is better than the first."""
        return self._best < self._first

    def best_roster(self) -> Roster:
        """Give the best rota seen."""
        return self._plan.roster([int(value) for value in self._values])

    def roster(self) -> Roster:
        """Give the rota as it stands."""
        values = self._table.variables[:, VALUE]
        return self._plan.roster([int(value) for value in values])

    def settle(self, over: Callable[[], bool]) -> None:
        """Take no dearer move, until little is gained by more of them.

        A must may be broken at a price first, and at none after: where people
        may not work a day by itself, the first day must be one.
        """
        self._settle(MUST, over)
        self._settle(MUST * MUST, over)

    def _settle(self, must: float, over: Callable[[], bool]) -> None:
        moves = max(CHUNK, SETTLING * self.choices)
        gained = 1.0
        while gained > SETTLED and not over():
            was = self._cost + MUST * self._broken
            self._walk(moves, NOTHING, must)
            now = self._cost + MUST * self._broken
            gained = (was - now) / max(1, was)

    def heat(self) -> None:
        """Take the measure of what moves cost, as the rota stands settled."""
        rises = np.zeros(SAMPLE, np.int64)
        self._walk(SAMPLE, NOTHING, MUST * MUST, rises)
        seen = np.sort(rises[1 : 1 + rises[0]])
        if len(seen):
            self.hot = HOT * float(seen[int(LIKELY * len(seen))])

    def cool(self, spent: Callable[[], float]) -> None:
        """Cool from hot to cold, while `spent` goes from 0 to 1."""
        least = must = HARD * self.hot
        while self.hot and (share := spent()) < 1:
            self._walk(CHUNK, self.hot * COLD**share, must)
            must *= DEARER if self._broken else CHEAPER
            must = min(max(least, must), DEAREST * least)
        self._walk(CHUNK, NOTHING, MUST * MUST)

    def _walk(
        self,
        moves: int,
        temperature: float,
        must: float,
        rises: Longs = NO_RISES,
    ) -> None:
        """Walk, and remember the best rota at the end of a walk.

        Where there is nothing to choose, nothing is done.
        """
        if not self.choices:
            return
        cost, broken = walk(
            self._table,
            self._dice,
            moves,
            self._tick,
            temperature,
            float(must),
            rises,
        )
        self._tick += moves
        self._cost += cost
        self._broken += broken
        if self.worth < self._best:
            self._best = self.worth
            np.copyto(self._values, self._table.variables[:, VALUE])
