"""A rota annealed: settled at once, then heated, and cooled slowly."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

import numpy as np

from rota.roster import Roster
from rota.solver.annealing.dice import dice
from rota.solver.annealing.table import (
    VALUE,
    table_of,
)
from rota.solver.annealing.walk import walk, weigh_all
from rota.solver.arrays import Longs
from rota.solver.linear import Worth
from rota.solver.standing import Standing

CHUNK = 20_000  # moves at a time: about a tenth of a second
SETTLING = 2  # moves for each choice, at least, between two looks at the gain
SETTLED = 0.01  # of the cost: a smaller gain is none
MUST = 6_000_000  # of a step by which a must is broken, £1,000 here
SAMPLE = 200_000  # moves that are tried for what they would cost
LIKELY = 0.2  # of the dearer ones cost less than what is taken as the measure
WITH_SESSIONS = 0.4  # the same: to give one at another time costs little
HOT = 0.3  # of the measure, at first
COLD = 1 / 16  # of what is hot, at last, until it is known better
HALVINGS = 9  # of the temperature, at most, to find out what is cold
FROZEN = 0.02  # of the cost: halving the temperature gains no more
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
        self.hot = self.cold = 0.0  # in sixtieths of a penny
        self._best: Worth = self.worth
        self._first = self._best
        self._values = self._table.scene.variables[:, VALUE].copy()

    def twin(self, seed: int) -> Annealing:
        """Give another of the same rota and the same measure, by itself."""
        twin, table = copy(self), self._table
        twin._table = table._replace(
            scene=table.scene._replace(variables=table.scene.variables.copy()),
            gauges=table.gauges.copy(),
            rows=table.rows.copy(),
            slots=table.slots.copy(),
        )
        twin._values = self._values.copy()
        twin._dice = dice(seed)
        return twin

    @property
    def moves(self) -> int:
        """Give how many moves were drawn so far."""
        return self._tick

    @property
    def choices(self) -> int:
        """Give how many choices there are."""
        return len(self._table.scene.choices)

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
        values = self._table.scene.variables[:, VALUE]
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

    def heat(self, times: float = 1.0) -> None:
        """Take the measure of what moves cost, as the rota stands settled.

        What is hot is so many times the measure.
        """
        rises = np.zeros(SAMPLE, np.int64)
        self._walk(SAMPLE, NOTHING, MUST * MUST, rises)
        seen = np.sort(rises[1 : 1 + rises[0]])
        if len(seen):
            is_plain = self._table.scene.shifts == self.choices
            likely = LIKELY if is_plain else WITH_SESSIONS
            measure = float(seen[int(likely * len(seen))])
            self.hot = times * HOT * measure
            self.cold = COLD * self.hot

    def probe(self, spent: Callable[[], float]) -> None:
        """Cool quickly, while `spent` goes from 0 to 1, to see what is cold.

        That is where cooling further gains little. Where small prices make up
        much of the cost, it comes long after the large ones are settled.
        """
        for n in range(HALVINGS):
            was, warm = self._cost, self.hot / 2**n
            self.cold = warm / 2
            self._cool(warm, _part(spent, n))
            if 0 < was - self._cost < FROZEN * was:
                break
        self._walk(CHUNK, NOTHING, MUST * MUST)

    def cool(self, spent: Callable[[], float]) -> None:
        """Cool from hot to cold, while `spent` goes from 0 to 1."""
        self._cool(self.hot, spent)
        self._walk(CHUNK, NOTHING, MUST * MUST)

    def _cool(self, warm: float, spent: Callable[[], float]) -> None:
        least = must = HARD * self.hot
        while self.hot and (share := spent()) < 1:
            temperature = warm * (self.cold / warm) ** share
            self._walk(CHUNK, temperature, must)
            must *= DEARER if self._broken else CHEAPER
            must = min(max(least, must), DEAREST * least)

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
            np.copyto(self._values, self._table.scene.variables[:, VALUE])


def _part(spent: Callable[[], float], number: int) -> Callable[[], float]:
    """Tell how much is spent of one of the parts of a probe."""
    return lambda: HALVINGS * spent() - number
