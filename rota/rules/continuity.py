"""The same few faces, and never only strangers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import (
    Given,
    Key,
    Pence,
    Problem,
    Session,
    SessionTime,
    Strength,
)
from rota.domain import Worker as Person
from rota.roster import Part, Roster
from rota.rules.base import Breach, Gate, Literal, Plan, Rule
from rota.rules.one_of_them import OneOfThem


class Faces(Rule):
    """Nobody has more different people in four weeks than their plan says.

    Four weeks count from the start of the rota. Source: NICE NG21, 1.4
    (CARE-CONT).
    """

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 2_000
    days: int = Field(28, ge=7, le=366, description="Days in a count.")

    def post(self, plan: Plan) -> None:
        """Count the workers who see each client."""
        problem = plan.problem
        touched = {one.client_id for one in plan.part.sessions(problem)}
        for client in problem.clients:
            if client.faces is None or client.id not in touched:
                continue
            seen: dict[date, dict[str, list[Literal]]] = {}
            for session in problem.sessions_of_client[client.id]:
                first = self._first(problem, session.date)
                people = seen.setdefault(first, {})
                for time in plan.options_of(session.id):
                    for worker, literal in plan.workers_on(time.id):
                        people.setdefault(worker.id, []).append(literal)
            for first, people in seen.items():
                plan.bound(
                    [(1, plan.any_of(held)) for held in people.values()],
                    hi=client.faces,
                    by=self,
                    about=Key(date=first, what=client.id),
                )

    def _first(self, problem: Problem, day: date) -> date:
        """Give the first day of the count that a date belongs to."""
        since = (day - problem.start).days // self.days
        return problem.start + timedelta(days=since * self.days)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the faces of each client whom the part can change."""
        touched = {one.client_id for one in part.sessions(problem)}
        for client in problem.clients:
            if client.faces is None or client.id not in touched:
                continue
            seen: dict[int, set[str]] = {}
            for session in problem.sessions_of_client[client.id]:
                nth = (session.date - problem.start).days // self.days
                for time in roster.times_of(session.id):
                    there = roster.workers_on(time.id)
                    seen.setdefault(nth, set()).update(w.id for w in there)
            for nth, people in sorted(seen.items()):
                first = problem.start + timedelta(days=nth * self.days)
                if len(people) > client.faces:
                    yield self.breach(
                        Key(date=first, what=client.id),
                        len(people) - client.faces,
                        f"{client.name} sees {len(people)} different people"
                        f" from {words.day(first)} on; at most"
                        f" {client.faces}",
                    )


class NotOnlyStrangers(OneOfThem):
    """Whoever comes, one of them knows the person already.

    Key workers, and those whom the Clients sheet says know them. Where
    nothing is said of anybody, it is not checked. It weighs less than a
    quarter of an hour not given: rather a stranger than nobody.
    """

    price: Pence = 1_400

    def asks(self, problem: Problem, session: Session) -> bool:
        """Ask where it is said who knows the person."""
        return problem.client[session.client_id].has_history

    def fits(
        self,
        problem: Problem,  # noqa: ARG002 (the client says it)
        worker: Person,
        time: SessionTime,
    ) -> bool:
        """Tell somebody who has been there before."""
        return time.client.is_known_to(worker.id)

    def lack(self, time: SessionTime) -> str:  # noqa: ARG002
        """Say that they are strangers."""
        return "nobody there has supported them before"


class PreferredPeople(Gate):
    """Those whom the plan prefers, and key workers, come first."""

    unit: ClassVar[str] = "session"
    strength: Strength = Strength.SHOULD
    price: Pence = 300

    def judges(self, duty: Given) -> bool:
        """Judge sessions only."""
        return isinstance(duty, SessionTime)

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (a gate reads it or not)
        worker: Person,
        duty: SessionTime,
    ) -> str | None:
        """Find fault where others are preferred."""
        if not duty.wanted or worker.id in duty.wanted:
            return None
        return (
            f"{worker.name} is with {duty.code} on"
            f" {words.day(duty.date)}; others are preferred"
        )
