"""The health assessment that people are offered before they work nights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Duty, Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class NightAssessment(Rule):
    """Night workers have been offered their health assessment in time.

    Before they begin, and at regular intervals. A night worker is one in the
    sense of "night average". Where the Workers sheet holds no such date of
    anybody, nothing is said. Source: Working Time Regulations 1998, reg 7
    (WTR-NHA).
    """

    unit: ClassVar[str] = "night"
    strength: Strength = Strength.WATCH
    price: Pence = 1_000
    days: int = Field(365, ge=1, description="Days that one assessment holds.")

    def post(self, plan: Plan) -> None:
        """Count the nights of each night worker without an assessment."""
        for worker in plan.workers:
            if not self.counts(plan.problem, worker):
                continue
            nights = [
                (1, literal)
                for duty, literal in plan.duties_of(worker.id)
                if self._lacks(plan.problem, worker, duty)
            ]
            plan.bound(nights, hi=0, by=self, about=Key(worker.id))

    def counts(self, problem: Problem, worker: Worker) -> bool:
        """Tell somebody who regularly works nights, if dates are kept."""
        kept = any(known.night_assessed_on for known in problem.workers)
        return kept and problem.is_night_worker(worker)

    def _lacks(self, problem: Problem, worker: Worker, duty: Duty) -> bool:
        """Tell a night of the rota on which no assessment holds."""
        if not duty.is_night or not problem.start <= duty.date <= problem.end:
            return False
        on = worker.night_assessed_on
        if on is None:
            return True
        return not on <= duty.date <= on + timedelta(days=self.days)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare the nights given with the date of the assessment."""
        for worker in part.workers(problem):
            on = worker.night_assessed_on
            nights = [
                duty
                for duty in roster.timeline(worker.id)
                if duty.is_night and duty.date in problem.date_set
            ]
            late = [
                night
                for night in nights
                if on is None or not 0 <= (night.date - on).days <= self.days
            ]
            if late and self.counts(problem, worker):
                last = (
                    f"the last was on {words.day(on)} {on.year}"
                    if on
                    else "no date is recorded"
                )
                yield self.breach(
                    Key(worker_id=worker.id),
                    len(late),
                    f"{worker.name} works {words.count(len(late), 'night')}"
                    f" without a night assessment in time: {last}",
                )
