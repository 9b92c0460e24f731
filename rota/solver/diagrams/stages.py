"""From a calendar to arrays: what compiled code reads of each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from rota.solver.arrays import IntLines, Ints, Longs, begins, flat_pairs, ints
from rota.solver.diagrams.calendar import Calendar, Fillings, Lasting
from rota.solver.diagrams.expand import FALSE, TRUE, Day
from rota.solver.diagrams.sums import Tables, TooMuchError, Totals

Name = tuple[str, int]  # of what has a column in a state
WIDE = 30_000  # a total beyond it does not fit a column


@dataclass
class Stage:
    """A day, and the ways to fill it: which filling is of which way."""

    day: Day
    fillings: Fillings
    way_of: Longs
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
        self._adds: dict[tuple[int, int], Longs] = {}
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

    def _open_after(self, day: int) -> dict[Name, int]:
        """Give the column of everything that is open after a day."""
        names = [
            _sum_name(one)
            for one in self._sums
            if one.days[0] <= day < one.days[-1]
        ]
        names += [
            _made_name(made)
            for made in self._calendar.lasting.values()
            if made.days[0] <= day < made.days[-1]
        ]
        return {name: n for n, name in enumerate(names)}

    def _stage(self, day: int) -> Stage:
        before, after = self._columns[day], self._columns[day + 1]
        sums = [one for one in self._sums if day in one.after]
        made = [m for m in self._calendar.lasting.values() if day in m.days]
        names = [_sum_name(one) for one in sums]
        touched = {*names, *map(_made_name, made)}
        adds, decides, way_of = self._ways(day, sums, made)
        kept, owed, at, owed_at = self._read(day, sums)
        inputs = self._inputs(day, made)
        parts = self._parts_of(made, sums)
        copies = [
            (column, after[name])
            for name, column in before.items()
            if name in after and name not in touched
        ]
        changes = Day(
            adds=adds,
            before=ints(before.get(name, -1) for name in names),
            after=ints(after.get(name, -1) for name in names),
            at=at,
            owed_at=owed_at,
            kept=kept,
            owed=owed,
            copies=flat_pairs([copies]),
            makes=self._makes(day, made),
            decides=decides,
            inputs=flat_pairs(inputs),
            inputs_at=begins(inputs),
            parts=flat_pairs(parts),
            parts_at=begins(parts),
            columns=len(after),
        )
        return Stage(changes, self._fillings[day], way_of, len(adds))

    def _ways(
        self, day: int, sums: Sequence[_Sum], made: Sequence[Lasting]
    ) -> tuple[IntLines, IntLines, Longs]:
        """Give what each way adds and decides; which filling is of which.

        What does the same is one way.
        """
        fillings, middle = self._fillings[day], len(sums)
        every = np.zeros((len(fillings.chosen), middle + len(made)), np.int32)
        for n, one in enumerate(sums):
            every[:, n] = self._adds[one.gauge, day]
        for n, m in enumerate(made, middle):
            alone = m.alone.get(day, ())
            every[:, n] = fillings.has(alone, self._is_or(m.number))
        unlike, way_of = np.unique(every, axis=0, return_inverse=True)
        return (
            np.ascontiguousarray(unlike[:, :middle]),
            np.ascontiguousarray(unlike[:, middle:]),
            way_of.ravel(),
        )

    def _makes(self, day: int, made: Sequence[Lasting]) -> IntLines:
        """Give what is to be known of each variable that is not known yet."""
        before, after = self._columns[day], self._columns[day + 1]
        found = np.zeros((len(made), 6), np.int32)
        for n, m in enumerate(made):
            name, is_or = _made_name(m), self._is_or(m.number)
            found[n] = (
                before.get(name, -1),
                after.get(name, -1),
                TRUE if is_or else FALSE,
                FALSE if is_or else TRUE,
                day == m.days[-1],
                m.number in self._calendar.inputs,
            )
        return found

    def _inputs(
        self, day: int, made: Sequence[Lasting]
    ) -> list[list[tuple[int, int]]]:
        """Give which others decide each variable, and by being what."""
        place = {m.number: n for n, m in enumerate(made)}
        return [
            [
                (place[abs(x)], self._truth(m.number, x))
                for x in m.nested.get(day, ())
            ]
            for m in made
        ]

    def _parts_of(
        self, made: Sequence[Lasting], sums: Sequence[_Sum]
    ) -> list[list[tuple[int, int]]]:
        """Give the sums that each variable is in, with its coefficients."""
        place = {one.gauge: n for n, one in enumerate(sums)}
        return [
            [(place[gauge], c) for gauge, c in self._parts.get(m.number, ())]
            for m in made
        ]

    def _is_or(self, number: int) -> bool:
        return self._calendar.variables[number].op == "or"

    def _truth(self, number: int, literal: int) -> int:
        """Give what an input must be known to be to decide a variable."""
        return TRUE if (literal > 0) == self._is_or(number) else FALSE

    def _read(
        self, day: int, sums: Sequence[_Sum]
    ) -> tuple[Ints, Longs, Ints, Ints]:
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
        none: list[Longs] = [np.zeros(0, np.int64)]
        return (
            np.concatenate([*none, *kept]).astype(np.int32),
            np.concatenate([*none, *owed]),
            ints(at),
            ints(owed_at),
        )

    def _table(self, one: _Sum, day: int) -> tuple[Longs, Longs, int]:
        """Give what each total amounts to, and which total is the first."""
        so_far, to_come = one.after[day]
        gauges = self._calendar.gauges
        at = gauges.at[one.gauge]
        first, last = so_far[0], so_far[-1]
        if last - first > WIDE or max(abs(first), abs(last)) > WIDE:
            raise TooMuchError
        least, most = one.limits
        bills = gauges.bills[at + least : at + most + 1]
        kept, owed = self._tables.merged(bills, least, so_far, to_come)
        return kept, owed, first


def _sum_name(one: _Sum) -> Name:
    return "sum", one.gauge


def _made_name(made: Lasting) -> Name:
    return "made", made.number
