"""Single weeks that are very long."""

from __future__ import annotations

from datetime import date, timedelta

from rota.domain import Strength
from rota.rules.very_long_weeks import VeryLongWeeks
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    START,
    given,
    shift_type,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
RULE = VeryLongWeeks(strength=Strength.SHOULD)


def test_sixty_hours_and_a_minute() -> None:
    given(f"{WEEK}\nAna LD LD LD LD LD . .").keeps(RULE, tags={LIMIT})
    long = shift_type("X", "08:00-20:01")
    given(f"{WEEK}\nAna LD LD LD LD . . X", types=(long,)).breaches(
        RULE,
        "Ana works 60 h 01 in the week of Mon 1 Jun, other jobs included;"
        " at most 60 h",
        tags={LIMIT, LAST_DAY},
    )


def test_an_opt_out_allows_more_and_another_job_less() -> None:
    six = f"{WEEK}\nAna LD LD LD LD LD LD ."
    free = {"Ana": {"opted_out": True}}
    assert not given(six, workers=free).found(RULE)
    busy = {"Ana": {"opted_out": True, "other_weekly_minutes": 600}}
    (breach,) = given(six, workers=busy).found(RULE)
    assert breach.amount == 600


def test_days_before_the_start_count_in_the_week() -> None:
    given(
        "Sat Sun\nAna LD LD",
        start=date(2026, 6, 6),
        history="Mon Tue Wed Thu Fri\nAna LD LD LD LD .",
    ).breaches(RULE, 12 * 60, tags={START})


def test_the_week_in_which_the_clocks_go_back() -> None:
    six = "Mon Tue Wed Thu Fri Sat Sun\nAna N N N N N N ."
    start = AUTUMN - timedelta(days=5)
    given(six, start=start).breaches(RULE, 60, tags={CLOCK})
