"""Early starts in a row."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.calendar import HOUR, wall_minutes
from rota.domain import Duty, Kind, Pence, Strength
from rota.rules.in_a_row import InARow


class EarlyStartsInARow(InARow):
    """Starts before seven in the morning come no more than this in a row.

    Source: HSE good practice, 2 to 3 early shifts (FAT-LD3).
    """

    noun: ClassVar[str] = "early start"
    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.SHOULD
    price: Pence = 2_000
    most: int = Field(3, ge=1, description="Early starts running at best.")
    before: float = Field(
        7, gt=0, le=12, description="Hour of the clock; before it is early."
    )

    def counts(self, duty: Duty) -> bool:
        """Count waking work by day that begins early."""
        return (
            duty.kind is Kind.WAKING
            and duty.work > 0
            and not duty.is_night
            and wall_minutes(duty.begins) < self.before * HOUR
        )
