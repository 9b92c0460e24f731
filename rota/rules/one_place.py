"""One place at a time, and time to get there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from rota import words
from rota.calendar import clock, local_date
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule


class OnePlace(Rule):
    """Nobody is in two places at once."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 20_000

    def post(self, plan: Plan) -> None:
        """Allow one duty at each moment, between any two cuts of time."""
        moments = plan.problem.moments
        starts = [begins for begins, _ in moments]
        for worker in plan.workers:
            there: dict[int, list[Literal]] = {}
            for duty, literal in plan.duties_of(worker.id):
                first = bisect_left(starts, duty.begins)
                for n in range(first, bisect_left(starts, duty.ends)):
                    there.setdefault(n, []).append(literal)
            for n, literals in sorted(there.items()):
                begins, ends = moments[n]
                if begins >= plan.problem.span[0] and len(literals) > 1:
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
        """Find duties that overlap, and count them at each moment."""
        for worker in part.workers(problem):
            done = roster.timeline(worker.id)
            clashes = [
                (other.begins, min(one.ends, other.ends))
                for one, other in combinations(done, 2)
                if other.begins < one.ends
            ]
            doubled = {
                moment
                for begins, ends in clashes
                for moment in problem.moments
                if max(begins, problem.span[0]) <= moment[0] < ends
            }
            for begins, ends in sorted(doubled):
                busy = [d for d in done if d.begins <= begins < d.ends]
                day = local_date(begins)
                yield self.breach(
                    Key(worker_id=worker.id, date=day, at=begins, to=ends),
                    (ends - begins) * (len(busy) - 1),
                    f"{worker.name} is in two places on {words.day(day)}"
                    f" {clock(begins)}-{clock(ends)}:"
                    f" {words.listed([duty.code for duty in busy])}",
                )


class TravelTime(Rule):
    """There is time to get from one unit to the other between two duties."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 5_000

    def post(self, plan: Plan) -> None:
        """Forbid two duties with less between them than the way takes."""
        longest = max((t.minutes for t in plan.problem.travel), default=0)
        if not longest:
            return
        for worker in plan.workers:
            held = plan.duties_of(worker.id)
            for (one, x), (other, y) in combinations(held, 2):
                gap = other.begins - one.ends
                if not 0 <= gap < longest:
                    continue
                short = plan.problem.travel_minutes(one, other) - gap
                if short > 0 and other.begins >= plan.problem.span[0]:
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
        """Look at every two duties, one after the other."""
        for worker in part.workers(problem):
            for one, other in combinations(roster.timeline(worker.id), 2):
                if other.begins < problem.span[0] or one.ends > other.begins:
                    continue
                needed = problem.travel_minutes(one, other)
                gap = other.begins - one.ends
                if gap < needed:
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=other.date,
                            duty_ids=(one.id, other.id),
                        ),
                        needed - gap,
                        f"{worker.name} has {words.hours(gap)} to get from"
                        f" {one.unit_id} to {other.unit_id} on"
                        f" {words.day(other.date)}; it takes"
                        f" {words.hours(needed)}",
                    )
