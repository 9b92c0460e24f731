"""Breaks on shift types."""

from __future__ import annotations

from datetime import date

from rota.domain import Kind, Strength
from rota.rules.breaks import Breaks
from tests.given import CLOCK, LAST_DAY, LIMIT, Case, given, shift_type

RULE = Breaks(strength=Strength.SHOULD)


def worked(times: str, pause: int, day: date = date(2026, 6, 1)) -> Case:
    made = (shift_type("X", times, break_minutes=pause, break_paid=True),)
    head = f"{day:%a}"
    return given(f"{head}\nAna X", start=day, types=made, shift_types=made)


def test_six_hours_and_a_minute() -> None:
    worked("08:00-14:00", 0).keeps(RULE, tags={LIMIT})
    worked("08:00-14:01", 20).keeps(RULE)
    worked("08:00-14:01", 19).breaches(
        RULE,
        "X is over 6 h of work without a break of 20 min; it is worked 1 time",
        tags={LIMIT, LAST_DAY},
    )


def test_case_06_the_hour_that_makes_a_break_due() -> None:
    """From midnight to six is seven hours as the clocks go back."""
    worked("00:00-06:00", 0, date(2026, 10, 25)).breaches(
        RULE, 1, tags={CLOCK}
    )
    assert not worked("00:00-06:00", 0, date(2026, 10, 18)).found(RULE)


def test_a_type_is_said_once_however_often_it_is_worked() -> None:
    made = (shift_type("X", "07:00-15:00"),)
    case = given("Mon Tue\nAna X X\nBen X .", types=made, shift_types=made)
    case.breaches(RULE, 3)


def test_sleep_ins_and_own_times_are_not_judged() -> None:
    asleep = (shift_type("SI", "22:00-07:00", Kind.SLEEP_IN),)
    case = given("Mon\nAna SI", types=asleep, shift_types=asleep)
    assert not case.found(RULE)
    assert not given("Mon\nAna LD").found(RULE)  # no type of the service


def test_it_is_only_watched() -> None:
    assert Breaks().strength is Strength.WATCH
