"""Weekends in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import weekend_span
from rota.domain import Key, Pence, Problem, Strength
from rota.domain import weekends as weekends_of
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule

WEEK = timedelta(days=7)


class WeekendsInARow(Rule):
    """Nobody works more than this many weekends running.

    A weekend is worked by any minute of Saturday or Sunday; a Friday night
    spoils it. Source: HSE good practice, regular free weekends
    (FAT-WE).
    """

    unit: ClassVar[str] = "weekend"
    strength: Strength = Strength.SHOULD
    price: Pence = 6_000
    most: int = Field(2, ge=1, description="Weekends running at most.")

    def post(self, plan: Plan) -> None:
        """Forbid every window of one weekend too many."""
        for worker in plan.workers:
            for day in weekends_of(plan.problem):
                window = [day - WEEK * back for back in range(self.most + 1)]
                plan.bound(
                    [(1, plan.weekend(worker.id, past)) for past in window],
                    hi=self.most,
                    by=self,
                    about=Key(worker.id, date=day),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the weekends running up to each one."""
        for worker in part.workers(problem):
            for day in weekends_of(problem):
                run = _run_to(roster, worker.id, day)
                if run > self.most:
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name}: {words.ordinal(run)} weekend running"
                        f" on {words.day(day)}; at most {self.most}",
                    )


def _run_to(roster: Roster, worker_id: str, day: date) -> int:
    """Give how many weekends running are worked up to a Saturday."""
    run = 0
    done = roster.timeline(worker_id)
    while any(duty.overlaps(*weekend_span(day)) for duty in done):
        run, day = run + 1, day - WEEK
    return run
