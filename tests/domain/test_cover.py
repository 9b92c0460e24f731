from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from rota.calendar import days_between
from rota.domain import Kind, Shift, ShiftType
from rota.domain.cover import (
    EACH,
    WEEKDAYS,
    WEEKEND,
    CoverLine,
    Days,
    expand,
    lets_count,
    shifts_of,
)

WEEK = days_between(date(2026, 12, 21), date(2026, 12, 27))
CHRISTMAS = date(2026, 12, 25)
EARLY = ShiftType(code="E", start=time(7), end=time(15))
LATE = ShiftType(code="L", start=time(14), end=time(22))
LONG = ShiftType(code="LD", start=time(7), end=time(22), counts_as=("E", "L"))
SLEEP_IN = ShiftType(
    code="SI", start=time(22), end=time(7), kind=Kind.SLEEP_IN
)
TRAINING = ShiftType(
    code="TR", start=time(9), end=time(17), kind=Kind.TRAINING
)
TYPES = (EARLY, LATE, LONG, SLEEP_IN, TRAINING)


def line(**said: Any) -> Any:
    return CoverLine(**({"code": "E"} | said))


def minimums(*lines: CoverLine) -> list[int]:
    """Give the minimum of each day of Christmas week."""
    found = expand(lines, TYPES, WEEK, [CHRISTMAS])
    by_day = {d.date: d.minimum for d in found if not d.skill}
    return [by_day.get(day, 0) for day in WEEK]


def test_the_most_particular_line_decides() -> None:
    every = line(minimum=1)
    weekday = line(days=Days(weekdays=WEEKDAYS), minimum=2)
    weekend = line(days=Days(weekdays=WEEKEND), minimum=3)
    thursday = line(days=Days(weekdays=(3,)), minimum=4)
    holiday = line(days=Days(bank_holidays=True), minimum=5)
    boxing = line(days=Days(dates=(date(2026, 12, 26),)), minimum=6)
    assert minimums(every, weekend) == [1, 1, 1, 1, 1, 3, 3]
    every_line = (boxing, holiday, thursday, weekend, weekday, every)
    assert minimums(*every_line) == [2, 2, 2, 4, 5, 6, 3]
    assert minimums(*reversed(every_line)) == [2, 2, 2, 4, 5, 6, 3]


def test_what_a_particular_line_leaves_blank_stays() -> None:
    every = line(
        minimum=2, ideal=4, maximum=5, skills=(("medication", 1), ("lead", 1))
    )
    christmas = line(
        days=Days(dates=(CHRISTMAS,)), minimum=1, skills=(("lead", 2),)
    )
    found = [
        d
        for d in expand([every, christmas], TYPES, WEEK, [])
        if d.date == CHRISTMAS
    ]
    people, *skills = found
    assert (people.minimum, people.ideal, people.maximum) == (1, 1, None)
    assert {d.skill: d.minimum for d in skills} == {"medication": 1, "lead": 2}
    alone = line(days=Days(dates=(CHRISTMAS,)), skills=(("medication", 0),))
    quiet = expand([every, alone], TYPES, [CHRISTMAS])
    assert [(d.skill, d.minimum) for d in quiet] == [("", 2), ("lead", 1)]


def test_a_code_is_also_met_by_types_that_count_as_it() -> None:
    (demand,) = expand([line(minimum=1)], TYPES, WEEK[:1])
    assert demand.codes == ("E", "LD")
    assert demand.counts(LONG.on(WEEK[0]))
    assert not demand.counts(LATE.on(WEEK[0]))


def test_a_band_counts_whoever_is_awake_there() -> None:
    band = CoverLine(starts=20 * 60, ends=8 * 60, minimum=2)
    (demand,) = expand([band], TYPES, WEEK[:1])
    assert demand.length == 12 * 60
    assert demand.counts(LONG.on(WEEK[0]))
    assert not demand.counts(SLEEP_IN.on(WEEK[0]))


def test_a_round_asks_for_a_skill_once() -> None:
    medication = CoverLine(at=9 * 60, skills=(("medication", 1),))
    (demand,) = expand([medication], TYPES, WEEK[:1])
    assert (demand.occasion, demand.length, demand.skill) == (
        True,
        30,
        "medication",
    )


def test_each_unit_by_itself_or_all_together() -> None:
    units = ("Rowan", "Birch")
    found = expand(
        [line(unit_id=EACH, minimum=1), line(minimum=3)],
        TYPES,
        WEEK[:1],
        units=units,
    )
    assert [(d.unit_id, d.minimum) for d in found] == [
        ("", 3),
        ("Birch", 1),
        ("Rowan", 1),
    ]


def test_a_line_says_exactly_one_time() -> None:
    for said in ({}, {"code": "E", "at": 540}, {"starts": 540}):
        with pytest.raises(ValidationError, match="a line needs one of"):
            CoverLine(**said)
    with pytest.raises(KeyError):
        expand([line(code="Z")], TYPES, WEEK)


def test_shifts_can_be_worked_in_every_unit_unless_the_type_says() -> None:
    only_rowan = EARLY.replace(units=("Rowan",))
    found = shifts_of(
        [only_rowan, LATE, TRAINING], WEEK[:2], ("Rowan", "Birch")
    )
    assert [(s.code, s.unit_id) for s in found] == [
        ("E", "Rowan"),
        ("L", "Rowan"),
        ("L", "Birch"),
    ] * 2


def test_own_times_count_where_they_contain_the_shift() -> None:
    demands = expand([line(minimum=1)], TYPES, WEEK[:2])
    whole = EARLY.on(WEEK[0]).replace(code="7-16")
    part = EARLY.on(WEEK[1]).replace(code="8-15")
    part = part.replace(begins=part.begins + 60)
    first, second = lets_count(demands, [Shift(**dict(whole)), part])
    assert first.codes == ("E", "LD", "7-16")
    assert second.codes == ("E", "LD")
