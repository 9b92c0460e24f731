"""Sleep-ins in a row."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Duty, Pence, Strength
from rota.rules.in_a_row import InARow


class SleepInsInARow(InARow):
    """Nobody has more than this many sleep-ins running.

    Source: good practice in supported living; no law sets it.
    """

    noun: ClassVar[str] = "sleep-in"
    unit: ClassVar[str] = "night"
    strength: Strength = Strength.MUST
    price: Pence = 10_000
    most: int = Field(2, ge=1, description="Sleep-ins running at most.")

    def counts(self, duty: Duty) -> bool:
        """Count sleep-ins."""
        return duty.is_sleep_in


class SecondSleepIn(InARow):
    """A sleep-in straight after another is best avoided.

    Source: good practice in supported living; no law sets it.
    """

    noun: ClassVar[str] = "sleep-in"
    unit: ClassVar[str] = "night"
    strength: Strength = Strength.SHOULD
    price: Pence = 2_000
    most: int = Field(1, ge=1, description="Sleep-ins running at best.")

    def counts(self, duty: Duty) -> bool:
        """Count sleep-ins."""
        return duty.is_sleep_in
