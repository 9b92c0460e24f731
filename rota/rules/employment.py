"""Dates that limit somebody: employment, right to work, nights, age."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field

from rota import words
from rota.calendar import DAY, HOUR, instant, local_date, overlap
from rota.domain import Duty, Problem, Strength, Worker
from rota.rules.base import Gate


class Employment(Gate):
    """Nobody works before their first or after their last day here."""

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (a gate reads it or not)
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse dates outside the employment."""
        if worker.employed_on(duty.date):
            return None
        return f"{worker.name} is not employed on {words.day(duty.date)}"


class RightToWork(Gate):
    """No duty ends after the last day of a right to work.

    Source: right-to-work checks (IMM-RTW): nothing after midnight of the
    expiry.
    """

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse what ends after midnight of the expiry."""
        last = worker.right_to_work_until
        if last is None or duty.ends <= instant(last + timedelta(days=1)):
            return None
        # The reason for a limit is nobody's business on a rota.
        return f"{worker.name} may not work after {words.day(last)}"


class NoNights(Gate):
    """Nobody works nights or sleep-ins between dates that rule them out.

    Source: Management of Health and Safety at Work Regulations 1999, reg 17
    (NGT-PREG).
    """

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse nights and sleep-ins inside the dates."""
        first, last = worker.no_nights_from, worker.no_nights_until
        if first is None and last is None:
            return None
        if not (duty.is_night or duty.is_sleep_in):
            return None
        started = first is None or duty.date >= first
        if not started or (last is not None and duty.date > last):
            return None
        return f"{worker.name} does no nights on {words.day(duty.date)}"


class Under18(Gate):
    """Under 18, nobody works over 8 hours, late in the evening or at night.

    Source: Working Time Regulations 1998, regs 5A and 6A (WTR-YW8,
    WTR-YWN).
    """

    strength: Strength = Strength.MUST
    hours: float = Field(8, gt=0, description="Hours a day at most.")

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse long, late and night duties before the 18th birthday."""
        if worker.is_under(duty.min_age, duty.date):
            return f"{worker.name} is too young for {duty.code}"
        if not worker.is_under_18(duty.date):
            return None
        if duty.work > self.hours * HOUR:
            return f"{worker.name} is under 18: {self.hours:g} h at most"
        if duty.is_sleep_in or self._at_night(worker, duty):
            return f"{worker.name} is under 18: no nights"
        return None

    @staticmethod
    def _at_night(worker: Worker, duty: Duty) -> bool:
        """Tell a minute of 22:00-06:00, or of 23:00-07:00 by contract."""
        late = HOUR if worker.late_clause else 0
        eve = local_date(duty.begins) - timedelta(days=1)
        return any(
            overlap(
                duty.begins,
                duty.ends,
                instant(day, 22 * HOUR + late),
                instant(day, DAY + 6 * HOUR + late),
            )
            for day in (eve, eve + timedelta(days=1))
        )
