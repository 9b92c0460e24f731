"""How many weekends somebody works, and whether whole ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import weekend_span
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.domain import weekends as weekends_of
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan
from rota.rules.own_numbers import OwnNumbers


class MostWeekends(OwnNumbers):
    """Nobody works more than this many weekends in the period.

    A weekend is worked by any minute of Saturday or Sunday; a Friday night
    spoils it.
    """

    unit: ClassVar[str] = "weekend"
    strength: Strength = Strength.OFF
    price: Pence = 3_000
    most: int | None = Field(None, ge=0, description="Weekends at most.")

    def usual(self, worker: Worker) -> int | None:  # noqa: ARG002
        """Allow everybody the same."""
        return self.most

    def post(self, plan: Plan) -> None:
        """Add up the weekends worked."""
        for worker in plan.workers:
            most = self.limit(worker)
            if most is not None:
                plan.bound(
                    [
                        (1, plan.weekend(worker.id, day))
                        for day in weekends_of(plan.problem)
                    ],
                    hi=most,
                    by=self,
                    about=Key(worker.id),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the weekends with a minute of work."""
        spans = [weekend_span(day) for day in weekends_of(problem)]
        for worker in part.workers(problem):
            most = self.limit(worker)
            done = roster.timeline(worker.id)
            worked = sum(
                any(duty.overlaps(*span) for duty in done) for span in spans
            )
            if most is not None and worked > most:
                yield self.breach(
                    Key(worker_id=worker.id),
                    worked - most,
                    f"{worker.name} works {words.count(worked, 'weekend')}"
                    f" in the period; at most {most}",
                )
