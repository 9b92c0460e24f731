"""What support plans ask for in shifts, beside what cover asks for."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from rota.calendar import instant
from rota.domain import Burden, ClientAway, Kind, Support
from rota.domain.asked import asked_for
from rota.domain.planned import shifts_asked
from rota.rules.fair_share import FairShares
from tests.given import MONDAY, Case, given, need, shift_type
from tests.given_plans import recut

HEAD = "Mon Tue Wed Thu Fri Sat Sun"
FULL = {"weekly_minutes": 37 * 60}
WEEKEND = {MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)}
DAY = shift_type("D", "09:00-17:00")
MAY_DAY = date(2026, 5, 4)


def week(*rows: str, **facts: Any) -> Case:
    """Draw a week in which all shifts have eight hours."""
    names = [row.split()[0] for row in rows] or ["Ana"]
    drawn = rows or ("Ana . . . . . . .",)
    case = given(
        "\n".join((HEAD, *drawn)),
        workers=dict.fromkeys(names, FULL),
        **facts,
    )
    eights = tuple(s for s in case.problem.shifts if s.code in ("E", "L"))
    return Case(case.problem.replace(shifts=eights), case.roster)


def test_four_hours_a_day_are_half_a_shift() -> None:
    problem = week().plan("Bob", "09:00-13:00").problem
    assert shifts_asked(problem, WEEKEND) == 1
    assert asked_for(problem, Burden.WEEKENDS) == Fraction(1, 2)


def test_two_people_are_two_shifts() -> None:
    case = week().plan("Bob", "09:00-13:00", people=2, kind=Support.TWO_TO_ONE)
    assert shifts_asked(case.problem, WEEKEND) == 2


def test_hours_of_a_week_are_spread_over_its_days() -> None:
    """Fourteen hours: two a day, four at the weekend."""
    case = week().plan("Bob", "14 h a week in 09:00-13:00")
    assert shifts_asked(case.problem, WEEKEND) == Fraction(4, 8)
    workdays = week().plan(
        "Bob", "14 h a week in 09:00-13:00", weekdays=(0, 1, 2, 3, 4)
    )
    assert not shifts_asked(workdays.problem, WEEKEND)


def test_support_in_the_numbers_takes_nobody_more() -> None:
    case = week().plan("Bob", "09:00-13:00", in_numbers=True)
    assert not shifts_asked(case.problem, WEEKEND)
    out = week().plan("Bob", "09:00-13:00", in_numbers=True, is_out=True)
    assert shifts_asked(out.problem, WEEKEND) == 1


def test_hours_that_stop_are_not_asked_for() -> None:
    problem = week().plan("Bob", "09:00-13:00").problem
    away = ClientAway(
        client_id="Bob",
        begins=instant(min(WEEKEND)),
        ends=instant(max(WEEKEND)),
    )
    assert shifts_asked(
        recut(problem, client_away=(away,)), WEEKEND
    ) == Fraction(1, 2)


def test_rounds_are_shifts_too() -> None:
    frame = shift_type("R", "08:00-14:00", kind=Kind.ROUND)
    case = given(f"{HEAD}\nAna . . . . . . .", types=(frame,))
    rounds = tuple(s for s in case.problem.shifts if s.code == "R")
    case = Case(case.problem.replace(shifts=rounds), case.roster)
    case = case.plan("Bob", "09:00-12:00", kind=Support.VISIT)
    assert shifts_asked(case.problem, WEEKEND) == 1


def test_without_shifts_or_plans_there_is_nothing() -> None:
    assert not shifts_asked(week().problem, WEEKEND)
    bare = week().problem.replace(shifts=())
    assert not shifts_asked(bare, WEEKEND)


SATURDAY = min(WEEKEND)


def asked(case: Case, burden: Burden = Burden.WEEKENDS) -> Fraction:
    return asked_for(case.problem, burden)


def test_they_are_added_to_cover_by_time() -> None:
    """It wants others beside those who are with one client."""
    case = week(demands=(need(SATURDAY, "07:00-15:00"),))
    assert asked(case) == Fraction(1, 2)
    both = case.plan("Bob", "09:00-17:00", dates=(SATURDAY,))
    assert asked(both) == 1


def test_they_are_given_within_the_shifts_that_cover_asks_for() -> None:
    """Cover by code counts everybody on the shift, with one client too."""
    case = week(demands=(need(SATURDAY, "E"),))
    assert asked(case) == Fraction(1, 2)
    both = case.plan("Bob", "09:00-17:00", dates=(SATURDAY,))
    assert asked(both) == Fraction(1, 2)
    pair = case.plan("Bob", "09:00-17:00", dates=(SATURDAY,), people=2)
    assert asked(pair) == 1


def test_a_head_counts_to_cover_by_code_and_by_time_at_once() -> None:
    shifts = (need(SATURDAY, "E", minimum=2), need(SATURDAY, "L", minimum=2))
    one = need(SATURDAY, "07:00-22:00")
    assert asked(week(demands=shifts)) == 2
    assert asked(week(demands=(*shifts, one))) == 2
    lates = asked(week(demands=(*shifts, one)), Burden.LATES)
    assert lates == 2
    many = one.replace(minimum=3)
    assert asked(week(demands=(*shifts, many)), Burden.LATES) == 3


def test_cover_at_another_time_or_in_another_unit_wants_others() -> None:
    early = need(SATURDAY, "E")
    later = need(SATURDAY, "15:00-22:00")
    there = need(SATURDAY, "07:00-15:00", unit_id="Oak")
    assert asked(week(demands=(early, later))) == 1
    assert asked(week(demands=(early, there))) == 1


def test_bank_holidays_are_shared_where_plans_alone_ask() -> None:
    case = given(
        f"{HEAD}\nAna E . . . . . .\nBen . . . . . . .",
        start=MAY_DAY,
        workers={"Ana": FULL, "Ben": FULL},
    )
    eights = tuple(s for s in case.problem.shifts if s.code in ("E", "L"))
    case = Case(case.problem.replace(shifts=eights), case.roster)
    planned = case.plan("Bob", "07:00-15:00")
    assert asked_for(planned.problem, Burden.HOLIDAYS) == 1
    share = planned.problem.fair_shares[Burden.HOLIDAYS]["Ana"].share
    assert share == Fraction(1, 2)


def test_a_weekend_of_plans_alone_is_shared() -> None:
    """Two weekends' work and two people: one each is fair, two are not."""
    case = week("Ana . . . . . E E", "Ben . . . . . E E")
    case = case.plan("Bob", "07:00-15:00").plan("Col", "07:00-15:00")
    case.keeps(FairShares)
    alone = week("Ana . . . . . E/L E/L", "Ben . . . . . . .")
    alone = alone.plan("Bob", "07:00-15:00").plan("Col", "07:00-15:00")
    told = [
        breach.sentence
        for breach in alone.found(FairShares)
        if breach.key.what.startswith(Burden.WEEKENDS)
    ]
    assert told == ["Ben has 0 weekends; the fair share is 1.0"]
