"""Who worked last Christmas, Boxing Day and New Year's Day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from rota.domain import Key, Pence, Problem, Strength
from rota.domain.festive import (
    CHRISTMAS,
    festive_dates,
    had,
    is_on,
    volunteers,
    year_before,
)
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class ChristmasAgain(Rule):
    """Nobody works Christmas, Boxing Day or New Year two years running.

    What people worked last year stands in the ledger as "christmas day 2025",
    "boxing day 2025", "new year's day 2026" and so on. Whoever asked to work
    that day may. `price` is for Christmas Day, `other_price` for the two
    others. Source: good practice (BH-FAIR).
    """

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 20_000
    other_price: Pence = 10_000

    def price_on(self, day: date) -> int:
        """Give pence for working one of the days again."""
        is_christmas = (day.month, day.day) == CHRISTMAS
        return self.price if is_christmas else self.other_price

    def post(self, plan: Plan) -> None:
        """Price each of the days for whoever worked the last one."""
        for day in festive_dates(plan.problem):
            asked = volunteers(plan.problem, day)
            for worker in plan.workers:
                again = had(plan.problem, worker.id, year_before(day))
                if not again or worker.id in asked:
                    continue
                there = [
                    x for d, x in plan.duties_of(worker.id) if is_on(d, day)
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
        for day, name in festive_dates(problem).items():
            asked = volunteers(problem, day)
            for worker in part.workers(problem):
                again = had(problem, worker.id, year_before(day))
                if not again or worker.id in asked:
                    continue
                if any(
                    is_on(duty, day) for duty in roster.timeline(worker.id)
                ):
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} works {name} {day.year}, and worked it"
                        f" in {day.year - 1}",
                        self.price_on(day),
                    )
