"""How many shifts somebody is given over the whole period."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Given, Pence, Shift, Strength
from rota.rules.in_period import FewestInPeriod, MostInPeriod


class MostShifts(MostInPeriod):
    """Nobody is given more than this many shifts in the period."""

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.OFF
    price: Pence = 2_000
    most: int | None = Field(None, ge=0, description="Shifts at most.")

    def counts(self, duty: Given) -> int:
        """Count shifts, and no diary entries."""
        return int(isinstance(duty, Shift))

    @staticmethod
    def said(amount: int) -> str:
        """Say a number of shifts."""
        return words.count(amount, "shift")


class FewestShifts(FewestInPeriod):
    """Everybody is given at least this many shifts in the period."""

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.OFF
    price: Pence = 2_000
    least: int = Field(0, ge=0, description="Shifts at least.")

    def counts(self, duty: Given) -> int:
        """Count shifts, and no diary entries."""
        return int(isinstance(duty, Shift))

    @staticmethod
    def said(amount: int) -> str:
        """Say a number of shifts."""
        return words.count(amount, "shift")
