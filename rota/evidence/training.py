"""Training, and whether it was valid on the day of each shift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rota.domain import Duty, Problem, Worker
from rota.payroll.visits import as_duty
from rota.roster import Roster


@dataclass(frozen=True, slots=True)
class SkillOnShift:
    """One skill of one person on one shift.

    `is_needed` tells that everybody on the shift must hold it; otherwise
    somebody there must, and this person has it on record. `expires` is None
    where no date is recorded.
    """

    worker: Worker
    duty: Duty
    skill: str
    is_needed: bool
    is_recorded: bool
    expires: date | None
    is_valid: bool


@dataclass(frozen=True)
class TrainingRecord:
    """Looks up the training of everybody on every shift of the rota."""

    problem: Problem
    roster: Roster

    def lines(self) -> Iterator[SkillOnShift]:
        """Give each skill that matters on each shift, by begin.

        And on each session of a support plan that asks for one.
        """
        days = self.problem.date_set
        given = [
            (duty, worker)
            for duty in self.problem.duties
            if duty.date in days and not duty.elsewhere
            for worker in self._there(duty)
        ]
        given += [
            (as_duty(time), worker)
            for worker in self.problem.workers
            for time in self.roster.sessions_of(worker.id)
        ]
        for duty, worker in sorted(given, key=_by_begin):
            yield from self._of(worker, duty)

    def _there(self, duty: Duty) -> tuple[Worker, ...]:
        return (
            *self.problem.past_workers_on(duty.id),
            *self.roster.workers_on(duty.id),
        )

    def _of(self, worker: Worker, duty: Duty) -> Iterator[SkillOnShift]:
        held = {q.skill for q in worker.qualifications}
        if worker.driving is not None:
            held.add("driver")
        by_cover = self._asked.get(duty.id, {})
        for skill in dict.fromkeys((*duty.skills, *by_cover)):
            needed = skill in duty.skills
            if needed or skill in held:
                yield SkillOnShift(
                    worker=worker,
                    duty=duty,
                    skill=skill,
                    is_needed=needed,
                    is_recorded=skill in held,
                    expires=_expiry(worker, skill, duty.date),
                    is_valid=worker.holds(skill, duty.date),
                )

    @cached_property
    def _asked(self) -> dict[str, dict[str, None]]:
        """The skills that cover asks for while each duty lasts."""
        found: dict[str, dict[str, None]] = {}
        for demand in self.problem.demands:
            if demand.skill and demand.minimum:
                for duty in self.problem.meets[demand.id]:
                    found.setdefault(duty.id, {})[demand.skill] = None
        return found


def _by_begin(given: tuple[Duty, Worker]) -> tuple[int, str]:
    return given[0].begins, given[0].id


def _expiry(worker: Worker, skill: str, day: date) -> date | None:
    """Give the date on which a skill runs out; the latest that is recorded.

    Of a driver it is the licence or, with an own car, the insurance.
    """
    if skill == "driver" and worker.driving is not None:
        driving = worker.driving
        dates = [driving.licence_until]
        if driving.own_car and not driving.may_drive_service_vehicle:
            dates.append(driving.business_insured_until)
        return min((d for d in dates if d is not None), default=None)
    held = [q for q in worker.qualifications if q.skill == skill]
    if any(q.expires is None and worker.holds(skill, day) for q in held):
        return None
    return max((q.expires for q in held if q.expires), default=None)
