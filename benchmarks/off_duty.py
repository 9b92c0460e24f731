"""A real three-week off-duty sheet: the hand-made rota against ours.

Usage: python -m benchmarks.off_duty PATH [--seconds N] [--seed N]

Reads the workbook of a care home with eight units (people down, `1` for a
shift), asks for the cover that the hand-made rota gives each day, unit and
role, and checks both rotas with the same check.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

import pandas as pd

import rota
from rota.checker import SIXTIETHS
from rota.domain import Burden, Problem
from rota.rules.fair_share import count_burden

START = date(2026, 11, 1)  # a Sunday; the sheet has weekdays and no dates
DAYS = 21
SHIFTS = {2100: 9, 1440: 6}  # in three weeks: 35 h is 3 a week, 24 h is 2
SHEETS = {"Managers": "LD", "Days": "LD", "Nights": "N"}
TIMES = {
    "LD": (time(8), time(20)),
    "N": (time(20), time(8)),
    "OFF": (time(9), time(17)),
}


@dataclass(frozen=True)
class Person:
    """One line of the sheet."""

    id: str
    name: str
    role: str
    unit: str
    hours: int
    days: tuple[date, ...]

    @property
    def code(self) -> str:
        """The shift type: one for each role, so that roles do not mix."""
        return f"{self.role} {self.times}"

    @property
    def times(self) -> str:
        """Long day, night, or office hours."""
        if self.unit == "MGMT":
            return "OFF"
        return "N" if "(N)" in self.role else "LD"


def people(path: Path) -> Iterator[Person]:
    """Read everybody: lines with a role, a name and hours."""
    for sheet in SHEETS:
        table = pd.read_excel(path, sheet_name=sheet, header=None)
        for _, row in table.iterrows():
            cells = list(row)
            if not isinstance(cells[4], int | float) or pd.isna(cells[4]):
                continue
            marks = [c for week in (8, 16, 24) for c in cells[week : week + 7]]
            yield Person(
                id=str(cells[3]),
                name=f"{cells[1]} {cells[2]}",
                role=str(cells[0]).replace(" ", ""),
                unit=str(cells[6]).strip(),
                hours=int(cells[4]),
                days=tuple(
                    START + timedelta(days=n)
                    for n, mark in enumerate(marks)
                    if mark == 1
                ),
            )


def shift_type(person: Person) -> rota.ShiftType:
    """Make the shift type of a person's role."""
    start, end = TIMES[person.times]
    office = person.times == "OFF"
    return rota.ShiftType(
        code=person.code,
        start=start,
        end=end,
        break_minutes=60 if office else 20,
    )


def build(staff: list[Person]) -> tuple[Problem, rota.Roster]:
    """Make the problem, and the roster that stands in the sheet."""
    types = {person.code: shift_type(person) for person in staff}
    places = sorted({(person.code, person.unit) for person in staff})
    dates = [START + timedelta(days=n) for n in range(DAYS)]
    shifts = {
        (code, unit, day): types[code].on(day, unit)
        for code, unit in places
        for day in dates
    }
    there = Counter(
        shifts[person.code, person.unit, day].id
        for person in staff
        for day in person.days
    )
    problem = Problem(
        name="Off duty",
        start=START,
        end=dates[-1],
        units=tuple(sorted({person.unit for person in staff})),
        shift_types=tuple(types.values()),
        workers=tuple(worker(person) for person in staff),
        shifts=tuple(shifts.values()),
        demands=tuple(
            demand(shift, there[shift.id]) for shift in shifts.values()
        ),
        rules=rota.defaults("care-home"),
    )
    pairs = (
        (person.id, shifts[person.code, person.unit, day].id)
        for person in staff
        for day in person.days
    )
    return problem, rota.Roster(problem, pairs)


def worker(person: Person) -> rota.Worker:
    """Make the worker of a line."""
    return rota.Worker(
        id=person.id,
        name=person.name,
        role=person.role,
        weekly_minutes=person.hours * 60,
        units=(person.unit,),
        shift_codes=(person.code,),
        permanent_nights=person.times == "N",
    )


def demand(shift: rota.Shift, people_there: int) -> rota.Demand:
    """Ask for as many as the hand-made rota has."""
    return rota.Demand(
        id=shift.id,
        unit_id=shift.unit_id,
        date=shift.date,
        begins=shift.begins,
        ends=shift.ends,
        codes=(shift.code,),
        minimum=people_there,
    )


def measures(problem: Problem, roster: rota.Roster) -> dict[str, str]:
    """Give the lines of the table for one rota."""
    report = rota.check(problem, roster)
    floor = [w for w in problem.workers if w.units != ("MGMT",)]
    weekends_worked = Counter(
        count_burden(problem, roster, Burden.WEEKENDS, worker.id)
        for worker in floor
    )
    off = sum(
        abs(SHIFTS[worker.weekly_minutes] - len(roster.by_worker[worker.id]))
        for worker in floor
    )
    return {
        "shifts to fill": str(len(report.of("cover minimum"))),
        "hours to fill": f"{report.minutes_to_fill / 60:.0f}",
        "musts broken": str(len(report.broken)),
        "shifts off contract": str(off),
        "third weekends running": str(len(report.of("weekends in a row"))),
        "people by weekends worked": str(
            dict(sorted(weekends_worked.items()))
        ),
        "single days off": str(len(report.of("single days off"))),
        "everything not met": f"£{report.cost / SIXTIETHS:,.0f}",
    }


def main() -> None:
    """Read, check, solve, check, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    staff = list(people(options.path))
    problem, by_hand = build(staff)
    result = rota.solve(problem, seconds=options.seconds, seed=options.seed)
    hand, ours = measures(problem, by_hand), measures(problem, result.roster)
    print(f"{len(staff)} people, {DAYS} days; {result.seconds:.0f} s")
    bound = (result.bound or 0) / SIXTIETHS
    print(f"status: {result.status}; bound: £{bound:,.0f}")
    print(f"{'':>26}  {'by hand':<18}  ours")
    for name in hand:
        print(f"{name:>26}  {hand[name]:<18}  {ours[name]}")


if __name__ == "__main__":
    main()
