"""What support plans ask for in shifts, beside what cover asks for.

Whoever supports one client is not counted to cover, so that somebody else is
at work beside them: plans take people to work at weekends and bank holidays
as cover does.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from rota.domain.duties import Kind
from rota.domain.support import PlanLine, Support
from rota.domain.timing import Timing


def shifts_asked(problem: Timing, days: Collection[date]) -> Fraction:
    """Give how many usual shifts the plans take on some dates.

    Hours of a week are spread evenly over the days on which they can be
    given. Support that counts in the numbers of the house takes nobody more.
    """
    usual = _usual_shift(problem)
    minutes = sum(
        (
            _minutes(problem, line, days)
            for line in problem.plan_lines
            if not _is_in_numbers(line)
        ),
        Fraction(0),
    )
    return minutes / usual if usual else Fraction(0)


def _is_in_numbers(line: PlanLine) -> bool:
    """Tell support that people counted to cover give beside."""
    visit = line.kind is Support.VISIT
    return line.in_numbers and not line.is_out and not visit


def _minutes(
    problem: Timing, line: PlanLine, days: Collection[date]
) -> Fraction:
    """Give the minutes of work that a line takes on some dates."""
    on: dict[date, set[date]] = {}
    for session in problem.sessions_of_line[line.id]:
        period = problem.period_of(session)
        on.setdefault(period, set()).add(session.date)
    asked = problem.commissioned[line.id]
    return sum(
        (
            Fraction(
                line.people * asked.get(period, 0) * _among(dates, days),
                len(dates),
            )
            for period, dates in on.items()
        ),
        Fraction(0),
    )


def _among(dates: Collection[date], days: Collection[date]) -> int:
    return sum(day in days for day in dates)


def _usual_shift(problem: Timing) -> int:
    """Give the middle length of the shifts in which support is given."""
    lengths = sorted(
        duty.length
        for duty in problem.open_duties
        if duty.kind in (Kind.WAKING, Kind.ROUND) and not duty.is_night
    )
    return lengths[len(lengths) // 2] if lengths else 0
