"""Compensatory rest: owed, due, repaid; as UK_RULES 3.5 and 4.3 have it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rota.calendar import DAY, HOUR, clock, instant, local_date
from rota.domain import Kind
from rota.rest_ledger import RestOwed, rest_owed
from tests.chance import Chance
from tests.given import AUTUMN, MONDAY, SPRING, given, shift_type

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def ledger(grid: str, **facts: Any) -> tuple[RestOwed, ...]:
    case = given(grid, **facts)
    return rest_owed(case.problem, case.roster)


def owed(grid: str, **facts: Any) -> list[float]:
    return [debt.owed / 60 for debt in ledger(grid, **facts)]


def test_eleven_hours_owe_nothing() -> None:
    assert owed(f"{WEEK}\nAna E E L L . . .") == []


def test_case_08_a_late_and_then_an_early_owes_two_hours() -> None:
    (debt,) = ledger(f"{WEEK}\nAna L E . . . . .")
    assert (debt.had, debt.owed) == (9 * 60, 2 * 60)
    assert local_date(debt.since) == MONDAY + timedelta(days=1)
    assert debt.due_by == date(2026, 6, 5)


def test_the_next_long_rest_repays_it() -> None:
    (debt,) = ledger(f"{WEEK}\nAna L E L . . . .")
    (rest,) = debt.repaid
    assert (clock(rest.begins), clock(rest.ends)) == ("15:00", "14:00")
    assert rest.minutes == 120
    assert (debt.left, debt.is_late) == (0, False)


def test_eleven_hours_alone_repay_nothing() -> None:
    types = (shift_type("X", "02:00-10:00"), shift_type("Y", "21:00-23:00"))
    (debt,) = ledger("Mon Tue Wed\nAna L E X/Y", types=types)
    assert debt.left == 120


def test_an_open_end_counts_until_the_rota_ends() -> None:
    (debt,) = ledger("Mon Tue\nAna L E")
    assert debt.left == 120  # nine hours of Tuesday are not more than eleven
    (debt,) = ledger("Mon Tue Wed\nAna L E .")
    assert debt.left == 0


def test_case_09_late_sleep_in_and_early_owe_a_whole_rest() -> None:
    (debt,) = ledger("Mon Tue Wed\nAna L/SI E L")
    assert debt.owed == 11 * 60
    assert debt.left == 0  # 23 hours until the late
    (short,) = ledger("Mon Tue Wed\nAna L/SI E E")
    assert short.left == 11 * 60 - 5 * 60  # 16 hours until the early


def test_case_39_a_late_and_a_sleep_in_owe_four_hours() -> None:
    (debt,) = ledger("Mon Tue Wed\nAna L/SI . E")
    assert debt.owed == 4 * 60
    assert debt.left == 0
    (rest,) = debt.repaid
    assert rest.ends - rest.begins == 24 * 60


def test_case_40_two_blocks_back_to_back_owe_two_rests() -> None:
    debts = ledger(f"{WEEK}\nAna L/SI E/L/SI E . . . .")
    assert [d.owed / 60 for d in debts] == [11, 11]


@pytest.mark.parametrize(
    ("hours", "rest"),
    [(13, 11), (15, 13), (17, 15), (24, 22), (25, 22), (33, 22), (38, 23),
     (48, 33)],
)  # fmt: skip
def test_the_rest_after_a_block_is_that_of_section_4_3(
    hours: int, rest: int
) -> None:
    """Eleven hours, and what the block owes."""
    case = given(f"{WEEK}\nAna E . . . . . .")
    (entry,) = case.roster
    early = case.problem.duty[entry.duty_id]
    block = early.replace(ends=early.begins + hours * HOUR)
    problem = case.problem.replace(
        shifts=tuple(
            block if shift.id == block.id else shift
            for shift in case.problem.shifts
        )
    )
    debts = rest_owed(problem, type(case.roster)(problem, case.roster.pairs))
    assert 11 + sum(d.owed for d in debts) / 60 == rest


def test_a_split_day_is_tested_overnight() -> None:
    """07-11 and 16-21: ten hours' night, one hour owed (section 3.2)."""
    types = (shift_type("A", "07:00-11:00"), shift_type("B", "16:00-21:00"))
    debts = ledger("Mon Tue Wed\nAna A/B A .", types=types)
    assert [d.owed for d in debts] == [60]


def test_three_long_days_in_a_row_owe_an_hour_each() -> None:
    types = (shift_type("LD", "08:00-22:00"),)
    assert owed(f"{WEEK}\nAna LD LD LD . . . .", types=types) == [1, 1, 1]


def test_rest_over_the_clock_changes_is_what_passed() -> None:
    types = (shift_type("L", "13:00-21:00"), shift_type("D", "08:00-16:00"))
    grid = "Sat Sun\nAna L D"
    assert owed(grid, start=SPRING, types=types) == [1]
    late = (shift_type("L", "14:00-22:00"), types[1])
    assert owed(grid, start=AUTUMN, types=late) == []


def test_under_18_it_is_twelve_hours() -> None:
    types = (shift_type("D", "11:00-19:00"), shift_type("C", "06:00-14:00"))
    young = {"Ana": {"born_on": date(2009, 1, 1)}}
    grid = "Mon Tue Wed\nAna D C ."
    assert owed(grid, types=types) == []
    assert owed(grid, types=types, workers=young) == [1]


def test_what_came_before_the_rota_is_in_it() -> None:
    (debt,) = ledger("Mon Tue\nAna E .", history="Sun\nAna L")
    assert debt.begins < instant(MONDAY)
    assert debt.left == 0


def test_on_call_at_home_is_rest() -> None:
    types = (shift_type("OC", "22:00-07:00", Kind.ON_CALL),)
    assert owed("Mon Tue\nAna E/OC .", types=types) == []


def test_a_late_repayment_is_told() -> None:
    types = (shift_type("LD", "07:00-20:00"),)  # eleven hours between
    (debt,) = ledger(f"{WEEK} Mon\nAna L LD LD LD LD LD . .", types=types)
    assert debt.owed == 120
    assert debt.left == 0
    assert debt.is_late
    (soon,) = ledger(f"{WEEK} Mon\nAna L LD LD LD . . . .", types=types)
    assert not soon.is_late


@pytest.mark.parametrize("seed", range(25))
def test_no_rest_repays_more_than_it_has(seed: int) -> None:
    chance = Chance(seed)
    problem = chance.problem()
    debts = rest_owed(problem, chance.roster(problem, 0.3))
    spent: dict[tuple[str, int, int], int] = {}
    for debt in debts:
        assert 0 <= debt.left <= debt.owed
        assert debt.ends - debt.begins == DAY
        for rest in debt.repaid:
            assert rest.begins >= debt.since
            place = (debt.worker_id, rest.begins, rest.ends)
            spent[place] = spent.get(place, 0) + rest.minutes
    for (_, begins, ends), minutes in spent.items():
        assert minutes <= ends - begins - 11 * HOUR
