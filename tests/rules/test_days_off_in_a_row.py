"""Days off in a row: enough of them, and not too many."""

from __future__ import annotations

from datetime import timedelta

from rota.rules.days_off_in_a_row import (
    FewestDaysOffInARow,
    MostDaysOffInARow,
)
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    away,
    given,
)


def test_one_day_off_and_two() -> None:
    given("Mon Tue Wed Thu\nAna E . . E").keeps(FewestDaysOffInARow, {LIMIT})
    given("Mon Tue Wed\nAna E . E").breaches(
        FewestDaysOffInARow,
        "Ana has only 1 day off from Tue 2 Jun; at least 2",
        tags={LIMIT, LAST_DAY},
    )


def test_days_off_at_either_edge_are_not_judged() -> None:
    given("Mon Tue Wed\nAna . E .").keeps(FewestDaysOffInARow)


def test_leave_is_time_off() -> None:
    leave = (away("Ana", MONDAY, MONDAY + timedelta(days=1)),)
    given("Mon Tue Wed Thu\nAna . . E E", absences=leave).keeps(
        FewestDaysOffInARow
    )


def test_days_off_across_the_start_and_before_known_duties() -> None:
    given("Mon Tue\nAna . E", history="Sat Sun\nAna E .").breaches(
        FewestDaysOffInARow(least=3), 1, tags={START}
    )
    given("Mon Tue\nAna E .", later="Wed\nAna E").breaches(
        FewestDaysOffInARow, 1, tags={LAST_DAY}
    )


def test_days_off_over_a_clock_change() -> None:
    given("Sat Sun Mon\nAna N . E", start=SPRING).breaches(
        FewestDaysOffInARow, 1, tags={CLOCK}
    )


def test_four_days_off_and_five() -> None:
    given("Mon Tue Wed Thu Fri\nAna . . . . E").keeps(
        MostDaysOffInARow, {LIMIT}
    )
    given("Mon Tue Wed Thu Fri\nAna . . . . .").breaches(
        MostDaysOffInARow,
        "Ana: 5th day off running on Fri 5 Jun; at most 4",
        tags={LIMIT, LAST_DAY},
    )


def test_each_day_too_many_is_one() -> None:
    given("Mon Tue Wed Thu\nAna . . . .").breaches(
        MostDaysOffInARow(most=2), 1, 1
    )


def test_days_off_before_the_start_count_where_they_are_known() -> None:
    given("Mon Tue\nAna . .", history="Sat Sun\nAna E .").breaches(
        MostDaysOffInARow(most=2), 1, tags={START}
    )


def test_leave_ends_the_days_off() -> None:
    middle = MONDAY + timedelta(days=2)
    leave = (away("Ana", middle, middle),)
    given("Mon Tue Wed Thu Fri\nAna . . . . .", absences=leave).keeps(
        MostDaysOffInARow(most=2)
    )


def test_too_many_days_off_over_a_clock_change() -> None:
    given("Sat Sun Mon\nAna N . .", start=SPRING).breaches(
        MostDaysOffInARow(most=1), 1, tags={CLOCK}
    )


def test_somebody_agreed_to_longer_breaks() -> None:
    given("Mon Tue\nAna . .\nBen . .").breaches(
        MostDaysOffInARow(most=1, own=(("Ben", 7),)), "Ana: 2nd day off..."
    )
