"""What rules about enough days together have in common."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Duty, Pence, Strength, Worker
from rota.rules.own_numbers import OwnNumbers


class Together(OwnNumbers):
    """Days of a sort come at least so many together.

    A day is worked by the local date on which a duty starts.
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.OFF
    price: Pence = 1_000
    least: int = Field(2, ge=1, description="Days running at least.")

    def usual(self, worker: Worker) -> int:  # noqa: ARG002
        """Ask the same for everybody."""
        return self.least

    def counts(self, duty: Duty) -> bool:
        """Tell whether a duty makes a day of work."""
        return duty.work > 0
