"""People: what they hold, when they may, how old they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from rota.calendar import instant
from rota.domain import Contract, Driving, Qualification, Worker
from tests.given import MONDAY, away

DAY = timedelta(days=1)


def worker(**fields: Any) -> Worker:
    return Worker(**{"id": "ana", "name": "Ana", **fields})


def test_a_skill_is_valid_on_both_its_dates() -> None:
    held = Qualification(skill="hoist", valid_from=MONDAY, expires=MONDAY)
    ana = worker(qualifications=(held,))
    days = [MONDAY - DAY, MONDAY, MONDAY + DAY]
    assert [ana.holds("hoist", day) for day in days] == [False, True, False]
    assert not ana.holds("lead", MONDAY)


def test_a_skill_renewed_goes_on() -> None:
    old = Qualification(skill="hoist", expires=MONDAY)
    new = Qualification(skill="hoist", valid_from=MONDAY + DAY)
    ana = worker(qualifications=(old, new))
    assert ana.holds("hoist", MONDAY)
    assert ana.holds("hoist", MONDAY + 9 * DAY)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, False),
        ({"own_car": True}, False),  # no insurance for business use
        ({"own_car": True, "business_insured_until": MONDAY}, True),
        ({"own_car": True, "business_insured_until": MONDAY - DAY}, False),
        ({"business_insured_until": MONDAY}, False),  # no car
        ({"may_drive_service_vehicle": True}, True),
        (
            {
                "may_drive_service_vehicle": True,
                "licence_until": MONDAY - DAY,
            },
            False,
        ),
    ],
)
def test_who_drives(facts: dict[str, Any], told: bool) -> None:
    driver = worker(driving=Driving(**facts))
    assert driver.holds("driver", MONDAY) is told


def test_a_driver_by_training_list_where_no_facts_are_known() -> None:
    listed = worker(qualifications=(Qualification(skill="driver"),))
    assert listed.holds("driver", MONDAY)


def test_eighteen_on_the_birthday() -> None:
    ana = worker(born_on=date(2008, 6, 10))
    assert ana.is_under_18(date(2026, 6, 9))
    assert not ana.is_under_18(date(2026, 6, 10))
    assert ana.is_under(21, date(2029, 6, 9))
    assert not ana.is_under(21, date(2029, 6, 10))
    assert not worker().is_under(99, MONDAY)


def test_born_on_a_leap_day() -> None:
    ana = worker(born_on=date(2008, 2, 29))
    assert ana.is_under_18(date(2026, 2, 28))
    assert not ana.is_under_18(date(2026, 3, 1))


def test_an_opt_out_between_its_dates() -> None:
    until = worker(opted_out=True, opted_out_until=MONDAY + 6 * DAY)
    assert until.is_opted_out_in(MONDAY)
    assert not until.is_opted_out_in(MONDAY + 7 * DAY)
    midweek = worker(opted_out=True, opted_out_until=MONDAY + 5 * DAY)
    assert not midweek.is_opted_out_in(MONDAY)
    assert not worker(opted_out=None).is_opted_out(MONDAY)


def test_an_absence_of_whole_days_and_of_hours() -> None:
    days = away("ana", MONDAY, MONDAY + DAY)
    assert days.is_whole_days
    assert days.span == (instant(MONDAY), instant(MONDAY + 2 * DAY))
    hours = away("ana", MONDAY, MONDAY, starts=600, ends=660)
    assert not hours.is_whole_days
    assert hours.span == (instant(MONDAY, 600), instant(MONDAY, 660))


def test_only_permanent_staff_are_free_unless_told() -> None:
    waits = {contract for contract in Contract if contract.waits_for_offer}
    assert waits == set(Contract) - {Contract.PERMANENT}


def test_a_field_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="shoe_size"):
        worker(shoe_size=38)
    with pytest.raises(ValidationError, match="frozen"):
        worker().name = "Ben"  # type: ignore[misc]


def test_a_copy_is_validated_again() -> None:
    with pytest.raises(ValidationError, match="weekly_minutes"):
        worker().replace(weekly_minutes=-1)
