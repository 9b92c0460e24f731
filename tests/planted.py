"""A rota made by hand that keeps every rule, to plant in it what does not.

Ten people of a supported-living house work ten weeks of a rolling pattern:
each week another row of it, so that everybody has the same nights, weekends
and lates. Further people, bank staff who have offered every day, are there
for what is planted: each has a row of cells, and facts of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from rota.calendar import instant
from rota.domain import (
    Availability,
    Contract,
    Demand,
    Problem,
    Qualification,
    ShiftType,
    Worker,
)
from rota.roster import Roster
from rota.rules import defaults
from tests.given import need, shift_type

START = date(2026, 6, 1)  # a Monday; no bank holiday, no clock change
WEEKS = 10
END = START + timedelta(weeks=WEEKS, days=-1)
PATTERN = """
N N . . . E E
L L L . . . .
. E . . . L L
L . . . . E E
. . E E E . .
E L . . E . .
. E L L L . .
E . . E N N N
. . E L L L L
. . N N . . .
"""
CORE = ("Ana", "Ben", "Cat", "Dev", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon")
TYPES: tuple[ShiftType, ...] = (
    shift_type("E", "07:00-15:00", break_minutes=30),
    shift_type("L", "14:00-22:00", break_minutes=30),
    shift_type("N", "22:00-07:00", break_minutes=30),
    shift_type("LD", "07:00-19:00", break_minutes=60),
)
PEOPLE: dict[str, Any] = {
    "weekly_minutes": 1595,  # ten weeks of the pattern are 269.5 hours
    "usual_shift": 480,
    "qualifications": (Qualification(skill="lead"),),
}


@dataclass(frozen=True)
class Plant:
    """One person with a row of cells from a date on, and what is wrong.

    `told` are rules with the date of their key: `rest 9 Jun`. With a star
    before it the key names no person. `facts` are fields of the problem:
    what is listed there is added, anything else is set.
    """

    name: str
    cells: str  # `8 Jun: L E`
    told: tuple[str, ...]
    worker: dict[str, Any] = field(default_factory=dict)
    types: tuple[ShiftType, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    offered: bool = True
    known: str = ""  # cells of the rota that people knew, and are gone


def on(said: str) -> date:
    """Give the date of `8 Jun`, in the year of the rota."""
    months = {"May": 5, "Jun": 6, "Jul": 7, "Aug": 8}
    number, month = said.split()
    return date(START.year, months[month], int(number))


# -- the rota that keeps every rule -------------------------------------------


def _core_cells() -> Iterator[tuple[str, date, str]]:
    rows = [line.split() for line in PATTERN.strip().splitlines()]
    for place, name in enumerate(CORE):
        for week in range(WEEKS):
            for day, code in enumerate(rows[(place + week) % len(rows)]):
                if code != ".":
                    yield name, START + timedelta(weeks=week, days=day), code


def _cover() -> Iterator[Demand]:
    for n in range(7 * WEEKS):
        day = START + timedelta(days=n)
        for kind, count in zip(TYPES[:3], (2, 2, 1), strict=True):
            shift = kind.on(day, "House")
            yield Demand(
                id=f"{day}:{kind.code}",
                unit_id="House",
                date=day,
                begins=shift.begins,
                ends=shift.ends,
                codes=(kind.code,),
                minimum=count,
                ideal=count,
            )
            lead = {"id": f"{day}:{kind.code}:lead", "unit_id": "House"}
            times = f"{kind.start:%H:%M}-{kind.end:%H:%M}"
            yield need(day, times, skill="lead", **lead)


def house(types: tuple[ShiftType, ...] = ()) -> Problem:
    """Give the house and its ten people, with nothing wrong."""
    kinds = (*TYPES, *types)
    days = [START + timedelta(days=n) for n in range(7 * WEEKS)]
    return Problem(
        name="Rowan House",
        start=START,
        end=END,
        units=("House", "Annexe"),
        shift_types=kinds,
        workers=tuple(Worker(id=n, name=n, **PEOPLE) for n in CORE),
        shifts=tuple(
            kind.on(day, unit)
            for kind in kinds
            for day in days
            for unit in ("House", "Annexe")
        ),
        demands=tuple(_cover()),
        rules=defaults("supported-living"),
    )


@cache
def core() -> tuple[tuple[str, str], ...]:
    """Give who works what by the pattern."""
    return tuple(
        (name, f"{day}:{code}:House") for name, day, code in _core_cells()
    )


# -- planting ----------------------------------------------------------------


def planted(*plants: Plant) -> tuple[Problem, Roster]:
    """Give the house with everything planted in it, and its rota."""
    types = {kind.code: kind for plant in plants for kind in plant.types}
    problem = house(tuple(types.values()))
    fresh = [plant for plant in plants if plant.name not in CORE]
    own = {p.name: p.worker for p in plants if p.name in CORE}
    problem = problem.replace(
        workers=(
            *(w.replace(**own.get(w.id, {})) for w in problem.workers),
            *map(_bank, fresh),
        ),
        availability=tuple(_offer(p.name) for p in fresh if p.offered),
    )
    for plant in plants:
        problem = problem.replace(**_facts(problem, plant))
    pairs = set(core())
    for plant in plants:
        pairs |= set(_pairs(plant.name, plant.cells))
    roster = Roster(problem, pairs - _dropped(plants))
    lost = [pair for p in plants for pair in _pairs(p.name, p.known)]
    if lost:
        problem = problem.replace(near=tuple(roster.changed(add=lost)))
    return problem, Roster(problem, roster.pairs)


def _facts(problem: Problem, plant: Plant) -> dict[str, Any]:
    return {
        name: (*getattr(problem, name), *value)
        if isinstance(value, tuple)
        else value
        for name, value in plant.facts.items()
    }


def _bank(plant: Plant) -> Worker:
    fields = {"id": plant.name, "name": plant.name, "contract": Contract.BANK}
    return Worker(**(fields | plant.worker))


def _offer(name: str) -> Availability:
    ends = instant(END + timedelta(days=2))
    return Availability(
        worker_id=name, begins=instant(START), ends=ends, offered=True
    )


def _cells(rows: str) -> Iterator[tuple[date, str]]:
    for row in rows.split(";") if rows else ():
        first, _, cells = row.partition(":")
        for n, cell in enumerate(cells.split()):
            yield on(first.strip()) + timedelta(days=n), cell


def _pairs(name: str, rows: str) -> Iterator[tuple[str, str]]:
    """Give the duties of `L/E`, `E@Annexe`; `.` and `-E` give none."""
    for day, cell in _cells(rows):
        for part in cell.split("/"):
            code, _, unit = part.partition("@")
            if code != "." and not code.startswith("-"):
                yield name, f"{day}:{code}:{unit or 'House'}"


def _dropped(plants: tuple[Plant, ...]) -> set[tuple[str, str]]:
    """Give what `-E` takes from the pattern."""
    return {
        (plant.name, f"{day}:{cell.removeprefix('-')}:House")
        for plant in plants
        for day, cell in _cells(plant.cells)
        if cell.startswith("-")
    }
