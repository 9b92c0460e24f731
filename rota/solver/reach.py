"""Which times of a session a worker could give, as far as shifts decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from rota.domain import Duty, Problem, SessionTime, Strength
from rota.rules.base import Literal
from rota.rules.support_on_shift import FRAMES, SupportOnShift

Shifts = Callable[[str], Sequence[tuple[Duty, Literal]]]


class Reach:
    """Leaves out what no shift could hold, where support needs a shift.

    Parameters
    ----------
    problem
        The question.
    shifts_of
        Gives what a worker has or could have.
    """

    def __init__(self, problem: Problem, shifts_of: Shifts) -> None:
        self._problem = problem
        self._shifts_of = shifts_of
        self._frames: dict[str, dict[int, list[Duty]]] = {}

    def within(
        self, worker_id: str, times: Sequence[SessionTime]
    ) -> Sequence[SessionTime]:
        """Give the times that a shift of this worker shares a minute with."""
        if not self._needs_a_shift:
            return times
        frames = self._frames_of(worker_id)
        return [
            time
            for time in times
            if any(
                frame.overlaps(time.begins, time.ends)
                and time.is_given_on(frame)
                for n in (-1, 0, 1)
                for frame in frames.get(time.date.toordinal() + n, ())
            )
        ]

    @cached_property
    def _needs_a_shift(self) -> bool:
        return any(
            isinstance(rule, SupportOnShift)
            and rule.strength is Strength.MUST
            and not rule.overrides
            for rule in self._problem.rules
        )

    def _frames_of(self, worker_id: str) -> dict[int, list[Duty]]:
        """Give the shifts that can hold support, by day."""
        if worker_id not in self._frames:
            found: dict[int, list[Duty]] = {}
            for duty, _ in self._shifts_of(worker_id):
                if duty.kind in FRAMES:
                    found.setdefault(duty.date.toordinal(), []).append(duty)
            self._frames[worker_id] = found
        return self._frames[worker_id]
