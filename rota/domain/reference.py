"""The reference period of the 48-hour average: which weeks, what is fixed.

Days of paid absence are credited with the hours that the person usually
works on a day: a fifth of the contracted week or, without contracted hours,
of the average week among those known before the rota. The statute counts the
days worked after the period instead (WTR reg 4(6)), which nobody knows yet;
for constant weeks both come to the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rota.calendar import monday, overlap, week_span
from rota.domain.people import Worker

if TYPE_CHECKING:
    from rota.domain.problem import Problem

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ReferenceWeeks:
    """The weeks over which one average is taken.

    `open` are Mondays whose duties are known or being decided; `fixed` are
    minutes of typed totals, credited absence and other jobs; `count` is the
    number of weeks; `complete` says that none is missing.
    """

    open: tuple[date, ...]
    fixed: int
    count: int
    complete: bool


def reference_weeks(
    problem: Problem, worker: Worker, last: date
) -> ReferenceWeeks:
    """Find the reference period that ends with the week of a Monday.

    Weeks before the employment began do not count (WTR reg 4(4)), nor those
    that end under an opt-out (reg 4(7)): leaving out both their hours and
    them is the average that scaling the others gives. A week whose duties
    are known ignores its typed total.
    """
    opened, fixed, missing = [], 0, False
    totals = problem.week_totals_of.get(worker.id, {})
    usual = usual_week(problem, worker)
    for week in _weeks(worker, last):
        total = totals.get(week)
        if _is_known(problem, week):
            opened.append(week)
            fixed += _credit(usual, problem.excluded_days(worker.id, week))
        elif total is not None:
            fixed += total.minutes + _credit(usual, total.excluded_days)
        else:
            missing = True
            continue
        fixed += worker.other_weekly_minutes
    typed = sum(week in totals for week in _weeks(worker, last))
    typed -= sum(week in totals for week in opened)
    return ReferenceWeeks(
        tuple(opened), fixed, len(opened) + typed, not missing
    )


def booked_weeks(problem: Problem, worker: Worker) -> list[date]:
    """Give the Mondays after the rota of weeks with leave already booked.

    What such a week is credited with counts to averages that the rota still
    decides: where it leaves no room, nobody can mend it later, however
    little is worked from then on.
    """
    first = problem.weeks[-1] + WEEK
    ahead = [first + WEEK * n for n in range(worker.reference_weeks - 1)]
    return [week for week in ahead if problem.excluded_days(worker.id, week)]


def _weeks(worker: Worker, last: date) -> Iterator[date]:
    """Give the Mondays of the period, from the last back."""
    first = worker.starts_on
    for back in range(worker.reference_weeks):
        week = last - WEEK * back
        employed = first is None or week >= monday(first)
        if employed and not worker.is_opted_out_in(week):
            yield week


def _is_known(problem: Problem, week: date) -> bool:
    """Tell whether the duties of a week are known, or being decided."""
    if week >= monday(problem.start):
        return True
    return problem.known_from is not None and week >= problem.known_from


def _credit(usual: int, days: int) -> int:
    """Credit days of paid absence: a fifth of the week each, at most all."""
    return min(usual, usual * days // 5)


def usual_week(problem: Problem, worker: Worker) -> int:
    """Give the minutes that somebody works in a usual week.

    As contracted; else the average of the whole weeks known before the rota,
    in which a day of absence is a fifth of a week less to divide by.
    """
    if worker.weekly_minutes:
        return worker.weekly_minutes
    fifths, minutes = 0, 0
    for worked, away in _known_weeks(problem, worker):
        fifths += 5 - min(5, away)
        minutes += worked
    return 5 * minutes // fifths if fifths else 0


def _known_weeks(
    problem: Problem, worker: Worker
) -> Iterator[tuple[int, int]]:
    """Give minutes worked and days of absence of each week before."""
    totals = problem.week_totals_of.get(worker.id, {})
    for week in _weeks(worker, monday(problem.start) - WEEK):
        if _is_known(problem, week):
            away = problem.excluded_days(worker.id, week)
            yield _minutes(problem, worker, week), away
        elif week in totals:
            yield totals[week].minutes, totals[week].excluded_days


def _minutes(problem: Problem, worker: Worker, week: date) -> int:
    """Add up the working time of a week that is history."""
    begins, ends = week_span(week)
    return sum(
        duty.work
        * overlap(duty.begins, duty.ends, begins, ends)
        // duty.length
        for duty in problem.past_of[worker.id]
    )
