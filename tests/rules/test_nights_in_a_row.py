"""Nights in a row."""

from __future__ import annotations

from typing import Any

from rota.calendar import HOUR, NightPeriod
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

ONE_NIGHT = NightsInARow(most=1)
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


def test_what_a_night_is_may_be_agreed() -> None:
    """Three hours of 22:00 to 06:00 are two of 23:00 to 06:00."""
    late = shift_type("Q", "16:00-01:00")
    earlier = shift_type("P", "16:00-00:59")
    case: dict[str, Any] = {"types": (late, earlier)}
    agreed = NightPeriod(22 * HOUR, 6 * HOUR)
    given("Mon Tue\nAna Q Q", **case).keeps(ONE_NIGHT)
    given("Mon Tue\nAna Q P", night_period=agreed, **case).keeps(
        ONE_NIGHT, tags={LIMIT}
    )
    given("Mon Tue\nAna Q Q", night_period=agreed, **case).breaches(
        ONE_NIGHT, 1, tags={LIMIT, LAST_DAY}
    )
    given(
        "Mon\nAna Q", history="Sun\nAna Q", night_period=agreed, **case
    ).breaches(ONE_NIGHT, 1, tags={START})


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
