"""What support plans ask for in shifts, beside what cover asks for.

Whoever supports one client is not counted to cover, so that somebody else is
at work beside them: plans take people to work at weekends and bank holidays
as cover does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction

from rota.domain.duties import Kind
from rota.domain.support import PlanLine, Support
from rota.domain.timing import Timing

Place = tuple[str, date, Kind]  # unit, day, waking or round


def shifts_asked(problem: Timing, days: Collection[date]) -> Fraction:
    """Give how many usual shifts the plans take on some dates."""
    return sum(
        (
            shifts
            for (_, day, _), shifts in planned_shifts(problem).items()
            if day in days
        ),
        Fraction(0),
    )


def planned_shifts(problem: Timing) -> dict[Place, Fraction]:
    """Give how many usual shifts the plans take, unit by unit and day by day.

    Hours of a week are spread evenly over the days on which they can be
    given. Support that counts in the numbers of the house takes nobody more.
    """
    usual = _usual_shift(problem)
    found: dict[Place, Fraction] = {}
    for line in problem.plan_lines if usual else ():
        if _is_in_numbers(line):
            continue
        unit_id = problem.client[line.client_id].unit_id
        visit = line.kind is Support.VISIT
        kind = Kind.ROUND if visit else Kind.WAKING
        for day, minutes in _minutes(problem, line):
            place = (unit_id, day, kind)
            found[place] = found.get(place, Fraction(0)) + minutes / usual
    return found


def _is_in_numbers(line: PlanLine) -> bool:
    """Tell support that people counted to cover give beside."""
    visit = line.kind is Support.VISIT
    return line.in_numbers and not line.is_out and not visit


def _minutes(
    problem: Timing, line: PlanLine
) -> Iterator[tuple[date, Fraction]]:
    """Give the minutes of work that a line takes on each date."""
    on: dict[date, set[date]] = {}
    for session in problem.sessions_of_line[line.id]:
        period = problem.period_of(session)
        on.setdefault(period, set()).add(session.date)
    asked = problem.commissioned[line.id]
    for period, dates in on.items():
        minutes = Fraction(line.people * asked.get(period, 0), len(dates))
        yield from ((day, minutes) for day in sorted(dates))


def _usual_shift(problem: Timing) -> int:
    """Give the middle length of the shifts in which support is given."""
    lengths = sorted(
        duty.length
        for duty in problem.open_duties
        if duty.kind in (Kind.WAKING, Kind.ROUND) and not duty.is_night
    )
    return lengths[len(lengths) // 2] if lengths else 0
