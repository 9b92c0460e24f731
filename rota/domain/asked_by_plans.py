"""How much of a burden support plans ask for, beside the cover."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from rota.calendar import overlap, saturday, weekend_span

if TYPE_CHECKING:
    from rota.domain.problem import Problem
    from rota.domain.support import Session


def weekends_by_plans(problem: Problem) -> Fraction:
    """Give how many weekends the support of Saturdays and Sundays takes."""
    return sum(
        (
            shifts / 2
            for session, shifts in _shifts(problem)
            if overlap(
                *session.options[0], *weekend_span(saturday(session.date))
            )
        ),
        Fraction(0),
    )


def holidays_by_plans(problem: Problem) -> Fraction:
    """Give how many shifts the support of bank holidays takes."""
    return sum(
        (
            shifts
            for session, shifts in _shifts(problem)
            if problem.holiday_spans(*session.options[0])
        ),
        Fraction(0),
    )


def _shifts(problem: Problem) -> list[tuple[Session, Fraction]]:
    """Give the part of a usual shift that each session takes.

    Every session that hours of a week may become has an even part of them;
    a visit takes the way to it, too.
    """
    many = Counter(
        (session.line_id, problem.period_of(session))
        for session in problem.sessions
    )
    usual = _usual_lengths(problem)
    found = []
    for session in problem.sessions:
        place = session.line_id, problem.period_of(session)
        asked = problem.commissioned[session.line_id].get(place[1], 0)
        time = problem.times_of[session.id][0]
        minutes = Fraction(asked, many[place])
        minutes += problem.usual_journey if time.is_visit else 0
        shift = usual.get(time.frame, 0)
        if shift:
            found.append((session, session.people * minutes / shift))
    return found


def _usual_lengths(problem: Problem) -> dict[str, int]:
    """Give the length in the middle of the shifts of each kind."""
    lengths: dict[str, list[int]] = {}
    for duty in problem.duties:
        lengths.setdefault(duty.kind, []).append(duty.length)
    return {
        kind: sorted(held)[len(held) // 2] for kind, held in lengths.items()
    }
