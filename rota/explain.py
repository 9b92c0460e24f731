"""Shifts to fill: what is short, as one would advertise it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rota import words
from rota.calendar import clock, local_date
from rota.checker import Report
from rota.domain import Demand, Kind, Problem
from rota.nearest import Nearest, Search, is_suited
from rota.roster import Roster


@dataclass(frozen=True, slots=True)
class ShiftToFill:
    """A stretch of time for which somebody is still to be found.

    `people` is how many more are needed. With `swap` the numbers are right
    and nobody there holds the skill: one of them would have to.
    """

    date: date
    begins: int
    ends: int
    unit_id: str
    code: str
    kind: Kind
    people: int
    skills: tuple[str, ...]
    demand_ids: tuple[str, ...]
    swap: bool = False
    nearest: Nearest | None = None
    supply: str = ""

    @property
    def minutes(self) -> int:
        """Person-minutes still to be filled."""
        return 0 if self.swap else self.people * (self.ends - self.begins)

    @property
    def times(self) -> str:
        """The wall-clock times, as `07:00-15:00`."""
        return f"{clock(self.begins)}-{clock(self.ends)}"

    @property
    def needs_driver(self) -> bool:
        """Tell whether whoever comes has to drive."""
        return "driver" in self.skills

    @property
    def where(self) -> str:
        """Say the day, the shift and the unit."""
        code = f" {self.code}" if self.code else ""
        place = f", {self.unit_id}" if self.unit_id else ""
        day = words.day(local_date(self.begins))
        return f"{day}{code} {self.times}{place}"

    @property
    def sentence(self) -> str:
        """Say what is to fill."""
        skills = words.listed(list(self.skills))
        if self.swap:
            more = "nobody" if self.people == 1 else "too few"
            return f"{self.where}: {more} on it with {skills}"
        people = words.count(self.people, "person", "people")
        sort = "" if self.kind is Kind.WAKING else f" ({self.kind})"
        return f"{self.where}: {people}{sort}" + (
            f", with {skills}" if skills else ""
        )


def shifts_to_fill(
    problem: Problem, roster: Roster, report: Report
) -> tuple[ShiftToFill, ...]:
    """List what is still to be filled, with the nearest person for each.

    Parameters
    ----------
    problem
        The question.
    roster
        The rota that leaves something open.
    report
        Its check.

    Returns
    -------
    Shifts in order of begin. Pieces of cover that touch and are short of the
    same number are one shift; a skill that is missing at the same time is
    asked of whoever comes.
    """
    found = _with_skills(problem, report, _people_short(problem, report))
    search = Search(problem, roster)
    ordered = sorted(found, key=lambda s: (s.begins, s.unit_id, s.code))
    return tuple(
        replace(
            shift,
            nearest=_nearest(search, problem, shift),
            supply=_supply(problem, shift),
        )
        for shift in ordered
    )


def _people_short(problem: Problem, report: Report) -> list[ShiftToFill]:
    """Merge neighbouring pieces of cover that are short."""
    demands = {demand.id: demand for demand in problem.demands}
    pieces: dict[str, list[tuple[int, int, int]]] = {}
    for breach in report.of("cover minimum"):
        key = breach.key
        short = breach.amount // max(1, key.to - key.at)
        pieces.setdefault(key.what, []).append((key.at, key.to, short))
    return [
        _shift(demands[demand_id], begins, ends, people)
        for demand_id, held in pieces.items()
        for begins, ends, people in _stretches(sorted(held))
    ]


def _stretches(
    pieces: list[tuple[int, int, int]],
) -> Iterator[tuple[int, int, int]]:
    """Cut (begin, end, short) into what one person each could take."""
    runs: dict[tuple[int, int], int] = {}
    for level in range(1, max(short for _, _, short in pieces) + 1):
        for begins, ends in _joined(pieces, level):
            runs[begins, ends] = runs.get((begins, ends), 0) + 1
    for (begins, ends), people in runs.items():
        yield begins, ends, people


def _joined(
    pieces: list[tuple[int, int, int]], level: int
) -> list[tuple[int, int]]:
    """Join the pieces that touch and are short of at least so many."""
    found: list[tuple[int, int]] = []
    for begins, ends, short in pieces:
        if short < level:
            continue
        if found and found[-1][1] == begins:
            found[-1] = (found[-1][0], ends)
        else:
            found.append((begins, ends))
    return found


def _shift(demand: Demand, begins: int, ends: int, people: int) -> ShiftToFill:
    return ShiftToFill(
        date=demand.date,
        begins=begins,
        ends=ends,
        unit_id=demand.unit_id,
        code=demand.codes[0] if demand.codes else "",
        kind=demand.kind,
        people=people,
        skills=(demand.skill,) if demand.skill else (),
        demand_ids=(demand.id,),
        swap=bool(demand.skill),
    )


def _with_skills(
    problem: Problem, report: Report, shifts: list[ShiftToFill]
) -> list[ShiftToFill]:
    """Ask a missing skill of a shift to fill there, else of a swap."""
    demands = {demand.id: demand for demand in problem.demands}
    found = list(shifts)
    for breach in report.of("skill cover"):
        demand = demands[breach.key.what]
        missing = breach.amount
        for place, shift in enumerate(found):
            if missing and _goes_with(shift, demand):
                found[place] = _asking(shift, demand)
                missing -= shift.people
        if missing > 0:
            swap = _shift(demand, demand.begins, demand.ends, missing)
            _put(found, swap)
    return found


def _put(found: list[ShiftToFill], swap: ShiftToFill) -> None:
    """Put down a swap, together with one for another skill there."""
    for place, shift in enumerate(found):
        if shift.swap and _spot(shift) == _spot(swap):
            found[place] = replace(
                shift,
                people=max(shift.people, swap.people),
                skills=(*shift.skills, *swap.skills),
                demand_ids=(*shift.demand_ids, *swap.demand_ids),
            )
            return
    found.append(swap)


def _spot(shift: ShiftToFill) -> tuple[int, int, str, str]:
    return shift.begins, shift.ends, shift.unit_id, shift.code


def _goes_with(shift: ShiftToFill, demand: Demand) -> bool:
    """Tell whether whoever takes the shift could bring the skill."""
    same_place = demand.unit_id in ("", shift.unit_id)
    same_sort = shift.kind is demand.kind and not shift.swap
    inside = shift.begins <= demand.begins and demand.ends <= shift.ends
    coded = not demand.codes or shift.code in demand.codes
    return same_place and same_sort and inside and coded


def _asking(shift: ShiftToFill, demand: Demand) -> ShiftToFill:
    skills = tuple(dict.fromkeys((*shift.skills, demand.skill)))
    ids = (*shift.demand_ids, demand.id)
    return replace(shift, skills=skills, demand_ids=ids)


def _nearest(
    search: Search, problem: Problem, shift: ShiftToFill
) -> Nearest | None:
    """Find the person nearest to taking a shift."""
    return search.nearest(
        _duties(problem, shift), shift.begins, shift.ends, shift.skills
    )


def _duties(problem: Problem, shift: ShiftToFill) -> tuple[str, ...]:
    """Give the duties that would fill the shift, the best first."""
    open_ids = {duty.id for duty in problem.open_duties}
    there = [
        duty
        for duty in problem.meets[shift.demand_ids[0]]
        if duty.id in open_ids and duty.overlaps(shift.begins, shift.ends)
    ]

    def worth(duty_id: str) -> tuple[int, int, str]:
        duty = problem.duty[duty_id]
        inside = min(duty.ends, shift.ends) - max(duty.begins, shift.begins)
        return -inside, duty.length, duty.id

    own = [duty.id for duty in there if duty.code == shift.code]
    others = [duty.id for duty in there if duty.code != shift.code]
    return (*sorted(own, key=worth), *sorted(others, key=worth))


def _supply(problem: Problem, shift: ShiftToFill) -> str:
    """Say where there are not people enough, whoever works what."""
    demands = {demand.id: demand for demand in problem.demands}
    for demand_id in shift.demand_ids:
        demand = demands[demand_id]
        able = _able(problem, demand)
        if able < demand.minimum:
            code = f" {demand.codes[0]}" if demand.codes else ""
            skill = f" with {demand.skill}" if demand.skill else ""
            verb = "is" if able == 1 else "are"
            return (
                f"{words.day(demand.date)}{code} needs {demand.minimum}"
                f"{skill}; {able} {verb} eligible"
            )
    return ""


def _able(problem: Problem, demand: Demand) -> int:
    """Count who could be given a duty that meets a demand."""
    skills = (demand.skill,) if demand.skill else ()
    return sum(
        any(
            problem.allows(worker.id, duty.id)
            and is_suited(worker, duty, skills)
            for duty in problem.meets[demand.id]
        )
        for worker in problem.workers
    )
