"""How many hours somebody is given over the whole period."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR
from rota.domain import Given, Pence, Strength, Worker
from rota.rules.in_period import FewestInPeriod, MostInPeriod


class MostHours(MostInPeriod):
    """Nobody is given more than this many contract hours in the period.

    Own numbers are in minutes.
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.OFF
    price: Pence = 1_000
    most: int | None = Field(None, ge=0, description="Hours at most.")

    def counts(self, duty: Given) -> int:
        """Give the contract minutes of a duty."""
        return duty.contract

    def usual(self, worker: Worker) -> int | None:  # noqa: ARG002
        """Give minutes, the same for everybody."""
        return None if self.most is None else HOUR * self.most

    @staticmethod
    def said(amount: int) -> str:
        """Say minutes."""
        return words.hours(amount)


class FewestHours(FewestInPeriod):
    """Everybody is given at least this many contract hours in the period.

    Own numbers are in minutes. Unlike `contract hours` it knows neither
    leave nor what is carried on.
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.OFF
    price: Pence = 1_500
    least: int = Field(0, ge=0, description="Hours at least.")

    def counts(self, duty: Given) -> int:
        """Give the contract minutes of a duty."""
        return duty.contract

    def usual(self, worker: Worker) -> int:  # noqa: ARG002
        """Give minutes, the same for everybody."""
        return HOUR * self.least

    @staticmethod
    def said(amount: int) -> str:
        """Say minutes."""
        return words.hours(amount)
