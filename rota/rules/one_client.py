"""A session takes place once, and a client is in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from rota import words
from rota.calendar import clock, local_date
from rota.domain import Key, Problem, Session, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule

Piece = tuple[int, int]


class SessionPeople(Rule):
    """Nobody is sent to a session that has people enough already."""

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Allow each session as many people as its plan asks for."""
        for session in plan.part.sessions(plan.problem):
            plan.bound(
                [
                    (1, literal)
                    for time in plan.options_of(session.id)
                    for _, literal in plan.workers_on(time.id)
                ],
                hi=session.people,
                by=self,
                about=Key(date=session.date, what=session.id),
            )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count who gives each session."""
        for session in part.sessions(problem):
            there = [
                worker.name
                for time in roster.times_of(session.id)
                for worker in roster.workers_on(time.id)
            ]
            if len(there) > session.people:
                yield self.breach(
                    Key(date=session.date, what=session.id),
                    len(there) - session.people,
                    f"{_said(problem, session)} has"
                    f" {words.listed(sorted(there))}; it needs"
                    f" {session.people}",
                )


class SessionOnce(Rule):
    """All who give a session give it at the same time."""

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Allow one time; with one person to give it there is but one."""
        for session in plan.part.sessions(plan.problem):
            if session.people > 1:
                plan.bound(
                    [(1, x) for _, x in plan.times_of(session.id)],
                    hi=1,
                    by=self,
                    about=Key(date=session.date, what=session.id),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the times at which each session takes place."""
        for session in part.sessions(problem):
            times = roster.times_of(session.id)
            if len(times) > 1 and session.people > 1:
                yield self.breach(
                    Key(date=session.date, what=session.id),
                    len(times) - 1,
                    f"{_said(problem, session)} is given at"
                    f" {words.listed([time.times for time in times])}; it"
                    " takes place once",
                )


class ClientOnePlace(Rule):
    """Nobody is supported in two places, or by two plans, at once."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Allow one session of a client at every moment."""
        problem = plan.problem
        busy: dict[tuple[str, Piece], dict[str, list[Literal]]] = {}
        for session in plan.part.sessions_beside(problem):
            for time, literal in plan.times_of(session.id):
                for piece in problem.session_pieces(
                    time.begins, time.ends, session.client_id
                ):
                    held = busy.setdefault((session.client_id, piece), {})
                    held.setdefault(session.id, []).append(literal)
        for (client_id, (begins, ends)), sessions in sorted(busy.items()):
            if len(sessions) > 1:
                literals = [x for held in sessions.values() for x in held]
                plan.bound(
                    [(ends - begins, literal) for literal in literals],
                    hi=ends - begins,
                    by=self,
                    about=Key(
                        date=local_date(begins),
                        at=begins,
                        to=ends,
                        what=client_id,
                    ),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find sessions of one client that overlap."""
        taking = {
            client.id: [
                time
                for session in part.sessions_beside(problem)
                if session.client_id == client.id
                for time in roster.times_of(session.id)
            ]
            for client in problem.clients
        }
        for client_id, times in taking.items():
            doubled = {
                piece
                for one, other in combinations(times, 2)
                if one.overlaps(other.begins, other.ends)
                for piece in problem.session_pieces(
                    max(one.begins, other.begins),
                    min(one.ends, other.ends),
                    client_id,
                )
            }
            for begins, ends in sorted(doubled):
                there = [t for t in times if t.begins <= begins < t.ends]
                day = local_date(begins)
                yield self.breach(
                    Key(date=day, at=begins, to=ends, what=client_id),
                    (ends - begins) * (len(there) - 1),
                    f"{problem.client[client_id].name} has"
                    f" {len(there)} sessions at once on {words.day(day)}"
                    f" {clock(begins)}-{clock(ends)}",
                )


def _said(problem: Problem, session: Session) -> str:
    """Name a session by its client and day."""
    client = problem.client[session.client_id].name
    kind = problem.plan_line[session.line_id].kind
    return f"{client}'s {kind} on {words.day(session.date)}"
