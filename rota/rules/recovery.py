"""Sleep after nights, before work by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR, instant, local_date
from rota.domain import Duty, Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class RecoveryAfterNights(Rule):
    """After nights there are two nights' sleep before work by day.

    A night that ends on the morning of one date leaves two windows from 23:00
    to 07:00 free; the earliest day shift is at 07:00 two dates on. Source:
    HSE good practice (FAT-2N).
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.SHOULD
    price: Pence = 10_000
    nights: int = Field(2, ge=1, le=4, description="Nights' sleep.")

    def post(self, plan: Plan) -> None:
        """Price a night and a day's work too soon after it."""
        first = plan.problem.span[0]
        for worker in plan.workers:
            held = [(d, x) for d, x in plan.duties_of(worker.id) if d.work]
            nights = [(d, x) for d, x in held if d.is_night]
            days = [
                (d, x) for d, x in held if not d.is_night and d.begins >= first
            ]
            for night, x in nights:
                wakes = instant(
                    local_date(night.ends) + timedelta(days=self.nights),
                    7 * HOUR,
                )
                for duty, y in days:
                    if night.ends <= duty.begins < wakes:
                        plan.bound(
                            [(1, x), (1, y)],
                            hi=1,
                            by=self,
                            about=Key(
                                worker.id, date=duty.date, at=duty.begins
                            ),
                        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Look back from each day's work to the last night before it."""
        for worker in part.workers(problem):
            done = [duty for duty in roster.timeline(worker.id) if duty.work]
            starts = {
                duty.begins: duty
                for duty in done
                if not duty.is_night and duty.begins >= problem.span[0]
            }
            for begins, duty in sorted(starts.items()):
                nights = [
                    night
                    for night in done
                    if night.is_night and night.ends <= begins
                ]
                if any(self._too_soon(night, begins) for night in nights):
                    yield self.breach(
                        Key(worker_id=worker.id, date=duty.date, at=begins),
                        1,
                        f"{worker.name} works {duty.code} on"
                        f" {words.day(duty.date)} with under"
                        f" {self.nights} nights' sleep after a night",
                    )

    def _too_soon(self, night: Duty, begins: int) -> bool:
        """Tell a start before the 07:00 that ends the last night's sleep."""
        ended = local_date(night.ends)
        started = local_date(begins)
        days = (started - ended).days
        early = begins < instant(started, 7 * 60)
        return days < self.nights or (days == self.nights and early)
