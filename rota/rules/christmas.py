"""Who worked last Christmas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from rota.calendar import instant
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class ChristmasAgain(Rule):
    """Nobody works on Christmas Day two years running.

    Last year stands in the ledger as "christmas day 2025" and so on. Source:
    good practice (BH-FAIR).
    """

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 20_000

    def post(self, plan: Plan) -> None:
        """Price Christmas Day for whoever worked the last one."""
        for day in _christmases(plan.problem):
            begins, ends = instant(day), instant(day + timedelta(days=1))
            for worker in plan.workers:
                if _worked_last(plan.problem, worker, day):
                    there = [
                        literal
                        for duty, literal in plan.duties_of(worker.id)
                        if duty.overlaps(begins, ends)
                    ]
                    plan.bound(
                        [(1, plan.any_of(there))],
                        hi=0,
                        by=self,
                        about=Key(worker.id, date=day),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find who works it again."""
        for day in problem.dates:
            if (day.month, day.day) != (12, 25):
                continue
            begins, ends = instant(day), instant(day) + 24 * 60
            last_year = f"christmas day {day.year - 1}"
            for worker in part.workers(problem):
                again = problem.carried.get((worker.id, last_year), 0)
                done = roster.timeline(worker.id)
                if again and any(d.overlaps(begins, ends) for d in done):
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} works Christmas Day {day.year}, and"
                        f" worked it in {day.year - 1}",
                    )


def _christmases(problem: Problem) -> list[date]:
    return [day for day in problem.dates if (day.month, day.day) == (12, 25)]


def _worked_last(problem: Problem, worker: Worker, day: date) -> bool:
    name = f"christmas day {day.year - 1}"
    return problem.carried.get((worker.id, name), 0) > 0
