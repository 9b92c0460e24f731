"""Approved leave and other absence."""

from __future__ import annotations

from typing import ClassVar

from rota import words
from rota.domain import Absence, Duty, Pence, Problem, Strength, Worker
from rota.rules.base import Gate


class Leave(Gate):
    """Nobody is given a duty that starts while they are away."""

    strength: Strength = Strength.MUST

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse what starts in an absence, or meets its hours."""
        for absence in problem.absences_of[worker.id]:
            if _forbids(absence, duty):
                return f"{worker.name} is away on {words.day(duty.date)}"
        return None


class NightBeforeLeave(Gate):
    """Nobody works into the morning of their first day of leave."""

    strength: Strength = Strength.SHOULD
    price: Pence = 12_000
    unit: ClassVar[str] = "night"

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse a night or sleep-in that runs into whole days away."""
        for absence in problem.absences_of[worker.id]:
            if absence.is_run_into(duty.begins, duty.ends):
                return (
                    f"{worker.name} works the night of"
                    f" {words.day(duty.date)} into the first day away"
                )
        return None


def _forbids(absence: Absence, duty: Duty) -> bool:
    begins, ends = absence.span
    if not duty.overlaps(begins, ends):
        return False
    return duty.begins >= begins or not absence.is_whole_days
