"""Whether the leave that a service gives is what the law asks for.

Entitlement is no rule of a rota: it is looked at once, with the Service sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rota import words
from rota.calendar import Basis, Nation, bank_holidays

LEAST = 28  # days: 5.6 weeks of five (WTR regs 13 and 13A)


@dataclass(frozen=True, slots=True)
class LeaveYear:
    """The leave of somebody full-time, in days, in one leave year.

    With `bank_holidays_too` the bank holidays come on top; how many a leave
    year has depends on where Easter falls.
    """

    first: date
    days: int
    bank_holidays_too: bool
    nation: Nation

    @property
    def last(self) -> date:
        """The last day of the year."""
        february = (self.first.month, self.first.day) == (2, 29)
        first = self.first - timedelta(days=february)
        again = first.replace(year=first.year + 1)
        return again - timedelta(days=not february)

    @property
    def holidays(self) -> int:
        """How many bank holidays come on top."""
        if not self.bank_holidays_too:
            return 0
        return len(
            bank_holidays(self.nation, self.first, self.last, Basis.SUBSTITUTE)
        )

    @property
    def total(self) -> int:
        """The days of leave in all."""
        return self.days + self.holidays

    def warning(self) -> str | None:
        """Say it where they are too few; None where they are enough.

        Source: Working Time Regulations 1998, regs 13 and 13A.
        """
        if self.total >= LEAST:
            return None
        parts = [words.count(self.days, "day")]
        if self.bank_holidays_too:
            parts.append(words.count(self.holidays, "bank holiday"))
        return (
            f"In the leave year from {_said(self.first)} to"
            f" {_said(self.last)} {words.listed(parts)} are {self.total} days"
            f" of leave; the law asks for {LEAST}, for five days a week."
        )


def _said(day: date) -> str:
    return f"{words.day(day)} {day.year}"
