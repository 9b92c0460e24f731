"""All schedules of one worker, day by day; the cheapest at any prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from rota.rules.base import Term
from rota.solver.arrays import Ints, Longs, begins, flat, ints
from rota.solver.diagrams.calendar import Calendar
from rota.solver.diagrams.expand import expand
from rota.solver.diagrams.read import Arcs, Fills, cheapest, to_go, up_to
from rota.solver.diagrams.stages import Stage, Stages
from rota.solver.diagrams.sums import NO_END, Tables, TooMuchError

ROOM = 2**16  # states after a day, at most; a power of two

Prices = Mapping[int, int]  # of one unit of each row


@dataclass(frozen=True, slots=True)
class Found:
    """A schedule: its choices, what it costs, and what it gives to others."""

    chosen: list[int]
    cost: int
    gives: Mapping[int, int]


class Diagram:
    """Every lawful schedule of a worker, and what it costs and gives.

    Parameters
    ----------
    calendar
        The worker's plan, by day.
    days
        How many there are.
    rows
        What is shared with others: the terms of each row, by number.
    tables
        Worked out before, for others.
    """

    def __init__(
        self,
        calendar: Calendar,
        days: int,
        rows: Mapping[int, Sequence[Term]],
        tables: Tables,
    ) -> None:
        if any(
            v in calendar.lasting for terms in rows.values() for _, v in terms
        ):
            raise TooMuchError
        stages = Stages(calendar, days, tables).all()
        self._constant = calendar.constant()
        self._arcs = _arcs(stages)
        self._chosen = [one for s in stages for one in s.fillings.chosen]
        self._fillings_at = begins(s.fillings.chosen for s in stages)
        self._way_of = flat(s.way_of for s in stages)
        self._own = np.concatenate([s.fillings.costs for s in stages])
        self._way = np.concatenate(
            [
                stage.way_of + first
                for stage, first in zip(
                    stages, self._arcs.ways_at[:-1], strict=True
                )
            ]
        )
        self._rows = list(rows)
        self._gives = _gives(stages, rows)
        self._which, self._what, self._much = _flat(self._gives, self._rows)

    def cheapest(self, prices: Prices) -> Found | None:
        """Give a schedule that costs the least at prices."""
        fills, least = self._priced(prices)
        if least[0] >= NO_END // 2:
            return None
        line = np.zeros(len(fills.at) - 1, np.int32)
        cheapest(self._arcs, fills, least, line)
        return self._found(line, int(least[0]), prices)

    def up_to(
        self, prices: Prices, most: int, room: int
    ) -> tuple[list[Found], bool]:
        """Give the schedules that cost so much at most at prices.

        No more than there is room for; tells whether these are all.
        """
        fills, least = self._priced(prices)
        lines = np.empty((room, len(fills.at) - 1), np.int32)
        costs = np.empty(room, np.int64)
        most -= self._constant
        count = up_to(self._arcs, fills, least, most, lines, costs)
        found = [
            self._found(line, int(cost), prices)
            for line, cost in zip(lines[:count], costs[:count], strict=True)
        ]
        return found, count <= room

    def _found(self, line: Ints, cost: int, prices: Prices) -> Found:
        """Read a schedule off how each day is filled."""
        gives: dict[int, int] = {}
        for fill in line:
            for row, amount in self._gives[fill].items():
                gives[row] = gives.get(row, 0) + amount
                cost += prices.get(row, 0) * amount
        return Found(
            [choice for fill in line for choice in self._chosen[fill]],
            cost + self._constant,
            {row: amount for row, amount in gives.items() if amount},
        )

    def _priced(self, prices: Prices) -> tuple[Fills, Longs]:
        """Give what each way to fill a day costs, and each state to the end.

        Both are less what is given to others.
        """
        costs = self._costs(prices)
        ways = np.full(int(self._arcs.ways_at[-1]), NO_END, np.int64)
        np.minimum.at(ways, self._way, costs)
        least = np.empty(self._arcs.states_at[-1], np.int64)
        to_go(self._arcs, ways, least)
        return Fills(self._fillings_at, self._way_of, costs), least

    def _costs(self, prices: Prices) -> Longs:
        """Give what each way to fill a day costs by itself, at prices."""
        each = np.array([prices.get(row, 0) for row in self._rows], np.int64)
        worth = each[self._what] * self._much
        return self._own - np.bincount(
            self._which, worth, len(self._own)
        ).astype(np.int64)


def _arcs(stages: Sequence[Stage]) -> Arcs:
    """Follow every state day by day."""
    widest = max(1, *(stage.day.columns for stage in stages))
    into = np.empty((ROOM, widest), np.int16)
    slots = np.empty(2 * ROOM, np.int32)
    states = np.zeros((1, 1), np.int16)
    counts, targets, costs = [1], [], []
    for stage in stages:
        shape = counts[-1], stage.ways
        to, charged = np.empty(shape, np.int32), np.zeros(shape, np.int64)
        count = expand(stage.day, states, counts[-1], into, to, charged, slots)
        if count <= 0:
            raise TooMuchError
        states = into[:count].copy()
        counts.append(count)
        targets.append(to.ravel())
        costs.append(charged.ravel())
    return Arcs(
        states_at=ints(accumulate(counts, initial=0)),
        ways_at=ints(accumulate((s.ways for s in stages), initial=0)),
        arcs_at=np.array(
            [*accumulate(map(len, targets), initial=0)], np.int64
        ),
        targets=np.concatenate(targets),
        costs=np.concatenate(costs),
    )


def _gives(
    stages: Sequence[Stage], rows: Mapping[int, Sequence[Term]]
) -> list[dict[int, int]]:
    """Give by how much each way to fill a day changes which row.

    Counted from nothing chosen.
    """
    of: dict[int, dict[int, None]] = {}  # the rows of each variable
    for row, terms in rows.items():
        for _, v in terms:
            of.setdefault(v, {})[row] = None
    found: list[dict[int, int]] = []
    for stage in stages:
        fillings = stage.fillings
        none = fillings.chosen.index(())
        mine: list[dict[int, int]] = [{} for _ in fillings.chosen]
        here = {row: None for v in fillings.column for row in of.get(v, ())}
        for row in here:
            totals = fillings.total(rows[row])
            totals -= totals[none]
            for fill in np.flatnonzero(totals):
                mine[fill][row] = int(totals[fill])
        found += mine
    return found


def _flat(
    gives: Sequence[Mapping[int, int]], rows: Sequence[int]
) -> tuple[Longs, Longs, Longs]:
    """Give the same as pairs of a way and of a row, with the amounts."""
    place = {row: n for n, row in enumerate(rows)}
    every = np.array(
        [
            (fill, place[row], amount)
            for fill, held in enumerate(gives)
            for row, amount in held.items()
        ],
        np.int64,
    ).reshape(-1, 3)
    return every[:, 0], every[:, 1], every[:, 2]
