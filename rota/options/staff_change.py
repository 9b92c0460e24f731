"""People who join, leave, finish a course or move their leave."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from rota.calendar import HOUR
from rota.domain import (
    Absence,
    AbsenceKind,
    Availability,
    Contract,
    Problem,
    Qualification,
    Worker,
)
from rota.errors import OptionError
from rota.options.base import Change, find_worker, nobody
from rota.options.leaving import without

DRIVER = "driver"


class Joining(Change):
    """People who are taken on: so many, on the same terms.

    Bank, sessional and agency staff who join are free every day.
    """

    name: str = Field(min_length=1)
    people: int = Field(1, ge=1, le=200)
    hours: float = Field(0, ge=0, le=80)  # contracted, a week
    contract: Contract = Contract.PERMANENT
    role: str = ""
    skills: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    starts: date | None = None
    opted_out: bool | None = None

    def made(self, problem: Problem) -> Problem:
        """Give the problem with these people among the workers."""
        for unit in self.units:
            if unit not in problem.units:
                raise OptionError(nobody("unit", unit, problem.units))
        people = [self._person(place) for place in range(self.people)]
        for worker in people:
            if worker.id in problem.worker:
                raise OptionError(f"{worker.name} is here already.")
        free = [_every_day(problem, w) for w in people if _waits(w)]
        return problem.replace(
            workers=(*problem.workers, *people),
            availability=(*problem.availability, *free),
        )

    def _person(self, place: int) -> Worker:
        name = self.name if self.people == 1 else f"{self.name} {place + 1}"
        return Worker(
            id=name,
            name=name,
            role=self.role,
            contract=self.contract,
            weekly_minutes=round(self.hours * HOUR),
            qualifications=tuple(
                Qualification(skill=skill.casefold()) for skill in self.skills
            ),
            units=self.units,
            starts_on=self.starts,
            opted_out=self.opted_out,
        )


def _waits(worker: Worker) -> bool:
    return worker.contract.waits_for_offer


def _every_day(problem: Problem, worker: Worker) -> Availability:
    begins, ends = problem.span
    return Availability(
        worker_id=worker.id, begins=begins, ends=ends + 1440, offered=True
    )


class Leaving(Change):
    """Somebody who is not there: everything about this person goes."""

    worker: str

    def made(self, problem: Problem) -> Problem:
        """Give the problem without this worker."""
        return without(problem, find_worker(problem, self.worker).id)


class Training(Change):
    """A course that is done: the skill counts from its date."""

    worker: str
    skill: str
    first: date | None = None

    def made(self, problem: Problem) -> Problem:
        """Give the problem in which the person holds the skill."""
        worker = find_worker(problem, self.worker)
        skill = self._asked(problem)
        fresh = Qualification(skill=skill, valid_from=self.first)
        changes: dict[str, Any] = {
            "qualifications": (*worker.qualifications, fresh)
        }
        if skill == DRIVER and worker.driving is not None:
            if self.first is not None and self.first > problem.start:
                raise OptionError("a driver is one from the first day on.")
            drives = worker.driving.replace(may_drive_service_vehicle=True)
            changes["driving"] = drives
        return _with_worker(problem, worker.replace(**changes))

    def _asked(self, problem: Problem) -> str:
        """Give the skill as cover or shifts ask for it."""
        asked = {demand.skill for demand in problem.demands if demand.skill}
        asked |= {skill for duty in problem.duties for skill in duty.skills}
        names = {skill.casefold(): skill for skill in sorted(asked)}
        if self.skill.casefold() not in names:
            text = nobody("need here of the skill", self.skill, names)
            raise OptionError(text)
        return names[self.skill.casefold()]


def _with_worker(problem: Problem, changed: Worker) -> Problem:
    return problem.replace(
        workers=tuple(
            changed if worker.id == changed.id else worker
            for worker in problem.workers
        )
    )


class LeaveMoved(Change):
    """Leave that begins on another day; it stays as long as it is."""

    worker: str
    first: date
    to: date

    def made(self, problem: Problem) -> Problem:
        """Give the problem with the leave moved."""
        worker = find_worker(problem, self.worker)
        leave = self._leave(problem, worker)
        by = self.to - self.first
        moved = leave.replace(first=leave.first + by, last=leave.last + by)
        return problem.replace(
            absences=tuple(
                moved if absence is leave else absence
                for absence in problem.absences
            )
        )

    def _leave(self, problem: Problem, worker: Worker) -> Absence:
        for absence in problem.absences_of[worker.id]:
            on_leave = absence.kind is AbsenceKind.LEAVE
            if on_leave and absence.first == self.first:
                return absence
        raise OptionError(
            f"{worker.name} has no leave that begins on {self.first}."
        )
