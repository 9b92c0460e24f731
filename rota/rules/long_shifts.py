"""Shifts that are long in themselves."""

from __future__ import annotations

from pydantic import Field

from rota import words
from rota.calendar import HOUR
from rota.domain import Duty, Kind, Pence, Problem
from rota.rules.of_a_type import OfAType


class LongShifts(OfAType):
    """No waking shift is longer than twelve hours.

    Source: HSE, Managing shift work (HSG256): 12 hours at most, overtime
    included (FAT-12).
    """

    price: Pence = 500
    hours: float = Field(12, gt=0, description="Hours of a shift at most.")

    def counts(
        self,
        problem: Problem,  # noqa: ARG002 (other rules of this kind read it)
        duty: Duty,
    ) -> bool:
        """Ask for waking shifts that are longer, by the clock."""
        return duty.kind is Kind.WAKING and duty.length > self.hours * HOUR

    def said(self, code: str, times: int) -> str:
        """Say which shift type is long."""
        return (
            f"{code} is longer than {self.hours:g} h; it is worked"
            f" {words.count(times, 'time')}"
        )
