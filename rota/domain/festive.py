"""Christmas, Boxing Day and New Year's Day: who had them, who asks to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from rota.calendar import ONE_DAY, instant
from rota.domain.duties import Duty

if TYPE_CHECKING:
    from rota.domain.problem import Problem

CHRISTMAS, BOXING, NEW_YEAR = (12, 25), (12, 26), (1, 1)
FESTIVE: Mapping[tuple[int, int], str] = {
    CHRISTMAS: "Christmas Day",
    BOXING: "Boxing Day",
    NEW_YEAR: "New Year's Day",
}


def festive_dates(problem: Problem) -> dict[date, str]:
    """Give the dates of the rota that are one of the three, with its name."""
    return {
        day: FESTIVE[day.month, day.day]
        for day in problem.dates
        if (day.month, day.day) in FESTIVE
    }


def seasons(problem: Problem) -> Iterator[tuple[date, date]]:
    """Give each New Year's Day of the rota, after the Christmas before it."""
    for day in problem.dates:
        if (day.month, day.day) == NEW_YEAR:
            yield date(day.year - 1, *CHRISTMAS), day


def is_on(duty: Duty, day: date) -> bool:
    """Whether a minute of the duty is on the day, from midnight on."""
    return duty.overlaps(instant(day), instant(day + ONE_DAY))


def year_before(day: date) -> date:
    """Give the same day of the year before."""
    return day.replace(year=day.year - 1)


def had(problem: Problem, worker_id: str, day: date) -> bool:
    """Whether the ledger says that the worker worked that festive day."""
    name = f"{FESTIVE[day.month, day.day].casefold()} {day.year}"
    return problem.carried.get((worker_id, name), 0) > 0


def volunteers(problem: Problem, day: date) -> frozenset[str]:
    """Give who asked to work on the day, if only the end of a night."""
    on_it = {(d.date, d.code) for d in problem.duties if is_on(d, day)}
    return frozenset(
        request.worker_id
        for request in problem.requests
        if (request.date, request.code) in on_it and not request.avoid
    )
