"""What people asked for."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import REFUSED, Carried, Request, Wish
from rota.rules.requests import Requests
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, given

TUESDAY = MONDAY + timedelta(days=1)


def test_a_shift_that_somebody_asked_not_to_have() -> None:
    asked = Request(
        worker_id="Ana", date=MONDAY, code="N", avoid=True, price=700
    )
    given("Mon Tue\nAna L N", requests=(asked,)).keeps(Requests)
    case = given("Mon Tue\nAna N .", requests=(asked,))
    case.breaches(Requests, "Ana asked not to work N on Mon 1 Jun")
    assert case.found(Requests)[0].price == 700


def test_a_day_off() -> None:
    off = (Request(worker_id="Ana", date=TUESDAY),)
    given("Mon Tue\nAna N .", requests=off).keeps(Requests, tags={LIMIT})
    given("Mon Tue\nAna . N", requests=off).breaches(
        Requests, "Ana asked to be off on Tue 2 Jun", tags={LIMIT, LAST_DAY}
    )


def test_a_shift() -> None:
    early = (Request(worker_id="Ana", date=TUESDAY, code="E"),)
    given("Mon Tue\nAna . E", requests=early).keeps(Requests)
    given("Mon Tue\nAna E L", requests=early).breaches(
        Requests, "Ana asked for E on Tue 2 Jun"
    )


def test_high_normal_and_low() -> None:
    def price(wish: Wish) -> int:
        asked = (Request(worker_id="Ana", date=MONDAY, wish=wish),)
        (breach,) = given("Mon\nAna E", requests=asked).found(Requests)
        return breach.cost // 6_000

    assert [price(wish) for wish in Wish] == [60, 25, 10]


def test_a_day_off_after_the_night_of_the_clock_change() -> None:
    """A night that ends on the day asked for started the day before."""
    sunday = SPRING + timedelta(days=1)
    off = (Request(worker_id="Ana", date=sunday),)
    given("Sat Sun\nAna N .", start=SPRING, requests=off).keeps(
        Requests, tags={CLOCK}
    )
    given("Sat Sun\nAna N N", start=SPRING, requests=off).breaches(
        Requests, 1, tags={CLOCK}
    )


def test_who_was_refused_before_is_dearer_to_refuse_again() -> None:
    """Above the average, rounded down: 3 refusals against 1 of two people."""

    def price(count: int, others: int = 0) -> int:
        ledger = (
            Carried(worker_id="Ana", burden=REFUSED, count=count),
            Carried(worker_id="Ben", burden=REFUSED, count=others),
        )
        asked = (Request(worker_id="Ana", date=MONDAY),)
        case = given("Mon\nAna E\nBen .", requests=asked, ledger=ledger)
        (breach,) = case.found(Requests)
        return breach.cost // 60

    assert [price(0), price(3), price(3, 3)] == [2_500, 3_750, 2_500]
    assert price(30) == 5_000  # twice as dear at most
