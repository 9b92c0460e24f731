"""For checking: the runs of days that a finished rota has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from rota.calendar import ONE_DAY
from rota.domain import Problem


def known_days(problem: Problem) -> list[date]:
    """Give the days of which every duty is known or being decided."""
    day = problem.start
    if problem.known_from is not None and problem.known_from < day:
        day = problem.known_from
    days = []
    while day <= problem.end:
        days.append(day)
        day += ONE_DAY
    return days


def streaks(days: Collection[date]) -> Iterator[tuple[date, date]]:
    """Give the first and last day of each unbroken run, in order."""
    held = sorted(days)
    first = 0
    for n in range(1, len(held) + 1):
        if n == len(held) or held[n] - held[n - 1] != ONE_DAY:
            yield held[first], held[n - 1]
            first = n


def whole_streaks(
    problem: Problem, days: Collection[date], edges: Collection[date]
) -> Iterator[tuple[date, int]]:
    """Give first day and length of each run with a known day either side.

    `edges` are the days that are known to break a run. Runs that were over
    before the day before the start are history, which nobody can change.
    """
    for first, last in streaks(days):
        after = last + ONE_DAY
        whole = first - ONE_DAY in edges and after in edges
        if whole and after >= problem.start:
            yield first, (after - first).days
