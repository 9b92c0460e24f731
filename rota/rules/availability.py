"""When people can work: offers, and times they cannot."""

from __future__ import annotations

from rota import words
from rota.calendar import overlap
from rota.domain import Duty, Problem, Strength, Worker
from rota.rules.base import Gate


class Availability(Gate):
    """Everyone works only when available; bank staff only when offered."""

    strength: Strength = Strength.MUST

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse times that are barred, or that nobody offered."""
        said = problem.availability_of[worker.id]
        when = f"{words.day(duty.date)} {duty.code}"
        if any(
            duty.overlaps(window.begins, window.ends)
            for window in said
            if not window.offered
        ):
            return f"{worker.name} cannot work {when}"
        if worker.contract.waits_for_offer:
            offered = sum(
                overlap(duty.begins, duty.ends, window.begins, window.ends)
                for window in said
                if window.offered
            )
            if offered < duty.length:
                return f"{worker.name} has not offered {when}"
        return None
