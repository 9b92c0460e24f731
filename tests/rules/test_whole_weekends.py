"""Weekends worked by halves."""

from __future__ import annotations

from rota.rules.whole_weekends import WholeWeekends
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, START, given

SATURDAY = MONDAY.replace(day=6)
SUNDAY = MONDAY.replace(day=7)


def test_a_whole_one_and_half_a_one() -> None:
    grid = "Sat Sun\nAna E L\nBen . ."
    given(grid, start=SATURDAY).keeps(WholeWeekends, {LIMIT})
    given("Sat Sun\nAna . L", start=SATURDAY).breaches(
        WholeWeekends,
        "Ana works half a weekend: Sun 7 Jun",
        tags={LIMIT, LAST_DAY},
    )


def test_a_saturday_before_the_start() -> None:
    given("Sun\nAna .", history="Sat\nAna E", start=SUNDAY).breaches(
        WholeWeekends, "Ana works half a weekend: Sat 6 Jun", tags={START}
    )


def test_half_a_weekend_that_is_not_known_is_not_judged() -> None:
    given("Sun\nAna E", start=SUNDAY).keeps(WholeWeekends)
    given("Sat\nAna E", start=SATURDAY).keeps(WholeWeekends)


def test_the_weekend_the_clocks_change() -> None:
    given("Sat Sun\nAna N .", start=SPRING).breaches(
        WholeWeekends, 1, tags={CLOCK}
    )


def test_some_may_work_half_a_weekend() -> None:
    given("Sat Sun\nAna E .", start=SATURDAY).keeps(
        WholeWeekends(not_for=("Ana",))
    )
