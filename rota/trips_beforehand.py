"""Trips at one fixed time: drivers and vehicles counted before a rota."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from rota import words
from rota.calendar import clock
from rota.domain import (
    Driver,
    Problem,
    Session,
    SessionTime,
    Worker,
    uses_own_car,
)


class Givers(Protocol):
    """Says who may give a session."""

    def of(self, session: Session) -> tuple[Worker, ...]:
        """Give those who may, in the order of the problem."""


def trips_at_once(problem: Problem, eligible: Givers) -> Iterator[str]:
    """Say where fixed trips at one time outnumber drivers or vehicles."""
    trips = [
        problem.times_of[session.id][0]
        for session in problem.sessions
        if len(session.options) == 1
        and problem.plan_line[session.line_id].driver is not Driver.NONE
    ]
    seen: set[tuple[str, ...]] = set()
    for first in trips:
        out = [t for t in trips if t.begins <= first.begins < t.ends]
        lines = tuple(sorted(trip.line.id for trip in out))
        if len(out) > 1 and lines not in seen:
            lacks = list(_lacks(problem, eligible, out, first.begins))
            if lacks:
                seen.add(lines)
            yield from lacks


def _lacks(
    problem: Problem, eligible: Givers, out: Sequence[SessionTime], at: int
) -> Iterator[str]:
    """Compare the trips that are out at one moment with what there is."""
    named = words.listed([trip.client.name for trip in out])
    when = f"{words.day(out[0].date)} {clock(at)}"
    drivers = _drivers(problem, eligible, out)
    if len(drivers) < len(out):
        yield (
            f"{when}: {len(out)} trips at once ({named}), and"
            f" {_counted(drivers)} can drive."
        )
    there = sum(out[0].date not in one.off for one in problem.vehicles)
    need = _needing(out, drivers)
    if problem.vehicles and need > there:
        verb = "is" if there == 1 else "are"
        yield (
            f"{when}: {len(out)} trips at once ({named}) need"
            f" {words.count(need, 'vehicle')} of the service, and {there}"
            f" {verb} there."
        )


def _drivers(
    problem: Problem, eligible: Givers, out: Sequence[SessionTime]
) -> list[Worker]:
    """List those who can drive one of the trips at least."""
    able = {
        worker.id
        for trip in out
        for worker in eligible.of(trip.session)
        if problem.may_drive(worker, trip)
    }
    return [worker for worker in problem.workers if worker.id in able]


def _needing(out: Sequence[SessionTime], drivers: Sequence[Worker]) -> int:
    """Count the trips for which no own car can be there, at best."""
    free = [trip for trip in out if trip.line.driver is Driver.ANY]
    cars = sum(
        any(uses_own_car(one, trip.line.driver, trip.date) for trip in free)
        for one in drivers
    )
    return len(out) - min(len(free), cars)


def _counted(workers: Sequence[Worker]) -> str:
    """Say how many, and who."""
    if not workers:
        return "nobody"
    names = words.listed([worker.name for worker in workers])
    return f"only {len(workers)} ({names})"
