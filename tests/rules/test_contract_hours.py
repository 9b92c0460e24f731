"""Contracted hours: neither left unused nor exceeded."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota.domain import AbsenceKind
from rota.rules.contract_hours import ContractHours
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    START,
    Case,
    away,
    given,
    meeting,
)

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def ana(cells: str, hours: float, **facts: Any) -> Case:
    """Give a week of work against a contract; a usual shift is 8 h."""
    worker = {"weekly_minutes": round(60 * hours), "usual_shift": 480}
    worker |= facts.pop("worker", {})
    return given(f"{WEEK}\nAna {cells}", workers={"Ana": worker}, **facts)


def test_half_a_usual_shift_is_carried_on() -> None:
    ana("E E E E . . .", 36).keeps(ContractHours, tags={LIMIT})
    ana("E E E E . . .", 36 + 1 / 60).breaches(
        ContractHours,
        "Ana is 4 h 01 short of contracted hours",
        tags={LIMIT},
    )
    ana("E E E . . . E", 28 - 1 / 60).breaches(
        ContractHours,
        "Ana is 4 h 01 over contracted hours",
        tags={LIMIT, LAST_DAY},
    )


def test_an_hour_unused_is_dearer_than_one_too_many() -> None:
    (short,) = ana(". . . . . . .", 12).found(ContractHours)
    (over,) = ana("E E . . . . .", 4).found(ContractHours)
    assert (short.cost, over.cost) == (8 * 15 * 6_000, 8 * 10 * 6_000)


def test_what_was_brought_forward_is_made_up() -> None:
    owes = {"brought_forward": 8 * 60}
    ana("E E E E . . .", 32, worker=owes).breaches(
        ContractHours, 4 * 60, tags={START}
    )
    owed = {"brought_forward": -8 * 60}
    ana("E E E . . . .", 32, worker=owed).keeps(ContractHours)


def test_leave_and_sickness_credit_a_fifth_of_the_week_each() -> None:
    two = MONDAY + timedelta(days=1)
    for kind, told in ((AbsenceKind.LEAVE, 0), (AbsenceKind.UNPAID, 12)):
        absences = (away("Ana", MONDAY, two, kind=kind),)
        case = ana(". . E E E . .", 40, absences=absences)
        if told:
            case.breaches(ContractHours, told * 60)
        else:
            case.keeps(ContractHours)


def test_meetings_count_and_sleep_ins_do_not() -> None:
    entry = meeting("TM", MONDAY, "09:00-17:00", ("Ana",))
    ana("TM E E . . . .", 28, diary=(entry,)).keeps(ContractHours)
    ana("SI E E . . . .", 28).breaches(ContractHours, 8 * 60)


def test_bank_staff_have_no_contract_to_fill() -> None:
    ana(". . . . . . .", 0).keeps(ContractHours)


def test_days_before_the_first_are_not_due() -> None:
    later = {"starts_on": MONDAY + timedelta(days=5)}
    ana(". . . . . E .", 42, worker=later).keeps(ContractHours)


def test_the_extra_hour_of_october_is_worked() -> None:
    """Ten hours nominal are eleven, an hour over the tolerance."""
    given(
        """  Sat
         Ana   N""",
        start=AUTUMN,
        workers={"Ana": {"weekly_minutes": 7 * 360, "usual_shift": 480}},
    ).breaches(ContractHours, 60, tags={CLOCK, LAST_DAY})
