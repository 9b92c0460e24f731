"""What can be told of support plans before a rota is made.

Too few people, drivers or vehicles, hours that no session can give, somebody
planned in two places: a rota is still possible, with something to fill, and
it is kinder to say so at once, with the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from rota import words
from rota.calendar import DAY, HOUR, Nation
from rota.domain import (
    Driver,
    Duty,
    Kind,
    PlanLine,
    Problem,
    Session,
    SessionTime,
    Support,
    Worker,
)
from rota.supply import no_day
from rota.trips_beforehand import trips_at_once

FRAMES = (Kind.WAKING, Kind.ROUND)
HALF_AN_HOUR = HOUR // 2
MOST_SETS = 3  # sentences about one line, each with other people
_WALES = (
    "In Wales that is lawful only under the conditions of regulation 41 of"
    " the Regulated Services (Service Providers and Responsible Individuals)"
    " (Wales) Regulations 2017; keep the reasons on record."
)
_ELSEWHERE = (
    "NICE guideline NG21 asks for half an hour at least, unless the worker is"
    " known to the person and the visit is for a short, specific task."
)


def beforehand(problem: Problem) -> tuple[str, ...]:
    """Say what of the support plans cannot be given, whoever works what.

    Parameters
    ----------
    problem
        The question; only facts are looked at, no rota.

    Returns
    -------
    Sentences with names, dates and numbers; none if plans can be met as far
    as can be told.
    """
    if not problem.sessions:
        return tuple(_hours(problem))
    return (
        *_people(problem),
        *trips_at_once(problem, Eligible(problem)),
        *_two_places(problem),
        *_hours(problem),
        *_short_visits(problem),
        *_rounds(problem),
        *_unknown_ways(problem),
    )


# -- people -----------------------------------------------------------------


class Eligible:
    """Who may give a session: allowed, and on a shift there if given one."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._frames: dict[str, dict[date, list[Duty]]] = {}
        for worker_id, duties in problem.allowed_of.items():
            by_date = self._frames.setdefault(worker_id, {})
            for duty in duties:
                if duty.kind in FRAMES:
                    by_date.setdefault(duty.date, []).append(duty)

    def of(self, session: Session) -> tuple[Worker, ...]:
        """Give those who may give a session, in the order of the problem."""
        return tuple(
            worker
            for worker in self.problem.workers
            if self.problem.allows_session(worker.id, session.id)
            and self._could_be_there(worker, session)
        )

    def _could_be_there(self, worker: Worker, session: Session) -> bool:
        times = self.problem.times_of[session.id]
        begins = min(time.begins for time in times)
        ends = max(time.ends for time in times)
        days = (session.date + timedelta(days=n) for n in (-1, 0, 1))
        frames = self._frames[worker.id]
        return any(
            duty.overlaps(begins, ends) and times[0].is_in_unit_of(duty)
            for day in days
            for duty in frames.get(day, ())
        )


def _people(problem: Problem) -> Iterator[str]:
    """Say of each line where it needs more people than are eligible."""
    eligible = Eligible(problem)
    for line in problem.plan_lines:
        sessions = problem.sessions_of_line[line.id]
        found: dict[str, list[date]] = {}
        for session in sessions:
            lack = _lack(problem, line, session, eligible.of(session))
            if lack:
                found.setdefault(lack, []).append(session.date)
        name = problem.client[line.client_id].name
        every = len({session.date for session in sessions})
        for lack, days in list(found.items())[:MOST_SETS]:
            yield f"{name}, {line.kind}{_on(days, every)}: {lack}."


def _lack(
    problem: Problem,
    line: PlanLine,
    session: Session,
    there: Sequence[Worker],
) -> str:
    """Say whom a session lacks, whoever works what; empty for nobody."""
    if len(there) < session.people:
        verb = "is" if len(there) < 2 else "are"
        who = f": {words.listed([w.name for w in there])}" if there else ""
        many = len(there) or "nobody"
        return f"needs {session.people}, {many} {verb} eligible{who}"
    of = f"none of the {len(there)} eligible"
    time = problem.times_of[session.id][0]
    if (
        line.driver is not Driver.NONE
        and not line.trip
        and not any(problem.may_drive(worker, time) for worker in there)
    ):
        what = {Driver.SERVICE_VEHICLE: " of the service's vehicle"}
        return f"needs a driver{what.get(line.driver, '')}, {of} can drive it"
    care_by = line.care_by if line.care_is_must else None
    if care_by is not None and not any(w.id in care_by for w in there):
        return f"{of} gives the personal care it asks for"
    return ""


def _on(days: Iterable[date], every: int) -> str:
    """Name the days, where it is not all of them."""
    dates = sorted(set(days))
    if len(dates) == every and len(dates) > 1:
        return ""
    said = f" on {words.day(dates[0])}"
    more = len(dates) - 1
    return f"{said} and {words.count(more, 'further day')}" if more else said


# -- one client at two places -----------------------------------------------


def _two_places(problem: Problem) -> Iterator[str]:
    """Say where a client is planned for two things at once."""
    found: dict[tuple[str, str], list[tuple[SessionTime, SessionTime]]] = {}
    for client in problem.clients:
        fixed = [
            problem.times_of[session.id][0]
            for session in problem.sessions_of_client[client.id]
            if len(session.options) == 1
        ]
        fixed.sort(key=lambda time: (time.begins, time.id))
        for n, one in enumerate(fixed):
            for other in fixed[n + 1 :]:
                if other.begins >= one.ends:
                    break
                pair = (one.line.id, other.line.id)
                found.setdefault(pair, []).append((one, other))
    for clashes in found.values():
        one, other = clashes[0]
        days = _on([first.date for first, _ in clashes], 0)
        yield (
            f"{one.client.name} is planned for two things at once{days}:"
            f" {one.line.kind} {one.times} and {other.line.kind}"
            f" {other.times}; only one of them can be given."
        )


# -- hours ------------------------------------------------------------------


def _hours(problem: Problem) -> Iterator[str]:
    """Say where fewer hours can be given than are asked for."""
    for line in problem.plan_lines:
        if line.kind.is_by_cover:
            continue
        possible: dict[date, int] = {}
        by_date: dict[date, list[Session]] = {}
        for session in problem.sessions_of_line[line.id]:
            by_date.setdefault(session.date, []).append(session)
        for sessions in by_date.values():
            period = problem.period_of(sessions[0])
            possible[period] = possible.get(period, 0) + _most(sessions)
        for period, asked in problem.commissioned[line.id].items():
            if possible.get(period, 0) < asked:
                yield _too_little(
                    problem, line, period, asked, possible.get(period, 0)
                )


def _too_little(
    problem: Problem, line: PlanLine, period: date, asked: int, most: int
) -> str:
    """Say what can be given of the hours of a week or a day, if anything."""
    name = problem.client[line.client_id].name
    week = "in the week of" if line.is_weekly else "on"
    said = (
        f"{name}, {line.kind} {week} {words.day(period)}:"
        f" {words.hours(asked)} asked for, and"
    )
    if not most:
        why = no_day(problem, line, period)
        return f"{said} none of it can be given. {why}."
    return (
        f"{said} {words.hours(most)} can be given in the times that are left."
    )


def _most(sessions: Sequence[Session]) -> int:
    """Give the most minutes that the sessions of one date can come to."""
    options = [option for session in sessions for option in session.options]
    window = max(e for _, e in options) - min(b for b, _ in options)
    longest = sum(max(e - b for b, e in s.options) for s in sessions)
    return min(window, longest)


# -- visits -----------------------------------------------------------------


def _short_visits(problem: Problem) -> Iterator[str]:
    """Say which visits are under half an hour, and what is said of them."""
    short = [
        f"{problem.client[line.client_id].name}"
        f" ({words.hours(visit_minutes(line))})"
        for line in problem.plan_lines
        if line.kind is Support.VISIT and visit_minutes(line) < HALF_AN_HOUR
    ]
    if short:
        named = words.listed(list(dict.fromkeys(short)))
        law = _WALES if problem.nation is Nation.WALES else _ELSEWHERE
        yield f"Visits of less than 30 minutes: {named}. {law}"


def visit_minutes(line: PlanLine) -> int:
    """Give how long the shortest session of a line may be."""
    if line.starts is not None and line.ends is not None:
        return (line.ends - line.starts) % DAY
    if line.day_minutes is not None:
        return line.day_minutes // max(1, -(-line.day_minutes // line.longest))
    return line.shortest


def _rounds(problem: Problem) -> Iterator[str]:
    """Say where the hours of visits would be counted twice."""
    visits = any(line.kind is Support.VISIT for line in problem.plan_lines)
    kinds = {shift.kind for shift in problem.shifts}
    if visits and Kind.WAKING in kinds and Kind.ROUND not in kinds:
        yield (
            "Visits count their own hours, and no shift type is of kind round:"
            " whoever visits within a waking shift is credited twice."
        )


def _unknown_ways(problem: Problem) -> Iterator[str]:
    """Say between which places of visits no travel is known."""
    lines = [p for p in problem.plan_lines if p.kind is Support.VISIT]
    clients = [problem.client[line.client_id] for line in lines]
    places = sorted({c.place or c.unit_id for c in clients} - {""})
    known = {frozenset((way.unit_id, way.other_id)) for way in problem.travel}
    missing = [
        (here, there)
        for n, here in enumerate(places)
        for there in places[n + 1 :]
        if frozenset((here, there)) not in known
    ]
    if missing:
        here, there = missing[0]
        also = len(missing) - 1
        more = f" and {words.count(also, 'further pair')}" if also else ""
        yield (
            f"Travel says nothing of the way from {here} to {there}{more} of"
            " places; it counts as no time at all."
        )
