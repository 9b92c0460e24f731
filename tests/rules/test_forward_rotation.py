"""Shifts that go forward round the clock."""

from __future__ import annotations

from datetime import date

from rota.rules.forward_rotation import ForwardRotation
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    Case,
    given,
    shift_type,
)

MID = shift_type("M", "10:00-16:00")


def then(times: str, start: date = MONDAY, cells: str = "M X") -> Case:
    second = start.toordinal() + 1
    head = f"{start:%a} {date.fromordinal(second):%a}"
    types = (MID, shift_type("X", times))
    return given(f"{head}\nAna {cells}", start=start, types=types)


def test_two_hours_earlier_is_a_step_back() -> None:
    then("08:01-14:00").keeps(ForwardRotation, tags={LIMIT})
    then("08:00-14:00").breaches(
        ForwardRotation,
        "Ana begins at 08:00 on Tue 2 Jun, after 10:00 the day before",
        tags={LIMIT, LAST_DAY},
    )


def test_forward_and_the_same_are_as_they_should_be() -> None:
    given("Mon Tue Wed Thu\nAna E E L N").keeps(ForwardRotation)


def test_a_day_off_lies_between() -> None:
    given("Mon Tue Wed\nAna L . E").keeps(ForwardRotation)


def test_a_short_rest_is_left_to_the_rule_on_rest() -> None:
    given("Mon Tue\nAna L E").keeps(ForwardRotation)
    given("Mon Tue\nAna L/SI E").keeps(ForwardRotation)
    evening = shift_type("L", "14:00-20:00")
    given("Mon Tue\nAna L E", types=(evening,)).breaches(ForwardRotation, 1)


def test_what_follows_a_night_is_left_to_recovery() -> None:
    early = shift_type("NN", "18:00-08:00")
    given("Mon Tue\nAna N NN", types=(early,)).keeps(ForwardRotation)


def test_the_day_before_the_start() -> None:
    given("Mon\nAna E", history="Sun\nAna M", types=(MID,)).breaches(
        ForwardRotation, 1, tags={START, LAST_DAY}
    )


def test_the_clock_on_the_wall_counts() -> None:
    """Ten and eight are two hours apart, also when the night is short."""
    then("08:00-14:00", SPRING).breaches(ForwardRotation, 1, tags={CLOCK})
    then("08:01-14:00", SPRING).keeps(ForwardRotation, tags={CLOCK})
