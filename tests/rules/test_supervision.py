"""New people beside somebody experienced."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.domain import Contract, Dbs, Kind
from rota.rules.supervision import Supervision
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    given,
    shift_type,
)

NEW: dict[str, dict[str, Any]] = {"Ana": {"counts_from": date(2026, 6, 3)}}
FIRST: dict[str, dict[str, Any]] = {"Ana": {"dbs": Dbs.ADULT_FIRST}}
SHADOW = (shift_type("SH", "07:00-15:00", Kind.SHADOW),)


def test_a_shadow_shift_needs_somebody_to_shadow() -> None:
    given("Mon Tue\nAna . SH", workers=NEW, types=SHADOW).breaches(
        Supervision,
        "Ana has nobody experienced there for 8 h on Tue 2 Jun SH",
        tags={LAST_DAY},
    )
    case = given("Mon Tue\nAna . SH\nBen . E", workers=NEW, types=SHADOW)
    assert not case.found(Supervision)


def test_to_the_minute() -> None:
    late = shift_type("X", "07:01-15:00")
    case = "Mon\nAna E\nBen {}"
    given(case.format("E"), workers=FIRST).keeps(Supervision, tags={LIMIT})
    given(case.format("X"), workers=FIRST, types=(late,)).breaches(
        Supervision, 1, tags={LIMIT}
    )


def test_signed_off_from_a_day_on() -> None:
    case = given("Wed\nAna E", start=date(2026, 6, 3), workers=NEW)
    assert not case.found(Supervision)


def test_two_new_people_do_not_supervise_each_other() -> None:
    both = FIRST | {"Ben": {"dbs": Dbs.ADULT_FIRST}}
    case = given("Mon\nAna E\nBen E", workers=both)
    assert len(case.found(Supervision)) == 2


def test_agency_staff_do_not_supervise() -> None:
    agency = FIRST | {"Ben": {"contract": Contract.AGENCY}}
    assert given("Mon\nAna E\nBen E", workers=agency).found(Supervision)


def test_a_night_that_began_before_the_start_supervises() -> None:
    given(
        "Mon\nAna E\nBen .", history="Sun\nAna .\nBen N", workers=FIRST
    ).breaches(Supervision, 7 * 60, tags={START})
    assert MONDAY.weekday() == 0


def test_the_night_the_clocks_go_forward_is_an_hour_shorter() -> None:
    given("Sat\nAna N", start=SPRING, workers=FIRST).breaches(
        Supervision, 9 * 60, tags={CLOCK}
    )
