"""Nights of special hazard or heavy strain."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.rules.hazardous_nights import HazardousNights
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    Case,
    given,
    shift_type,
)


def night(
    cells: str, times: str = "22:00-06:00", start: date = MONDAY, **facts: Any
) -> Case:
    days = [date.fromordinal(start.toordinal() + n) for n in range(9)]
    head = " ".join(f"{day:%a}" for day in days[: len(cells.split())])
    hazardous = shift_type("H", times, is_hazardous=True)
    return given(
        f"{head}\nAna {cells}", start=start, types=(hazardous,), **facts
    )


def test_eight_hours_and_a_minute() -> None:
    night(". H").keeps(HazardousNights, tags={LIMIT})
    night(". H", "21:59-06:00").breaches(
        HazardousNights,
        "Ana works 8 h 01 in 24 h round the night of Tue 2 Jun, which is"
        " hazardous; at most 8 h",
        tags={LIMIT, LAST_DAY},
    )


def test_other_work_in_the_24_hours_counts() -> None:
    """The early from 07:00, or the late that ends as it begins."""
    night("H E").breaches(HazardousNights, 8 * 60)
    night("L/H .").breaches(HazardousNights, 8 * 60)
    night("H . E").keeps(HazardousNights)


def test_a_night_before_the_start_that_ends_in_the_24_hours() -> None:
    night("H", history="Sun\nAna N").breaches(
        HazardousNights, 2 * 60, tags={START, LAST_DAY}
    )


def test_other_nights_are_averaged() -> None:
    given("Mon\nAna N").keeps(HazardousNights)


def test_the_night_on_which_the_clocks_change() -> None:
    night("H", start=AUTUMN).breaches(HazardousNights, 60, tags={CLOCK})
    night("H", "21:00-06:00", SPRING).keeps(HazardousNights, tags={CLOCK})
