"""Breaks in a shift."""

from __future__ import annotations

from pydantic import Field

from rota import words
from rota.calendar import HOUR
from rota.domain import Duty, Kind, Pence, Problem
from rota.rules.of_a_type import OfAType


class Breaks(OfAType):
    """Every shift of over six hours has a break of 20 minutes.

    What counts is the break of the Shift types sheet, paid or not; own times
    say nothing of one. Source: Working Time Regulations 1998, reg 12
    (WTR-BRK).
    """

    price: Pence = 500
    hours: float = Field(6, gt=0, description="Longer shifts need a break.")
    minutes: int = Field(20, ge=1, description="Minutes of break at least.")

    def counts(self, problem: Problem, duty: Duty) -> bool:
        """Ask for waking shifts that are longer and have no such break."""
        least = problem.break_of.get(duty.code)
        return (
            duty.kind is Kind.WAKING
            and least is not None
            and least < self.minutes
            and duty.work > self.hours * HOUR
        )

    def said(self, code: str, times: int) -> str:
        """Say which shift type has no break."""
        return (
            f"{code} is over {self.hours:g} h of work without a break of"
            f" {self.minutes} min; it is worked {words.count(times, 'time')}"
        )
