"""Weekends worked by halves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import ONE_DAY
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.domain import weekends as weekends_of
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class WholeWeekends(Rule):
    """A weekend is worked on both its days or on neither.

    A day counts by the local date on which a duty starts. Only weekends both
    days of which are known are judged.
    """

    unit: ClassVar[str] = "weekend"
    strength: Strength = Strength.OFF
    price: Pence = 2_000
    not_for: tuple[str, ...] = Field(
        (), description="Ids of people who may work half a weekend."
    )

    @cached_property
    def _exempt(self) -> frozenset[str]:
        return frozenset(self.not_for)

    def limit(self, worker: Worker) -> bool:
        """Tell whether somebody is to have whole weekends."""
        return worker.id not in self._exempt

    def post(self, plan: Plan) -> None:
        """Price Saturday without Sunday, and Sunday without Saturday."""
        problem = plan.problem
        first = min(problem.start, problem.known_from or problem.start)
        for worker in filter(self.limit, plan.workers):
            for day in weekends_of(problem):
                if first <= day < problem.end:
                    one = plan.works_on(worker.id, day)
                    other = plan.works_on(worker.id, day + ONE_DAY)
                    for a, b in ((one, other), (other, one)):
                        plan.bound(
                            [(1, a), (-1, b)],
                            hi=0,
                            by=self,
                            about=Key(worker.id, date=day),
                        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find each weekend of which one day is worked."""
        for worker in part.workers(problem):
            if not self.limit(worker):
                continue
            days = {duty.date for duty in roster.timeline(worker.id)}
            for day in weekends_of(problem):
                halves = {day, day + ONE_DAY} & days
                if len(halves) == 1 and _is_known(problem, day):
                    (worked,) = halves
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} works half a weekend:"
                        f" {words.day(worked)}",
                    )


def _is_known(problem: Problem, saturday: date) -> bool:
    """Tell whether both days are of the rota, or known history."""
    begins = problem.start
    if problem.known_from is not None:
        begins = min(begins, problem.known_from)
    return begins <= saturday and saturday + ONE_DAY <= problem.end
