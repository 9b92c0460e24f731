"""Shifts before a DBS check."""

from __future__ import annotations

from rota.domain import Dbs
from rota.rules.dbs_check import DbsCheck
from tests.given import CLOCK, LAST_DAY, MONDAY, SPRING, given, meeting

PENDING = {"Ana": {"dbs": Dbs.PENDING}}


def test_nobody_has_shifts_while_the_check_is_pending() -> None:
    given("Mon Tue\nAna . E", workers=PENDING).breaches(
        DbsCheck, "Ana may not have shifts yet", tags={LAST_DAY}
    )


def test_nor_on_the_night_the_clocks_change() -> None:
    given("Sat\nAna N", start=SPRING, workers=PENDING).breaches(
        DbsCheck, 1, tags={CLOCK}
    )


def test_adult_first_may_have_shifts() -> None:
    workers = {"Ana": {"dbs": Dbs.ADULT_FIRST}}
    case = given("Mon\nAna E", workers=workers)
    assert not case.found(DbsCheck)


def test_training_is_no_shift() -> None:
    course = meeting("TR", MONDAY, "09:00-12:00", ("Ana",))
    case = given("Mon\nAna TR", workers=PENDING, diary=(course,))
    assert not case.found(DbsCheck)
