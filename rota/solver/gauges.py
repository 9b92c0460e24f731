"""What a rota costs, read off from sums: the bill of every total, beforehand.

What hangs on one sum of variables alone is worked out for each total that the
sum can have, however many rules it matters to. Several sums with few totals
between them are one as well, as digits are one number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from rota.rules.base import Term
from rota.solver.arrays import Longs
from rota.solver.linear import Row, Slot

Sum = tuple[Term, ...]
Bounds = tuple[int, int | None, int | None]  # of so many times the sum

MANY = 5_000  # totals of one gauge, where nothing else is said


class _Scale(NamedTuple):
    """The totals of one sum, and the bounds of the rows that are of it."""

    least: int
    most: int
    bounds: tuple[Bounds, ...]

    @property
    def many(self) -> int:
        return self.most - self.least + 1


class _Tariff(NamedTuple):
    """What slack costs, and from where on it breaks a must."""

    marginal: tuple[int, ...]
    spare: int | None  # None where it is no must
    step: int


@dataclass
class Gauges:
    """The sums of a plan, and what their totals cost.

    `terms` are of each gauge the coefficients and variables; `at` says where
    in the bills a total of nought stands. `bills` are pairs of a cost and of
    how many steps a must is broken. `wide` are the slots that no gauge shows.
    """

    terms: list[Sum] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    bills: Longs = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    wide: list[int] = field(default_factory=list)


def gauges_of(
    slots: Sequence[Slot], spares: Sequence[int], many: int | None = None
) -> Gauges:
    """Make gauges of as many slots as can be.

    Parameters
    ----------
    slots
        Rules and keys with their rows.
    spares
        By how much each slot, if it is a must, is broken anyway.
    many
        Totals of one gauge; a slot of more is no gauge.
    """
    found = Gauges()
    scales_of: dict[tuple[Sum, ...], list[tuple[_Scale, ...]]] = {}
    tariffs_of: dict[tuple[Sum, ...], list[_Tariff]] = {}
    for number, slot in enumerate(slots):
        scales = _scales(slot.rows)
        if math.prod(scale.many for scale in scales.values()) > (many or MANY):
            found.wide.append(number)
            continue
        sums = tuple(sorted(scales))
        scales_of.setdefault(sums, []).append(
            tuple(scales[one] for one in sums)
        )
        tariffs_of.setdefault(sums, []).append(_tariff(slot, spares[number]))
    book = _Book()
    for sums, every in scales_of.items():
        digits = every[0]
        found.terms.append(_joined(sums, digits))
        least = sum(
            scale.least * place
            for scale, place in zip(digits, _places(digits), strict=True)
        )
        page = book.page(tuple(zip(every, tariffs_of[sums], strict=True)))
        found.at.append(page - least)
    found.bills = book.bills()
    return found


def _scales(rows: Iterable[Row]) -> dict[Sum, _Scale]:
    """Give the sums that rows are multiples of, each with its bounds."""
    bounds: dict[Sum, list[Bounds]] = {}
    for row in rows:
        one, times = _reduced(row)
        bounds.setdefault(one, []).append((times, row.lo, row.hi))
    return {
        one: _Scale(
            sum(c for c, _ in one if c < 0),
            sum(c for c, _ in one if c > 0),
            tuple(held),
        )
        for one, held in bounds.items()
    }


def _reduced(row: Row) -> tuple[Sum, int]:
    """Give the smallest sum that a row is a multiple of, and how many times.

    The first coefficient is positive, so that a sum is one with its negative.
    """
    terms = sorted(row.terms, key=lambda term: term[1])
    times = math.gcd(*(c for c, _ in terms)) or 1
    if terms and terms[0][0] < 0:
        times = -times
    return tuple((c // times, variable) for c, variable in terms), times


def _places(digits: Sequence[_Scale]) -> list[int]:
    """Give what one of each digit counts; the last counts one."""
    many = [scale.many for scale in digits]
    return [math.prod(many[n + 1 :]) for n in range(len(many))]


def _joined(sums: Sequence[Sum], digits: Sequence[_Scale]) -> Sum:
    """Join sums into one number of which they are the digits."""
    found: dict[int, int] = {}
    for one, place in zip(sums, _places(digits), strict=True):
        for coefficient, variable in one:
            found[variable] = found.get(variable, 0) + coefficient * place
    return tuple((c, variable) for variable, c in found.items())


def _tariff(slot: Slot, spare: int) -> _Tariff:
    forbids = spare if slot.is_hard else None
    return _Tariff(tuple(slot.marginal), forbids, least_step(slot))


def least_step(slot: Slot) -> int:
    """Give by how much one change breaks a slot, at least."""
    return min((abs(c) for row in slot.rows for c, _ in row.terms), default=1)


Entry = tuple[tuple[_Scale, ...], _Tariff]  # of one slot


class _Book:
    """Bills one after the other; what is alike is written once."""

    def __init__(self) -> None:
        self._pages: dict[tuple[Entry, ...], int] = {}
        self._bills: list[Longs] = []
        self._length = 0

    def page(self, entries: tuple[Entry, ...]) -> int:
        """Give where the bills begin of slots that hang on the same sums."""
        if entries not in self._pages:
            self._pages[entries] = self._length
            bills = sum(_bills(*entry) for entry in entries)
            self._bills.append(np.asarray(bills, np.int64))
            self._length += len(self._bills[-1])
        return self._pages[entries]

    def bills(self) -> Longs:
        """Give all that was written."""
        return np.concatenate([np.zeros((0, 2), np.int64), *self._bills])


def _bills(digits: Sequence[_Scale], tariff: _Tariff) -> Longs:
    """Work out what each total costs of a slot, and what it breaks."""
    slack = np.zeros([scale.many for scale in digits], np.int64)
    for axis, scale in enumerate(digits):
        totals = np.arange(scale.least, scale.most + 1)
        shape = [1] * len(digits)
        shape[axis] = -1
        for times, low, high in scale.bounds:
            total = times * totals.reshape(shape)
            if high is not None:
                slack = np.maximum(slack, total - high)
            if low is not None:
                slack = np.maximum(slack, low - total)
    return _charged(slack.ravel(), tariff)


def _charged(slack: Longs, tariff: _Tariff) -> Longs:
    """Give cost and steps broken for amounts of slack.

    What a must is broken beyond what cannot be helped has no price.
    """
    allowed = slack
    if tariff.spare is not None:
        allowed = np.minimum(slack, tariff.spare)
    *first, last = tariff.marginal
    dear = np.minimum(allowed, len(first))
    cost = np.concatenate([[0], np.cumsum(first, dtype=np.int64)])[dear]
    cost = cost + (allowed - dear) * last
    return np.stack([cost, -(-(slack - allowed) // tariff.step)], axis=1)
