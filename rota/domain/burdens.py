"""Burdens: what is hard to work."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from rota.calendar import (
    instant,
    saturday,
    weekend_span,
)
from rota.domain.duties import Duty, Kind

if TYPE_CHECKING:
    from rota.domain.problem import Problem

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
        return waking and duty.overlaps(*evening(duty.date))
    if burden is Burden.WEEKENDS:
        return duty.overlaps(*weekend_span(saturday(duty.date))) or (
            duty.overlaps(*weekend_span(saturday(_day_after(duty))))
        )
    return bool(problem.holiday_spans(duty.begins, duty.ends))


def evening(day: date) -> tuple[int, int]:
    """Give the minute at which whoever is at work has a late."""
    begins = instant(day, EVENING)
    return begins, begins + 1


def _day_after(duty: Duty) -> date:
    return date.fromordinal(duty.date.toordinal() + 1)


def weekends(problem: Problem) -> tuple[date, ...]:
    """Give the Saturdays of the weekends that the horizon touches."""
    days = [d for d in problem.dates if d.weekday() >= 5]
    return tuple(dict.fromkeys(saturday(day) for day in days))
