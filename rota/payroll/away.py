"""What leave, sickness and time off in lieu come to, day by day.

A day counts a fifth of the contracted week, the whole week at most, or what
was typed for the absence; over the whole rota it adds up to what the rota
itself credits (Problem.absence_credit).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from rota.calendar import days_between, monday
from rota.domain import Absence, AbsenceKind, Problem, Worker

Days = Counter[tuple[date, AbsenceKind]]  # minutes credited


def credit_by_day(problem: Problem, worker: Worker) -> Days:
    """Give the minutes that absence credits on each day, by its kind."""
    found: Days = Counter()
    for absence in problem.absences_of[worker.id]:
        if absence.credit is not None:
            for day, minutes in _typed(problem, absence, absence.credit):
                found[day, absence.kind] += minutes
    for day, kind, minutes in _fifths(problem, worker):
        found[day, kind] += minutes
    return found


def _typed(
    problem: Problem, absence: Absence, credit: int
) -> Iterator[tuple[date, int]]:
    """Spread typed hours evenly over the days of the rota.

    Where none of the days is in the rota, over all of them.
    """
    every = days_between(absence.first, absence.last)
    days = [day for day in every if day in problem.date_set] or every
    for week in dict.fromkeys(monday(day) for day in days):
        here = [day for day in days if monday(day) == week]
        for count, day in enumerate(here):
            until = credit * (count + 1) // len(days)
            yield day, until - credit * count // len(days)


def _fifths(
    problem: Problem, worker: Worker
) -> Iterator[tuple[date, AbsenceKind, int]]:
    """Give a fifth of the week for each whole day away without hours.

    A week at the edge of the rota is counted anew on either side of it.
    """
    weekly = worker.weekly_minutes
    seen: Counter[tuple[date, bool]] = Counter()
    for day, kind in sorted(_away(problem, worker).items()):
        place = monday(day), day in problem.date_set
        seen[place] += 1
        count = seen[place]
        until = min(weekly, weekly * count // 5)
        before = min(weekly, weekly * (count - 1) // 5)
        yield day, kind, until - before


def _away(problem: Problem, worker: Worker) -> dict[date, AbsenceKind]:
    """Give the days whose credit follows from the contract, once each."""
    found: dict[date, AbsenceKind] = {}
    for absence in problem.absences_of[worker.id]:
        whole = absence.credit is None and absence.is_whole_days
        if whole and absence.kind.is_credited:
            for day in days_between(absence.first, absence.last):
                if worker.employed_on(day):
                    found.setdefault(day, absence.kind)
    return found


def days_away(
    problem: Problem, worker: Worker, first: date, last: date
) -> Counter[AbsenceKind]:
    """Count the days of each kind of absence between two dates."""
    found: dict[date, AbsenceKind] = {}
    for absence in problem.absences_of[worker.id]:
        for day in days_between(absence.first, absence.last):
            if first <= day <= last and worker.employed_on(day):
                found.setdefault(day, absence.kind)
    return Counter(found.values())


def contracted(worker: Worker, first: date, last: date) -> int:
    """Give the contracted minutes of the days employed between two dates."""
    days = (last - first).days + 1
    every = (first + timedelta(days=n) for n in range(days))
    employed = sum(worker.employed_on(day) for day in every)
    return worker.weekly_minutes * employed // 7
