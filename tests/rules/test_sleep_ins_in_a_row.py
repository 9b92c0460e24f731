"""Sleep-ins in a row."""

from __future__ import annotations

from rota.rules.sleep_ins_in_a_row import SecondSleepIn, SleepInsInARow
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
)


def test_no_third_sleep_in() -> None:
    given("""     Mon Tue Wed
             Ana   N  SI  SI""").keeps(SleepInsInARow, tags={LIMIT})
    given("""     Mon Tue Wed
             Ana  SI  SI  SI""").breaches(
        SleepInsInARow,
        "Ana: 3rd sleep-in running on Wed 3 Jun; at most 2",
        tags={LIMIT, LAST_DAY},
    )


def test_sleep_ins_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun
         Ana  SI  SI""",
        start=SPRING,
        history="""  Fri
                 Ana  SI""",
    ).breaches(SleepInsInARow, 1, tags={START, CLOCK})


def test_a_second_one_is_best_avoided() -> None:
    given("""     Mon Tue Wed
             Ana  SI   .  SI""").keeps(SecondSleepIn, tags={LIMIT})
    given("""     Mon Tue Wed
             Ana   .  SI  SI""").breaches(
        SecondSleepIn,
        "Ana: 2nd sleep-in running on Wed 3 Jun; at most 1",
        tags={LIMIT, LAST_DAY},
    )


def test_a_second_one_across_the_start_and_a_clock_change() -> None:
    given(
        """  Sat Sun
         Ana  SI   .""",
        start=SPRING,
        history="""  Fri
                 Ana  SI""",
    ).breaches(SecondSleepIn, 1, tags={START, CLOCK})
