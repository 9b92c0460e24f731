"""Real money beyond contracted pay."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.domain import Contract
from rota.rules.pay import ExtraPay, Overtime
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    SPRING,
    START,
    given,
    shift_type,
)

AGENCY = {"contract": Contract.AGENCY}
BANK = {"contract": Contract.BANK}


def pounds(cell: str, start: date, **worker: Any) -> float:
    grid = f"{start:%a}\nAna {cell}"
    case = given(grid, start=start, workers={"Ana": worker})
    return sum(b.cost for b in case.found(ExtraPay)) / 6_000


def test_bank_and_agency_by_the_hour() -> None:
    friday, saturday = date(2026, 6, 5), date(2026, 6, 6)
    assert pounds("E", friday, **BANK) == 8 * 17
    assert pounds("E", friday, **AGENCY) == 8 * 28
    assert pounds("E", saturday, **AGENCY) == 8 * 31
    assert pounds("E", date(2026, 12, 25), **AGENCY) == 8 * 28 * 1.5
    assert pounds("E", friday, **AGENCY, pay_pence=3000) == 8 * 30
    assert pounds("E", friday, weekly_minutes=60) == 0


def test_a_sleep_in_has_no_hours_to_pay() -> None:
    assert pounds("SI", date(2026, 6, 5), **BANK) == 0


def test_a_paid_duty_on_the_last_day() -> None:
    given("Mon Tue\nAna . E", workers={"Ana": BANK}).breaches(
        ExtraPay, "Ana is paid 8 h on Tue 2 Jun", tags={LAST_DAY}
    )


def test_the_night_of_march_is_paid_nine_hours() -> None:
    given("Sat\nAna N", start=SPRING, workers={"Ana": BANK}).breaches(
        ExtraPay, 9 * 60, tags={CLOCK}
    )


FOUR = {"weekly_minutes": 4 * 60 * 7, "usual_shift": 480}


def test_overtime_begins_beyond_half_a_usual_shift() -> None:
    """Eight hours are due in two days; twelve are within the tolerance."""
    twelve = shift_type("X", "08:00-20:00")
    given("Mon Tue\nAna . X", workers={"Ana": FOUR}, types=(twelve,)).keeps(
        Overtime, tags={LIMIT}
    )
    more = shift_type("X", "08:00-20:01")
    given("Mon Tue\nAna . X", workers={"Ana": FOUR}, types=(more,)).breaches(
        Overtime, "Ana has 1 min of overtime", tags={LIMIT, LAST_DAY}
    )


def test_overtime_at_the_persons_own_rate() -> None:
    own = FOUR | {"pay_pence": 2000}
    for worker, rate in ((FOUR, 16), (own, 20)):
        case = given("Mon Tue\nAna E E", workers={"Ana": worker})
        (breach,) = case.found(Overtime)
        assert breach.cost == 4 * rate * 6_000


def test_hours_owed_from_before_are_no_overtime() -> None:
    owes = FOUR | {"brought_forward": 4 * 60}
    given("Mon Tue\nAna E E", workers={"Ana": owes}).keeps(
        Overtime, tags={START}
    )


def test_the_extra_hour_of_october_is_overtime() -> None:
    given(
        "Sat\nAna N",
        start=AUTUMN,
        workers={"Ana": {"weekly_minutes": 7 * 360, "usual_shift": 480}},
    ).breaches(Overtime, 60, tags={CLOCK})
