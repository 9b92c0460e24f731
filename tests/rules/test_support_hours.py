"""Commissioned hours: what each line of a support plan asks for."""

from __future__ import annotations

from datetime import timedelta

from rota.calendar import instant
from rota.domain import ClientAway, Support, Whereabouts
from rota.rules.support_hours import EnoughPeople, SupportHours
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    Case,
    given,
)
from tests.given_plans import recut

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
EVERY = f"{WEEK}\nAna E E E E E E E"
ONE = "Mon\nAna E\nBen E"


# -- hours -------------------------------------------------------------------


def test_fixed_hours_are_given_or_not() -> None:
    case = given(ONE).plan("Bob", "09:00-11:00")
    case.gives("Ana", "Bob", "09:00-11:00").keeps(SupportHours)
    case.breaches(
        SupportHours,
        "Bob: 0 min of 2 h 1:1 on Mon 1 Jun",
        "Bob: 0 min of 2 h 1:1 on Mon 1 Jun, 2 h of it essential",
        tags={LAST_DAY},
    )


def test_a_quarter_of_an_hour_short() -> None:
    """Hours of a day in pieces, of which the last is a quarter."""
    case = given(ONE).plan("Bob", "0.5 h in 09:00-10:00", longest=15)
    first = case.gives("Ana", "Bob", "09:00-09:15")
    first.gives("Ana", "Bob", "09:15-09:30").keeps(SupportHours, tags={LIMIT})
    first.breaches(SupportHours, 15, 15, tags={LIMIT})


def weekly(case: Case, *lengths: int) -> Case:
    """Let Ana give Bob so many minutes from nine on the first days."""
    for n, length in enumerate(lengths):
        ends = 9 * 60 + length
        times = f"09:00-{ends // 60:02d}:{ends % 60:02d}"
        case = case.gives("Ana", "Bob", times, MONDAY + timedelta(days=n))
    return case


def test_hours_of_a_week_to_the_quarter() -> None:
    """Eleven hours on six days: an hour and three quarters, and two."""
    case = given(EVERY).plan(
        "Bob",
        "11 h a week in 09:00-11:00",
        weekdays=(0, 1, 2, 3, 4, 5),
        shortest=105,
        longest=120,
    )
    weekly(case, 105, 105, 105, 105, 120, 120).keeps(SupportHours)
    weekly(case, 105, 105, 105, 105, 105, 120).breaches(
        SupportHours,
        "Bob: 10 h 45 of 11 h 1:1 in the week of Mon 1 Jun",
        15,
    )
    weekly(case, 105, 105, 105, 120, 120, 120).breaches(SupportHours, 15)


def test_hours_too_many_cost_less_than_hours_missing() -> None:
    case = given(EVERY).plan(
        "Bob", "3 h a week in 09:00-11:00", shortest=60, longest=120
    )
    (over,) = weekly(case, 90, 60, 60).found(SupportHours)
    assert (over.amount, over.price) == (30, 4_000)


def test_essential_hours_go_first() -> None:
    """Half of them are essential: the other half costs half as much."""
    case = given(EVERY).plan(
        "Bob",
        "4 h a week in 09:00-11:00",
        shortest=60,
        longest=120,
        essential=50,
    )
    (short,) = weekly(case, 120).found(SupportHours)
    assert (short.amount, short.cost) == (120, 2 * 6_000 * 60)
    found = weekly(case, 60).found(SupportHours)
    assert [b.amount for b in found] == [180, 60]
    assert sum(b.cost for b in found) == (3 * 6_000 + 6_000) * 60


def test_hours_of_two_to_one_are_the_persons_own() -> None:
    case = given(ONE).plan(
        "Bob", "09:00-11:00", kind=Support.TWO_TO_ONE, people=2
    )
    case = case.gives("Ana", "Bob", "09:00-11:00")
    case.keeps(SupportHours)
    case.gives("Ben", "Bob", "09:00-11:00").keeps(SupportHours)


def test_the_night_of_march_has_an_hour_less() -> None:
    case = given("Sat\nAna N", start=SPRING).plan("Bob", "23:00-03:00")
    case.gives("Ana", "Bob", "23:00-03:00").keeps(SupportHours, tags={CLOCK})
    case.breaches(SupportHours, 180, 180, tags={CLOCK})


def test_where_hours_stop_nothing_is_missed() -> None:
    case = given(ONE).plan("Bob", "09:00-11:00")
    away = ClientAway(
        client_id="Bob",
        begins=instant(MONDAY),
        ends=instant(MONDAY, 24 * 60),
        hours=Whereabouts.STOPS,
    )
    problem = recut(case.problem, client_away=(away,))
    Case(problem, case.roster).keeps(SupportHours)


# -- people ------------------------------------------------------------------


def test_both_are_there() -> None:
    case = given(ONE).plan(
        "Bob", "09:00-09:15", kind=Support.TWO_TO_ONE, people=2
    )
    one = case.gives("Ana", "Bob", "09:00-09:15")
    one.gives("Ben", "Bob", "09:00-09:15").keeps(EnoughPeople, tags={LIMIT})
    one.breaches(
        EnoughPeople,
        "Bob on Mon 1 Jun 09:00-09:15: 1 of 2 people",
        tags={LIMIT, LAST_DAY},
    )


def test_a_session_that_is_not_given_lacks_nobody() -> None:
    """Its hours are missing, and cost what missing hours cost."""
    case = given(ONE).plan(
        "Bob", "09:00-10:00", kind=Support.TWO_TO_ONE, people=2
    )
    case.keeps(EnoughPeople)


def test_one_of_three_is_two_too_few() -> None:
    case = given(ONE).plan(
        "Bob", "09:00-10:00", kind=Support.THREE_TO_ONE, people=3
    )
    case.gives("Ana", "Bob", "09:00-10:00").breaches(EnoughPeople, 120)


def test_one_of_two_while_the_clocks_go_forward() -> None:
    case = given("Sat\nAna N", start=SPRING).plan(
        "Bob", "23:00-03:00", kind=Support.TWO_TO_ONE, people=2
    )
    case.gives("Ana", "Bob", "23:00-03:00").breaches(
        EnoughPeople, 180, tags={CLOCK}
    )
