"""What is different between two rotas, cell by cell, whoever made them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rota import words
from rota.roster import Roster

Cells = dict[tuple[str, date], str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that two rotas fill differently; empty is a day off."""

    worker: str
    date: date
    one: str
    other: str

    @property
    def sentence(self) -> str:
        """Say it: `Ana Silva, Mon 7 Dec: E in one, off in the other`."""
        one, other = self.one or "off", self.other or "off"
        return f"{self.worker}, {words.day(self.date)}: {one} -> {other}"


def cells_of(roster: Roster) -> Cells:
    """Give what stands in each cell, by the worker's name and the date."""
    problem = roster.problem
    several = len(problem.units) > 1
    found: Cells = {}
    for worker in problem.workers:
        for duty in roster.by_worker[worker.id]:
            place = (worker.name, duty.date)
            where = f"@{duty.unit_id}" if several and duty.unit_id else ""
            before = found.get(place)
            said = f"{duty.code}{where}"
            found[place] = f"{before}/{said}" if before else said
    return found


def differences(one: Roster, other: Roster) -> tuple[Difference, ...]:
    """Give every cell that is filled differently, by date and name.

    Rotas of different workbooks are compared by the names of the people and
    the codes; dates that only one of them has count as off in the other.
    """
    left, right = cells_of(one), cells_of(other)
    return tuple(
        Difference(worker, day, left.get(place, ""), right.get(place, ""))
        for place in sorted(left.keys() | right.keys(), key=_by_date)
        for worker, day in (place,)
        if left.get(place, "") != right.get(place, "")
    )


def _by_date(place: tuple[str, date]) -> tuple[date, str]:
    return place[1], place[0]
