"""Sleep-ins in one week."""

from __future__ import annotations

from datetime import date

from rota.rules.sleep_ins_a_week import SleepInsAWeek
from tests.given import CLOCK, LAST_DAY, LIMIT, START, given

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def test_two_a_week() -> None:
    given(f"{WEEK}\nAna SI . . SI . . E").keeps(SleepInsAWeek, tags={LIMIT})
    given(f"{WEEK}\nAna SI . . SI . . SI").breaches(
        SleepInsAWeek,
        "Ana has 3 sleep-ins in the week of Mon 1 Jun; at most 2",
        tags={LIMIT, LAST_DAY},
    )


def test_a_week_that_began_before_the_start() -> None:
    given(
        "Wed Thu\nAna SI SI",
        start=date(2026, 6, 3),
        history="Mon Tue\nAna SI .",
    ).breaches(SleepInsAWeek, 1, tags={START})


def test_the_sunday_on_which_the_clocks_change_is_of_its_week() -> None:
    given(
        f"{WEEK} Mon\nAna . . . SI . SI SI SI", start=date(2026, 3, 23)
    ).breaches(SleepInsAWeek, 1, tags={CLOCK})
