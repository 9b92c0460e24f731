"""A linear model of a rota, solver-free: variables, rows, slots, values.

Every variable knows its value for given choices, so that hints are complete
and a model can be evaluated without solving.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rota.domain import Key, Strength
from rota.roster import Pair
from rota.rules.base import MEND, TRUE, Literal, Price, Rule, Term, cost_of

Worth = tuple[int, int]  # must broken beyond the constants; then the weight


@dataclass(frozen=True, slots=True)
class Variable:
    """One yes-or-no of the plan, with what it means.

    `op` is "true", "pair", "or", "and" or "pack"; `of` are the literals it
    is made of: where there are none it is a choice of its own. A packed
    window is of its free literal and the negations of the earlier windows
    that it overlaps.
    """

    op: str
    of: tuple[Literal, ...] = ()
    pair: Pair | None = None

    def value(self, values: Sequence[int]) -> int:
        """Give the value that follows from what it is made of."""
        of = [values[x] if x > 0 else 1 - values[-x] for x in self.of]
        return int(any(of) if self.op == "or" else all(of))


@dataclass(slots=True)
class Row:
    """A sum of terms between two bounds; the constants are folded in."""

    terms: tuple[Term, ...]
    lo: int | None
    hi: int | None

    def total(self, values: Sequence[int]) -> int:
        """Add the terms up."""
        return sum(c * values[variable] for c, variable in self.terms)

    def off(self, total: int) -> int:
        """Give by how much a total is outside the bounds."""
        over = 0 if self.hi is None else total - self.hi
        under = 0 if self.lo is None else self.lo - total
        return max(0, over, under)

    def shortfall(self, values: Sequence[int]) -> int:
        """Give by how much the row is not kept."""
        return self.off(self.total(values))

    def shrunk(self, step: int) -> Row:
        """Give the row counted in a larger unit, which divides it."""
        return Row(
            tuple((c // step, v) for c, v in self.terms),
            None if self.lo is None else self.lo // step,
            None if self.hi is None else self.hi // step,
        )

    @property
    def is_clause(self) -> bool:
        """Tell whether it only asks that not all its terms hold at once."""
        if self.lo is not None or self.hi is None or not self.terms:
            return False
        if any(c <= 0 for c, _ in self.terms):
            return False
        total = sum(c for c, _ in self.terms)
        return total > self.hi >= total - min(c for c, _ in self.terms)

    @property
    def always_holds(self) -> bool:
        """Tell whether no choice of the variables can break the row."""
        least = most = 0
        for coefficient, _ in self.terms:
            if coefficient > 0:
                most += coefficient
            else:
                least += coefficient
        return (self.hi is None or most <= self.hi) and (
            self.lo is None or least >= self.lo
        )


@dataclass(slots=True)
class Slot:
    """All rows of one rule and key, which share one slack."""

    rule: Rule
    key: Key
    strength: Strength
    price: Price
    rows: list[Row] = field(default_factory=list)

    def of_rows(self, rows: list[Row]) -> Slot:
        """Give the same slot with other rows."""
        return Slot(self.rule, self.key, self.strength, self.price, rows)

    def slack(self, values: Sequence[int]) -> int:
        """Give the largest shortfall of the rows."""
        return max(row.shortfall(values) for row in self.rows)

    @property
    def is_hard(self) -> bool:
        """Tell whether the rows forbid, rather than cost."""
        return self.strength is Strength.MUST

    @property
    def step(self) -> int:
        """Give the largest unit in which every amount of slack is whole."""
        if not isinstance(self.price, int):
            return 1
        bounds = [b for row in self.rows for b in (row.lo, row.hi) if b]
        of = (c for row in self.rows for c, _ in row.terms)
        return math.gcd(*bounds, *of) or 1

    def cost(self, amount: int) -> int:
        """Give sixtieths of a penny for an amount of slack."""
        price = MEND if self.is_hard else self.price
        return cost_of(amount, price, self.rule.unit == "hour")

    @property
    def marginal(self) -> list[int]:
        """Give what each further unit of slack costs; the last, all beyond."""
        steps = 1 if isinstance(self.price, int) else len(self.price)
        return [self.cost(n + 1) - self.cost(n) for n in range(steps)]

    def pieces(self, spare: int) -> list[tuple[int, float]]:
        """Give (cost of one unit of slack, how many units), in order.

        Of what forbids, `spare` may be slack at most: as constants break it.
        """
        if self.is_hard:
            return [(self.cost(1), float(spare))] if spare else []
        each = self.marginal
        return [*((c, 1.0) for c in each[:-1]), (each[-1], math.inf)]


class Linear(Protocol):
    """What can be handed to a solver: a plan, or an excerpt of one."""

    variables: list[Variable]
    ties: list[Row]  # true of any values that agree with the meanings
    tied: set[int]  # the variables whose meaning the ties say
    groups: dict[int, tuple[tuple[Literal, ...], ...]]
    # inputs of what is made by "or": of each group one holds at most

    def all_slots(self) -> Iterable[Slot]:
        """Every rule and key that the model speaks of."""

    def spares(self) -> Sequence[int]:
        """By how much each slot, a must, may be broken: as constants do."""


def fold(terms: Sequence[Term]) -> tuple[tuple[Term, ...], int]:
    """Add up terms by variable; negations and constants go to a constant."""
    sums: dict[int, int] = {}
    constant = 0
    for coefficient, literal in terms:
        if literal < 0:
            constant += coefficient
            coefficient, literal = -coefficient, -literal
        sums[literal] = sums.get(literal, 0) + coefficient
    constant += sums.pop(TRUE, 0)
    return tuple((c, v) for v, c in sums.items() if c), constant
