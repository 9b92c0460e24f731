"""The same shift day after day."""

from __future__ import annotations

from rota.rules.same_shift_in_a_row import (
    FewestSameShiftInARow,
    SameShiftInARow,
)
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, START, given

TWO_EARLIES = SameShiftInARow(most=(("E", 2),))
TWO_NIGHTS = FewestSameShiftInARow(least=(("N", 2),))


def test_two_earlies_and_three() -> None:
    given("Mon Tue Wed\nAna E E L").keeps(TWO_EARLIES, {LIMIT})
    given("Mon Tue Wed\nAna E E E").breaches(
        TWO_EARLIES,
        "Ana: 3rd E running on Wed 3 Jun; at most 2",
        tags={LIMIT, LAST_DAY},
    )


def test_earlies_before_the_start_and_after_the_end() -> None:
    given("Mon\nAna E", history="Sat Sun\nAna E E").breaches(
        TWO_EARLIES, 1, tags={START}
    )
    given("Mon Tue\nAna E E", later="Wed\nAna E").breaches(TWO_EARLIES, 1)


def test_nights_over_a_clock_change() -> None:
    case = given("Sat Sun Mon\nAna N N N", start=SPRING)
    case.breaches(SameShiftInARow(most=(("N", 2),)), 1, tags={CLOCK})


def test_two_nights_and_one() -> None:
    given("Mon Tue Wed Thu\nAna E N N .").keeps(TWO_NIGHTS, {LIMIT})
    given("Mon Tue Wed\nAna E N .").breaches(
        TWO_NIGHTS,
        "Ana has N for only 1 day from Tue 2 Jun; at least 2",
        tags={LIMIT, LAST_DAY},
    )


def test_a_night_at_either_edge_is_not_judged() -> None:
    given("Mon Tue Wed\nAna N . N").keeps(TWO_NIGHTS)


def test_a_night_before_the_start() -> None:
    given("Mon\nAna .", history="Sat Sun\nAna E N").breaches(
        TWO_NIGHTS, 1, tags={START}
    )


def test_a_single_night_at_a_clock_change() -> None:
    given("Fri Sat Sun\nAna E N .", start=SPRING.replace(day=27)).breaches(
        TWO_NIGHTS, 1, tags={CLOCK}
    )
