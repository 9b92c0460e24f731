"""The average of night workers."""

from __future__ import annotations

from datetime import date, timedelta

from rota.domain import Strength, WeekTotal
from rota.rules import defaults
from rota.rules.night_average import NightAverage
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    START,
    away,
    given,
    shift_type,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
NIGHTS = {"permanent_nights": True, "starts_on": MONDAY}


def test_case_13_five_tens_and_four_twelves() -> None:
    """8.33 h in 24 is over, 8.00 is not; an opt-out changes nothing."""
    twelve = shift_type("X", "20:00-08:00")
    given(
        f"{WEEK}\nAna X X X X . . .", types=(twelve,), workers={"Ana": NIGHTS}
    ).keeps(NightAverage)
    for opted_out in (None, True):
        given(
            f"{WEEK}\nAna N N N N N . .",
            workers={"Ana": NIGHTS | {"opted_out": opted_out}},
        ).breaches(
            NightAverage,
            "Ana works nights and averages 8.33 h in 24 over 1 week to"
            " Sun 7 Jun; at most 8 h",
        )


def test_to_the_minute_and_to_the_last_day() -> None:
    seven = shift_type("X", "21:00-05:00"), shift_type("Y", "21:00-05:01")
    worker = {"Ana": NIGHTS}
    given(f"{WEEK}\nAna X X X X X X .", types=seven, workers=worker).keeps(
        NightAverage, tags={LIMIT}
    )
    given(f"{WEEK}\nAna Y X X X X X .", types=seven, workers=worker).breaches(
        NightAverage, 1, tags={LIMIT}
    )
    given(f"{WEEK}\nAna E E E E E E E", workers=worker).breaches(
        NightAverage, 8 * 60, tags={LAST_DAY}
    )


def test_who_had_nights_on_a_third_of_the_days_is_a_night_worker() -> None:
    new = {"Ana": {"starts_on": MONDAY, "reference_weeks": 1}}
    grid = "Fri Sat Sun\nAna LD LD LD"
    for before, found in (("E E LD LD", 0), ("N . LD LD", 1)):
        case = given(
            grid,
            start=date(2026, 6, 5),
            history=f"Mon Tue Wed Thu\nAna {before}",
            workers=new,
        )
        assert len(case.found(NightAverage)) == found


def test_history_makes_the_night_worker() -> None:
    given(
        "Fri Sat Sun\nAna LD LD LD",
        start=date(2026, 6, 5),
        history="Mon Tue Wed Thu\nAna N . LD .",
        workers={"Ana": {"starts_on": MONDAY}},
    ).breaches(NightAverage, 10 * 60, tags={START})


def test_the_night_the_clocks_go_back() -> None:
    monday = AUTUMN - timedelta(days=5)
    given(
        f"{WEEK}\nAna . N N N E N .",
        start=monday,
        workers={"Ana": NIGHTS | {"starts_on": monday}},
    ).breaches(NightAverage, 60, tags={CLOCK})


def test_leave_booked_after_the_end_needs_room() -> None:
    """Fifty hours of nights after none; 48 of leave to come."""
    before, after = MONDAY - timedelta(days=7), MONDAY + timedelta(days=7)
    worker = NIGHTS | {
        "starts_on": before,
        "weekly_minutes": 48 * 60,
        "reference_weeks": 2,
    }
    grid, workers = f"{WEEK}\nAna N N N N N . .", {"Ana": worker}
    totals = (WeekTotal(worker_id="Ana", monday=before, minutes=0),)
    leave = (away("Ana", after, after + timedelta(days=6)),)
    given(grid, workers=workers, week_totals=totals).keeps(NightAverage)
    given(grid, workers=workers, week_totals=totals, absences=leave).breaches(
        NightAverage,
        "Ana works nights and averages 8.17 h in 24 over 2 weeks to Sun"
        " 14 Jun, with the leave booked by then; at most 8 h",
    )


def test_residential_care_only_watches_it() -> None:
    found = {
        kind: next(r for r in defaults(kind) if r.id == "night average")
        for kind in ("care-home", "supported-living")
    }
    assert found["care-home"].strength is Strength.WATCH
    assert found["supported-living"].strength is Strength.MUST
