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

Trip = tuple[SessionTime, ...]  # those who go together


class Givers(Protocol):
    """Says who may give a session."""

    def of(self, session: Session) -> tuple[Worker, ...]:
        """Give those who may, in the order of the problem."""


def trips_at_once(problem: Problem, eligible: Givers) -> Iterator[str]:
    """Say where fixed trips at one time outnumber drivers or vehicles."""
    trips = _trips(problem)
    seen: set[tuple[str, ...]] = set()
    for first in trips:
        at = first[0].begins
        out = [t for t in trips if t[0].begins <= at < t[0].ends]
        lines = tuple(sorted(one.line.id for trip in out for one in trip))
        if len(out) > 1 and lines not in seen:
            lacks = list(_lacks(problem, eligible, out, at))
            if lacks:
                seen.add(lines)
            yield from lacks


def _trips(problem: Problem) -> list[Trip]:
    """List the trips at fixed times; those who go together are on one."""
    found: dict[tuple[str, ...], Trip] = {}
    for session in problem.sessions:
        if len(session.options) == 1:
            trip = tuple(
                time
                for time in problem.together(problem.times_of[session.id][0])
                if time.line.driver is not Driver.NONE
                and len(time.session.options) == 1
            )
            found[tuple(time.id for time in trip)] = trip
    return [trip for trip in found.values() if trip]


def _lacks(
    problem: Problem, eligible: Givers, out: Sequence[Trip], at: int
) -> Iterator[str]:
    """Compare the trips that are out at one moment with what there is."""
    named = words.listed([_named(trip) for trip in out])
    day = out[0][0].date
    when = f"{words.day(day)} {clock(at)}"
    drivers = _drivers(problem, eligible, out)
    if len(drivers) < len(out):
        yield (
            f"{when}: {len(out)} trips at once ({named}), and"
            f" {_counted(drivers)} can drive."
        )
    there = sum(day not in one.off for one in problem.vehicles)
    need = _needing(out, drivers)
    if problem.vehicles and need > there:
        verb = "is" if there == 1 else "are"
        yield (
            f"{when}: {len(out)} trips at once ({named}) need"
            f" {words.count(need, 'vehicle')} of the service, and {there}"
            f" {verb} there."
        )


def _named(trip: Trip) -> str:
    """Name those who go together."""
    return " with ".join(time.client.name for time in trip)


def _drivers(
    problem: Problem, eligible: Givers, out: Sequence[Trip]
) -> list[Worker]:
    """List those who can drive one of the trips at least."""
    able = {
        worker.id
        for trip in out
        for time in trip
        for worker in eligible.of(time.session)
        if problem.may_drive(worker, time)
    }
    return [worker for worker in problem.workers if worker.id in able]


def _needing(out: Sequence[Trip], drivers: Sequence[Worker]) -> int:
    """Count the trips for which no own car can be there, at best."""
    free = [
        time
        for trip in out
        for time in trip[:1]
        if any(one.line.driver is Driver.ANY for one in trip)
    ]
    cars = sum(
        any(uses_own_car(one, Driver.ANY, time.date) for time in free)
        for one in drivers
    )
    return len(out) - min(len(free), cars)


def _counted(workers: Sequence[Worker]) -> str:
    """Say how many, and who."""
    if not workers:
        return "nobody"
    names = words.listed([worker.name for worker in workers])
    return f"only {len(workers)} ({names})"
