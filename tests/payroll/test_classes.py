"""Every minute of a duty is of one class, the right one."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rota.calendar import Attribution
from rota.domain import Kind
from rota.payroll import HourClass, PayTerms
from tests.given import AUTUMN, MONDAY, SPRING, meeting, shift_type
from tests.payroll.paying import hours, paid, tally

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
EVE = date(2026, 12, 24)  # a Thursday


def test_a_late_has_an_evening_and_a_night_its_night() -> None:
    pay = paid(f"{WEEK}\nAna L . N . . . .")
    # L 14-22: evening from 20:00; N 22-08: night 23-06
    assert hours(pay) == {"plain": 6 + 2, "evening": 2 + 1, "night": 7}


def test_the_weekend_goes_before_the_night() -> None:
    pay = paid("Fri Sat Sun\nAna N N N", start=date(2026, 6, 5))
    # Friday's 22-24, then Saturday, then Sunday, then Monday's 0-6 and 6-8
    assert hours(pay) == {
        "evening": 1,
        "night": 1 + 6,
        "Saturday": 8 + 2,
        "Sunday": 8 + 2,
        "plain": 2,
    }


def test_the_order_of_premiums_decides() -> None:
    order = (HourClass.NIGHT, HourClass.SUNDAY)
    pay = paid(
        "Sat Sun\nAna N N",
        start=date(2026, 6, 6),
        terms={"premiums": order},
    )
    # Saturday and evening are left out: 22-23 on Saturday is plain
    assert hours(pay) == {"night": 14, "Sunday": 2 + 1, "plain": 1 + 2}


def test_a_whole_night_is_night_from_end_to_end() -> None:
    grid = f"{WEEK}\nAna L . N . . . ."
    pay = paid(grid, terms={"whole_nights": True})
    assert hours(pay) == {"plain": 6, "evening": 2, "night": 10}


def test_other_times_of_evening_and_night() -> None:
    terms = {"evening_from": 18 * 60, "night_from": 21 * 60, "night_to": 420}
    pay = paid(f"{WEEK}\nAna L . N . . . .", terms=terms)
    assert hours(pay) == {"plain": 4 + 1, "evening": 3, "night": 1 + 9}


def test_a_night_that_begins_after_midnight() -> None:
    terms = {"night_from": 0, "night_to": 6 * 60}
    pay = paid("Mon\nAna N", terms=terms)
    assert hours(pay) == {"evening": 2, "night": 6, "plain": 2}


def test_an_unpaid_break_lies_in_the_middle() -> None:
    types = (shift_type("L", "14:00-22:00", break_minutes=60),)
    pay = paid("Mon\nAna L", types=types)
    assert hours(pay) == {"plain": 5, "evening": 2, "unpaid": 1}
    # of a night 22-08 it is the middle of the night, 02:30 to 03:30
    types = (shift_type("N", "22:00-08:00", break_minutes=60),)
    pay = paid("Mon\nAna N", types=types)
    assert hours(pay)["night"] == 6


def test_paid_hours_as_typed_leave_the_rest_unpaid() -> None:
    types = (shift_type("E", "07:00-15:00", contract=7 * 60),)
    pay = paid("Mon\nAna E", types=types)
    assert hours(pay) == {"plain": 7, "unpaid": 1}


def test_paid_hours_as_typed_do_not_lengthen_a_night_in_march() -> None:
    types = (shift_type("N", "22:00-08:00", contract=570),)
    pay = paid("Sat\nAna N", start=SPRING, types=types)
    assert hours(pay)["unpaid"] == 0.5
    assert tally(pay).hourly == (9 - 0.5) * 60


def test_a_sleep_in_is_a_night_with_a_fee() -> None:
    pay = paid("Mon\nAna SI")
    assert hours(pay) == {"sleep-in": 9}
    counted = tally(pay)
    assert (counted.sleep_ins, counted.hourly, counted.minimum_wage) == (
        1,
        0,
        0,
    )


def test_training_and_on_call_are_classes_of_their_own() -> None:
    on_call = shift_type("OC", "17:00-09:00", Kind.ON_CALL)
    training = meeting("TR", MONDAY, "09:00-16:00", ("Ana",))
    pay = paid("Mon Tue\nAna . OC", types=(on_call,), diary=(training,))
    assert hours(pay) == {"on call": 16}
    assert tally(pay).on_calls == 1
    pay = paid(
        "Sun\nAna TR",
        start=date(2026, 6, 7),
        types=(shift_type("TR", "09:00-16:00", Kind.TRAINING),),
    )
    assert hours(pay) == {"training": 7}


# -- clock changes ------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "actual", "nominal"), [(SPRING, 9, 10), (AUTUMN, 11, 10)]
)
def test_a_night_of_the_clock_change(
    start: date, actual: int, nominal: int
) -> None:
    for change, length in (("actual", actual), ("nominal", nominal)):
        terms = {"clock_change": change, "premiums": (HourClass.NIGHT,)}
        pay = paid("Sat\nAna N", start=start, terms=terms)
        found = hours(pay)
        assert sum(found.values()) == length
        assert found["night"] == length - 3  # 22-23 and 6-8 are plain
        counted = tally(pay)
        assert counted.clock_change == (actual - length) * 60
        assert counted.minimum_wage == actual * 60  # it is always due


def test_a_clock_change_is_sunday_by_what_passed() -> None:
    pay = paid("Sat\nAna N", start=AUTUMN)
    assert hours(pay) == {"Saturday": 2, "Sunday": 9}
    pay = paid("Sat\nAna N", start=SPRING)
    assert hours(pay) == {"Saturday": 2, "Sunday": 7}


# -- bank holidays ------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "eve", "christmas"),
    [
        (Attribution.SPLIT, 8, 10),
        (Attribution.START, 0, 10),
        (Attribution.MAJORITY, 10, 10),
        (Attribution.WINDOW, 0, 10),
    ],
)
def test_case_28_a_night_into_christmas_day_and_out_of_it(
    how: Attribution, eve: int, christmas: int
) -> None:
    """Boxing Day is a Saturday, and a bank holiday on the basis `both`."""
    for cells, expected in (("N .", eve), (". N", christmas)):
        pay = paid(f"Thu Fri\nAna {cells}", start=EVE, holiday_attribution=how)
        assert hours(pay).get("bank holiday", 0) == expected, cells


@pytest.mark.parametrize(
    ("how", "on_holiday"),
    [
        (Attribution.SPLIT, 1),  # 7 of 9 hours
        (Attribution.START, 0),
        (Attribution.MAJORITY, 1),
        (Attribution.WINDOW, 0),
    ],
)
def test_a_sleep_in_over_midnight_of_a_bank_holiday(
    how: Attribution, on_holiday: int
) -> None:
    counted = tally(
        paid("Thu Fri\nAna SI .", start=EVE, holiday_attribution=how)
    )
    assert counted.sleep_ins == 1
    assert counted.sleep_ins_on_holiday == on_holiday
    assert counted.classes[HourClass.ASLEEP] == 9 * 60


def test_a_bank_holiday_window_opens_when_it_says() -> None:
    pay = paid(
        "Thu Fri\nAna N .",
        start=EVE,
        holiday_attribution=Attribution.WINDOW,
        holiday_opens=7 * 60,
    )
    assert hours(pay)["bank holiday"] == 1  # 07:00 to 08:00 on Christmas Day


# -- terms --------------------------------------------------------------------


def test_terms_name_each_premium_once() -> None:
    for wrong in (
        (HourClass.NIGHT, HourClass.NIGHT),
        (HourClass.PLAIN,),
    ):
        with pytest.raises(ValidationError, match="at most once"):
            PayTerms(premiums=wrong)
