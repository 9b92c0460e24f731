"""Where a moment stands on the clock by which somebody is paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rota.calendar import DAY, HOUR, instant, local
from rota.payroll.terms import ClockChange


@dataclass(frozen=True, slots=True)
class PayClock:
    """A line of minutes: as they passed, or as the wall clock showed them.

    On the wall clock every day has 24 hours, so that a night over a clock
    change is as long as any other.
    """

    change: ClockChange

    def at(self, day: date, minutes: int) -> int:
        """Give the place of a time of day; 1440 and more are later days."""
        if self.change is ClockChange.ACTUAL:
            return instant(day, minutes)
        return day.toordinal() * DAY + minutes

    def of(self, moment: int) -> int:
        """Give the place of an instant."""
        if self.change is ClockChange.ACTUAL:
            return moment
        shown = local(moment)
        return shown.toordinal() * DAY + shown.hour * HOUR + shown.minute
