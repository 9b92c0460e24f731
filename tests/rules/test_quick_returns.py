"""Short rests that are lawful and still tire people."""

from __future__ import annotations

from rota.rules.quick_returns import QuickReturns
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)


def test_twelve_hours_are_long_enough() -> None:
    grid = """  Mon Tue
            Ana LD  LD"""
    given(grid).keeps(QuickReturns, tags={LIMIT})
    longer = shift_type("LD", "08:00-20:01")
    given(grid, types=(longer,)).breaches(
        QuickReturns,
        "Ana has only 11 h 59 off before Tue 2 Jun 08:00",
        tags={LIMIT, LAST_DAY},
    )


def test_under_eleven_hours_is_for_the_rule_on_rest() -> None:
    given("Mon Tue\nAna L E").keeps(QuickReturns)
    eleven = shift_type("L", "14:00-20:00")
    given("Mon Tue\nAna L E", types=(eleven,)).breaches(QuickReturns, 1)


def test_a_fraction_of_a_minute_means_the_same_to_both_faces() -> None:
    until = shift_type("LD", "08:00-20:30")
    given("Mon Tue\nAna LD LD", types=(until,)).keeps(
        QuickReturns(hours=11.505)
    )


def test_across_the_start() -> None:
    late = shift_type("L", "14:00-20:00")
    given("Mon\nAna E", history="Sun\nAna L", types=(late,)).breaches(
        QuickReturns, 1, tags={START}
    )


def test_work_in_between_is_no_quick_return() -> None:
    """A sleep-in that touches both ends of the gap fills it."""
    asleep = shift_type("X", "20:00-07:00")
    given(
        """  Mon Tue
         Ana LD/X  E""",
        types=(asleep,),
    ).keeps(QuickReturns)


def test_the_clocks_make_twelve_hours_eleven_or_thirteen() -> None:
    grid = """  Sat Sun
            Ana LD  LD"""
    given(grid, start=SPRING).breaches(
        QuickReturns,
        "Ana has only 11 h off before Sun 29 Mar 08:00",
        tags={CLOCK},
    )
    given(grid, start=AUTUMN).keeps(QuickReturns)
