"""The health assessment that night workers are offered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota.domain import Strength
from rota.rules.night_assessment import NightAssessment
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    START,
    Case,
    given,
)

RULE = NightAssessment(strength=Strength.SHOULD)
TUESDAY = MONDAY + timedelta(days=1)


def ana(cells: str = ". N", **worker: Any) -> Case:
    fields = {"permanent_nights": True} | worker
    return given(f"Mon Tue\nAna {cells}", workers={"Ana": fields})


def test_a_year_and_a_day() -> None:
    year = TUESDAY - timedelta(days=365)
    ana(night_assessed_on=year).keeps(RULE, tags={LIMIT})
    ana(night_assessed_on=year - timedelta(days=1)).breaches(
        RULE,
        "Ana works 1 night without a night assessment in time: the last was"
        " on Sun 1 Jun 2025",
        tags={LIMIT, LAST_DAY},
    )


def test_an_assessment_comes_before_the_first_night() -> None:
    ana("N N", night_assessed_on=TUESDAY).breaches(RULE, 1)


def test_a_blank_is_said_where_others_have_a_date() -> None:
    both: dict[str, dict[str, Any]] = {
        "Ana": {"permanent_nights": True},
        "Ben": {"permanent_nights": True, "night_assessed_on": MONDAY},
    }
    given("Mon\nAna N\nBen N", workers=both).breaches(
        RULE,
        "Ana works 1 night without a night assessment in time: no date is"
        " recorded",
    )
    ana("N N").keeps(RULE)  # the workbook keeps no such dates


def test_who_worked_nights_before_is_a_night_worker() -> None:
    old = {"Ana": {"night_assessed_on": MONDAY - timedelta(days=400)}}
    given("Mon\nAna N", history="Sat Sun\nAna N N", workers=old).breaches(
        RULE, 1, tags={START, LAST_DAY}
    )
    given("Mon\nAna N", workers=old).keeps(RULE)  # one night is occasional


def test_a_night_when_the_clocks_go_back() -> None:
    late = {"permanent_nights": True, "night_assessed_on": MONDAY}
    given("Sat\nAna N", start=AUTUMN, workers={"Ana": late}).keeps(
        RULE, tags={CLOCK}
    )


def test_it_is_only_watched() -> None:
    assert NightAssessment().strength is Strength.WATCH
