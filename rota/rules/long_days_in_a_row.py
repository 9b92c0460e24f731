"""Long days in a row."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Duty, Pence, Strength
from rota.rules.in_a_row import InARow


class LongDaysInARow(InARow):
    """Long days, of eleven hours or more, come no more than this in a row.

    Source: HSE good practice, 2 to 3 long shifts (FAT-LD3).
    """

    noun: ClassVar[str] = "long day"
    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.SHOULD
    price: Pence = 4_000
    most: int = Field(3, ge=1, description="Long days running at best.")

    def counts(self, duty: Duty) -> bool:
        """Count waking days of eleven hours or more."""
        return duty.is_long_day


class LongDaysLimit(InARow):
    """There is an end to long days in a row.

    Source: FAT-LD3 as care homes apply it, which forbid the fifth.
    """

    noun: ClassVar[str] = "long day"
    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.OFF
    price: Pence = 15_000
    most: int = Field(4, ge=1, description="Long days running at most.")

    def counts(self, duty: Duty) -> bool:
        """Count waking days of eleven hours or more."""
        return duty.is_long_day
