"""The cells of the rota that a person typed, and in which a duty stands."""

from __future__ import annotations

from datetime import date

from rota.calendar import ONE_DAY
from rota.domain import Problem
from rota.roster import Roster


def typed_cells(
    problem: Problem, roster: Roster
) -> frozenset[tuple[str, date]]:
    """Give the cells of the horizon that a person typed: worker id, date."""
    pinned = {
        (pin.worker_id, cell_of(problem, roster, pin.worker_id, pin.duty_id))
        for pin in problem.pinned
        if pin.duty_id in problem.duty
    }
    return frozenset(
        (worker_id, day)
        for worker_id, day in pinned | problem.kept_days
        if day in problem.date_set
    )


def cell_of(
    problem: Problem, roster: Roster, worker_id: str, duty_id: str
) -> date:
    """Give the date in whose cell a duty stands.

    An early that was typed with the late and the sleep-in before it
    (`L/SI/E`) stands there, not on its own date.
    """
    duty = problem.duty[duty_id]
    before = duty.date - ONE_DAY
    kept = problem.kept_days
    if (
        (worker_id, duty_id) not in problem.pinned_pairs
        or (worker_id, duty.date) in kept
        or (worker_id, before) not in kept
    ):
        return duty.date
    touches = before in problem.date_set and any(
        held.date == before and held.begins < duty.begins <= held.ends
        for held in roster.timeline(worker_id)
    )
    return before if touches else duty.date
