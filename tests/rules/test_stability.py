"""Staying near a rota that people already know."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import CHANGES, Carried
from rota.rules.stability import Stability
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, given


def test_a_change_on_the_last_day() -> None:
    known = "Mon Tue\nAna E L\nBen . ."
    given(known, near=known).keeps(Stability, tags={LIMIT})
    given("Mon Tue\nAna E .\nBen . .", near=known).breaches(
        Stability, "Ana: Tue 2 Jun is not as it was", tags={LIMIT, LAST_DAY}
    )


def test_a_day_that_changes_twice_is_one_change() -> None:
    given("Mon\nAna L", near="Mon\nAna E").breaches(Stability, 1)


def test_a_swap_is_a_change_for_both() -> None:
    given("Mon\nAna .\nBen E", near="Mon\nAna E\nBen .").breaches(
        Stability, 1, 1
    )


def test_without_a_rota_known_there_is_nothing_to_keep() -> None:
    given("Mon\nAna E").keeps(Stability)


def test_the_nearer_the_dearer() -> None:
    week = "Mon Tue Wed Thu Fri Sat Sun Mon Tue"
    works, nothing = f"{week}\nAna {'E ' * 9}", f"{week}\nAna {'. ' * 9}"
    case = given(works, near=nothing)
    found = case.found(Stability(today=MONDAY))
    assert [b.cost // 6_000 for b in found] == [150] * 2 + [60] * 6 + [15]
    told = case.found(Stability(today=MONDAY - timedelta(days=30)))
    assert {b.cost // 6_000 for b in told} == {15}
    assert {b.cost // 6_000 for b in case.found(Stability)} == {15}


def test_a_change_on_the_night_of_the_clock_change() -> None:
    given("Sat\nAna N", start=SPRING, near="Sat\nAna SI").breaches(
        Stability, 1, tags={CLOCK}
    )


def test_who_was_changed_before_is_dearer_to_change_again() -> None:
    ledger = (Carried(worker_id="Ana", burden=CHANGES, count=4),)
    case = given("Mon\nAna E\nBen E", near="Mon\nAna L\nBen L", ledger=ledger)
    found = case.found(Stability)
    assert [breach.cost // 60 for breach in found] == [2_250, 1_500]
