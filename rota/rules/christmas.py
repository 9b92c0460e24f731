"""Who worked last Christmas, Boxing Day and New Year's Day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import ClassVar

from rota.calendar import instant
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule

DAYS: Mapping[tuple[int, int], str] = {
    (12, 25): "Christmas Day",
    (12, 26): "Boxing Day",
    (1, 1): "New Year's Day",
}


class ChristmasAgain(Rule):
    """Nobody works Christmas, Boxing Day or New Year two years running.

    What people worked last year stands in the ledger as "christmas day 2025",
    "boxing day 2025", "new year's day 2026" and so on. `price` is for
    Christmas Day, `other_price` for the two others. Source: good practice
    (BH-FAIR).
    """

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 20_000
    other_price: Pence = 10_000

    def price_on(self, day: date) -> int:
        """Give pence for working one of the days again."""
        is_christmas = (day.month, day.day) == (12, 25)
        return self.price if is_christmas else self.other_price

    def post(self, plan: Plan) -> None:
        """Price each of the days for whoever worked the last one."""
        for day in _festive(plan.problem):
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
                        price=self.price_on(day),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find who works one of them again."""
        for day in problem.dates:
            name = DAYS.get((day.month, day.day))
            if name is None:
                continue
            begins, ends = instant(day), instant(day) + 24 * 60
            last_year = f"{name.casefold()} {day.year - 1}"
            for worker in part.workers(problem):
                again = problem.carried.get((worker.id, last_year), 0)
                done = roster.timeline(worker.id)
                if again and any(d.overlaps(begins, ends) for d in done):
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} works {name} {day.year}, and worked it"
                        f" in {day.year - 1}",
                        self.price_on(day),
                    )


def _festive(problem: Problem) -> list[date]:
    return [day for day in problem.dates if (day.month, day.day) in DAYS]


def _worked_last(problem: Problem, worker: Worker, day: date) -> bool:
    name = f"{DAYS[day.month, day.day].casefold()} {day.year - 1}"
    return problem.carried.get((worker.id, name), 0) > 0
