"""Burdens: what is hard to work, and how much of it is asked for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rota.calendar import (
    instant,
    night_minutes,
    overlap,
    saturday,
    weekend_span,
)
from rota.domain.duties import Demand, Duty, Kind
from rota.domain.planned import shifts_asked

if TYPE_CHECKING:
    from rota.domain.problem import Problem

WHOLE_NIGHT = 7 * 60  # 23:00 to 06:00
EVENING = 20 * 60  # whoever is at work then, and on no night, has a late


class Burden(StrEnum):
    """What is shared out fairly."""

    NIGHTS = "nights"
    WEEKENDS = "weekends"
    SLEEP_INS = "sleep-ins"
    HOLIDAYS = "bank holidays"
    LATES = "lates"

    @property
    def one(self) -> str:
        """The word for one of them."""
        return self.value.removesuffix("s")


def carries(problem: Problem, burden: Burden, duty: Duty) -> bool:
    """Tell whether a duty is a piece of a burden."""
    if burden is Burden.NIGHTS:
        return duty.is_night
    if burden is Burden.SLEEP_INS:
        return duty.is_sleep_in
    if burden is Burden.LATES:
        waking = duty.kind is Kind.WAKING and not duty.is_night
        return waking and duty.overlaps(*_evening(duty.date))
    if burden is Burden.WEEKENDS:
        return duty.overlaps(*weekend_span(saturday(duty.date))) or (
            duty.overlaps(*weekend_span(saturday(_day_after(duty))))
        )
    return bool(problem.holiday_spans(duty.begins, duty.ends))


def _evening(day: date) -> tuple[int, int]:
    begins = instant(day, EVENING)
    return begins, begins + 1


def _day_after(duty: Duty) -> date:
    return date.fromordinal(duty.date.toordinal() + 1)


def weekends(problem: Problem) -> tuple[date, ...]:
    """Give the Saturdays of the weekends that the horizon touches."""
    days = [d for d in problem.dates if d.weekday() >= 5]
    return tuple(dict.fromkeys(saturday(day) for day in days))


def asked_for(problem: Problem, burden: Burden) -> Fraction:
    """Give how much of a burden the minimum cover and the plans ask for."""
    return sum(
        (
            _asked(problem, burden, demand)
            for demand in problem.demands
            if demand.minimum and not demand.skill
        ),
        _asked_by_plans(problem, burden),
    )


def _asked_by_plans(problem: Problem, burden: Burden) -> Fraction:
    """Give what those who support one client carry: a weekend is two days."""
    if burden is Burden.WEEKENDS:
        weekend = {day for day in problem.dates if day.weekday() >= 5}
        return shifts_asked(problem, weekend) / 2
    if burden is Burden.HOLIDAYS:
        return shifts_asked(problem, problem.holidays)
    return Fraction(0)


def _asked(problem: Problem, burden: Burden, demand: Demand) -> Fraction:
    begins, ends = demand.begins, demand.ends
    if burden is Burden.SLEEP_INS:
        asleep = demand.kind is Kind.SLEEP_IN
        return Fraction(demand.minimum * asleep)
    if burden is Burden.NIGHTS:
        if demand.kind is not Kind.WAKING or _night_of(demand) < 180:
            return Fraction(0)
        return Fraction(demand.minimum * _night_of(demand), WHOLE_NIGHT)
    if burden is Burden.LATES:
        late = overlap(begins, ends, *_evening(demand.date)) and any(
            carries(problem, burden, duty) for duty in problem.meets[demand.id]
        )
        return Fraction(demand.minimum if late else 0)
    people = demand.minimum * _people_per_head(problem, demand)
    if burden is Burden.WEEKENDS:
        inside = overlap(begins, ends, *weekend_span(saturday(demand.date)))
        return people * Fraction(inside, demand.length) / 2
    spans = problem.holiday_spans(begins, ends)
    held = sum(last - first for first, last in spans)
    return people * Fraction(held, demand.length)


def _night_of(demand: Demand) -> int:
    """Give the minutes of a demand between 23:00 and 06:00."""
    return night_minutes(demand.begins, demand.ends)


def _people_per_head(problem: Problem, demand: Demand) -> Fraction:
    """Give how many people one head takes: a long band needs several.

    Of a slice of a load, which is met by whoever meets the next, a part.
    """
    meeting = problem.meets[demand.id]
    if demand.codes or not meeting:
        return Fraction(1)
    usual = sorted(duty.length for duty in meeting)[len(meeting) // 2]
    people = Fraction(demand.length, usual)
    return people if demand.is_load else max(Fraction(1), people)


def skills_asked(problem: Problem, burden: Burden) -> dict[str, Fraction]:
    """Give how much of a burden needs each skill, by the cover."""
    found: dict[str, Fraction] = {}
    for demand in problem.demands:
        if demand.skill and demand.minimum and not demand.occasion:
            asked = _asked(problem, burden, demand)
            found[demand.skill] = found.get(demand.skill, Fraction(0)) + asked
    return {skill: found[skill] for skill in sorted(found) if found[skill]}


def holders(problem: Problem, skill: str) -> frozenset[str]:
    """Give who holds a skill in the middle of the rota."""
    middle = problem.dates[len(problem.dates) // 2]
    return frozenset(
        worker.id for worker in problem.workers if worker.holds(skill, middle)
    )
