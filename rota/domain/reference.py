"""The reference period of the 48-hour average: which weeks, what is fixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rota.calendar import monday
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
    for week in _weeks(worker, last):
        total = totals.get(week)
        if _is_known(problem, week):
            opened.append(week)
            fixed += _credit(worker, problem.excluded_days(worker.id, week))
        elif total is not None:
            fixed += total.minutes + _credit(worker, total.excluded_days)
        else:
            missing = True
            continue
        fixed += worker.other_weekly_minutes
    typed = sum(week in totals for week in _weeks(worker, last))
    typed -= sum(week in totals for week in opened)
    return ReferenceWeeks(
        tuple(opened), fixed, len(opened) + typed, not missing
    )


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


def _credit(worker: Worker, days: int) -> int:
    """Credit days of paid absence: a fifth of the week each, at most all."""
    weekly = worker.weekly_minutes
    return min(weekly, weekly * days // 5)
