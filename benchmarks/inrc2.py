"""Reads instances of the second nurse rostering competition, all weeks known.

Each becomes an ordinary Problem in which a point of the published
score is one pound. A skill somebody works by is the unit of the shift: a
nurse who may work by two skills may be given the shift of either. What the
history counts becomes duties of the days before the start. The hard minimum
of people may be missed, at a price that no gain repays.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import rota
from benchmarks.inrc2_files import Instance, Nurse, Wanted
from rota.domain import Assignment, Pence, Request, Strength
from rota.rules import Rule
from rota.rules.cover import CoverIdeal, CoverMinimum
from rota.rules.days_in_a_row import ManyDaysInARow
from rota.rules.days_off_in_a_row import (
    FewestDaysOffInARow,
    MostDaysOffInARow,
)
from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from rota.rules.one_place import OnePlace
from rota.rules.requests import Requests
from rota.rules.same_shift_in_a_row import (
    FewestSameShiftInARow,
    SameShiftInARow,
)
from rota.rules.shifts_in_period import FewestShifts, MostShifts
from rota.rules.successions import Successions
from rota.rules.suitability import UnitAllowed
from rota.rules.weekends_in_period import MostWeekends
from rota.rules.whole_weekends import WholeWeekends

START = date(2026, 1, 5)  # every week begins on a Monday
BEGINS, ENDS, HOURS = time(6), time(16), 10
POINT: Pence = 100  # a point of the score is one pound
MISSING = 2_000  # points for a person below the hard minimum
Entry = tuple[str, int, str, str]  # nurse, day, shift, skill


def problem(instance: Instance, name: str = "") -> rota.Problem:
    """Make the problem whose audited cost is the score, at £1 a point."""
    types = {code: _shift_type(code) for code in instance.shifts}
    before = list(_before(instance))
    return rota.Problem(
        name=name,
        start=START,
        end=_day(7 * instance.weeks - 1),
        units=instance.skills,
        shift_types=tuple(types.values()),
        workers=tuple(_worker(nurse, instance) for nurse in instance.nurses),
        shifts=(
            *dict.fromkeys(shift for _, shift in before),
            *(
                kind.on(_day(day), skill)
                for day in range(7 * instance.weeks)
                for kind in types.values()
                for skill in instance.skills
            ),
        ),
        demands=tuple(_demand(types, wanted) for wanted in instance.wanted),
        requests=tuple(
            Request(
                worker_id=nurse,
                date=_day(day),
                code="" if shift == "Any" else shift,
                avoid=shift != "Any",
                price=10 * POINT,
            )
            for nurse, day, shift in instance.off
        ),
        past=tuple(
            Assignment(worker_id=nurse, duty_id=shift.id)
            for nurse, shift in before
        ),
        known_from=_day(-_longest(instance)),
        rules=tuple(_rules(instance)),
    )


def _day(number: int) -> date:
    return START + timedelta(days=number)


def _shift_type(code: str) -> rota.ShiftType:
    return rota.ShiftType(code=code, start=BEGINS, end=ENDS)


def _worker(nurse: Nurse, instance: Instance) -> rota.Worker:
    least, most = nurse.contract.shifts
    hours = HOURS * (least + most) // 2
    return rota.Worker(
        id=nurse.id,
        name=nurse.id,
        weekly_minutes=60 * hours // instance.weeks,
        units=nurse.skills,
    )


def _demand(types: dict[str, rota.ShiftType], wanted: Wanted) -> rota.Demand:
    """Ask for people: the least at a high price, the best at 30 points.

    Whoever is missing below the least is missing to the best as well, and
    is to cost MISSING points in all.
    """
    shift = types[wanted.shift].on(_day(wanted.day), wanted.skill)
    twice = 30 if wanted.best > wanted.least else 0
    return rota.Demand(
        id=shift.id,
        unit_id=wanted.skill,
        date=shift.date,
        begins=shift.begins,
        ends=shift.ends,
        codes=(wanted.shift,),
        minimum=wanted.least,
        ideal=max(wanted.least, wanted.best),
        short_price=(MISSING - twice) * POINT // HOURS,
    )


def _longest(instance: Instance) -> int:
    """Give more days than the history of anybody reaches back."""
    return 2 + max(
        max(nurse.history.working, nurse.history.off)
        for nurse in instance.nurses
    )


def _before(instance: Instance) -> Iterator[tuple[str, rota.Shift]]:
    """Give shifts before the start that the history is counted from.

    Days off follow a day of work, and the days of the last shift follow
    days of another one.
    """
    for nurse in instance.nurses:
        done = nurse.history
        other = next(s for s in instance.shifts if s != done.last)
        codes = [
            done.last if n < done.same else other for n in range(done.working)
        ]
        if done.off:
            codes = [*[""] * done.off, other]
        for back, code in enumerate(codes, start=1):
            if code:
                shift = _shift_type(code).on(_day(-back), nurse.skills[0])
                yield nurse.id, shift


def _rules(instance: Instance) -> Iterator[Rule]:
    """Give the rules of the competition, at their weights."""
    must, nurses = Strength.MUST, instance.nurses
    yield UnitAllowed()
    yield OnePlace()
    yield Successions(strength=must, never=instance.never)
    yield CoverMinimum()
    yield CoverIdeal(price=30 * POINT // HOURS)
    yield from _of_runs(instance)
    yield WholeWeekends(
        strength=Strength.SHOULD,
        price=30 * POINT,
        not_for=tuple(n.id for n in nurses if not n.contract.whole_weekends),
    )
    yield MostWeekends(
        strength=Strength.SHOULD,
        price=30 * POINT,
        own=tuple(
            (n.id, max(0, n.contract.weekends - n.history.weekends))
            for n in nurses
        ),
    )
    for rule, end in ((FewestShifts, 0), (MostShifts, 1)):
        yield rule(
            strength=Strength.SHOULD,
            price=20 * POINT,
            own=tuple(
                (n.id, max(0, n.contract.shifts[end] - n.history.shifts))
                for n in nurses
            ),
        )
    yield Requests()


def _of_runs(instance: Instance) -> Iterator[Rule]:
    """Give the rules about days in a row, by contract and by shift."""
    should, nurses = Strength.SHOULD, instance.nurses
    working = [(n.id, n.contract.working) for n in nurses]
    off = [(n.id, n.contract.off) for n in nurses]
    numbers = (
        (FewestDaysInARow, working, 0),
        (ManyDaysInARow, working, 1),
        (FewestDaysOffInARow, off, 0),
        (MostDaysOffInARow, off, 1),
    )
    for rule, ranges, end in numbers:
        yield rule(
            strength=should,
            price=30 * POINT,
            own=tuple((name, limits[end]) for name, limits in ranges),
        )
    same = instance.running.items()
    yield FewestSameShiftInARow(
        strength=should,
        price=15 * POINT,
        least=tuple((code, least) for code, (least, _) in same),
    )
    yield SameShiftInARow(
        strength=should,
        price=15 * POINT,
        most=tuple((code, most) for code, (_, most) in same),
    )


def entries(roster: rota.Roster) -> list[Entry]:
    """Give a roster as the published format has it."""
    held = [(e.worker_id, roster.problem.duty[e.duty_id]) for e in roster]
    return [
        (name, (d.date - START).days, d.code, d.unit_id) for name, d in held
    ]
