"""Burdens and fair shares: what is hard to work, and who is owed how much.

A fair share is a constant of the problem: (what everybody has carried + what
the cover asks for) x the worker's weight, and weight is contracted hours x
the days on which the worker could be given that burden.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from rota.calendar import (
    holiday_minutes,
    night_minutes,
    overlap,
    saturday,
    weekend_span,
)
from rota.domain.duties import Demand, Duty, Kind

if TYPE_CHECKING:
    from rota.domain.problem import Problem

WHOLE_NIGHT = 7 * 60  # 23:00 to 06:00


class Burden(StrEnum):
    """What is shared out fairly."""

    NIGHTS = "nights"
    WEEKENDS = "weekends"
    SLEEP_INS = "sleep-ins"
    HOLIDAYS = "bank holidays"


@dataclass(frozen=True, slots=True)
class FairShare:
    """One worker's share of one burden: carried before, and fair in all."""

    carried: int
    share: Fraction

    def over_prices(self, steps: tuple[int, ...]) -> tuple[int, ...]:
        """Give pence for each whole unit above the floor of the share.

        `steps` are pence for the first, second ... whole unit over it; a part
        of a unit costs its part.
        """
        base = floor(self.share)
        costs = [
            _rising(max(Fraction(0), base + n - self.share), steps)
            for n in range(len(steps) + 2)
        ]
        return _marginals(costs)

    def under_prices(self, steps: tuple[int, ...]) -> tuple[int, ...]:
        """Give pence for each whole unit below the ceiling of the share."""
        base = ceil(self.share)
        costs = [
            _rising(max(Fraction(0), self.share - base + n), steps)
            for n in range(len(steps) + 2)
        ]
        return _marginals(costs)


def _rising(amount: Fraction, steps: tuple[int, ...]) -> Fraction:
    """Price an amount of which each whole unit costs its own step."""
    total, left = Fraction(0), amount
    for step in steps[:-1]:
        total += min(left, Fraction(1)) * step
        left = max(Fraction(0), left - 1)
    return total + left * steps[-1]


def _marginals(costs: list[Fraction]) -> tuple[int, ...]:
    """Give the differences, rounded so that they never fall."""
    rounded = [floor(cost) for cost in costs]
    steps = [b - a for a, b in itertools.pairwise(rounded)]
    return tuple(max(steps[: n + 1]) for n in range(len(steps)))


def carries(problem: Problem, burden: Burden, duty: Duty) -> bool:
    """Tell whether a duty is a piece of a burden."""
    if burden is Burden.NIGHTS:
        return duty.is_night
    if burden is Burden.SLEEP_INS:
        return duty.is_sleep_in
    if burden is Burden.WEEKENDS:
        return duty.overlaps(*weekend_span(saturday(duty.date))) or (
            duty.overlaps(*weekend_span(saturday(_day_after(duty))))
        )
    return bool(
        holiday_minutes(
            duty.begins,
            duty.ends,
            problem.holidays,
            problem.holiday_attribution,
        )
    )


def _day_after(duty: Duty) -> date:
    return date.fromordinal(duty.date.toordinal() + 1)


def weekends(problem: Problem) -> tuple[date, ...]:
    """Give the Saturdays of the weekends that the horizon touches."""
    days = [d for d in problem.dates if d.weekday() >= 5]
    return tuple(dict.fromkeys(saturday(day) for day in days))


def asked_for(problem: Problem, burden: Burden) -> Fraction:
    """Give how much of a burden the minimum cover asks for."""
    return sum(
        (
            _asked(problem, burden, demand)
            for demand in problem.demands
            if demand.minimum and not demand.skill
        ),
        Fraction(0),
    )


def _asked(problem: Problem, burden: Burden, demand: Demand) -> Fraction:
    begins, ends = demand.begins, demand.ends
    if burden is Burden.SLEEP_INS:
        asleep = demand.kind is Kind.SLEEP_IN
        return Fraction(demand.minimum * asleep)
    if burden is Burden.NIGHTS:
        if demand.kind is not Kind.WAKING or _night_of(demand) < 180:
            return Fraction(0)
        return Fraction(demand.minimum * _night_of(demand), WHOLE_NIGHT)
    people = demand.minimum * _people_per_head(problem, demand)
    if burden is Burden.WEEKENDS:
        inside = overlap(begins, ends, *weekend_span(saturday(demand.date)))
        return people * Fraction(inside, demand.length) / 2
    held = holiday_minutes(
        begins, ends, problem.holidays, problem.holiday_attribution
    )
    return people * Fraction(held, demand.length)


def _night_of(demand: Demand) -> int:
    """Give the minutes of a demand between 23:00 and 06:00."""
    return night_minutes(demand.begins, demand.ends)


def _people_per_head(problem: Problem, demand: Demand) -> Fraction:
    """Give how many people one head takes: a long band needs several."""
    meeting = problem.meets[demand.id]
    if demand.codes or not meeting:
        return Fraction(1)
    usual = sorted(duty.length for duty in meeting)[len(meeting) // 2]
    return max(Fraction(1), Fraction(demand.length, usual))


def fair_shares(problem: Problem, burden: Burden) -> Mapping[str, FairShare]:
    """Give every worker's fair share of a burden, by worker id.

    Only those with contracted hours, and with a day on which they could be
    given the burden, take part.
    """
    weights = {
        worker.id: worker.weekly_minutes
        * _days_able(problem, burden, worker.id)
        for worker in problem.workers
        if worker.weekly_minutes
    }
    weights = {name: weight for name, weight in weights.items() if weight}
    carried = {
        name: problem.carried.get((name, burden.value), 0) for name in weights
    }
    total = asked_for(problem, burden) + sum(carried.values())
    everybody = sum(weights.values())
    return {
        name: FairShare(carried[name], total * weight / everybody)
        for name, weight in weights.items()
    }


def _days_able(problem: Problem, burden: Burden, worker_id: str) -> int:
    """Count the dates on which the worker could be given the burden."""
    return len(
        {
            duty.date
            for duty in problem.allowed_of[worker_id]
            if problem.burdens_of[duty.id].get(burden)
        }
    )
