"""Reads shift scheduling instances in the format of Curtois and Qu (2014).

Each becomes an ordinary Problem, in which a point of the published score is
one pound. The published times of day are unknown: every shift is from 06:00
to 16:00, so that a person has one a day, and counts its own minutes to the
contract. The published least minutes are hard; a rota may always be shorter
of hours here, at a price for each minute that no gain repays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

import rota
from rota.domain import AbsenceKind, Pence, Request, Strength
from rota.rules import Rule
from rota.rules.cover import CoverMaximum, CoverMinimum
from rota.rules.days_in_a_row import DaysInARow
from rota.rules.days_off_in_a_row import FewestDaysOffInARow
from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from rota.rules.hours_in_period import FewestHours, MostHours
from rota.rules.leave import Leave
from rota.rules.most_of_a_shift import MostOfAShift
from rota.rules.one_place import OnePlace
from rota.rules.requests import Requests
from rota.rules.successions import Successions
from rota.rules.suitability import ShiftAllowed
from rota.rules.weekends_in_period import MostWeekends

START = date(2026, 1, 5)  # day 0 is a Monday
BEGINS, ENDS, HOURS = time(6), time(16), 10
POINT: Pence = 100  # a point of the score is one pound
SHORT_MINUTE = 100  # points for a minute short of the least
POINT_COST = 60 * POINT  # in sixtieths of a penny, as costs are

Entry = tuple[str, int, str]  # worker, day, shift


@dataclass(frozen=True)
class Person:
    """One line of the staff."""

    id: str
    most_of: dict[str, int]
    most_minutes: int
    least_minutes: int
    most_days: int
    least_days: int
    least_off: int
    most_weekends: int


@dataclass(frozen=True)
class Wanted:
    """One line of the cover."""

    day: int
    shift: str
    people: int
    under: int
    over: int


@dataclass
class Instance:
    """What a file says."""

    days: int = 0
    minutes: dict[str, int] = field(default_factory=dict)
    never: list[tuple[str, str]] = field(default_factory=list)
    staff: list[Person] = field(default_factory=list)
    off: list[tuple[str, int]] = field(default_factory=list)
    asked: dict[tuple[str, int, str, bool], int] = field(default_factory=dict)
    cover: list[Wanted] = field(default_factory=list)


def read(path: Path) -> Instance:
    """Read a file, section by section."""
    found = Instance()
    section = ""
    for line in path.read_text("utf-8").splitlines():
        said = line.strip()
        if said.startswith("SECTION_"):
            section = said.removeprefix("SECTION_")
        elif said and not said.startswith("#"):
            _take(found, section, [part.strip() for part in said.split(",")])
    return found


def _take(found: Instance, section: str, cells: list[str]) -> None:
    """Take one line of a section."""
    if section == "HORIZON":
        found.days = int(cells[0])
    elif section == "SHIFTS":
        found.minutes[cells[0]] = int(cells[1])
        then = cells[2].split("|") if cells[2:] and cells[2] else []
        found.never += [(cells[0], other) for other in then]
    elif section == "STAFF":
        found.staff.append(_person(cells))
    elif section == "DAYS_OFF":
        found.off += [(cells[0], int(day)) for day in cells[1:] if day]
    elif section in ("SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS"):
        off = section == "SHIFT_OFF_REQUESTS"
        name = (cells[0], int(cells[1]), cells[2], off)
        found.asked[name] = found.asked.get(name, 0) + int(cells[3])
    elif section == "COVER":
        people, under, over = map(int, cells[2:5])
        found.cover.append(
            Wanted(int(cells[0]), cells[1], people, under, over)
        )


def _person(cells: list[str]) -> Person:
    most_of = dict(part.split("=") for part in cells[1].split("|") if part)
    numbers = [int(cell) for cell in cells[2:8]]
    return Person(cells[0], {c: int(n) for c, n in most_of.items()}, *numbers)


def problem(instance: Instance, name: str = "") -> rota.Problem:
    """Make the problem whose audited cost is the score, at £1 a point."""
    types = [_shift_type(code, n) for code, n in instance.minutes.items()]
    days = [START + timedelta(days=n) for n in range(instance.days)]
    return rota.Problem(
        name=name,
        start=days[0],
        end=days[-1],
        shift_types=tuple(types),
        workers=tuple(_worker(one, instance) for one in instance.staff),
        shifts=tuple(kind.on(day) for day in days for kind in types),
        demands=tuple(_demand(wanted) for wanted in instance.cover),
        absences=tuple(
            rota.Absence(
                worker_id=worker_id,
                first=days[day],
                last=days[day],
                kind=AbsenceKind.OTHER,
            )
            for worker_id, day in instance.off
        ),
        requests=tuple(
            Request(
                worker_id=worker_id,
                date=days[day],
                code=code,
                avoid=avoid,
                price=points * POINT,
            )
            for (worker_id, day, code, avoid), points in instance.asked.items()
        ),
        rules=tuple(_rules(instance)),
    )


def _shift_type(code: str, minutes: int) -> rota.ShiftType:
    return rota.ShiftType(code=code, start=BEGINS, end=ENDS, contract=minutes)


def _worker(person: Person, instance: Instance) -> rota.Worker:
    return rota.Worker(
        id=person.id,
        name=person.id,
        weekly_minutes=person.least_minutes * 7 // instance.days,
        shift_codes=tuple(code for code, n in person.most_of.items() if n),
    )


def _demand(wanted: Wanted) -> rota.Demand:
    """Ask for people at their weights: ten pence an hour are a pound."""
    shift = _shift_type(wanted.shift, 0).on(START + timedelta(days=wanted.day))
    return rota.Demand(
        id=shift.id,
        date=shift.date,
        begins=shift.begins,
        ends=shift.ends,
        codes=(wanted.shift,),
        minimum=wanted.people,
        maximum=wanted.people,
        short_price=wanted.under * POINT // HOURS,
        over_price=wanted.over * POINT // HOURS,
    )


def _rules(instance: Instance) -> Iterator[Rule]:
    """Give the rules of the family: musts, but for hours and wishes."""
    must, staff = Strength.MUST, instance.staff
    yield Leave()
    yield ShiftAllowed()
    yield OnePlace()
    yield Successions(strength=must, never=tuple(instance.never))
    yield DaysInARow(own=tuple((p.id, p.most_days) for p in staff))
    yield FewestDaysInARow(
        strength=must, own=tuple((p.id, p.least_days) for p in staff)
    )
    yield FewestDaysOffInARow(
        strength=must, own=tuple((p.id, p.least_off) for p in staff)
    )
    yield MostWeekends(
        strength=must, own=tuple((p.id, p.most_weekends) for p in staff)
    )
    yield MostHours(
        strength=must, own=tuple((p.id, p.most_minutes) for p in staff)
    )
    yield FewestHours(
        strength=Strength.SHOULD,
        price=60 * SHORT_MINUTE * POINT,
        own=tuple((p.id, p.least_minutes) for p in staff),
    )
    yield MostOfAShift(strength=must, agreed=tuple(_caps(instance)))
    yield Requests()
    yield CoverMinimum()
    yield CoverMaximum()


def _caps(instance: Instance) -> Iterator[tuple[str, str, int]]:
    """Give the limits by type that a person could exceed."""
    for person in instance.staff:
        for code, most in person.most_of.items():
            if most < instance.days:
                yield person.id, code, most


def entries(roster: rota.Roster) -> list[Entry]:
    """Give a roster as the published format has it."""
    held = [(e.worker_id, roster.problem.duty[e.duty_id]) for e in roster]
    return [(name, (d.date - START).days, d.code) for name, d in held]
