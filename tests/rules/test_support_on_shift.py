"""Support is given by people who are at work then."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Kind, Support
from rota.rules.support_on_shift import SupportOnShift
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    given,
    shift_type,
)

ONE = "Mon\nAna E"
ROUND = shift_type("R", "08:00-16:00", kind=Kind.ROUND)
TUESDAY = MONDAY + timedelta(days=1)


def test_to_the_last_minute_of_a_shift() -> None:
    kept = given(ONE).plan("Bob", "13:00-15:00")
    kept.gives("Ana", "Bob", "13:00-15:00").keeps(SupportOnShift, tags={LIMIT})
    late = given(ONE).plan("Bob", "13:15-15:15")
    late.gives("Ana", "Bob", "13:15-15:15").breaches(
        SupportOnShift,
        "Ana is with Bob on Mon 1 Jun 13:15-15:15 and not on shift there all"
        " the while",
        tags={LIMIT, LAST_DAY},
    )


def test_from_the_first_minute_of_a_shift() -> None:
    early = given(ONE).plan("Bob", "06:45-07:45")
    early.gives("Ana", "Bob", "06:45-07:45").breaches(SupportOnShift, 1)


def test_two_shifts_that_touch_hold_it_together() -> None:
    late = shift_type("L", "15:00-22:00")
    case = given("Mon\nAna E/L", types=(late,)).plan("Bob", "14:00-16:00")
    case.gives("Ana", "Bob", "14:00-16:00").keeps(SupportOnShift)


def test_two_shifts_with_a_gap_do_not() -> None:
    late = shift_type("L", "15:15-22:00")
    case = given("Mon\nAna E/L", types=(late,)).plan("Bob", "14:00-16:00")
    case.gives("Ana", "Bob", "14:00-16:00").breaches(SupportOnShift, 1)


def test_in_another_unit_is_not_there() -> None:
    case = given("Mon\nAna E@Birch\nBen E@Ash").plan("Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "09:00-10:00").keeps(SupportOnShift)
    case.gives("Ana", "Bob", "09:00-10:00").breaches(SupportOnShift, 1)


def test_a_sleep_in_is_no_time_to_give_support_in() -> None:
    case = given("Mon\nAna SI").plan("Bob", "22:00-23:00")
    case.gives("Ana", "Bob", "22:00-23:00").breaches(SupportOnShift, 1)


def test_visits_lie_within_a_round_and_nothing_else_does() -> None:
    """A round has no hours of its own: support in it would not be paid."""
    on_round = given("Mon\nAna R", types=(ROUND,))
    on_shift = given(ONE)
    for case, kind, keeps in (
        (on_round, Support.VISIT, True),
        (on_round, Support.ONE_TO_ONE, False),
        (on_shift, Support.VISIT, False),
        (on_shift, Support.ONE_TO_ONE, True),
    ):
        planned = case.plan("Bob", "09:00-10:00", kind=kind)
        done = planned.gives("Ana", "Bob", "09:00-10:00")
        if keeps:
            done.keeps(SupportOnShift)
        else:
            done.breaches(SupportOnShift, 1)


def test_the_night_before_the_start_lasts_into_the_morning() -> None:
    case = given("Mon\nAna .", history="Sun\nAna N").plan("Bob", "07:00-08:00")
    case.gives("Ana", "Bob", "07:00-08:00").keeps(SupportOnShift, tags={START})
    later = case.plan("Col", "07:15-08:15")
    later.gives("Ana", "Col", "07:15-08:15").breaches(SupportOnShift, 1)


def test_a_night_of_yesterday_holds_the_morning() -> None:
    case = given("Mon Tue\nAna N .").plan("Bob", "06:00-08:00")
    case.gives("Ana", "Bob", "06:00-08:00", TUESDAY).keeps(SupportOnShift)


def test_past_midnight_when_the_clocks_go_forward() -> None:
    """The night ends at 08:00 by the clock, nine hours on."""
    case = given("Sat\nAna N", start=SPRING)
    kept = case.plan("Bob", "23:00-08:00")
    kept.gives("Ana", "Bob", "23:00-08:00").keeps(SupportOnShift, tags={CLOCK})
    over = case.plan("Bob", "23:00-08:15")
    over.gives("Ana", "Bob", "23:00-08:15").breaches(
        SupportOnShift, 1, tags={CLOCK}
    )
