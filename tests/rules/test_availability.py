"""When people can work."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Contract
from rota.rules.availability import Availability
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    given,
    window,
)

TUESDAY = MONDAY + timedelta(days=1)
BANK = {"Ana": {"contract": Contract.BANK}}
EARLY = """  Mon Tue
         Ana   .   E"""


def test_a_time_that_is_barred() -> None:
    until = window("Ana", TUESDAY, "00:00-07:00", offered=False)
    given(EARLY, availability=(until,)).keeps(Availability, tags={LIMIT})
    until = window("Ana", TUESDAY, "00:00-07:01", offered=False)
    given(EARLY, availability=(until,)).breaches(
        Availability, "Ana cannot work Tue 2 Jun E", tags={LIMIT, LAST_DAY}
    )


def test_bank_staff_work_only_when_they_offered() -> None:
    given(EARLY, workers=BANK).breaches(
        Availability, "Ana has not offered Tue 2 Jun E"
    )
    all_of_it = window("Ana", TUESDAY, "07:00-15:00", offered=True)
    given(EARLY, workers=BANK, availability=(all_of_it,)).keeps(Availability)
    less = window("Ana", TUESDAY, "07:01-15:00", offered=True)
    given(EARLY, workers=BANK, availability=(less,)).breaches(Availability, 1)


def test_two_offers_that_touch_are_one() -> None:
    offers = (
        window("Ana", TUESDAY, "06:00-11:00", offered=True),
        window("Ana", TUESDAY, "11:00-15:00", offered=True),
    )
    given(EARLY, workers=BANK, availability=offers).keeps(Availability)


def test_two_offers_that_overlap_are_no_longer_for_it() -> None:
    """Six hours offered twice are not the eight of the shift."""
    offers = (
        window("Ana", TUESDAY, "07:00-13:00", offered=True),
        window("Ana", TUESDAY, "08:00-13:00", offered=True),
    )
    given(EARLY, workers=BANK, availability=offers).breaches(Availability, 1)


def test_an_offer_for_the_night_holds_for_its_extra_hour() -> None:
    offer = window("Ana", AUTUMN, "22:00-08:00", offered=True)
    given(
        "Sat\nAna N", start=AUTUMN, workers=BANK, availability=(offer,)
    ).keeps(Availability, tags={CLOCK})


def test_permanent_staff_need_no_offer() -> None:
    given(EARLY).keeps(Availability)
