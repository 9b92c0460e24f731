"""Who works Christmas Day has New Year's Day off."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.domain import Carried, Request
from rota.rules.christmas_or_new_year import ChristmasOrNewYear
from rota.rules.support_hours import SupportHours
from tests.given import LAST_DAY, LIMIT, START, Case, given, shift_type

CHRISTMAS = date(2026, 12, 25)
NEW_YEAR = date(2027, 1, 1)
HAD_CHRISTMAS = (
    Carried(worker_id="Ana", burden="christmas day 2026", count=1),
)
WEEK = "Fri Sat Sun Mon Tue Wed Thu Fri"


def week(cells: str, **more: Any) -> Case:
    return given(f"{WEEK}\nAna {cells}", start=CHRISTMAS, **more)


def new_year(cells: str, **more: Any) -> Case:
    return given(f"Fri\nAna {cells}", start=NEW_YEAR, **more)


def test_both_in_one_rota() -> None:
    week("E . . . . . . L").breaches(
        ChristmasOrNewYear,
        "Ana works New Year's Day 2027, and Christmas Day 2026 before it",
        tags={LAST_DAY},
    )


def test_one_of_them_is_fair() -> None:
    week("E . . . . . L .").keeps(ChristmasOrNewYear)
    week(". E . . . . . L").keeps(ChristmasOrNewYear)


def test_a_minute_after_midnight_is_of_the_next_day() -> None:
    types = (shift_type("X", "14:00-00:00"), shift_type("Y", "14:00-00:01"))
    week("E . . . . . X .", types=types).keeps(
        ChristmasOrNewYear, tags={LIMIT}
    )
    week("E . . . . . Y .", types=types).breaches(
        ChristmasOrNewYear, 1, tags={LIMIT}
    )


def test_a_christmas_of_the_ledger_counts() -> None:
    new_year("E", ledger=HAD_CHRISTMAS).breaches(
        ChristmasOrNewYear, 1, tags={START}
    )
    new_year("E").keeps(ChristmasOrNewYear)


def test_a_christmas_of_the_days_before_counts() -> None:
    before = "Fri Sat Sun Mon Tue Wed Thu\nAna E . . . . . ."
    new_year("E", history=before).breaches(ChristmasOrNewYear, 1)


def test_a_christmas_of_two_years_ago_does_not() -> None:
    before = (Carried(worker_id="Ana", burden="christmas day 2025", count=1),)
    new_year("E", ledger=before).keeps(ChristmasOrNewYear)


def test_whoever_asks_to_work_one_of_them_may() -> None:
    asks = Request(worker_id="Ana", date=NEW_YEAR, code="E")
    off = Request(worker_id="Ana", date=NEW_YEAR)
    avoids = Request(worker_id="Ana", date=NEW_YEAR, code="E", avoid=True)
    case: dict[str, Any] = {"ledger": HAD_CHRISTMAS}
    new_year("E", requests=(asks,), **case).keeps(ChristmasOrNewYear)
    new_year("E", requests=(off,), **case).breaches(ChristmasOrNewYear, 1)
    new_year("E", requests=(avoids,), **case).breaches(ChristmasOrNewYear, 1)


def test_whoever_asks_for_the_night_before_asks_for_the_morning() -> None:
    """A night of New Year's Eve ends on New Year's Day."""
    eve = date(2026, 12, 31)
    asks = Request(worker_id="Ana", date=eve, code="N")
    other = Request(worker_id="Ana", date=eve, code="E")
    case: dict[str, Any] = {"start": eve, "ledger": HAD_CHRISTMAS}
    grid = "Thu Fri\nAna N ."
    given(grid, requests=(asks,), **case).keeps(ChristmasOrNewYear)
    given(grid, requests=(other,), **case).breaches(ChristmasOrNewYear, 1)


def test_half_an_hour_of_essential_support_is_dearer() -> None:
    assert ChristmasOrNewYear().price < SupportHours().essential_price // 2
