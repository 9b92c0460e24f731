"""One worker's plan, day by day: ways to fill each, and what they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rota.rules.base import Term
from rota.solver.arrays import IntLines, Longs
from rota.solver.diagrams.sums import TooMuchError
from rota.solver.gauges import Gauges, gauges_of
from rota.solver.linear import Row, Slot, Variable

Bools = NDArray[np.bool_]

FEW = 4  # rows of a must, which are one sum
TOTALS = 100_000  # of one sum, of which few can be reached
MANY = 600  # ways to fill a day, beyond which there is no diagram


@dataclass(frozen=True, slots=True)
class Fillings:
    """Every way to fill a day: the choices, and what rules of it charge.

    `values` has a line for each, and a column for each variable of the day,
    which `column` gives.
    """

    chosen: list[tuple[int, ...]]
    costs: Longs
    values: IntLines
    column: Mapping[int, int]

    def total(self, terms: Sequence[Term]) -> Longs:
        """Add up the terms of this day, for each way to fill it."""
        here = [(c, self.column[v]) for c, v in terms if v in self.column]
        if not here:
            return np.zeros(len(self.chosen), np.int64)
        of = self.values[:, [column for _, column in here]].astype(np.int64)
        return of @ np.array([c for c, _ in here], np.int64)

    def has(self, literals: Sequence[int], wanted: bool) -> Bools:
        """Tell which ways make one of some literals what is wanted."""
        found = np.zeros(len(self.chosen), np.bool_)
        for literal in literals:
            is_true = self.values[:, self.column[abs(literal)]]
            found |= is_true == ((literal > 0) == wanted)
        return found


@dataclass
class Lasting:
    """A variable that several days decide: which, and by what on each."""

    number: int
    days: list[int] = field(default_factory=list)
    alone: dict[int, list[int]] = field(default_factory=dict)
    nested: dict[int, list[int]] = field(default_factory=dict)


class Calendar:
    """The variables and sums of one worker's plan, by day.

    Parameters
    ----------
    variables
        Of the plan.
    day_of
        The day of each choice.
    slots, spares
        Rules and keys, and by how much each is broken anyway.
    """

    def __init__(
        self,
        variables: Sequence[Variable],
        day_of: Mapping[int, int],
        slots: Sequence[Slot],
        spares: Sequence[int],
    ) -> None:
        self.variables = [*variables]
        self._slots: list[Slot] = []
        self._spares: list[int] = []
        for slot, spare in zip(slots, spares, strict=True):
            parts = _parted(self._joined(slot), spare)
            self._slots += parts
            self._spares += [spare] * len(parts)
        self._days: list[frozenset[int]] = [frozenset()] * len(self.variables)
        self.of_day: dict[int, list[int]] = {}
        self.lasting: dict[int, Lasting] = {}
        for number, made in enumerate(self.variables):
            if number in day_of:
                self._days[number] = frozenset({day_of[number]})
            for literal in made.of:
                self._days[number] |= self._days[abs(literal)]
            if len(self._days[number]) == 1:
                (day,) = self._days[number]
                self.of_day.setdefault(day, []).append(number)
            elif self._days[number]:
                self.lasting[number] = self._lasting(number)
        self.gauges: Gauges = gauges_of(self._slots, self._spares, TOTALS)
        if self.gauges.wide:
            raise TooMuchError

    def _joined(self, slot: Slot) -> Slot:
        """Say by one variable whether a rule of many pairs is broken."""
        rows = slot.rows
        off = {row.shortfall([1] * len(self.variables)) for row in rows}
        if len(rows) <= FEW or slot.is_hard or len(off) > 1:
            return slot
        if not all(row.is_clause for row in rows):
            return slot
        every = [
            self._new(Variable("and", tuple(v for _, v in row.terms)))
            for row in rows
        ]
        is_broken = self._new(Variable("or", tuple(every)))
        return slot.of_rows([Row(((off.pop(), is_broken),), None, 0)])

    def _new(self, variable: Variable) -> int:
        self.variables.append(variable)
        return len(self.variables) - 1

    def _lasting(self, number: int) -> Lasting:
        found = Lasting(number, sorted(self._days[number]))
        for literal in self.variables[number].of:
            inner = self._days[abs(literal)]
            held = found.alone if len(inner) == 1 else found.nested
            for day in inner:
                held.setdefault(day, []).append(literal)
        return found

    @cached_property
    def inputs(self) -> set[int]:
        """Give the lasting variables of which others are made."""
        return {
            abs(literal)
            for made in self.lasting.values()
            for held in made.nested.values()
            for literal in held
        }

    def fillings(self, day: int) -> Fillings:
        """Give every way to fill a day that no rule of that day forbids."""
        inside = self.of_day.get(day, [])
        column = {number: n for n, number in enumerate(inside)}
        choices = [n for n in inside if not self.variables[n].of]
        chosen = _subsets(choices, self._conflicts)
        values = self._values(column, chosen)
        every = Fillings(
            chosen, np.zeros(len(chosen), np.int64), values, column
        )
        costs, is_lawful = self._charged(day, every)
        if not is_lawful[0]:  # from which all is counted
            raise TooMuchError
        return Fillings(
            [
                one
                for one, is_kept in zip(chosen, is_lawful, strict=True)
                if is_kept
            ],
            costs[is_lawful],
            values[is_lawful],
            column,
        )

    def _values(
        self, column: Mapping[int, int], chosen: Sequence[Sequence[int]]
    ) -> IntLines:
        """Give the value of each variable of a day, way by way."""
        values = np.zeros((len(chosen), len(column)), np.int32)
        for n, some in enumerate(chosen):
            values[n, [column[choice] for choice in some]] = 1
        for number, at in column.items():
            made = self.variables[number]
            if made.of:
                of = [values[:, column[abs(x)]] == (x > 0) for x in made.of]
                values[:, at] = (
                    np.any(of, axis=0)
                    if made.op == "or"
                    else np.all(of, axis=0)
                )
        return values

    @cached_property
    def _conflicts(self) -> dict[int, set[int]]:
        """Give the choices of its day that a must forbids beside each."""
        found: dict[int, set[int]] = {}
        for slot, spare in zip(self._slots, self._spares, strict=True):
            for row in slot.rows if slot.is_hard else ():
                for a, b in self._forbidden_pairs(row, spare):
                    found.setdefault(a, set()).add(b)
                    found.setdefault(b, set()).add(a)
        return found

    def _forbidden_pairs(
        self, row: Row, spare: int
    ) -> Iterator[tuple[int, int]]:
        if row.lo is not None or row.hi is None:
            return
        if any(c < 0 for c, _ in row.terms):
            return
        by_day: dict[frozenset[int], list[Term]] = {}
        for c, v in row.terms:
            if not self.variables[v].of:
                by_day.setdefault(self._days[v], []).append((c, v))
        for held in by_day.values():
            for n, (c, a) in enumerate(held):
                for d, b in held[:n]:
                    if c + d > row.hi + spare:
                        yield a, b

    @cached_property
    def local(self) -> dict[int, list[int]]:
        """Give the gauges that hang on one day alone, by day."""
        found: dict[int, list[int]] = {}
        for gauge, terms in enumerate(self.gauges.terms):
            days = self.days_of(terms)
            if len(days) == 1:
                found.setdefault(days[0], []).append(gauge)
        return found

    def days_of(self, terms: Sequence[Term]) -> list[int]:
        """Give the days that change a sum, in order."""
        every: set[int] = set()
        return sorted(every.union(*(self._days[v] for _, v in terms)))

    def _charged(self, day: int, every: Fillings) -> tuple[Longs, Bools]:
        """Give what rules of one day charge, and which ways they allow."""
        costs = every.costs.copy()
        is_lawful = np.ones(len(costs), np.bool_)
        for gauge in self.local.get(day, ()):
            totals = every.total(self.gauges.terms[gauge])
            bills = self.gauges.bills[self.gauges.at[gauge] + totals]
            costs += bills[:, 0]
            is_lawful &= bills[:, 1] == 0
        return costs, is_lawful

    def constant(self) -> int:
        """Give what sums of nothing cost."""
        return sum(
            int(self.gauges.bills[at, 0])
            for at, terms in zip(
                self.gauges.at, self.gauges.terms, strict=True
            )
            if not self.days_of(terms)
        )


def _parted(slot: Slot, spare: int) -> list[Slot]:
    """Take apart what forbids: one row that is broken forbids by itself."""
    if len(slot.rows) <= FEW or spare or not slot.is_hard:
        return [slot]
    return [slot.of_rows([row]) for row in slot.rows]


def _subsets(
    choices: Sequence[int], clashing: Mapping[int, set[int]]
) -> list[tuple[int, ...]]:
    """Give every set of choices of which no two clash."""
    found: list[tuple[int, ...]] = [()]
    for choice in choices:
        others = clashing.get(choice, set())
        found += [(*held, choice) for held in found if others.isdisjoint(held)]
        if len(found) > MANY:
            raise TooMuchError
    return found
