"""Who worked last Christmas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rota.domain import Carried, Request
from rota.rules.christmas import ChristmasAgain
from tests.given import LAST_DAY, LIMIT, START, Case, given, shift_type

EVE = date(2026, 12, 24)
LAST_YEAR = (Carried(worker_id="Ana", burden="christmas day 2025", count=1),)


def christmas(cells: str, times: str = "") -> Case:
    types = (shift_type("X", times),) if times else ()
    return given(
        f"Thu Fri\nAna {cells}", start=EVE, types=types, ledger=LAST_YEAR
    )


def test_christmas_day_two_years_running() -> None:
    christmas(". E").breaches(
        ChristmasAgain,
        "Ana works Christmas Day 2026, and worked it in 2025",
        tags={LAST_DAY, START},
    )
    given("Thu Fri\nAna . E", start=EVE).keeps(ChristmasAgain)


def test_christmas_begins_at_midnight() -> None:
    christmas("X .", "14:00-00:00").keeps(ChristmasAgain, tags={LIMIT})
    christmas("X .", "14:00-00:01").breaches(ChristmasAgain, 1, tags={LIMIT})


def test_boxing_day_and_new_year_two_years_running() -> None:
    for start, last, name in (
        (date(2026, 12, 26), "boxing day 2025", "Boxing Day 2026"),
        (date(2027, 1, 1), "new year's day 2026", "New Year's Day 2027"),
    ):
        ledger = (Carried(worker_id="Ana", burden=last, count=1),)
        case = given(f"{start:%a}\nAna E", start=start, ledger=ledger)
        case.breaches(
            ChristmasAgain,
            f"Ana works {name}, and worked it in {start.year - 1}",
        )
        (found,) = case.found(ChristmasAgain)
        assert found.price == ChristmasAgain().other_price


def test_christmas_last_year_says_nothing_of_new_year() -> None:
    given("Fri\nAna E", start=date(2027, 1, 1), ledger=LAST_YEAR).keeps(
        ChristmasAgain
    )


def test_other_days_are_other_days() -> None:
    christmas("L .").keeps(ChristmasAgain)


def test_whoever_asks_to_work_it_may() -> None:
    asks = Request(worker_id="Ana", date=date(2026, 12, 25), code="E")
    other = Request(worker_id="Ana", date=date(2026, 12, 26), code="E")
    case = christmas(". E")
    asked = replace(case, problem=case.problem.replace(requests=(asks,)))
    asked.keeps(ChristmasAgain)
    asked = replace(case, problem=case.problem.replace(requests=(other,)))
    asked.breaches(ChristmasAgain, 1)
