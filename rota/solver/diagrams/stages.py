"""From a calendar to arrays: what compiled code reads of each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from rota.solver.annealing.table import IntLines, Ints
from rota.solver.diagrams.calendar import Calendar, Fillings
from rota.solver.diagrams.expand import FALSE, TRUE, Day
from rota.solver.diagrams.sums import Tables, TooMuchError, Totals


@dataclass
class Stage:
    """A day, and the ways to fill it: which filling is of which way."""

    day: Day
    fillings: Fillings
    way_of: NDArray[np.int64]
    ways: int


@dataclass
class _Sum:
    """A sum that several days change, and how far it can come by each."""

    gauge: int
    days: list[int]
    limits: tuple[int, int]
    after: dict[int, tuple[Totals, Totals]] = field(default_factory=dict)


class Stages:
    """Makes the stages of a calendar; tables are shared by all workers."""

    def __init__(self, calendar: Calendar, days: int, tables: Tables) -> None:
        self._calendar, self._tables = calendar, tables
        self._fillings = [calendar.fillings(day) for day in range(days)]
        self._adds: dict[tuple[int, int], NDArray[np.int64]] = {}
        self._sums = [
            self._sum(gauge, terms)
            for gauge, terms in enumerate(calendar.gauges.terms)
            if len(calendar.days_of(terms)) > 1
        ]
        self._parts: dict[int, list[tuple[int, int]]] = {}
        for one in self._sums:
            for c, v in calendar.gauges.terms[one.gauge]:
                if v in calendar.lasting:
                    self._parts.setdefault(v, []).append((one.gauge, c))
        self._columns = [self._open_after(day) for day in range(-1, days)]

    def all(self) -> list[Stage]:
        """Give the stages, day by day."""
        return [self._stage(day) for day in range(len(self._fillings))]

    def _sum(self, gauge: int, terms: Sequence[tuple[int, int]]) -> _Sum:
        days = self._calendar.days_of(terms)
        least = sum(c for c, _ in terms if c < 0)
        most = sum(c for c, _ in terms if c > 0)
        found = _Sum(gauge, days, (least, most))
        for d in days:
            self._adds[gauge, d] = self._fillings[d].total(terms)
        steps = tuple(frozenset(self._adds[gauge, d].tolist()) for d in days)
        lasting = tuple(
            (c, days.index(made.days[0]), days.index(made.days[-1]))
            for c, made in (
                (c, self._calendar.lasting[v])
                for c, v in terms
                if v in self._calendar.lasting
            )
        )
        reach = self._tables.reach(steps, lasting)
        found.after = dict(zip(days, reach, strict=True))
        return found

    def _open_after(self, day: int) -> dict[tuple[str, int], int]:
        """Give the column of everything that is open after a day."""
        names = [
            ("sum", one.gauge)
            for one in self._sums
            if one.days[0] <= day < one.days[-1]
        ]
        names += [
            ("made", made.number)
            for made in self._calendar.lasting.values()
            if made.days[0] <= day < made.days[-1]
        ]
        return {name: n for n, name in enumerate(names)}

    def _stage(self, day: int) -> Stage:
        calendar = self._calendar
        before, after = self._columns[day], self._columns[day + 1]
        sums = [one for one in self._sums if day in one.after]
        made = [m for m in calendar.lasting.values() if day in m.days]
        place = {m.number: n for n, m in enumerate(made)}
        fillings = self._fillings[day]
        every = np.zeros(
            (len(fillings.chosen), len(sums) + len(made)), np.int32
        )
        for n, one in enumerate(sums):
            every[:, n] = self._adds[one.gauge, day]
        for n, m in enumerate(made, len(sums)):
            every[:, n] = fillings.has(
                m.alone.get(day, ()), self._is_or(m.number)
            )
        unlike, way_of = np.unique(every, axis=0, return_inverse=True)
        kept, owed, at, owed_at = self._read(day, sums)
        touched = {("sum", one.gauge) for one in sums}
        touched |= {("made", m.number) for m in made}
        inputs = [
            [
                (place[abs(x)], self._truth(m.number, x))
                for x in m.nested.get(day, ())
            ]
            for m in made
        ]
        sum_at = {one.gauge: n for n, one in enumerate(sums)}
        parts = [
            [(sum_at[gauge], c) for gauge, c in self._parts.get(m.number, ())]
            for m in made
        ]
        stage = Day(
            adds=np.ascontiguousarray(unlike[:, : len(sums)], np.int32),
            before=_ints(before.get(("sum", s.gauge), -1) for s in sums),
            after=_ints(after.get(("sum", s.gauge), -1) for s in sums),
            at=at,
            owed_at=owed_at,
            kept=kept,
            owed=owed,
            copies=_pairs(
                (column, after[name])
                for name, column in before.items()
                if name in after and name not in touched
            ),
            makes=np.array(
                [
                    (
                        before.get(("made", m.number), -1),
                        after.get(("made", m.number), -1),
                        TRUE if self._is_or(m.number) else FALSE,
                        FALSE if self._is_or(m.number) else TRUE,
                        day == m.days[-1],
                        m.number in calendar.inputs,
                    )
                    for m in made
                ],
                np.int32,
            ).reshape(-1, 6),
            decides=np.ascontiguousarray(unlike[:, len(sums) :], np.int32),
            inputs=_pairs(pair for held in inputs for pair in held),
            inputs_at=_begins(inputs),
            parts=_pairs(pair for held in parts for pair in held),
            parts_at=_begins(parts),
            columns=len(after),
        )
        return Stage(
            stage,
            fillings,
            way_of.ravel(),
            len(unlike),
        )

    def _is_or(self, number: int) -> bool:
        return self._calendar.variables[number].op == "or"

    def _truth(self, number: int, literal: int) -> int:
        """Give what an input must be known to be to decide a variable."""
        return TRUE if (literal > 0) == self._is_or(number) else FALSE

    def _read(
        self, day: int, sums: Sequence[_Sum]
    ) -> tuple[Ints, NDArray[np.int64], Ints, Ints]:
        """Give the tables of the sums that a day changes, end to end."""
        kept, owed, at, owed_at = [], [], [], []
        length = 0
        for one in sums:
            n = one.days.index(day)
            if n:
                table = self._table(one, one.days[n - 1])
                owed.append(table[1])
                kept.append(table[0])
                owed_at.append(length - table[2])
                length += len(table[0])
            else:
                owed_at.append(-1)
            table = self._table(one, day)
            kept.append(table[0])
            owed.append(table[1])
            at.append(length - table[2])
            length += len(table[0])
        none: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
        return (
            np.concatenate([*none, *kept]).astype(np.int32),
            np.concatenate([*none, *owed]),
            _ints(at),
            _ints(owed_at),
        )

    def _table(
        self, one: _Sum, day: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
        """Give what each total amounts to, and which total is the first."""
        so_far, to_come = one.after[day]
        gauges = self._calendar.gauges
        at = gauges.at[one.gauge]
        first, last = so_far[0], so_far[-1]
        if last - first > 30_000 or max(abs(first), abs(last)) > 30_000:
            raise TooMuchError
        least, most = one.limits
        bills = gauges.bills[at + least : at + most + 1]
        kept, owed = self._tables.merged(bills, least, so_far, to_come)
        return kept, owed, first


def _ints(some: Iterable[int]) -> Ints:
    return np.array([*some], np.int32)


def _pairs(some: Iterable[tuple[int, int]]) -> IntLines:
    return np.array([*some], np.int32).reshape(-1, 2)


def _begins(lists: Sequence[Sequence[object]]) -> Ints:
    return _ints(accumulate(map(len, lists), initial=0))
