"""Nights in a row."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Duty, Pence, Strength, Worker
from rota.rules.in_a_row import InARow


class NightsInARow(InARow):
    """Nobody works more than this many nights running.

    By agreement somebody may work nights only, and more of them. Source: HSE
    good practice, 2 to 3 nights (FAT-N3).
    """

    noun: ClassVar[str] = "night"
    unit: ClassVar[str] = "night"
    strength: Strength = Strength.MUST
    price: Pence = 15_000
    most: int = Field(4, ge=1, description="Nights running at most.")
    permanent: int = Field(
        7, ge=1, description="The same by agreed permanent nights."
    )

    def counts(self, duty: Duty) -> bool:
        """Count waking nights."""
        return duty.is_night

    def usual(self, worker: Worker) -> int | None:
        """Allow more to those who agreed to permanent nights."""
        return self.permanent if worker.permanent_nights else self.most


class ManyNightsInARow(InARow):
    """Runs of nights are best kept shorter still.

    Source: HSE good practice, 2 to 3 nights (FAT-N3).
    """

    noun: ClassVar[str] = "night"
    unit: ClassVar[str] = "night"
    strength: Strength = Strength.SHOULD
    price: Pence = 6_000
    most: int = Field(3, ge=1, description="Nights running at best.")

    def counts(self, duty: Duty) -> bool:
        """Count waking nights."""
        return duty.is_night

    def usual(self, worker: Worker) -> int | None:
        """Leave agreed permanent nights alone."""
        return None if worker.permanent_nights else self.most
