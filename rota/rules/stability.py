"""Staying near a rota that people already know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import CHANGES, SHORT_NOTICE, Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class Stability(Rule):
    """A rota that people know changes as little as it can.

    Shifts and diary entries count, not whom somebody supports on a shift.
    With `today`, the day from which notice is counted, the nearer the day
    the dearer the change; without, every change is as dear as one with more
    than a week's notice. Whoever had more changes at short notice than people
    on average, by the ledger, is dearer to change again. Source: good
    practice on notice of shifts (CON-NOT).
    """

    unit: ClassVar[str] = "change"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_500  # over 7 days ahead
    week_price: Pence = 6_000  # 2 to 7 days ahead
    late_price: Pence = 15_000  # under 48 hours ahead
    dearer: int = Field(
        25,
        ge=0,
        le=100,
        description="Per cent more for each short notice above the average.",
    )
    today: date | None = Field(
        None, description="The day from which notice is counted."
    )

    def price_on(self, problem: Problem, worker_id: str, day: date) -> int:
        """Give pence for changing a day of one worker."""
        price = self._price_with(day)
        often = problem.ahead(worker_id, CHANGES)
        return price * (100 + self.dearer * often) // 100

    def _price_with(self, day: date) -> int:
        if self.today is None:
            return self.price
        notice = (day - self.today).days
        if notice < 2:
            return self.late_price
        return self.week_price if notice <= SHORT_NOTICE else self.price

    def post(self, plan: Plan) -> None:
        """Price each worker's day on which anything differs."""
        problem = plan.problem
        if problem.near is None:
            return
        near = {(e.worker_id, e.duty_id) for e in problem.near}
        for worker in plan.workers:
            for duty, literal in plan.duties_of(worker.id):
                if duty.date not in problem.date_set:
                    continue
                stays = (worker.id, duty.id) in near
                plan.bound(
                    [(1, -literal if stays else literal)],
                    hi=0,
                    by=self,
                    about=Key(worker.id, date=duty.date),
                    price=self.price_on(problem, worker.id, duty.date),
                )
            self._post_lost(plan, worker.id, near)

    def _post_lost(
        self, plan: Plan, worker_id: str, near: set[tuple[str, str]]
    ) -> None:
        """Charge for duties of the old rota that cannot be given again."""
        can = {duty.id for duty, _ in plan.duties_of(worker_id)}
        for owner, duty_id in sorted(near):
            duty = plan.problem.duty.get(duty_id)
            if duty is None or owner != worker_id or duty_id in can:
                continue
            if duty.date in plan.problem.date_set:
                plan.bound(
                    [],
                    lo=1,
                    by=self,
                    about=Key(worker_id, date=duty.date),
                    price=self.price_on(plan.problem, worker_id, duty.date),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find the days of each worker that are not as they were."""
        if problem.near is None:
            return
        before = Roster.of(problem, problem.near)
        for worker in part.workers(problem):
            old = {d.id: d for d in before.timeline(worker.id)}
            new = {d.id: d for d in roster.timeline(worker.id)}
            changed = {
                (old.get(i) or new[i]).date
                for i in sorted(old.keys() ^ new.keys())
            }
            for day in sorted(changed & problem.date_set):
                yield self.breach(
                    Key(worker_id=worker.id, date=day),
                    1,
                    f"{worker.name}: {words.day(day)} is not as it was",
                    self.price_on(problem, worker.id, day),
                )
