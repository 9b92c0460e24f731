"""What totals of a sum amount to: which differ, by what can still come."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rota.solver.arrays import Longs

NO_END = 2**62  # of a cost: no schedule has one so high
FORBIDDEN = -(2**15)  # the total kept, where none is lawful any more
LARGE = 2_000_000  # pairs of what is and what is to come: more take too long


class TooMuchError(Exception):
    """What somebody can do has too many sides for a diagram."""


class Reach:
    """The totals that a sum can have, as a set of whole numbers."""

    __slots__ = ("bits", "low")

    def __init__(self, bits: int = 1, low: int = 0) -> None:
        self.bits, self.low = bits, low

    def plus(self, some: Iterable[int]) -> Reach:
        """Give the totals after one of some numbers is added."""
        every = set(some)
        least = min(every)
        bits = 0
        for one in every:
            bits |= self.bits << (one - least)
        return Reach(bits, self.low + least)

    def totals(self) -> Totals:
        """Give them in order."""
        found, bits, at = [], self.bits, self.low
        while bits:
            skip = (bits & -bits).bit_length() - 1
            bits >>= skip
            at += skip
            found.append(at)
            bits >>= 1
            at += 1
        return tuple(found)


Steps = tuple[frozenset[int], ...]  # what each day can add to a sum
Lasting = tuple[tuple[int, int, int], ...]  # a coefficient, first day and last
Totals = tuple[int, ...]


class Tables:
    """What was worked out of sums, for all that are alike."""

    def __init__(self) -> None:
        self._reach: dict[
            tuple[Steps, Lasting], list[tuple[Totals, Totals]]
        ] = {}
        self._merged: dict[object, tuple[Longs, Longs]] = {}

    def reach(
        self, steps: Steps, lasting: Lasting
    ) -> list[tuple[Totals, Totals]]:
        """Give the totals so far and to come after each day.

        Parameters
        ----------
        steps
            What each day can add by itself.
        lasting
            What is added where several days make it so: how much, and the
            places of the first and the last of these days.
        """
        key = steps, lasting
        if key not in self._reach:
            self._reach[key] = [
                _reach(steps, lasting, day) for day in range(len(steps))
            ]
        return self._reach[key]

    def merged(
        self, bills: Longs, least: int, so_far: Totals, to_come: Totals
    ) -> tuple[Longs, Longs]:
        """Tell which totals so far are alike whatever comes.

        Parameters
        ----------
        bills
            What each total costs, and how many steps a must is broken.
        least
            The total that the first of these is of.
        so_far, to_come
            The totals there can be.

        Returns
        -------
            For each total from the first that there can be to the last, the
            first that is like it, and what it costs at least.
        """
        key = bills.tobytes(), least, so_far, to_come
        if key not in self._merged:
            first, last = so_far[0], so_far[-1]
            kept = np.full(last - first + 1, FORBIDDEN, np.int64)
            owed = np.zeros(last - first + 1, np.int64)
            where = np.array(so_far) - first
            kept[where], owed[where] = _merged(bills, least, so_far, to_come)
            self._merged[key] = kept, owed
        return self._merged[key]


def _reach(steps: Steps, lasting: Lasting, day: int) -> tuple[Totals, Totals]:
    """Give the totals after a day, and what can be added to them.

    A total that stands for others may have counted a variable that is not
    known yet in truth, and counts it again: so it is counted so far on each
    day that can make it true.
    """
    so_far, to_come = Reach(), Reach()
    for n, some in enumerate(steps[: day + 1]):
        so_far = so_far.plus(some)
        for coefficient, first, last in lasting:
            if first <= n <= last:
                so_far = so_far.plus((0, coefficient))
    for some in steps[day + 1 :]:
        to_come = to_come.plus(some)
    for coefficient, _, last in lasting:
        if last > day:
            to_come = to_come.plus((0, coefficient))
    found = so_far.totals(), to_come.totals()
    if len(found[0]) * len(found[1]) > LARGE:
        raise TooMuchError
    return found


def _merged(
    bills: Longs, least: int, so_far: Totals, to_come: Totals
) -> tuple[Longs, Longs]:
    totals = np.add.outer(so_far, to_come) - least
    is_none = (totals < 0) | (totals >= len(bills))
    totals[is_none] = 0
    is_none |= bills[totals, 1] > 0
    costs = np.where(is_none, NO_END, bills[totals, 0])
    owed = costs.min(axis=1)
    beside = np.where(costs < NO_END, costs - owed[:, None], NO_END)
    first: dict[bytes, int] = {}
    kept = [
        first.setdefault(row.tobytes(), total)
        for row, total in zip(beside, so_far, strict=True)
    ]
    return np.where(owed < NO_END, kept, FORBIDDEN), owed
