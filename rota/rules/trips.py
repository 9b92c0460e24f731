"""Drivers and vehicles for support that goes somewhere."""

from __future__ import annotations

from collections.abc import Iterator
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


class TripDriver(OneOfThem):
    """A session that needs a driver has one.

    Licence, business insurance of the person's own car, and leave to drive
    the service's vehicle are checked on the date.
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

    def lack(self, time: SessionTime) -> str:  # noqa: ARG002
        """Say that nobody can drive."""
        return "nobody there can drive"


class Vehicles(Rule):
    """No more of the service's vehicles are out than there are.

    A driver with an own car that is insured for work needs none. Without a
    list of vehicles they are not counted.
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Count the vehicles that are out at every moment."""
        problem = plan.problem
        if not problem.vehicles:
            return
        out: dict[Piece, list[Literal]] = {}
        for session in plan.part.sessions_beside(problem):
            line = problem.plan_line[session.line_id]
            if line.driver is Driver.NONE:
                continue
            for time, _ in plan.times_of(session.id):
                taken = self._taken(plan, time)
                for piece in problem.session_pieces(time.begins, time.ends):
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

    def _taken(self, plan: Plan, time: SessionTime) -> Literal:
        """Whether one of the service's vehicles goes with a session."""
        theirs: list[Literal] = []
        own: list[Literal] = []
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
            time
            for session in part.sessions_beside(problem)
            for time in roster.times_of(session.id)
            if _takes_one(problem, time, roster.workers_on(time.id))
        ]
        pieces = {
            piece
            for trip in trips
            for piece in problem.session_pieces(trip.begins, trip.ends)
        }
        for begins, ends in sorted(pieces):
            day = local_date(begins)
            there = sum(day not in one.off for one in problem.vehicles)
            out = [t for t in trips if t.overlaps(begins, ends)]
            if len(out) > there:
                yield self.breach(
                    Key(date=day, at=begins, to=ends),
                    (len(out) - there) * (ends - begins),
                    f"{words.day(day)} {clock(begins)}-{clock(ends)}:"
                    f" {words.count(len(out), 'vehicle')} needed for"
                    f" {words.listed([trip.code for trip in out])};"
                    f" {there} there",
                )


def _takes_one(
    problem: Problem, time: SessionTime, there: tuple[Worker, ...]
) -> bool:
    """Tell a trip whose driver has no car of their own to use."""
    drivers = [one for one in there if problem.may_drive(one, time)]
    return bool(drivers) and not any(
        uses_own_car(one, time.line.driver, time.date) for one in drivers
    )
