"""Who is at work when, and which sessions they could give then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rota.domain import Duty
from rota.roster import Part
from rota.rules.support_on_shift import FRAMES
from rota.solver.excerpt import Excerpt
from rota.solver.standing import Standing


class AtWork:
    """The shifts of a rota as they stand, to give sessions within them."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        roster = standing.roster()
        self._frames: dict[str, list[Duty]] = {
            worker.id: [
                duty
                for duty in roster.timeline(worker.id)
                if duty.kind in FRAMES
            ]
            for worker in standing.plan.problem.workers
        }
        self._within = frozenset(self._possible())

    def _possible(self) -> Iterator[int]:
        """Give the variables of sessions that lie within a shift."""
        plan = self._standing.plan
        for variable, time in plan.session_of.items():
            pair = plan.variables[variable].pair
            if pair is not None and any(
                frame.begins <= time.begins
                and time.ends <= frame.ends
                and time.is_given_on(frame)
                for frame in self._frames[pair[0]]
            ):
                yield variable

    def parts(self) -> Iterator[Part]:
        """Give those at work in each unit on each day with sessions."""
        there: dict[tuple[date, str], set[str]] = {}
        for worker_id, frames in self._frames.items():
            for duty in frames:
                held = there.setdefault((duty.date, duty.unit_id), set())
                held.add(worker_id)
        for day, unit_id in sorted(there):
            if day in self._standing.plan.problem.sessions_on:
                ids = frozenset(there[day, unit_id])
                yield Part(ids, frozenset({day}), shifts=False)

    def excerpt(self, part: Part) -> Excerpt:
        """Give the plan of the sessions of a part, shifts as they are."""
        choices = self._standing.choices(part)
        inside = [choice for choice in choices if choice in self._within]
        return Excerpt(self._standing, inside)
