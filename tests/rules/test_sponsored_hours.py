"""Hours that somebody has to be given week for week."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota import discretion
from rota.domain import Strength
from rota.rules.sponsored_hours import SponsoredHours
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    Case,
    away,
    given,
    shift_type,
)

RULE = SponsoredHours(strength=Strength.SHOULD)
WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def week(cells: str, hours: float = 32, **facts: Any) -> Case:
    worker = {"sponsored_minutes": round(60 * hours)}
    return given(
        f"{WEEK}\nAna {cells}",
        workers={"Ana": worker | facts.pop("worker", {})},
        **facts,
    )


def test_the_hours_of_the_certificate_and_a_minute_less() -> None:
    week("E E E E . . .").keeps(RULE, tags={LIMIT})
    less = shift_type("X", "07:00-14:59")
    week("E E E X . . .", types=(less,)).breaches(
        RULE, "Ana is given 1 min less than 32 h a week", tags={LIMIT}
    )
    week("E E E . . . X", types=(less,)).breaches(RULE, 1, tags={LAST_DAY})


def test_paid_leave_counts() -> None:
    leave = away("Ana", MONDAY, MONDAY + timedelta(days=4))
    week(
        ". . . . . . .", worker={"weekly_minutes": 32 * 60}, absences=(leave,)
    ).keeps(RULE)


def test_only_the_days_of_the_employment_count() -> None:
    middle = {"ends_on": MONDAY + timedelta(days=1)}
    week("E . . . . . .", 28, worker=middle).keeps(RULE)


def test_a_night_in_october_is_an_hour_longer() -> None:
    people = {"Ana": {"sponsored_minutes": 77 * 60}}
    given("Sat\nAna N", start=AUTUMN, workers=people).keeps(RULE, tags={CLOCK})


def test_the_page_says_nothing_of_why() -> None:
    assert discretion.title(SponsoredHours()) == "Who may work what"
    assert SponsoredHours().strength is Strength.WATCH
