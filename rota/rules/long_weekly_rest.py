"""Weekly rest that has no part of the daily rest in it."""

from __future__ import annotations

from pydantic import Field

from rota.calendar import HOUR
from rota.domain import Pence, Problem, Strength, Worker
from rota.rules.weekly_rest import SHAPES, UNDER_18, WeeklyRest


class LongWeeklyRest(WeeklyRest):
    """Weekly rest comes on top of the daily rest: 35 hours, not 24.

    Source: Working Time Regulations 1998, reg 11(7) (WTR-WR35).
    """

    strength: Strength = Strength.WATCH
    price: Pence = 1_000
    daily: float = Field(11, ge=0, description="Hours of the daily rest.")

    def _shape(self, problem: Problem, worker: Worker) -> tuple[int, int, int]:
        """Lengthen each rest by the daily one."""
        young = worker.is_under_18(problem.start)
        days, length, number = UNDER_18 if young else SHAPES[self.mode]
        return days, length + round(self.daily * HOUR), number
