"""The rota as it was worked, as far as somebody has written it down."""

from __future__ import annotations

from collections.abc import Iterable

from rota.domain import Assignment, DiaryEntry, Duty, Problem, Shift
from rota.payroll.worked import Worked
from rota.roster import Roster


def as_it_was(
    problem: Problem, roster: Roster, worked: Iterable[Worked]
) -> tuple[Problem, Roster]:
    """Give the rota with the duties that were worked otherwise than planned.

    A duty with other times stands beside the planned one, for the person
    who worked it alone; one that was not worked is taken from the person.
    Everything else stays as planned.
    """
    records = tuple(worked)
    gone = {(r.worker_id, r.planned_id) for r in records if r.planned_id}
    new = {
        (record.worker_id, duty.id): duty
        for record in records
        if record.duty is not None
        for duty in (_of_one(record.duty, record.worker_id),)
    }
    days = problem.date_set
    past = [e for e in problem.past if (e.worker_id, e.duty_id) not in gone]
    past += [
        Assignment(worker_id=worker_id, duty_id=duty_id)
        for (worker_id, duty_id), duty in new.items()
        if duty.date not in days
    ]
    was = problem.replace(
        shifts=(*problem.shifts, *_of_kind(new.values(), Shift)),
        diary=(*problem.diary, *_of_kind(new.values(), DiaryEntry)),
        past=tuple(past),
        pinned=tuple(
            entry
            for entry in problem.pinned
            if (entry.worker_id, entry.duty_id) not in gone
        ),
    )
    here = {pair for pair, duty in new.items() if duty.date in days}
    return was, Roster(was, (roster.pairs - gone) | here)


def _of_one(duty: Duty, worker_id: str) -> Duty:
    """Give a duty that only one person has."""
    return duty.replace(
        id=f"{duty.id}:worked:{worker_id}", invited=(worker_id,)
    )


def _of_kind(duties: Iterable[Duty], kind: type[Duty]) -> list[Duty]:
    return [duty for duty in duties if isinstance(duty, kind)]
