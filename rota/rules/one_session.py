"""One person supported at a time, and time to get to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from rota import words
from rota.calendar import clock, local_date
from rota.domain import Key, Problem, SessionTime, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule

Piece = tuple[int, int]


class OneSession(Rule):
    """Nobody supports two people at once whose plans each ask for somebody."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Allow one session at every moment."""
        pieces_of = plan.problem.session_pieces
        for worker in plan.workers:
            busy: dict[Piece, dict[str, list[Literal]]] = {}
            for time, literal in plan.sessions_of(worker.id):
                for piece in pieces_of(time.begins, time.ends):
                    sessions = busy.setdefault(piece, {})
                    sessions.setdefault(time.session.id, []).append(literal)
            for (begins, ends), sessions in sorted(busy.items()):
                if len(sessions) > 1:
                    literals = [x for held in sessions.values() for x in held]
                    plan.bound(
                        [(ends - begins, literal) for literal in literals],
                        hi=ends - begins,
                        by=self,
                        about=Key(
                            worker.id,
                            date=local_date(begins),
                            at=begins,
                            to=ends,
                        ),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count each worker's sessions at every moment that two share."""
        for worker in part.workers(problem):
            mine = roster.sessions_of(worker.id)
            doubled = {
                piece
                for one, other in combinations(mine, 2)
                if other.begins < one.ends
                for piece in problem.session_pieces(
                    other.begins, min(one.ends, other.ends)
                )
            }
            for begins, ends in sorted(doubled):
                there = [t for t in mine if t.begins <= begins < t.ends]
                yield self._at_once(worker, there, begins, ends)

    def _at_once(
        self, worker: Worker, there: list[SessionTime], begins: int, ends: int
    ) -> Breach:
        day = local_date(begins)
        return self.breach(
            Key(worker_id=worker.id, date=day, at=begins, to=ends),
            (ends - begins) * (len(there) - 1),
            f"{worker.name} is with {words.listed([t.code for t in there])}"
            f" at once on {words.day(day)} {clock(begins)}-{clock(ends)}",
        )


class SessionTravel(Rule):
    """There is time to get from one person supported to the next."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Forbid two sessions with less between them than the way takes."""
        longest = plan.problem.longest_journey
        if not longest:
            return
        for worker in plan.workers:
            held = plan.sessions_of(worker.id)
            for n, (one, x) in enumerate(held):
                for other, y in held[n + 1 :]:
                    gap = other.begins - one.ends
                    if gap >= longest:
                        break
                    short = plan.problem.journey(worker, one, other) - gap
                    if gap >= 0 and short > 0:
                        plan.bound(
                            [(short, x), (short, y)],
                            hi=short,
                            by=self,
                            about=Key(
                                worker.id,
                                date=other.date,
                                duty_ids=(one.id, other.id),
                            ),
                        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Look at every two sessions, one after the other."""
        for worker in part.workers(problem):
            mine = roster.sessions_of(worker.id)
            for one, other in combinations(mine, 2):
                gap = other.begins - one.ends
                needed = problem.journey(worker, one, other)
                if 0 <= gap < needed:
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=other.date,
                            duty_ids=(one.id, other.id),
                        ),
                        needed - gap,
                        f"{worker.name} has {words.hours(gap)} to get from"
                        f" {one.code} to {other.code} on"
                        f" {words.day(other.date)}; it takes"
                        f" {words.hours(needed)}",
                    )
