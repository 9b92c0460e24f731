"""Days off in a row: enough of them, and not too many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import ONE_DAY, days_between
from rota.domain import Duty, Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import FALSE, Breach, Plan, Run
from rota.rules.own_numbers import OwnNumbers
from rota.rules.runs import bar_long, bar_short, run_of
from rota.rules.streaks import known_days, streaks, whole_streaks
from rota.rules.together import Together


class FewestDaysOffInARow(Together):
    """Days off come at least this many together.

    A day is worked by the local date on which a duty starts; leave is time
    off, too. Days off before what is known, or at the end, are not judged.
    """

    least: int = Field(2, ge=1, description="Days off running at least.")

    def post(self, plan: Plan) -> None:
        """Price, or forbid, so few days off between two of work."""
        for worker in plan.workers:
            least = self.limit(worker)
            if least:
                run = run_of(plan, worker.id, self.counts).turned
                bar_short(plan, run, least, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Measure each run of days off."""
        known = known_days(problem)
        for worker in part.workers(problem):
            least = self.limit(worker) or 0
            done = roster.timeline(worker.id)
            days = {duty.date for duty in done if self.counts(duty)}
            free = [day for day in known if day not in days]
            for first, length in whole_streaks(problem, free, days):
                if length < least:
                    yield self.breach(
                        Key(worker_id=worker.id, date=first),
                        least - length,
                        f"{worker.name} has only"
                        f" {words.count(length, 'day')} off from"
                        f" {words.day(first)}; at least {least}",
                    )


class MostDaysOffInARow(OwnNumbers):
    """Nobody is off for more than this many days running, leave apart.

    Each day too many is one breach. Days of leave, and days before or after
    the employment, are not counted and end a run.
    """

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "day"
    strength: Strength = Strength.OFF
    price: Pence = 1_000
    most: int = Field(4, ge=1, description="Days off running at most.")

    def usual(self, worker: Worker) -> int:  # noqa: ARG002
        """Ask the same of everybody."""
        return self.most

    def counts(self, duty: Duty) -> bool:
        """Tell whether a duty makes a day of work."""
        return duty.work > 0

    def post(self, plan: Plan) -> None:
        """Price every stretch of one day off too many."""
        for worker in plan.workers:
            most = self.limit(worker)
            if most is None:
                continue
            free = run_of(plan, worker.id, self.counts).turned
            away = {
                day
                for absence in plan.problem.absences_of[worker.id]
                if absence.is_whole_days
                for day in days_between(absence.first, absence.last)
            }

            def holds(
                day: date,
                free: Run = free,
                away: set[date] = away,
                worker: Worker = worker,
            ) -> int:
                here = day not in away and worker.employed_on(day)
                return free.holds(day) if here else FALSE

            bar_long(plan, Run(worker.id, holds, holds), most, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count through each run of days off."""
        known = known_days(problem)
        for worker in part.workers(problem):
            most = self.limit(worker)
            if most is None:
                continue
            days = _free_days(problem, worker, known)
            done = roster.timeline(worker.id)
            days -= {duty.date for duty in done if self.counts(duty)}
            for first, last in streaks(days):
                day = max(first + most * ONE_DAY, problem.start)
                while day <= last:
                    run = (day - first).days + 1
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name}: {words.ordinal(run)} day off running"
                        f" on {words.day(day)}; at most {most}",
                    )
                    day += ONE_DAY


def _free_days(
    problem: Problem, worker: Worker, known: list[date]
) -> set[date]:
    """Give the known days that are neither leave nor out of employment."""
    whole = [a for a in problem.absences_of[worker.id] if a.is_whole_days]
    return {
        day
        for day in known
        if worker.employed_on(day)
        and not any(a.first <= day <= a.last for a in whole)
    }
