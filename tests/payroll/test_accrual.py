"""Leave by the hour: 12.07 % of what was worked, where hours vary."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rota.calendar import Nation
from rota.domain import Contract, Kind
from rota.payroll import PayLine, Payroll, PersonPay, Worked, as_worked
from rota.payroll.accrual import Accrual, is_law
from tests.given import AUTUMN, SPRING, given, shift_type
from tests.payroll.paying import H, contract, paid, tally

BANK = {"contract": Contract.BANK}
WEEK = """   Mon Tue Wed Thu Fri Sat Sun
         Ana E   E   E   .   .   .   .
         Ben E   E   E   .   .   .   ."""  # 24 hours each
TWO = {"Ana": BANK, "Ben": contract(24)}


def person(pay: Payroll, name: str = "Ana") -> PersonPay:
    return next(one for one in pay.people if one.worker.name == name)


def accrued(pay: Payroll, name: str = "Ana") -> float:
    one = person(pay, name)
    return one.accrual.of(one.worked.at_work) / H


@pytest.mark.parametrize(
    ("hours", "leave"),
    [
        (4.14, 0),  # 0.4997 of an hour: nothing
        (4.15, 1),  # 0.5009
        (12.42, 1),  # 1.4991
        (12.43, 2),
        (100, 12),
        (1920, 232),  # 231.744: a year of 46.4 weeks, and 5.6 of leave
        (0, 0),
    ],
)
def test_half_an_hour_counts_as_one(hours: float, leave: int) -> None:
    assert Accrual(12.07).of(round(hours * H)) == leave * H


def test_only_who_has_no_contracted_hours() -> None:
    pay = paid(WEEK, workers=TWO)
    assert accrued(pay) == 3  # 12.07 % of 24 h are 2.9
    assert accrued(pay, "Ben") == 0
    agency = {"Ana": {"contract": Contract.AGENCY}}
    assert accrued(paid(WEEK, workers=agency)) == 0  # the agency pays it


@pytest.mark.parametrize(
    ("nation", "hours"),
    [
        (Nation.ENGLAND, 3),
        (Nation.SCOTLAND, 3),
        (Nation.WALES, 3),
        (Nation.NORTHERN_IRELAND, 0),
    ],
)
def test_it_is_the_law_of_great_britain(nation: Nation, hours: int) -> None:
    pay = paid(WEEK, workers=TWO, nation=nation)
    assert accrued(pay) == hours
    ireland = any("not that of Northern Ireland" in n for n in pay.notes)
    assert ireland is (hours == 0)
    assert any("grows by 12.07 %" in n for n in pay.notes) is (hours > 0)


@pytest.mark.parametrize(
    ("last", "leave_year", "holds"),
    [
        (date(2024, 3, 31), date(2024, 4, 1), False),
        (date(2024, 4, 1), date(2024, 4, 1), True),
        (date(2024, 4, 1), date(2030, 4, 1), True),  # whichever year is typed
        (date(2024, 12, 31), date(2024, 1, 1), False),  # began in January
        (date(2025, 1, 1), date(2024, 1, 1), True),
        (date(2025, 2, 28), date(2024, 2, 29), True),
        (date(2025, 2, 27), date(2024, 2, 29), False),
        (date(2025, 3, 30), None, False),  # may have begun in March 2024
        (date(2025, 3, 31), None, True),
    ],
)
def test_from_the_first_leave_year_after_march_2024(
    last: date, leave_year: date | None, holds: bool
) -> None:
    assert is_law(Nation.ENGLAND, last, leave_year) is holds


def test_before_that_it_is_said_that_nobody_worked_it_out() -> None:
    pay = paid(WEEK, workers=TWO, start=date(2024, 6, 3))
    assert accrued(pay) == 0
    assert any("Leave year starts" in note for note in pay.notes)


def test_a_setting_for_one_person_from_a_day() -> None:
    lines = (
        PayLine(
            setting="leave_accrual",
            value=10.0,
            worker_ids=("Ben",),
            rank=3,
            first=date(2026, 6, 7),
        ),
    )
    assert accrued(paid(WEEK, workers=TWO, lines=lines), "Ben") == 2
    early = paid(WEEK, workers=TWO, lines=lines, last=date(2026, 6, 6))
    assert accrued(early, "Ben") == 0  # the last day of the period decides


def test_none_at_all_where_the_setting_says_so() -> None:
    pay = paid(WEEK, workers=TWO, terms={"leave_accrual": 0.0})
    assert accrued(pay) == 0
    assert not any("12.07" in note for note in pay.notes)


def test_it_is_added_to_what_is_left_unless_it_is_paid_at_once() -> None:
    people = {"Ana": BANK | {"leave_left": 10 * H}}
    left = person(paid(WEEK, workers=people)).leave
    assert (left.added, left.left) == (3 * H, 13 * H)
    pay = paid(WEEK, workers=people, terms={"leave_rolled_up": True})
    assert (person(pay).leave.added, accrued(pay)) == (0, 3)


def test_what_was_worked_counts_not_what_was_planned() -> None:
    case = given(WEEK, workers=TWO)
    gone = Worked(worker_id="Ana", planned_id="2026-06-01:E:")
    duty = case.problem.duty["2026-06-02:E:"]
    long = Worked(
        worker_id="Ana",
        planned_id=duty.id,
        duty=as_worked(duty, duty.begins, duty.ends + 60),
    )
    pay = paid(WEEK, workers=TWO, worked=(gone, long))
    assert tally(pay).at_work == 17 * H
    assert person(pay).planned.at_work == 24 * H


def test_hours_worked_are_sleep_ins_and_call_outs_and_no_breaks() -> None:
    types = (
        shift_type("B", "07:00-15:00", break_minutes=30),
        shift_type("SI", "22:00-07:00", Kind.SLEEP_IN),
        shift_type("OC", "09:00-17:00", Kind.ON_CALL),
    )

    def at_work(cell: str, **facts: Any) -> float:
        grid = f"Mon Tue\nAna {cell} ."
        pay = paid(grid, workers=TWO, types=types, **facts)
        return tally(pay).at_work / H

    assert at_work("B") == 7.5
    assert at_work("SI") == 9
    assert at_work("OC") == 0
    case = given("Mon\nAna OC", types=types)
    duty = case.problem.duty["2026-06-01:OC:"]
    called = Worked(worker_id="Ana", planned_id=duty.id, duty=duty, awake=90)
    assert at_work("OC", worked=(called,)) == 1.5


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 9), (AUTUMN, 11)])
def test_hours_are_as_long_as_they_were(day: date, hours: int) -> None:
    for change in ("actual", "nominal"):
        pay = paid("Sat\nAna N", start=day, terms={"clock_change": change})
        assert tally(pay).at_work == hours * H
