"""Own staff before agency, and agency never the most of a shift."""

from __future__ import annotations

from rota.domain import Contract
from rota.rules.agency import AgencyLast, AgencyShare
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, given

AGENCY = {"contract": Contract.AGENCY}


def test_each_agency_duty_by_the_hour() -> None:
    given(
        """  Mon Tue
         Ana   E   .
         Zoe   .  LD""",
        workers={"Zoe": AGENCY},
    ).breaches(
        AgencyLast,
        "Zoe (agency) works LD on Tue 2 Jun",
        tags={LAST_DAY},
    )


def test_own_staff_are_not_priced() -> None:
    bank = {"Bea": {"contract": Contract.BANK}}
    given(
        """  Mon
         Ana   E
         Bea   E""",
        workers=bank,
    ).keeps(AgencyLast)


def test_an_agency_night_as_the_clocks_go_forward_is_nine_hours() -> None:
    given("Sat\nZoe N", start=SPRING, workers={"Zoe": AGENCY}).breaches(
        AgencyLast, 9 * 60, tags={CLOCK}
    )


def test_half_of_a_shift_may_be_agency() -> None:
    workers = {"Zoe": AGENCY, "Yan": AGENCY}
    given(
        """  Mon Tue
         Ana   .   E
         Zoe   .   E
         Yan   .   .""",
        workers=workers,
    ).keeps(AgencyShare, tags={LIMIT})
    given(
        """  Mon Tue
         Ana   .   E
         Zoe   .   E
         Yan   .   E""",
        workers=workers,
    ).breaches(
        AgencyShare, "Tue 2 Jun E: 2 of 3 are agency", tags={LIMIT, LAST_DAY}
    )


def test_only_agency_on_the_night_of_the_clock_change() -> None:
    given("Sat\nZoe N", start=SPRING, workers={"Zoe": AGENCY}).breaches(
        AgencyShare, "Sat 28 Mar N: 1 of 1 are agency", tags={CLOCK}
    )
