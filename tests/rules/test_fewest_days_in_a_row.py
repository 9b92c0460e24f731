"""Runs of work that are too short."""

from __future__ import annotations

from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, START, given


def test_one_day_between_two_off_and_two() -> None:
    given("Mon Tue Wed Thu\nAna . E L .").keeps(FewestDaysInARow, {LIMIT})
    given("Mon Tue Wed\nAna . E .").breaches(
        FewestDaysInARow,
        "Ana works only 1 day running from Tue 2 Jun; at least 2",
        tags={LIMIT, LAST_DAY},
    )


def test_how_many_days_are_missing() -> None:
    given("Mon Tue Wed Thu Fri\nAna . E E . .").breaches(
        FewestDaysInARow(least=5), 3
    )


def test_a_run_at_either_edge_is_not_judged() -> None:
    given("Mon Tue Wed Thu\nAna E . . E").keeps(FewestDaysInARow)


def test_days_before_the_start_are_of_the_run() -> None:
    case = given("Mon Tue\nAna E .", history="Sat Sun\nAna . E")
    case.keeps(FewestDaysInARow)
    case.breaches(FewestDaysInARow(least=3), 1, tags={START})


def test_a_run_that_ended_with_the_start() -> None:
    case = given("Mon Tue\nAna . .", history="Sat Sun\nAna . E")
    case.breaches(FewestDaysInARow, 1, tags={START})


def test_a_run_that_was_over_before_is_history() -> None:
    case = given("Mon Tue\nAna . .", history="Fri Sat Sun\nAna . E .")
    case.keeps(FewestDaysInARow)


def test_a_run_over_a_clock_change() -> None:
    given("Fri Sat Sun Mon\nAna . N N .", start=FRIDAY).breaches(
        FewestDaysInARow(least=3), 1, tags={CLOCK}
    )


def test_somebody_agreed_to_longer_runs() -> None:
    given("Mon Tue Wed Thu\nAna . E E .\nBen . E E .").breaches(
        FewestDaysInARow(own=(("Ben", 4),)), "Ben works only 2 days..."
    )


FRIDAY = SPRING.replace(day=27)
