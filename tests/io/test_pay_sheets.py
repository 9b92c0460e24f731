"""The Pay rules and Worked sheets, read beside a rota."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from rota.io.read import Loaded, read
from rota.payroll import HourClass, PayTerms, Worked
from tests.io.workbooks import Rows, dates, faults, made, sheets

DAY = date(2026, 12, 7)
WORKED = ["Name", "Date", "Shift", "From", "To", "Worked", "Hours awake",
          "Miles", "Travel minutes", "Note"]  # fmt: skip
ROTA: Rows = [
    ["Name", *dates(3)],
    ["Ana Silva", "E", "N", "L/SI"],
    ["Ben Okoro", "9-3", None, None],
]
SERVICE: Rows = [
    ["Name", "Rowan House"],
    ["Starts", DAY],
    ["Weeks", 2],
    ["Full-time hours", 39],
]
PAY = ["Setting", "Value", "For", "From", "To"]


def loaded(tmp_path: Path, **changes: Any) -> Loaded:
    given = {"Rota": ROTA, "Service": SERVICE} | changes
    return read(made(tmp_path, sheets(**given)))


def worked(tmp_path: Path, *rows: list[Any]) -> tuple[Worked, ...]:
    return loaded(tmp_path, Worked=[WORKED, *rows]).pay.worked


def terms(tmp_path: Path, name: str, day: date, *rows: list[Any]) -> PayTerms:
    found = loaded(tmp_path, Pay_rules=[PAY, *rows])
    worker = next(w for w in found.problem.workers if w.name == name)
    return found.pay.rules.of(worker, day)


def complaint(tmp_path: Path, **changes: Any) -> str:
    given = {"Rota": ROTA, "Service": SERVICE} | changes
    (fault,) = faults(made(tmp_path, sheets(**given)))
    return str(fault)


# -- pay rules ----------------------------------------------------------------


def test_without_the_sheet_terms_are_the_defaults(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    ana = found.problem.workers[0]
    assert found.pay.rules.of(ana, DAY) == PayTerms(full_time=39 * 60)


def test_settings_are_read_as_what_they_are(tmp_path: Path) -> None:
    found = terms(
        tmp_path, "Ana Silva", DAY,
        ["Night from", time(22), None, None, None],
        ["Evening from", "19:30", None, None, None],
        ["Premiums", "Sundays, BH", None, None, None],
        ["Whole nights", "yes", None, None, None],
        ["Overtime after", "week", None, None, None],
        ["Awake in fee", 30, None, None, None],
        ["Holiday accrual", "12.5 %", None, None, None],
        ["Rolled-up leave", "Yes", None, None, None],
    )  # fmt: skip
    assert found.night_from == 22 * 60
    assert found.evening_from == 19 * 60 + 30
    assert found.premiums == (HourClass.SUNDAY, HourClass.HOLIDAY)
    assert found.whole_nights
    assert found.overtime_after.value == "contract in the week"
    assert found.awake_in_fee == 30
    assert found.leave_accrual == 12.5
    assert found.leave_rolled_up


def test_a_person_goes_before_a_role_and_a_role_before_everybody(
    tmp_path: Path,
) -> None:
    rows: Rows = [
        ["Night from", "21:00", "Ben Okoro", None, None],
        ["Night from", "20:00", "Support worker", None, None],
        ["Night from", "22:00", None, None, None],
        ["Night from", "22:30", "permanent", None, None],
    ]
    found = {
        name: terms(tmp_path, name, DAY, *rows).night_from / 60
        for name in ("Ana Silva", "Ben Okoro", "Cara Jones")
    }
    assert found == {"Ana Silva": 22.5, "Ben Okoro": 21, "Cara Jones": 20}


@pytest.mark.parametrize("typed", [12.07, 0.1207, "12.07", "12.07%"])
def test_per_cent_of_leave_may_be_typed_in_any_way(
    tmp_path: Path, typed: object
) -> None:
    row = ["Leave accrual", typed, None, None, None]
    found = terms(tmp_path, "Ana Silva", DAY, row).leave_accrual
    assert found == pytest.approx(12.07)


def test_one_person_may_be_as_the_law_says(tmp_path: Path) -> None:
    rows: Rows = [
        ["Leave accrual", 10, None, None, None],
        ["Leave accrual", "By law", "Ana Silva", None, None],
    ]
    assert terms(tmp_path, "Ana Silva", DAY, *rows).leave_accrual == "by law"
    assert terms(tmp_path, "Ben Okoro", DAY, *rows).leave_accrual == 10


def test_the_leave_year_goes_with_the_terms(tmp_path: Path) -> None:
    rows = [*SERVICE, ["Leave year", "01/04/2026"]]
    assert loaded(tmp_path, Service=rows).pay.leave_year == date(2026, 4, 1)
    assert loaded(tmp_path).pay.leave_year is None


def test_a_setting_may_have_dates(tmp_path: Path) -> None:
    row = ["Clock change", "nominal", None, date(2026, 12, 10), None]
    assert terms(tmp_path, "Ana Silva", DAY, row).clock_change == "actual"
    later = date(2026, 12, 10)
    assert terms(tmp_path, "Ana Silva", later, row).clock_change == "nominal"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Nigt from", "22:00"], "Pay rules!A2 says 'Nigt from': expected"),
        (["Night from", None], "Pay rules!B2: the setting needs a value."),
        (["Night from", "late"], "Pay rules!B2 says 'late': a time"),
        (
            ["Leave accrual", 50],
            "Pay rules!B2 says '50': expected per cent from 0 to 30, or by",
        ),
        (["Leave accrual", 0.5], "B2 says '0.5': expected per cent"),
        (["Leave accrual", "some"], "B2 says 'some': expected per cent"),
        (["Premiums", "nights, Frday"], "Pay rules!B2 says 'nights, Frday'"),
        (["Night from", "22:00", "Bn Okoro"], "Did you mean 'Ben Okoro'?"),
        (
            ["Night from", "22:00", None, dates()[5], DAY],
            "this is before the day in From.",
        ),
    ],
)
def test_what_is_wrong_in_pay_rules_has_an_address(
    tmp_path: Path, row: list[Any], said: str
) -> None:
    assert said in complaint(tmp_path, Pay_rules=[PAY, row])


# -- worked -------------------------------------------------------------------


def test_a_row_without_times_says_that_it_was_as_planned(
    tmp_path: Path,
) -> None:
    (one,) = worked(tmp_path, ["Ana Silva", DAY, None])
    assert one.duty is not None
    assert one.duty.times == "07:00-15:00"
    assert one.planned_id.startswith("2026-12-07:E")


def test_times_are_those_nearest_to_the_plan(tmp_path: Path) -> None:
    second = dates()[1]
    (one,) = worked(tmp_path, ["Ana Silva", second, "N", "21:45", time(7, 30)])
    assert one.duty is not None
    assert one.duty.length == 9 * 60 + 45
    assert one.duty.wage == one.duty.length - 30  # its break stays


def test_a_night_that_began_after_midnight(tmp_path: Path) -> None:
    (one,) = worked(tmp_path, ["Ana Silva", dates()[1], "N", "00:30", None])
    assert one.duty is not None
    assert one.duty.length == 6 * 60 + 30


def test_a_sleep_in_with_hours_awake_miles_and_a_note(
    tmp_path: Path,
) -> None:
    row = ["Ana Silva", dates()[2], "SI", None, None, None, 0.75, 6.4, 20,
           "fire alarm"]  # fmt: skip
    (one,) = worked(tmp_path, row)
    assert (one.awake, one.miles, one.travel) == (45, 6.4, 20)
    assert one.note == "fire alarm"


def test_a_shift_that_was_not_worked(tmp_path: Path) -> None:
    (one,) = worked(tmp_path, ["Ana Silva", DAY, "E", None, None, "no"])
    assert one.duty is None


def test_extra_shifts_by_code_and_by_times(tmp_path: Path) -> None:
    by_code, by_times = worked(
        tmp_path,
        ["Ben Okoro", dates()[1], "L"],
        ["Ben Okoro", dates()[2], None, "10:00", "12:30"],
    )
    assert (by_code.planned_id, by_times.planned_id) == ("", "")
    assert by_code.duty is not None
    assert by_times.duty is not None
    assert by_code.duty.wage == 7 * 60 + 30
    assert by_times.duty.times == "10:00-12:30"


def test_an_extra_shift_does_not_change_the_rota(tmp_path: Path) -> None:
    plain = loaded(tmp_path)
    more = loaded(
        tmp_path,
        Worked=[WORKED, ["Ben Okoro", dates()[1], "10:00-12:00"]],
    )
    assert more.problem == plain.problem
    assert more.roster == plain.roster


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Ana Silva", dates()[2], None]], "which one is it? The rota has"),
        ([["Ana Slva", DAY, "E"]], "Did you mean 'Ana Silva'?"),
        ([["Cara Jones", DAY, None]], "has no shift of this person that day"),
        ([["Cara Jones", DAY, None, "10:00"]], "Worked!E2: an extra shift"),
        ([["Cara Jones", DAY, "E", None, None, "no"]], "no such shift to"),
        ([["Ana Silva", DAY, "E/L"]], "one shift in each row"),
        ([["Ana Silva", DAY, "Q"]], "is no code of Shift types"),
        (
            [["Ana Silva", DAY, "E"], ["Ana Silva", DAY, None]],
            "row 2 is about the same shift",
        ),
        (
            [["Ana Silva", DAY, "E", "15:30", None]],
            "with the start before it that makes -30 min",
        ),
        (
            [["Ana Silva", DAY, "E", None, None, None, 1]],
            "E is no sleep-in or on-call",
        ),
        (
            [["Ana Silva", dates()[2], "SI", None, None, None, 10]],
            "SI was only 9 h long",
        ),
    ],
)
def test_what_is_wrong_in_worked_has_an_address(
    tmp_path: Path, rows: Rows, said: str
) -> None:
    assert said in complaint(tmp_path, Worked=[WORKED, *rows])


def test_faults_of_worked_are_said_with_those_of_other_sheets(
    tmp_path: Path,
) -> None:
    content = sheets(
        Rota=ROTA,
        Service=SERVICE,
        Worked=[WORKED, ["Ana Slva", DAY, "E"]],
        Leave=[["Name", "First"], ["Bn Okoro", DAY]],
    )
    said = {fault.sheet for fault in faults(made(tmp_path, content))}
    assert said == {"Worked", "Leave"}
