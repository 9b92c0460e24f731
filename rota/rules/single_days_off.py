"""Days off that come one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.calendar import ONE_DAY
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class SingleDaysOff(Rule):
    """Days off come at least two together.

    A day counts as worked by the local date on which a duty starts.
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_000

    def post(self, plan: Plan) -> None:
        """Price each day off between two days of work."""
        for worker in plan.workers:
            for day in plan.problem.dates:
                plan.bound(
                    [
                        (1, plan.works_on(worker.id, day - ONE_DAY)),
                        (-1, plan.works_on(worker.id, day)),
                        (1, plan.works_on(worker.id, day + ONE_DAY)),
                    ],
                    hi=1,
                    by=self,
                    about=Key(worker.id, date=day),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find each day off between two days of work."""
        for worker in part.workers(problem):
            days = {duty.date for duty in roster.timeline(worker.id)}
            for day in problem.dates:
                beside = {day - ONE_DAY, day + ONE_DAY}
                if day not in days and beside <= days:
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} has {words.day(day)} off on its own",
                    )
