"""The rota as it was worked, as far as somebody has written it down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rota.calendar import overlap
from rota.domain import Assignment, DiaryEntry, Duty, Kind, Problem, Shift
from rota.payroll.visits import VISIT
from rota.payroll.worked import Worked
from rota.roster import Roster


def as_it_was(
    problem: Problem, roster: Roster, worked: Iterable[Worked]
) -> tuple[Problem, Roster]:
    """Give the rota with the duties that were worked otherwise than planned.

    A duty with other times stands beside the planned one, for the person
    who worked it alone; one that was not worked is taken from the person.
    Everything else stays as planned. A visit that began late in a round is
    working time already, as a part of the round.
    """
    records = tuple(worked)
    gone = {(r.worker_id, r.planned_id) for r in records if r.planned_id}
    new = {
        (record.worker_id, duty.id): duty
        for record in records
        if record.duty is not None
        for duty in (_of_one(record.duty, record.worker_id),)
    }
    rounds = _rounds(roster, gone, new)
    new = {
        (worker_id, duty_id): _beside(duty, rounds.get(worker_id, []))
        for (worker_id, duty_id), duty in new.items()
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


def _rounds(
    roster: Roster,
    gone: Collection[tuple[str, str]],
    new: Mapping[tuple[str, str], Duty],
) -> dict[str, list[Duty]]:
    """Give the rounds that people made, by worker id."""
    found: dict[str, list[Duty]] = {}
    for worker_id, _ in new:
        if worker_id not in found:
            found[worker_id] = [
                duty
                for duty in roster.timeline(worker_id)
                if duty.kind is Kind.ROUND and (worker_id, duty.id) not in gone
            ]
    for (worker_id, _), duty in new.items():
        if duty.kind is Kind.ROUND:
            found[worker_id].append(duty)
    return found


def _beside(duty: Duty, rounds: Iterable[Duty]) -> Duty:
    """Give a visit the working time that it has beside somebody's rounds."""
    if duty.code != VISIT:
        return duty
    inside = sum(
        overlap(duty.begins, duty.ends, one.begins, one.ends) for one in rounds
    )
    return duty.replace(work=max(0, duty.work - inside))


def _of_one(duty: Duty, worker_id: str) -> Duty:
    """Give a duty that only one person has."""
    return duty.replace(
        id=f"{duty.id}:worked:{worker_id}", invited=(worker_id,)
    )


def _of_kind(duties: Iterable[Duty], kind: type[Duty]) -> list[Duty]:
    return [duty for duty in duties if isinstance(duty, kind)]
