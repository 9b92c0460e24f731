"""Staffing: agency by the week, and who was the only one there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rota.domain import Contract, Dbs, Duty, Kind, Problem, Worker
from rota.roster import Roster
from rota.rules.company import ON_SITE


@dataclass(frozen=True, slots=True)
class AgencyWeek:
    """How much of one week agency staff worked; waking duties, in minutes."""

    first: date
    last: date
    minutes: int
    agency: int
    duties: int
    agency_duties: int

    @property
    def share(self) -> float | None:
        """The part of the time that agency staff worked."""
        return self.agency / self.minutes if self.minutes else None


def agency_weeks(problem: Problem, roster: Roster) -> tuple[AgencyWeek, ...]:
    """Give the weeks of the rota, Monday to Sunday."""
    return tuple(_week(problem, roster, first) for first in problem.weeks)


def _week(problem: Problem, roster: Roster, first: date) -> AgencyWeek:
    days = [first + timedelta(days=n) for n in range(7)]
    inside = {day for day in days if day in problem.date_set}
    worked = [
        (worker.contract is Contract.AGENCY, duty)
        for worker in problem.workers
        for duty in roster.timeline(worker.id)
        if duty.date in inside
        and duty.kind is Kind.WAKING
        and not duty.elsewhere
    ]
    return AgencyWeek(
        first=min(inside),
        last=max(inside),
        minutes=sum(duty.wage for _, duty in worked),
        agency=sum(duty.wage for agency, duty in worked if agency),
        duties=len(worked),
        agency_duties=sum(agency for agency, _ in worked),
    )


# -- alone --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody who was the only one on site in a unit, from when to when.

    `signed_off` is what the Workers sheet says: None is not recorded. Agency
    staff, people under 18 and those who wait for their DBS check never are.
    """

    worker: Worker
    unit_id: str
    begins: int
    ends: int
    is_asleep: bool
    signed_off: bool | None

    @property
    def minutes(self) -> int:
        """How long."""
        return self.ends - self.begins


def alone(problem: Problem, roster: Roster) -> tuple[Alone, ...]:
    """Give every stretch in which one person was alone, by begin.

    People in induction are not counted, and a unit is a place of its own.
    """
    first, last = problem.span
    found = (
        one
        for unit_id in problem.units
        for one in _alone_in(problem, roster, unit_id)
    )
    return tuple(
        sorted(
            (one for one in found if first <= one.begins < last),
            key=lambda one: (one.begins, one.unit_id, one.worker.id),
        )
    )


Presence = tuple[Duty, Worker]


def _alone_in(
    problem: Problem, roster: Roster, unit_id: str
) -> Iterator[Alone]:
    """Join the stretches that follow one another."""
    joined: Alone | None = None
    for begins, ends, (duty, worker) in _single(problem, roster, unit_id):
        asleep = duty.kind is Kind.SLEEP_IN
        off = _signed_off(worker, duty)
        here = Alone(worker, unit_id, begins, ends, asleep, off)
        if joined is not None and _goes_on(joined, here):
            joined = replace(joined, ends=ends)
            continue
        if joined is not None:
            yield joined
        joined = here
    if joined is not None:
        yield joined


def _signed_off(worker: Worker, duty: Duty) -> bool | None:
    """Tell whether somebody may work alone on a duty."""
    agency = worker.contract is Contract.AGENCY
    young = worker.is_under_18(duty.date)
    if agency or young or worker.dbs is not Dbs.CLEAR:
        return False
    return worker.lone_ok


def _goes_on(one: Alone, other: Alone) -> bool:
    same = one.worker.id == other.worker.id
    return (
        same and one.ends == other.begins and one.is_asleep == other.is_asleep
    )


def _single(
    problem: Problem, roster: Roster, unit_id: str
) -> Iterator[tuple[int, int, Presence]]:
    """Give the pieces of time in which exactly one person is there."""
    there = [
        (duty, worker)
        for worker in problem.workers
        for duty in roster.timeline(worker.id)
        if duty.unit_id == unit_id
        and duty.kind in ON_SITE
        and not duty.elsewhere
        and worker.counts_on(duty.date)
    ]
    there.sort(key=lambda one: (one[0].begins, one[0].id, one[1].id))
    marks = sorted({m for d, _ in there for m in (d.begins, d.ends)})
    open_ones: list[Presence] = []
    waiting = iter(there)
    coming = next(waiting, None)
    for begins, ends in itertools.pairwise(marks):
        open_ones = [one for one in open_ones if one[0].ends > begins]
        while coming is not None and coming[0].begins <= begins:
            open_ones.append(coming)
            coming = next(waiting, None)
        if len({worker.id for _, worker in open_ones}) == 1:
            yield begins, ends, open_ones[0]
