"""Long days in a row."""

from __future__ import annotations

from rota.rules.long_days_in_a_row import LongDaysInARow, LongDaysLimit
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

FOUR = """   Mon Tue Wed Thu
         Ana  LD  LD  LD  LD"""


def test_three_long_days_are_enough() -> None:
    given("""     Mon Tue Wed Thu
             Ana   E  LD  LD  LD""").keeps(LongDaysInARow, tags={LIMIT})
    given(FOUR).breaches(
        LongDaysInARow,
        "Ana: 4th long day running on Thu 4 Jun; at most 3",
        tags={LIMIT, LAST_DAY},
    )


def test_long_days_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun
         Ana  LD  LD""",
        start=SPRING,
        history="""  Thu Fri
                 Ana  LD  LD""",
    ).breaches(LongDaysInARow, 1, tags={START, CLOCK})


def test_eleven_hours_are_long() -> None:
    eleven = shift_type("X", "08:00-19:00")
    less = shift_type("X", "08:00-18:59")
    grid = """   Mon Tue
             Ana   X   X"""
    rule = LongDaysInARow(most=1)
    given(grid, types=(eleven,)).breaches(rule, 1)
    given(grid, types=(less,)).keeps(rule)


def test_a_home_may_forbid_the_fifth() -> None:
    given(FOUR).keeps(LongDaysLimit, tags={LIMIT})
    given("""     Mon Tue Wed Thu Fri
             Ana  LD  LD  LD  LD  LD""").breaches(
        LongDaysLimit,
        "Ana: 5th long day running on Fri 5 Jun; at most 4",
        tags={LIMIT, LAST_DAY},
    )


def test_the_fifth_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun
         Ana  LD  LD""",
        start=SPRING,
        history="""  Wed Thu Fri
                 Ana  LD  LD  LD""",
    ).breaches(LongDaysLimit, 1, tags={START, CLOCK})
