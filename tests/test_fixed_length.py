"""Shifts agreed as so many hours, in the nights in which the clocks change.

The night 22:00-08:00 is ten hours. By the clock on the wall it is nine in
March and eleven in October; of fixed length it is ten, and ends an hour later
or earlier by that clock.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rota import check
from rota.calendar import clock, fixed_span, monday, span
from rota.domain import Kind, Problem, ShiftType
from rota.domain.asked import asked_for
from rota.domain.burdens import Burden
from rota.domain.cover import CoverLine, expand
from rota.io.read import read
from rota.metrics import Metrics
from rota.payroll import ClockChange, payroll
from rota.rules.cover import CoverMinimum, NobodyThere
from rota.rules.rest import Rest
from rota.rules.weekly_hours import FortyEightHours, working_minutes
from tests.given import AUTUMN, CLOCK, LIMIT, SPRING, given, shift_type
from tests.io.workbooks import SERVICE, SHIFT_TYPES, made, sheets
from tests.payroll.paying import H, contract, paid, tally

NIGHT = shift_type("N", "22:00-08:00", fixed_length=True)
SLEEP_IN = shift_type("SI", "22:00-07:00", Kind.SLEEP_IN, fixed_length=True)
EARLY = shift_type("E", "07:00-15:00")
LATER = shift_type("E8", "08:00-16:00")


# -- the shift ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "until", "by_the_wall"),
    [(SPRING, "09:00", 9), (AUTUMN, "07:00", 11)],
)
def test_a_night_is_as_long_as_was_agreed(
    day: date, until: str, by_the_wall: int
) -> None:
    duty = NIGHT.on(day)
    assert duty.length == duty.work == duty.wage == duty.contract == 10 * H
    assert (clock(duty.begins), clock(duty.ends)) == ("22:00", until)
    assert duty.is_fixed_length
    wall = NIGHT.replace(fixed_length=False).on(day)
    assert (wall.length, clock(wall.ends)) == (by_the_wall * H, "08:00")


@pytest.mark.parametrize(
    ("day", "until"), [(SPRING, "08:00"), (AUTUMN, "06:00")]
)
def test_a_sleep_in_too(day: date, until: str) -> None:
    duty = SLEEP_IN.on(day)
    assert (duty.length, duty.work, duty.wage) == (9 * H, 9 * H, 0)
    assert clock(duty.ends) == until


def test_on_every_other_day_nothing_is_different() -> None:
    for n in range(1, 200):
        day = SPRING + timedelta(days=n)
        assert fixed_span(day, 22 * H, 8 * H) == span(day, 22 * H, 8 * H)
        assert NIGHT.missing_on(day) is None


def test_from_the_day_on_which_it_was_agreed() -> None:
    from_june = NIGHT.replace(fixed_from=date(2026, 6, 1))
    assert from_june.on(SPRING).length == 9 * H
    assert not from_june.on(SPRING).is_fixed_length
    assert from_june.on(AUTUMN).length == 10 * H
    that_day = NIGHT.replace(fixed_from=AUTUMN)
    assert that_day.on(AUTUMN).length == 10 * H
    day_after = NIGHT.replace(fixed_from=AUTUMN + timedelta(days=1))
    assert day_after.on(AUTUMN).length == 11 * H


# -- who relieves them --------------------------------------------------------


def _demands(kind: ShiftType, day: date, **said: Any) -> Any:
    line = CoverLine(**({"code": kind.code, "minimum": 1} | said))
    return expand([line], [kind, EARLY, LATER], [day])


def test_in_october_an_hour_is_left_that_somebody_has_to_fill() -> None:
    night, after = _demands(NIGHT, AUTUMN)
    assert (night.length, night.codes) == (10 * H, ("N",))
    assert (clock(after.begins), clock(after.ends)) == ("07:00", "08:00")
    assert (after.codes, after.kind, after.minimum) == ((), Kind.WAKING, 1)
    assert len(_demands(NIGHT, SPRING)) == 1  # there both are there at once
    wall = NIGHT.replace(fixed_length=False)
    assert len(_demands(wall, AUTUMN)) == 1


def test_a_skill_of_the_night_is_needed_until_its_end_by_the_clock() -> None:
    found = _demands(NIGHT, AUTUMN, minimum=2, skills=(("lead", 1),))
    said = [(d.skill, d.minimum, clock(d.begins)) for d in found]
    assert said == [
        ("", 2, "22:00"),
        ("lead", 1, "22:00"),
        ("", 2, "07:00"),
        ("lead", 1, "07:00"),
    ]


def test_after_a_sleep_in_somebody_has_to_be_up() -> None:
    _, after = _demands(SLEEP_IN, AUTUMN)
    assert (after.kind, clock(after.begins)) == (Kind.WAKING, "06:00")


def test_whoever_comes_early_enough_fills_it() -> None:
    grid = "Sat Sun\nAna N .\nBen . {}"
    facts: dict[str, Any] = {
        "start": AUTUMN,
        "types": (NIGHT, EARLY, LATER),
        "demands": _demands(NIGHT, AUTUMN),
    }
    given(grid.format("E"), **facts).keeps(CoverMinimum, {LIMIT, CLOCK})
    given(grid.format("E8"), **facts).breaches(
        CoverMinimum,
        "Sun 25 Oct 07:00-08:00: 0 of 1 person",
        tags={CLOCK},
    )
    given(grid.format("E8"), **facts).breaches(NobodyThere, 60)


def test_the_hour_makes_no_weekend_of_its_own() -> None:
    def weekends(kind: ShiftType) -> Any:
        case = given(
            "Sat Sun\nAna N .",
            start=AUTUMN,
            types=(kind,),
            demands=_demands(kind, AUTUMN),
        )
        return asked_for(case.problem, Burden.WEEKENDS)

    wall = NIGHT.replace(fixed_length=False)
    assert 0 <= weekends(NIGHT) - weekends(wall) < 0.1


# -- rest ---------------------------------------------------------------------


def test_rest_is_owed_from_the_end_that_was_agreed() -> None:
    """In March the night ends at nine, and eleven hours on it is eight."""
    evening = shift_type("V", "19:30-22:00")
    facts: dict[str, Any] = {"start": SPRING, "types": (NIGHT, evening)}
    given("Sat Sun\nAna N V", **facts).breaches(Rest, 30, tags={CLOCK})
    wall = NIGHT.replace(fixed_length=False)
    facts["types"] = (wall, evening)
    given("Sat Sun\nAna N V", **facts).keeps(Rest, {CLOCK})


# -- counted the same everywhere ----------------------------------------------


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
@pytest.mark.parametrize("pay_clock", list(ClockChange))
@pytest.mark.parametrize(
    ("fixed", "march", "october"), [(True, 10, 10), (False, 9, 11)]
)
def test_pages_payroll_and_working_time_count_the_same(
    day: date, pay_clock: ClockChange, fixed: bool, march: int, october: int
) -> None:
    expected = (march if day == SPRING else october) * H
    kind = NIGHT.replace(fixed_length=fixed)
    case = given(
        "Sat Sun\nAna N .",
        start=day,
        types=(kind,),
        shift_types=(kind,),
        workers={"Ana": contract(10)},
    )
    problem, roster = case.problem, case.roster
    page = Metrics(problem, roster, check(problem, roster)).hours[0]
    assert page.rostered == expected
    weeks = [monday(day), monday(day) + timedelta(days=7)]
    assert sum(working_minutes(roster, "Ana", w) for w in weeks) == expected
    pay = paid(
        "Sat Sun\nAna N .",
        start=day,
        types=(kind,),
        terms={"clock_change": pay_clock},
    )
    counted = tally(pay)
    assert counted.minimum_wage == expected
    by_wall = pay_clock is ClockChange.NOMINAL and not fixed
    assert counted.counted == expected
    assert counted.classes.total() == (10 * H if by_wall else expected)
    assert counted.clock_change == (expected - 10 * H if by_wall else 0)


def test_the_average_at_its_limit() -> None:
    """Four tens and the night: 50 hours by the wall, 49 as agreed; and 48."""
    ten = shift_type("T", "09:00-19:00")
    eight = shift_type("S", "09:00-17:00")
    grid = "Mon Tue Wed Thu Fri Sat Sun\nAna {} T T S . N ."
    start = AUTUMN - timedelta(days=5)
    facts: dict[str, Any] = {"start": start, "types": (NIGHT, ten, eight)}
    given(grid.format("T"), **facts).keeps(FortyEightHours, {LIMIT, CLOCK})
    wall = NIGHT.replace(fixed_length=False)
    facts["types"] = (wall, ten, eight)
    given(grid.format("T"), **facts).breaches(FortyEightHours, 60)


# -- the workbook -------------------------------------------------------------


def _read(tmp_path: Path, start: str, *typed: object) -> Any:
    heads = ["Fixed length", "Fixed length from"]
    rows = [[*SHIFT_TYPES[0], *heads]]
    rows += [
        [*row, *(typed if row[0] == "N" else ())] for row in SHIFT_TYPES[1:]
    ]
    service = [
        row if row[0] != "Starts" else ["Starts", start] for row in SERVICE
    ]
    return read(made(tmp_path, sheets(Shift_types=rows, Service=service)))


def _night(problem: Problem, day: date) -> Any:
    return next(s for s in problem.shifts if (s.date, s.code) == (day, "N"))


def test_two_columns_of_the_shift_types_sheet(tmp_path: Path) -> None:
    loaded = _read(tmp_path, "19/10/2026", "Yes")
    night = _night(loaded.problem, AUTUMN)
    told = [note for note in loaded.notes if "as agreed" in note]
    assert len(told) == 1
    assert told[0].startswith(f"N of Sat 24 Oct lasts {night.length // H} h")
    later = _read(tmp_path, "19/10/2026", "Yes", "01/01/2027")
    assert _night(later.problem, AUTUMN).length == night.length + H
    silent = _read(tmp_path, "19/10/2026", "No")
    assert _night(silent.problem, AUTUMN).length == night.length + H
    assert not [note for note in silent.notes if "as agreed" in note]


def test_a_date_alone_says_nothing_and_that_is_said(tmp_path: Path) -> None:
    loaded = _read(tmp_path, "19/10/2026", None, "01/01/2026")
    assert any("says nothing without Yes" in note for note in loaded.notes)


def test_the_hours_for_payroll_of_a_workbook(tmp_path: Path) -> None:
    loaded = _read(tmp_path, "19/10/2026", "Yes")
    kept = {t.code: t for t in loaded.problem.shift_types}
    assert kept["N"].fixed_length
    assert payroll(loaded.problem, loaded.roster).people
