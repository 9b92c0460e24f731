"""Support as it was given: commissioned hours, with what was worked.

What the Worked sheet says nothing of was given as planned. Support in a house
was given while those named for it were at work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from rota.commissioned import ClientWeek, by_cover, commissioned_hours
from rota.domain import Problem, SessionTime
from rota.payroll.actual import as_it_was
from rota.payroll.worked import Worked
from rota.roster import Roster
from rota.shared_hours import left_of, shares, stretches

Piece = tuple[int, int]


def support_worked(
    problem: Problem,
    roster: Roster,
    records: Iterable[Worked],
    first: date | None = None,
    last: date | None = None,
) -> tuple[ClientWeek, ...]:
    """Give commissioned hours with what was worked.

    Parameters
    ----------
    problem, roster
        The rota, with support plans.
    records
        What was worked otherwise than planned.
    first, last
        The days that are over, both included; those of the rota if None.

    Returns
    -------
    The weeks of each line, as `commissioned_hours` does. Worked is known of
    those weeks whose days of the rota are all over.
    """
    told = tuple(records)
    over = (first or problem.start, last or problem.end)
    return tuple(
        replace(week, worked=minutes)
        for week, minutes in _weighed(problem, roster, told, over)
    )


def _weighed(
    problem: Problem,
    roster: Roster,
    records: tuple[Worked, ...],
    over: tuple[date, date],
) -> Iterator[tuple[ClientWeek, int | None]]:
    """Give every week, with its minutes where they are known."""
    shifts = [r for r in records if r.planned_id not in problem.session_times]
    was, done = as_it_was(problem, roster, shifts)
    there = stretches(was, done)
    shared = shares(was, there)
    for week in commissioned_hours(problem, roster):
        line, monday = week.line, week.monday
        if not _is_over(problem, monday, over):
            yield week, None
        elif line.kind.is_by_cover:
            yield week, by_cover(was, line, monday, there, shared)
        else:
            yield week, _in_sessions(problem, roster, records, week)


def _is_over(problem: Problem, monday: date, over: tuple[date, date]) -> bool:
    """Tell whether all days of a week that are of the rota are over."""
    first = max(monday, problem.start)
    last = min(monday + timedelta(days=6), problem.end)
    return over[0] <= first and last <= over[1]


def _in_sessions(
    problem: Problem,
    roster: Roster,
    records: tuple[Worked, ...],
    week: ClientWeek,
) -> int:
    """Add up the minutes in which somebody was with the client."""
    days = {week.monday + timedelta(days=n) for n in range(7)}
    return sum(
        _covered(
            piece
            for worker in roster.workers_on(time.id)
            for piece in _present(roster, records, worker.id, time)
        )
        for session in problem.sessions_of_line[week.line.id]
        if session.date in days
        for time in roster.times_of(session.id)
    )


def _present(
    roster: Roster,
    records: tuple[Worked, ...],
    worker_id: str,
    time: SessionTime,
) -> Iterable[Piece]:
    """Give when somebody was there for a session that was theirs."""
    mine = [record for record in records if record.worker_id == worker_id]
    for record in mine:
        if record.planned_id == time.id:
            was = record.duty
            return [(was.begins, was.ends)] if was else []
    changed = {record.planned_id for record in mine}
    done = [
        (record.duty.begins, record.duty.ends)
        for record in mine
        if record.duty is not None and time.is_given_on(record.duty)
    ]
    missed = (
        piece
        for duty in roster.timeline(worker_id)
        if duty.id in changed and time.is_given_on(duty)
        for piece in left_of((duty.begins, duty.ends), done)
    )
    return left_of((time.begins, time.ends), missed)


def _covered(pieces: Iterable[Piece]) -> int:
    """Count the minutes that lie in any of the pieces."""
    minutes, until = 0, None
    for begins, ends in sorted(pieces):
        after = begins if until is None else max(begins, until)
        minutes += max(0, ends - after)
        until = ends if until is None else max(until, ends)
    return minutes
