"""Shifts that may not follow others on the next day."""

from __future__ import annotations

from rota.rules.successions import Successions
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, START, given

RULE = Successions(never=(("L", "E"), ("N", "E"), ("N", "L")))


def test_a_late_then_an_early_and_the_other_way_round() -> None:
    given("Mon Tue Wed\nAna E L L").keeps(RULE, {LIMIT})
    given("Mon Tue\nAna L E").breaches(
        RULE, "Ana has L then E on Tue 2 Jun", tags={LIMIT, LAST_DAY}
    )


def test_a_day_between_makes_it_good() -> None:
    given("Mon Tue Wed\nAna N . E").keeps(RULE)


def test_several_clashes_on_one_day_are_one() -> None:
    given("Mon Tue\nAna L/N E/L").breaches(
        RULE, "Ana has L then E, N then E and N then L on Tue 2 Jun"
    )


def test_two_shifts_on_one_day_are_no_succession() -> None:
    given("Mon Tue\nAna E/L .").keeps(RULE)
    given("Mon Tue\nAna . E/L").keeps(RULE)


def test_a_night_before_the_start_and_an_early_after_the_end() -> None:
    given("Mon\nAna L", history="Sun\nAna N").breaches(RULE, 1, tags={START})
    given("Mon\nAna N", later="Tue\nAna E").breaches(RULE, 1)


def test_the_night_the_clocks_change() -> None:
    given("Sat Sun\nAna N L", start=SPRING).breaches(RULE, 1, tags={CLOCK})
