"""Weekly rest on top of daily rest."""

from __future__ import annotations

from datetime import date

from rota.domain import Strength
from rota.rules.long_weekly_rest import LongWeeklyRest
from rota.rules.weekly_rest import WeeklyRestMode
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    START,
    given,
    shift_type,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
RULE = LongWeeklyRest(strength=Strength.SHOULD, mode=WeeklyRestMode.EVERY_WEEK)
ONE = (
    shift_type("X", "07:00-13:00"),
    shift_type("Y", "07:00-13:01"),
)


def test_thirty_five_hours_and_a_minute_less() -> None:
    """From one on Saturday until midnight on Sunday are 35 hours."""
    given(f"{WEEK}\nAna E E E E E X .", types=ONE).keeps(RULE, tags={LIMIT})
    given(f"{WEEK}\nAna E E E E E Y .", types=ONE).breaches(
        RULE,
        "Ana has 0 of 1 weekly rests of 35 h in the 7 days from Mon 1 Jun",
        tags={LIMIT},
    )


def test_without_the_last_day_there_would_be_rest() -> None:
    given(f"{WEEK}\nAna E E E E E X E", types=ONE).breaches(
        RULE, 1, tags={LAST_DAY}
    )


def test_a_week_that_began_before_the_start() -> None:
    given(
        "Fri Sat Sun\nAna E E E",
        start=date(2026, 6, 5),
        history="Mon Tue Wed Thu\nAna E E E E",
    ).breaches(RULE, 1, tags={START})


def test_the_week_in_which_the_clocks_go_forward() -> None:
    """An hour is missing on Sunday."""
    given(
        f"{WEEK} Mon\nAna E E E E E X . E",
        start=date(2026, 3, 23),
        types=ONE,
    ).breaches(RULE, 1, tags={CLOCK})


def test_it_is_only_watched() -> None:
    assert LongWeeklyRest().strength is Strength.WATCH
