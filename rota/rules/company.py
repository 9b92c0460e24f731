"""Somebody who must have somebody else there, at every moment of a duty."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Duty, Key, Kind, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule, Term

ON_SITE = (Kind.WAKING, Kind.SLEEP_IN)


class Company(Rule):
    """What rules about being alone have in common.

    A subclass says who must not be on `own_kinds` of duty without company,
    and who is company.
    """

    unit: ClassVar[str] = "hour"
    own_kinds: ClassVar[tuple[Kind, ...]] = ON_SITE
    alone: ClassVar[str]  # what is said of the person
    strength: Strength = Strength.MUST
    by_unit: bool = Field(
        True, description="Only people in the same unit are company."
    )

    def wanted(self, worker: Worker, duty: Duty) -> bool:
        """Tell whether this person needs company on the duty."""
        raise NotImplementedError

    def counts(self, worker: Worker, duty: Duty) -> bool:
        """Tell whether this person on a duty is company."""
        raise NotImplementedError

    def post(self, plan: Plan) -> None:
        """Add up the stretches of each duty without anybody to be company."""
        problem = plan.problem
        for worker in problem.workers:
            for duty, literal in plan.duties_of(worker.id):
                if not problem.start <= duty.date <= problem.end:
                    continue
                if duty.kind in self.own_kinds and self.wanted(worker, duty):
                    plan.bound(
                        self._alone_in(plan, worker, duty, literal),
                        hi=0,
                        by=self,
                        about=Key(
                            worker.id, date=duty.date, duty_ids=(duty.id,)
                        ),
                    )

    def _alone_in(
        self, plan: Plan, worker: Worker, duty: Duty, literal: Literal
    ) -> list[Term]:
        """Give the minutes of each stretch of a duty, if nobody is there."""
        others = [
            other
            for unit_id in self._places(plan.problem, duty)
            for other in plan.problem.duties_in[unit_id]
            if other.overlaps(duty.begins, duty.ends) and other.kind in ON_SITE
        ]
        found = []
        for begins, ends in _stretches(duty, others):
            there = [
                x
                for other in others
                if other.begins <= begins < other.ends
                for colleague, x in plan.workers_on(other.id)
                if colleague.id != worker.id and self.counts(colleague, other)
            ]
            alone = plan.all_of([literal, -plan.any_of(there)])
            found.append((ends - begins, alone))
        return found

    def _places(self, problem: Problem, duty: Duty) -> tuple[str, ...]:
        """Give the units in which company counts."""
        return (duty.unit_id,) if self.by_unit else problem.units

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Take from each duty the time in which somebody else is there."""
        for worker in problem.workers:
            for duty in roster.timeline(worker.id):
                if (
                    duty.date not in problem.date_set
                    or duty.kind not in self.own_kinds
                    or not self.wanted(worker, duty)
                    or not _is_near(duty, part)
                ):
                    continue
                left = duty.length - self._accompanied(
                    problem, roster, worker, duty
                )
                if left:
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=duty.date,
                            duty_ids=(duty.id,),
                        ),
                        left,
                        f"{worker.name} {self.alone} for {words.hours(left)}"
                        f" on {words.day(duty.date)} {duty.code}",
                    )

    def _accompanied(
        self, problem: Problem, roster: Roster, worker: Worker, duty: Duty
    ) -> int:
        """Add up the minutes of a duty in which there is company."""
        places = (duty.unit_id,) if self.by_unit else problem.units
        there = sorted(
            (max(other.begins, duty.begins), min(other.ends, duty.ends))
            for place in places
            for other in problem.duties_in[place]
            if other.kind in ON_SITE and other.overlaps(duty.begins, duty.ends)
            for colleague in (
                *roster.workers_on(other.id),
                *problem.past_workers_on(other.id),
            )
            if colleague.id != worker.id and self.counts(colleague, other)
        )
        total, until = 0, duty.begins
        for begins, ends in there:
            total += max(0, ends - max(begins, until))
            until = max(until, ends)
        return total


def _stretches(duty: Duty, others: list[Duty]) -> list[tuple[int, int]]:
    """Cut a duty where others begin or end."""
    marks = {duty.begins, duty.ends}
    marks |= {m for other in others for m in (other.begins, other.ends)}
    inside = sorted(m for m in marks if duty.begins <= m <= duty.ends)
    return list(itertools.pairwise(inside))


def _is_near(duty: Duty, part: Part) -> bool:
    """Tell whether a free date can change who is beside this duty."""
    if part.dates is None:
        return True
    days = (duty.date + timedelta(days=n) for n in (-1, 0, 1))
    return any(day in part.dates for day in days)
