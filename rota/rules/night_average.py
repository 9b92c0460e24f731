"""The average of people who regularly work nights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.weekly_hours import (
    INCOMPLETE,
    booked,
    minutes_in,
    working_minutes,
)


class NightAverage(Rule):
    """Night workers average no more than eight hours in 24, opt-out or not.

    Eight hours on each of the six days of a week that are not weekly rest
    are 48 hours a week, over the same weeks as the 48-hour average; that is
    the statute's A / (B - C) in linear form. A night worker is on permanent
    nights, or had a night on a third of the days known before the rota. In
    residential care it is only watched. Source: Working Time Regulations
    1998, regs 2, 6 and 21 (WTR-NT).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 2_000
    hours: float = Field(8, gt=0, description="Hours in 24 on average.")
    share: float = Field(
        1 / 3, gt=0, le=1, description="Share of days that makes a worker one."
    )

    def strength_of(self, key: Key) -> Strength:
        """Soften the must where hours before the start are missing."""
        strength = super().strength_of(key)
        if strength is Strength.MUST and key.what == INCOMPLETE:
            return Strength.SHOULD
        return strength

    def counts(self, problem: Problem, worker: Worker) -> bool:
        """Tell a night worker, by what is known before the rota."""
        return problem.is_night_worker(worker, self.share)

    def limit(self) -> int:
        """Give the minutes of one week: six days, without the weekly rest."""
        return 6 * round(self.hours * HOUR)

    def post(self, plan: Plan) -> None:
        """Limit the minutes of each reference period that ends here."""
        problem = plan.problem
        for worker in plan.workers:
            if not self.counts(problem, worker):
                continue
            bound_by_law = worker.replace(opted_out=None)
            for last in problem.averaged_to(worker):
                weeks = problem.reference_weeks(bound_by_law, last)
                terms = [
                    term
                    for week in weeks.open
                    for term in minutes_in(plan, worker.id, week)
                ]
                own = weeks.fixed - worker.other_weekly_minutes * weeks.count
                plan.bound(
                    terms,
                    hi=self.limit() * weeks.count - own,
                    by=self,
                    about=Key(
                        worker.id,
                        date=last,
                        what="" if weeks.complete else INCOMPLETE,
                    ),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Average each night worker's weeks, as far back as is known."""
        for worker in part.workers(problem):
            if not self.counts(problem, worker):
                continue
            bound_by_law = worker.replace(opted_out=None)
            for last in problem.averaged_to(worker):
                weeks = problem.reference_weeks(bound_by_law, last)
                minutes = (
                    weeks.fixed
                    - worker.other_weekly_minutes * weeks.count
                    + sum(
                        working_minutes(roster, worker.id, week)
                        for week in weeks.open
                    )
                )
                over = minutes - self.limit() * weeks.count
                if over > 0:
                    average = minutes / (6 * HOUR * weeks.count)
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=last,
                            what="" if weeks.complete else INCOMPLETE,
                        ),
                        over,
                        f"{worker.name} works nights and averages"
                        f" {average:.2f} h in 24 over"
                        f" {words.count(weeks.count, 'week')} to"
                        f" {words.day(last + timedelta(days=6))}"
                        f"{booked(problem, last)}; at most {self.hours:g} h",
                    )
