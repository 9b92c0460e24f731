"""What was really worked, as a manager writes it down beside the rota."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import Field, SerializeAsAny

from rota.domain import Duty, Kind, Noun, Problem
from rota.payroll.terms import PayLine, PayRules
from rota.payroll.visits import as_duty
from rota.roster import Roster


class Worked(Noun):
    """One duty as it was: other times, not at all, or one not on the rota.

    `planned_id` is the duty of the rota, empty for an extra one; `duty` is
    what was worked, None where nothing was. Lengths are minutes. `travel` is
    None where it is as planned.
    """

    worker_id: str
    planned_id: str = ""
    duty: SerializeAsAny[Duty] | None = None
    awake: int = Field(0, ge=0)
    miles: float = Field(0, ge=0)
    travel: int | None = Field(None, ge=0)
    note: str = ""


@dataclass(frozen=True)
class Pay:
    """What a workbook says for payroll: the terms, and what was worked.

    `leave_year` is the first day of a leave year, None if nobody says.
    """

    lines: tuple[PayLine, ...] = ()
    worked: tuple[Worked, ...] = ()
    leave_year: date | None = None

    @cached_property
    def rules(self) -> PayRules:
        """The terms of everybody."""
        return PayRules(self.lines)


@dataclass(frozen=True, slots=True)
class Done:
    """A duty that somebody is paid for, with what goes with it.

    `planned` is what the rota says of it, None for an extra duty;
    `has_record` tells that a manager has written down how it was.
    """

    duty: Duty
    planned: Duty | None
    awake: int = 0
    travel: int = 0
    miles: float = 0
    note: str = ""
    has_record: bool = False


def as_planned(
    problem: Problem, roster: Roster, worker_id: str
) -> tuple[Done, ...]:
    """Give what the rota says somebody does, history too, by begin.

    A round is left out where the visits in it are what is paid.
    """
    visits = [t for t in roster.sessions_of(worker_id) if t.contract]
    duties = sorted(
        (*roster.timeline(worker_id), *map(as_duty, visits)),
        key=lambda duty: (duty.begins, duty.id),
    )
    ways = _travel(problem, duties) | {t.id: t.travel for t in visits}
    return tuple(
        Done(duty, duty, travel=ways[duty.id])
        for duty in duties
        if not _is_frame(duty)
    )


def _is_frame(duty: Duty) -> bool:
    """Tell a round that is paid by its visits, and not by its own hours."""
    return duty.kind is Kind.ROUND and not duty.contract


def _travel(problem: Problem, duties: list[Duty]) -> dict[str, int]:
    """Give the minutes of travel to each duty from the one before it.

    From one unit to another on one day it is working time; the way from home
    is not.
    """
    found = dict.fromkeys((duty.id for duty in duties), 0)
    for one, other in itertools.pairwise(duties):
        gap = other.begins - one.ends
        near = one.date == other.date or gap <= problem.spell_gap
        if gap >= 0 and near:
            found[other.id] = min(gap, problem.travel_minutes(one, other))
    return found


def as_done(
    planned: tuple[Done, ...], records: tuple[Worked, ...]
) -> tuple[Done, ...]:
    """Give what was worked: as written down, and where not, as planned."""
    by_duty = {r.planned_id: r for r in records if r.planned_id}
    found = [
        *_on_the_rota(planned, by_duty),
        *(_done(None, record) for record in records if not record.planned_id),
    ]
    done_at_all = (done for done in found if done is not None)
    return tuple(
        sorted(
            (done for done in done_at_all if not _is_frame(done.duty)),
            key=lambda done: (done.duty.begins, done.duty.id),
        )
    )


def _on_the_rota(
    planned: tuple[Done, ...], by_duty: dict[str, Worked]
) -> Iterator[Done | None]:
    for done in planned:
        record = by_duty.get(done.duty.id)
        yield done if record is None else _done(done, record)


def _done(plan: Done | None, record: Worked) -> Done | None:
    if record.duty is None:
        return None
    travel = plan.travel if plan and record.travel is None else record.travel
    return Done(
        record.duty,
        plan.duty if plan else None,
        awake=record.awake,
        travel=travel or 0,
        miles=record.miles,
        note=record.note,
        has_record=True,
    )


def as_worked(duty: Duty, begins: int, ends: int) -> Duty:
    """Give a duty with the times that were worked; its break stays.

    What a sleep-in or an on-call counts to the contract does not follow from
    its length, and stays too.
    """
    longer = (ends - begins) - duty.length
    by_hour = duty.kind not in (Kind.SLEEP_IN, Kind.ON_CALL)
    contract = max(0, duty.contract + longer) if by_hour else duty.contract
    return duty.replace(
        begins=begins,
        ends=ends,
        work=max(0, duty.work + longer) if duty.work else 0,
        wage=max(0, duty.wage + longer) if duty.wage else 0,
        contract=contract,
    )
