"""Nights in a row."""

from __future__ import annotations

from rota.rules.nights_in_a_row import ManyNightsInARow, NightsInARow
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

FOUR = """   Mon Tue Wed Thu Fri
         Ana   .   N   N   N   N"""
FIVE = """   Mon Tue Wed Thu Fri
         Ana   N   N   N   N   N"""


def test_no_fifth_night() -> None:
    given(FOUR).keeps(NightsInARow, tags={LIMIT})
    given(FIVE).breaches(
        NightsInARow,
        "Ana: 5th night running on Fri 5 Jun; at most 4",
        tags={LIMIT, LAST_DAY},
    )


def test_agreed_permanent_nights_go_on_to_seven() -> None:
    agreed = {"Ana": {"permanent_nights": True}}
    given(FIVE, workers=agreed).keeps(NightsInARow)
    given(FIVE, workers=agreed).breaches(NightsInARow(permanent=4), 1)
    given(FIVE, workers=agreed).keeps(ManyNightsInARow)


def test_nights_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun Mon
         Ana   N   N   .""",
        start=SPRING,
        history="""  Wed Thu Fri
                 Ana   N   N   N""",
    ).breaches(NightsInARow, 1, tags={START, CLOCK})


def test_three_are_enough() -> None:
    given("""     Mon Tue Wed Thu
             Ana   .   N   N   N""").keeps(ManyNightsInARow, tags={LIMIT})
    given(FOUR).breaches(
        ManyNightsInARow,
        "Ana: 4th night running on Fri 5 Jun; at most 3",
        tags={LIMIT, LAST_DAY},
    )


def test_three_are_enough_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun
         Ana   N   N""",
        start=SPRING,
        history="""  Thu Fri
                 Ana   N   N""",
    ).breaches(ManyNightsInARow, 1, tags={START, CLOCK})


def test_the_short_night_of_march_is_a_night_still() -> None:
    """Twenty-three to three is three hours in March, four else."""
    short = shift_type("N", "23:00-03:00")
    given(
        """  Sat Sun
         Ana   N   N""",
        start=SPRING,
        types=(short,),
    ).breaches(ManyNightsInARow(most=1), 1)


def test_sleep_ins_are_no_nights() -> None:
    given("""     Mon Tue Wed Thu Fri
             Ana  SI  SI  SI  SI  SI""").keeps(NightsInARow)
