"""Single weeks that are very long, whatever the average."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR, overlap, week_span
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.weekly_hours import working_minutes


class VeryLongWeeks(Rule):
    """Nobody works over 60 hours in one week, or 72 with an opt-out.

    Not law: a limit of good sense beside the 48-hour average. Hours in other
    jobs count (WTR-48b).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.WATCH
    price: Pence = 1_000
    hours: float = Field(60, gt=0, description="Hours in a week at most.")
    opted_out_hours: float = Field(
        72, gt=0, description="Hours at most with an opt-out."
    )

    def limit(self, worker: Worker, opted_out: bool) -> int:
        """Give the minutes that are left for this service."""
        most = round(self._most(opted_out) * HOUR)
        return max(0, most - worker.other_weekly_minutes)

    def _most(self, opted_out: bool) -> float:
        return self.opted_out_hours if opted_out else self.hours

    def post(self, plan: Plan) -> None:
        """Limit the minutes of each week."""
        for worker in plan.workers:
            for week in plan.problem.weeks:
                first, last = week_span(week)
                opted_out = worker.is_opted_out_in(week)
                plan.bound(
                    [
                        (
                            duty.work
                            * overlap(duty.begins, duty.ends, first, last)
                            // duty.length,
                            literal,
                        )
                        for duty, literal in plan.duties_of(worker.id)
                        if duty.overlaps(first, last)
                    ],
                    hi=self.limit(worker, opted_out),
                    by=self,
                    about=Key(worker.id, date=week),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up each week."""
        for worker in part.workers(problem):
            for week in problem.weeks:
                minutes = working_minutes(roster, worker.id, week)
                opted_out = worker.is_opted_out_in(week)
                most = self.limit(worker, opted_out)
                in_all = minutes + worker.other_weekly_minutes
                if minutes > most:
                    yield self.breach(
                        Key(worker_id=worker.id, date=week),
                        minutes - most,
                        f"{worker.name} works {words.hours(in_all)} in the"
                        f" week of {words.day(week)}, other jobs included;"
                        f" at most {self._most(opted_out):g} h",
                    )
