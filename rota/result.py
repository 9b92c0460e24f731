"""What a solve hands back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rota.checker import SIXTIETHS, Report
from rota.domain import Problem
from rota.roster import Roster

if TYPE_CHECKING:
    import pandas as pd


class Status(StrEnum):
    """How good the rota is known to be."""

    OPTIMAL = "best possible"
    FEASIBLE = "a rota"
    NO_ROTA = "no rota"  # only where a caller asks for an at-least must


@dataclass(frozen=True)
class Result:
    """A rota, its check, and how it was found.

    `bound` is a proven lower limit of the cost in sixtieths of a penny, None
    where none was proved. With status NO_ROTA the roster is the best one that
    gives up an at-least must, and `reason` says which.
    """

    problem: Problem
    roster: Roster
    report: Report
    status: Status
    seconds: float
    seed: int
    bound: int | None = None
    reason: str = ""

    @property
    def cost(self) -> int:
        """The audited cost, in sixtieths of a penny."""
        return self.report.cost

    @property
    def possible(self) -> float | None:
        """The share of the cost that could still be saved, at most."""
        if self.bound is None:
            return None
        return max(0.0, (self.cost - self.bound) / max(1, self.cost))

    def to_frame(self) -> pd.DataFrame:
        """Give the rota as a table; see Roster.to_frame."""
        return self.roster.to_frame()

    def __str__(self) -> str:
        report = self.report
        lines = [
            ("status", self.status.value),
            ("rules broken", str(len(report.broken))),
            ("hours to fill", f"{report.minutes_to_fill / 60:.1f}"),
            *self._not_given(),
            ("priced", f"£{self.cost / SIXTIETHS:,.2f}"),
            ("seconds", f"{self.seconds:.1f}"),
        ]
        return "\n".join(f"{name:>15}  {value}" for name, value in lines)

    def _not_given(self) -> list[tuple[str, str]]:
        """Say what clients go without, where there are support plans."""
        if not self.problem.clients:
            return []
        return [
            ("hours not given", f"{self.report.minutes_not_given / 60:.1f}")
        ]
