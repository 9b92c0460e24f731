"""Runs of work that are too short to be worth coming in for."""

from __future__ import annotations

from collections.abc import Iterator

from rota import words
from rota.domain import Key, Problem
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan
from rota.rules.runs import bar_short, run_of
from rota.rules.streaks import known_days, whole_streaks
from rota.rules.together import Together


class FewestDaysInARow(Together):
    """Days of work come at least this many together.

    A day counts by the local date on which a duty starts. A run that goes
    on before what is known, or after the end, is not judged.
    """

    def post(self, plan: Plan) -> None:
        """Price, or forbid, each run of so few days between two off."""
        for worker in plan.workers:
            least = self.limit(worker)
            if least:
                run = run_of(plan, worker.id, self.counts)
                bar_short(plan, run, least, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Measure each run of days of work."""
        known = set(known_days(problem))
        for worker in part.workers(problem):
            least = self.limit(worker) or 0
            days = {
                duty.date
                for duty in roster.timeline(worker.id)
                if self.counts(duty)
            }
            for first, length in whole_streaks(problem, days, known - days):
                if length < least:
                    yield self.breach(
                        Key(worker_id=worker.id, date=first),
                        least - length,
                        f"{worker.name} works only"
                        f" {words.count(length, 'day')} running from"
                        f" {words.day(first)}; at least {least}",
                    )
