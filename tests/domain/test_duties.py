"""Duties, and their five hour counters."""

from __future__ import annotations

from datetime import date, time

import pytest

from rota.domain import Kind, ShiftType
from tests.given import AUTUMN, MONDAY, SPRING, meeting, need, shift_type

EARLY = shift_type("E", "07:00-15:00", break_minutes=30)
NIGHT = shift_type("N", "22:00-08:00")
SLEEP_IN = shift_type("SI", "22:00-07:00", Kind.SLEEP_IN)
ON_CALL = shift_type("OC", "22:00-07:00", Kind.ON_CALL)
TRAINING = shift_type("TR", "09:00-16:00", Kind.TRAINING)


@pytest.mark.parametrize(
    ("kind", "hours"),
    [  # clock, working time, minimum wage, contract, cover
        (EARLY, (8, 7.5, 7.5, 7.5, 8)),
        (NIGHT, (10, 10, 10, 10, 10)),
        (SLEEP_IN, (9, 9, 0, 0, 9)),
        (ON_CALL, (9, 0, 0, 0, 9)),
        (TRAINING, (7, 7, 7, 7, 0)),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_the_five_counters(kind: ShiftType, hours: tuple[float, ...]) -> None:
    duty = kind.on(MONDAY)
    found = (duty.length, duty.work, duty.wage, duty.contract, duty.cover)
    assert [minutes / 60 for minutes in found] == list(hours)


def test_a_paid_break_is_worked() -> None:
    paid = EARLY.replace(break_paid=True)
    assert paid.on(MONDAY).work == 8 * 60


def test_a_service_may_credit_its_sleep_ins() -> None:
    credited = SLEEP_IN.replace(contract=4 * 60)
    assert credited.on(MONDAY).contract == 4 * 60
    assert credited.on(MONDAY).wage == 0


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 9), (AUTUMN, 11)])
def test_a_night_is_as_long_as_it_is(day: date, hours: int) -> None:
    duty = NIGHT.on(day)
    assert duty.length == duty.work == duty.contract == hours * 60


@pytest.mark.parametrize(
    ("times", "kind", "told"),
    [
        ("22:00-08:00", Kind.WAKING, True),
        ("20:00-02:00", Kind.WAKING, True),  # three hours from 23:00
        ("20:00-01:59", Kind.WAKING, False),
        ("03:00-11:00", Kind.WAKING, True),
        ("03:01-11:00", Kind.WAKING, False),
        ("22:00-07:00", Kind.SLEEP_IN, False),
    ],
)
def test_three_hours_make_a_night(times: str, kind: Kind, told: bool) -> None:
    assert shift_type("X", times, kind).on(MONDAY).is_night is told


def test_eleven_hours_make_a_long_day() -> None:
    assert shift_type("X", "08:00-19:00").on(MONDAY).is_long_day
    assert not shift_type("X", "08:00-18:59").on(MONDAY).is_long_day
    assert not NIGHT.on(AUTUMN).is_long_day


def test_a_shift_keeps_its_id_whatever_else_changes() -> None:
    renamed = EARLY.replace(name="Morning", start=time(7, 15))
    assert EARLY.on(MONDAY, "Ash").id == renamed.on(MONDAY, "Ash").id


def test_a_share_of_the_invited_is_rounded_up() -> None:
    entry = meeting("TM", MONDAY, "13:00-14:00", ("a", "b", "c"), share=50)
    assert entry.needed == 2
    assert entry.replace(share=100).needed == 3
    assert entry.replace(share=0).needed == 0


def test_what_a_demand_counts() -> None:
    early, night = EARLY.on(MONDAY), NIGHT.on(MONDAY)
    band = need(MONDAY, "14:00-23:00")
    assert band.counts(early)
    assert band.counts(night)
    assert not need(MONDAY, "15:00-22:00").counts(early)
    assert not need(MONDAY, "E", codes=("L",)).counts(early)
    assert not need(MONDAY, "E", unit_id="Ash").counts(early)
    assert not band.counts(SLEEP_IN.on(MONDAY))
