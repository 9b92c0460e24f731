"""Days of work in a row."""

from __future__ import annotations

from rota.rules.days_in_a_row import DaysInARow, ManyDaysInARow
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
)

SEVEN = """  Mon Tue Wed Thu Fri Sat Sun
         Ana   E   E   E   L   E   E   E"""
EIGHT = """  Mon Tue Wed Thu Fri Sat Sun Mon
         Ana   E   E   E   L   E   E   E   N"""
SIX = """    Mon Tue Wed Thu Fri Sat
         Ana   E   E   E   L   E   E"""
FIVE = """   Mon Tue Wed Thu Fri Sat
         Ana   E   E   E   L   E   ."""


def test_no_eighth_day() -> None:
    given(SEVEN).keeps(DaysInARow, tags={LIMIT})
    given(EIGHT).breaches(
        DaysInARow,
        "Ana: 8th day running on Mon 8 Jun; at most 7",
        tags={LIMIT, LAST_DAY},
    )


def test_days_before_the_start_are_of_the_run() -> None:
    given(
        """     Mon Tue
             Ana   E   E""",
        history="""     Sun
                                        Ana   E""",
    ).breaches(DaysInARow(most=2), 1, tags={START})


def test_the_tail_of_a_night_is_no_day_of_its_own() -> None:
    given("""     Mon Tue Wed
             Ana   N   .   E""").keeps(DaysInARow(most=1))


def test_a_run_over_a_clock_change() -> None:
    given(
        """  Sat Sun Mon
         Ana   N   N   E""",
        start=SPRING,
    ).breaches(DaysInARow(most=2), 1, tags={CLOCK})


def test_five_are_enough() -> None:
    given(FIVE).keeps(ManyDaysInARow, tags={LIMIT})
    given(SIX).breaches(
        ManyDaysInARow,
        "Ana: 6th day running on Sat 6 Jun; at most 5",
        tags={LIMIT, LAST_DAY},
    )


def test_five_are_enough_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun Mon
         Ana   E   N   .""",
        start=SPRING,
        history="""  Tue Wed Thu Fri
                 Ana   E   E   E   E""",
    ).breaches(ManyDaysInARow, 1, tags={START, CLOCK})
