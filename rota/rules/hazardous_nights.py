"""Nights of special hazard or heavy strain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import DAY, HOUR, overlap
from rota.domain import Duty, Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term


class HazardousNights(Rule):
    """A night of special hazard comes to eight hours in 24, never averaged.

    The Shift types sheet says which nights a risk assessment calls hazardous
    or a heavy strain. All work counts in the 24 hours from the start of such
    a night, and in those up to its end. Source: Working Time Regulations
    1998, reg 6 (WTR-NTH).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000
    hours: float = Field(8, gt=0, description="Hours in 24 at most.")

    def post(self, plan: Plan) -> None:
        """Limit the work round each such night, if it is given."""
        limit = round(self.hours * HOUR)
        for worker in plan.workers:
            held = plan.duties_of(worker.id)
            for night, literal in held:
                if not _is_judged(plan.problem, night):
                    continue
                for first in (night.begins, night.ends - DAY):
                    terms: list[Term] = [
                        (_inside(duty, first), x)
                        for duty, x in held
                        if duty.overlaps(first, first + DAY)
                    ]
                    spare = max(0, sum(n for n, _ in terms) - limit)
                    plan.bound(
                        [*terms, (spare, literal)],
                        hi=limit + spare,
                        by=self,
                        about=Key(
                            worker.id, date=night.date, duty_ids=(night.id,)
                        ),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up the work round each such night that is given."""
        for worker in part.workers(problem):
            done = roster.timeline(worker.id)
            for night in done:
                if not night.is_hazardous or night.date not in (
                    problem.date_set
                ):
                    continue
                most = max(
                    _worked(done, night.begins, night.begins + 24 * 60),
                    _worked(done, night.ends - 24 * 60, night.ends),
                )
                over = most - round(60 * self.hours)
                if over > 0:
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=night.date,
                            duty_ids=(night.id,),
                        ),
                        over,
                        f"{worker.name} works {words.hours(most)} in 24 h"
                        f" round the night of {words.day(night.date)}, which"
                        f" is hazardous; at most {self.hours:g} h",
                    )


def _is_judged(problem: Problem, duty: Duty) -> bool:
    return duty.is_hazardous and problem.start <= duty.date <= problem.end


def _inside(duty: Duty, first: int) -> int:
    """Give the working minutes of a duty in 24 hours."""
    shared = overlap(duty.begins, duty.ends, first, first + DAY)
    return duty.work * shared // duty.length


def _worked(done: tuple[Duty, ...], begins: int, ends: int) -> int:
    """Add up the working time between two instants."""
    total = 0
    for duty in done:
        inside = min(duty.ends, ends) - max(duty.begins, begins)
        if inside > 0:
            total += duty.work * inside // duty.length
    return total
