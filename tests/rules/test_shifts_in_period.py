"""Shifts over the whole period."""

from __future__ import annotations

from rota.rules.shifts_in_period import FewestShifts, MostShifts
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, given, meeting


def test_two_shifts_and_three() -> None:
    given("Mon Tue Wed\nAna E . L").keeps(MostShifts(most=2), {LIMIT})
    given("Mon Tue Wed\nAna E E L").breaches(
        MostShifts(most=2),
        "Ana is given 3 shifts in the period; at most 2 shifts",
        tags={LIMIT, LAST_DAY},
    )


def test_two_shifts_and_one() -> None:
    given("Mon Tue Wed\nAna E . L").keeps(FewestShifts(least=2), {LIMIT})
    given("Mon Tue Wed\nAna . . L").breaches(
        FewestShifts(least=2),
        "Ana is given 1 shift in the period; at least 2 shifts",
        tags={LIMIT, LAST_DAY},
    )


def test_training_is_no_shift() -> None:
    diary = (meeting("TR", MONDAY, "09:00-12:00", ("Ana",)),)
    case = given("Mon Tue\nAna TR E", diary=diary)
    case.keeps(MostShifts(most=1))
    case.breaches(FewestShifts(least=2), 1)


def test_a_night_over_the_clock_change_is_one_shift() -> None:
    case = given("Sat Sun\nAna N .", start=SPRING)
    case.breaches(MostShifts(most=0), 1, tags={CLOCK})
    case.breaches(FewestShifts(least=2), 1, tags={CLOCK})


def test_somebody_agreed_to_more() -> None:
    given("Mon Tue\nAna E E\nBen E E").breaches(
        MostShifts(most=1, own=(("Ben", 2),)), "Ana is given 2 shifts..."
    )
