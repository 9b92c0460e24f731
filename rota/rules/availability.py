"""When people can work: offers, and times they cannot."""

from __future__ import annotations

from rota import words
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
            offers = [(w.begins, w.ends) for w in said if w.offered]
            if not _cover(offers, duty):
                return f"{worker.name} has not offered {when}"
        return None


def _cover(offers: list[tuple[int, int]], duty: Duty) -> bool:
    """Tell whether offers, together, reach from begin to end of a duty."""
    reached = duty.begins
    for begins, ends in sorted(offers):
        if begins <= reached:
            reached = max(reached, ends)
    return reached >= duty.ends
