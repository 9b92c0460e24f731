"""Days of work in a row."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Pence, Strength
from rota.rules.in_a_row import InARow


class DaysInARow(InARow):
    """Nobody works more than this many days running.

    Source: HSE good practice, 5 to 7 days (FAT-7).
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.MUST
    price: Pence = 15_000
    most: int = Field(7, ge=1, description="Days running at most.")


class ManyDaysInARow(InARow):
    """Runs of working days are best kept shorter still.

    Source: HSE good practice, 5 to 7 days (FAT-7).
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.SHOULD
    price: Pence = 4_000
    most: int = Field(5, ge=1, description="Days running at best.")
