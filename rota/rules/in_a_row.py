"""Days on which the same sort of work comes day after day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import ONE_DAY
from rota.domain import Duty, Key, Problem, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan
from rota.rules.own_numbers import OwnNumbers
from rota.rules.runs import bar_long, run_of


class InARow(OwnNumbers):
    """No more than so many days running with such work.

    A day counts by the local date on which a duty starts; each day too many
    is one breach.
    """

    noun: ClassVar[str] = "day"
    most: int = Field(7, ge=1, description="Days running at most.")

    def counts(self, duty: Duty) -> bool:
        """Tell whether a duty is such work."""
        return duty.work > 0

    def usual(self, worker: Worker) -> int | None:  # noqa: ARG002
        """Allow everybody the same."""
        return self.most

    def post(self, plan: Plan) -> None:
        """Forbid every window of one day too many."""
        for worker in plan.workers:
            most = self.limit(worker)
            if most is not None:
                run = run_of(plan, worker.id, self.counts)
                bar_long(plan, run, most, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Walk through the days and count the run."""
        wanted = set(problem.dates_and_after)
        for worker in part.workers(problem):
            limit = self.limit(worker)
            if limit is None:
                continue
            days = {
                duty.date
                for duty in roster.timeline(worker.id)
                if self.counts(duty)
            }
            for day in sorted(days & wanted):
                run = _run_to(day, days)
                if run > limit:
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name}: {words.ordinal(run)} {self.noun}"
                        f" running on {words.day(day)}; at most {limit}",
                    )


def _run_to(day: date, days: set[date]) -> int:
    """Give how many days running there are up to a day."""
    run = 0
    while day in days:
        run, day = run + 1, day - ONE_DAY
    return run
