"""Drivers and vehicles for support that goes somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rota import words
from rota.calendar import clock, local_date
from rota.domain import (
    Driver,
    Key,
    Pence,
    Problem,
    Session,
    SessionTime,
    Strength,
    Worker,
    uses_own_car,
)
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule
from rota.rules.one_of_them import OneOfThem

Piece = tuple[int, int]
Trip = tuple[str, int, int]  # its name, or a session's id; begin, end


class TripDriver(OneOfThem):
    """A session that needs a driver has one.

    Licence, business insurance of the person's own car, and leave to drive
    the service's vehicle are checked on the date. Of people on one trip at
    one time, one driver drives all.
    """

    unit: ClassVar[str] = "trip"
    price: Pence = 15_000

    def asks(self, problem: Problem, session: Session) -> bool:
        """Ask where the plan does."""
        line = problem.plan_line[session.line_id]
        return line.driver is not Driver.NONE

    def fits(
        self, problem: Problem, worker: Worker, time: SessionTime
    ) -> bool:
        """Tell a driver for this trip."""
        return problem.may_drive(worker, time)

    def beside(
        self, problem: Problem, time: SessionTime
    ) -> tuple[SessionTime, ...]:
        """Give those who go together."""
        return problem.together(time)

    def lack(self, time: SessionTime) -> str:  # noqa: ARG002
        """Say that nobody can drive."""
        return "nobody there can drive"


class Vehicles(Rule):
    """No more of the service's vehicles are out than there are.

    A driver with an own car that is insured for work needs none. Those who go
    on one trip at the same time share one. Without a list of vehicles they
    are not counted.
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Count the vehicles that are out at every moment."""
        problem = plan.problem
        if not problem.vehicles:
            return
        trips: dict[Trip, list[SessionTime]] = {}
        for session in plan.part.sessions_beside(problem):
            for time, _ in plan.times_of(session.id):
                if time.line.driver is not Driver.NONE:
                    name = time.line.trip or session.id
                    trip = name, time.begins, time.ends
                    trips.setdefault(trip, []).append(time)
        out: dict[Piece, list[Literal]] = {}
        for (_, first, last), times in trips.items():
            taken = self._taken(plan, times)
            for piece in problem.session_pieces(first, last):
                out.setdefault(piece, []).append(taken)
        for (begins, ends), literals in sorted(out.items()):
            day = local_date(begins)
            there = sum(day not in one.off for one in problem.vehicles)
            plan.bound(
                [(ends - begins, literal) for literal in literals],
                hi=there * (ends - begins),
                by=self,
                about=Key(date=day, at=begins, to=ends),
            )

    def _taken(self, plan: Plan, times: Sequence[SessionTime]) -> Literal:
        """Whether one of the service's vehicles goes with those together."""
        theirs: list[Literal] = []
        own: list[Literal] = []
        for time in times:
            for worker, literal in plan.workers_on(time.id):
                if plan.problem.may_drive(worker, time):
                    brings = uses_own_car(worker, time.line.driver, time.date)
                    (own if brings else theirs).append(literal)
        return plan.all_of([plan.any_of(theirs), -plan.any_of(own)])

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the trips at once that take a vehicle."""
        if not problem.vehicles:
            return
        trips = [
            trip
            for trip in _trips(problem, roster, part)
            if _takes_one(problem, roster, trip)
        ]
        pieces = {
            piece
            for trip in trips
            for piece in problem.session_pieces(trip[0].begins, trip[0].ends)
        }
        for begins, ends in sorted(pieces):
            day = local_date(begins)
            there = sum(day not in one.off for one in problem.vehicles)
            out = [t for t in trips if t[0].overlaps(begins, ends)]
            if len(out) > there:
                yield self.breach(
                    Key(date=day, at=begins, to=ends),
                    (len(out) - there) * (ends - begins),
                    f"{words.day(day)} {clock(begins)}-{clock(ends)}:"
                    f" {words.count(len(out), 'vehicle')} needed for"
                    f" {words.listed([_named(trip) for trip in out])};"
                    f" {there} there",
                )


def _trips(
    problem: Problem, roster: Roster, part: Part
) -> list[tuple[SessionTime, ...]]:
    """List the trips that take place, with all who go on each."""
    found: dict[tuple[str, ...], tuple[SessionTime, ...]] = {}
    for session in part.sessions_beside(problem):
        for time in roster.times_of(session.id):
            going = [
                one
                for one in problem.together(time)
                if one.line.driver is not Driver.NONE
                and roster.workers_on(one.id)
            ]
            found[tuple(one.id for one in going)] = tuple(going)
    return [trip for trip in found.values() if trip]


def _takes_one(
    problem: Problem, roster: Roster, trip: Sequence[SessionTime]
) -> bool:
    """Tell a trip whose drivers have no car of their own to use."""
    cars = [
        uses_own_car(worker, time.line.driver, time.date)
        for time in trip
        for worker in roster.workers_on(time.id)
        if problem.may_drive(worker, time)
    ]
    return bool(cars) and not any(cars)


def _named(trip: Sequence[SessionTime]) -> str:
    """Name those who go together."""
    return " with ".join(time.code for time in trip)
