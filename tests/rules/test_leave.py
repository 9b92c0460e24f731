"""Approved leave and other absence."""

from __future__ import annotations

from datetime import timedelta

from rota.rules.leave import Leave, NightBeforeLeave
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    away,
    given,
    shift_type,
)

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = SPRING + timedelta(days=1)
TUESDAY_OFF = (away("Ana", TUESDAY, TUESDAY),)


def test_a_duty_on_a_day_of_leave() -> None:
    given(
        """     Mon Tue
             Ana   .   E""",
        absences=TUESDAY_OFF,
    ).breaches(Leave, "Ana is away on Tue 2 Jun", tags={LAST_DAY})


def test_leave_ends_at_midnight() -> None:
    monday = (away("Ana", MONDAY, MONDAY),)
    after = shift_type("X", "00:00-06:00")
    given(
        """  Mon Tue
         Ana   .   X""",
        types=(after,),
        absences=monday,
    ).keeps(Leave, tags={LIMIT})
    before = shift_type("X", "23:59-06:00")
    given(
        """  Mon Tue
         Ana   X   .""",
        types=(before,),
        absences=monday,
    ).breaches(Leave, 1, tags={LIMIT})


def test_the_night_before_is_another_rule() -> None:
    given(
        """     Mon Tue
             Ana   N   .""",
        absences=TUESDAY_OFF,
    ).keeps(Leave)


def test_hours_away_bar_what_meets_them() -> None:
    dentist = (away("Ana", TUESDAY, TUESDAY, starts=14 * 60, ends=960),)
    for code, barred in (("E", True), ("L", True), ("N", False)):
        case = given(f"Mon Tue\nAna . {code}", absences=dentist)
        if barred:
            case.breaches(Leave, 1)
        else:
            case.keeps(Leave)


def test_leave_on_the_day_of_the_clock_change() -> None:
    leave = (away("Ana", SUNDAY, SUNDAY),)
    given(
        """  Sat Sun
         Ana   N   N""",
        start=SPRING,
        absences=leave,
    ).breaches(Leave, "Ana is away on Sun 29 Mar", tags={CLOCK, LAST_DAY})


def test_a_night_into_the_first_day_of_leave() -> None:
    """The leave itself is after the end of the rota."""
    wednesday = TUESDAY + timedelta(days=1)
    given(
        """  Mon Tue
         Ana   .   N""",
        absences=(away("Ana", wednesday, wednesday),),
    ).breaches(
        NightBeforeLeave,
        "Ana works the night of Tue 2 Jun into the first day away",
        tags={LAST_DAY},
    )


def test_a_late_to_midnight_is_not_into_leave() -> None:
    late = shift_type("L", "14:00-00:00")
    given(
        """  Mon Tue
         Ana   L   .""",
        types=(late,),
        absences=TUESDAY_OFF,
    ).keeps(NightBeforeLeave, tags={LIMIT})
    later = shift_type("L", "14:00-00:01")
    given(
        """  Mon Tue
         Ana   L   .""",
        types=(later,),
        absences=TUESDAY_OFF,
    ).breaches(NightBeforeLeave, 1, tags={LIMIT})


def test_the_night_into_leave_as_the_clocks_change() -> None:
    leave = (away("Ana", SUNDAY, SUNDAY),)
    given("Sat\nAna N", start=SPRING, absences=leave).breaches(
        NightBeforeLeave,
        "Ana works the night of Sat 28 Mar into the first day away",
        tags={CLOCK},
    )


def test_hours_away_next_morning_do_not_bar_the_night() -> None:
    morning = (away("Ana", TUESDAY, TUESDAY, starts=9 * 60, ends=600),)
    given("Mon Tue\nAna N .", absences=morning).keeps(NightBeforeLeave)
