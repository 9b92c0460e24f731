"""Who may be the only one there."""

from __future__ import annotations

from datetime import date

from rota.domain import Contract, Dbs
from rota.rules.lone_working import LoneWorking
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    START,
    given,
    shift_type,
)

AGENCY = {"Ana": {"contract": Contract.AGENCY}}


def test_agency_staff_are_never_alone() -> None:
    given("Mon Tue\nAna . N\nBen . .", workers=AGENCY).breaches(
        LoneWorking,
        "Ana is on their own for 10 h on Tue 2 Jun N",
        tags={LAST_DAY},
    )


def test_to_the_minute() -> None:
    """A colleague who stays until the end, or leaves a minute before it."""
    early = shift_type("E1", "07:00-14:59")
    given("Mon\nAna E\nBen E", workers=AGENCY, types=(early,)).keeps(
        LoneWorking, tags={LIMIT}
    )
    given("Mon\nAna E\nBen E1", workers=AGENCY, types=(early,)).breaches(
        LoneWorking, 1, tags={LIMIT}
    )


def test_somebody_asleep_in_the_house_is_company() -> None:
    case = given("Mon\nAna N\nBen SI", workers=AGENCY)
    (breach,) = case.found(LoneWorking)
    assert breach.amount == 60  # from seven, when the sleep-in ends


def test_another_unit_is_company_only_where_the_service_says_so() -> None:
    case = given("Mon\nAna E@Ash\nBen E@Elm", workers=AGENCY)
    assert len(case.found(LoneWorking)) == 1
    assert not case.found(LoneWorking(by_unit=False))


def test_a_colleague_whose_night_began_before_the_start() -> None:
    case = given(
        "Mon\nAna E\nBen .",
        history="Sun\nAna .\nBen N",
        workers=AGENCY,
    )
    case.breaches(LoneWorking, 7 * 60, tags={START})


def test_the_night_the_clocks_go_back_is_an_hour_longer() -> None:
    given("Sat\nAna N", start=AUTUMN, workers=AGENCY).breaches(
        LoneWorking, 11 * 60, tags={CLOCK}
    )


def test_who_else_may_not_be_alone() -> None:
    for fields in (
        {"lone_ok": False},
        {"dbs": Dbs.ADULT_FIRST},
        {"counts_from": date(2026, 6, 2)},
        {"born_on": date(2008, 6, 2)},
    ):
        case = given("Mon\nAna E", workers={"Ana": fields})
        assert case.found(LoneWorking), fields


def test_a_service_that_asks_for_a_yes() -> None:
    strict = LoneWorking(signed_off_only=True)
    assert not given("Mon\nAna E").found(LoneWorking)
    assert given("Mon\nAna E").found(strict)
    signed = {"Ana": {"lone_ok": True}}
    assert not given("Mon\nAna E", workers=signed).found(strict)
