"""Weekends over the whole period."""

from __future__ import annotations

from rota.rules.weekends_in_period import MostWeekends
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, START, given

TWO = """Sat Sun Mon Tue Wed Thu Fri Sat
     Ana  .   E   .   .   .   .   .   E"""
SATURDAY = MONDAY.replace(day=6)


def test_two_weekends_and_a_third_of_them_agreed() -> None:
    case = given(TWO, start=SATURDAY)
    case.keeps(MostWeekends(most=2), {LIMIT})
    case.breaches(
        MostWeekends(most=2, own=(("Ana", 1),)),
        "Ana works 2 weekends in the period; at most 1",
        tags={LIMIT, LAST_DAY},
    )


def test_a_friday_night_spoils_a_weekend() -> None:
    given("Fri Sat\nAna N .", start=MONDAY.replace(day=5)).breaches(
        MostWeekends(most=0), 1
    )


def test_a_weekend_that_began_before_the_start() -> None:
    sunday = MONDAY.replace(day=7)
    given("Sun\nAna .", history="Sat\nAna E", start=sunday).breaches(
        MostWeekends(most=0), 1, tags={START}
    )


def test_the_weekend_the_clocks_change() -> None:
    given("Sat Sun\nAna N .", start=SPRING).breaches(
        MostWeekends(most=0), 1, tags={CLOCK}
    )


def test_nobody_has_a_limit_by_themselves() -> None:
    given(TWO, start=SATURDAY).keeps(MostWeekends)
