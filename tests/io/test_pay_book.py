"""The hours as a workbook and as a CSV: the same numbers."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from rota.cli import main
from rota.errors import OutputError
from rota.io.pay_book import write_hours
from rota.io.read import read
from rota.payroll import Payroll, payroll
from tests.io.workbooks import Rows, dates, made, sheets

ROTA: Rows = [
    ["Name", *dates(7)],
    ["Ana Silva", "E", "N", None, "L/SI", None, "LD", "LD"],
    ["Ben Okoro", "9-3", "L", "L", None, "AL", None, "E"],
    ["Cara Jones", None, "TR", "E", "E", "E", "E", None],
]
WORKED: Rows = [
    ["Name", "Date", "Shift", "From", "To", "Worked", "Hours awake", "Miles",
     "Note"],
    ["Ana Silva", dates()[0], "E", None, "15:20", None, None, 11.5, "@home"],
    ["Ana Silva", dates()[3], "SI", None, None, None, 1.5, None, None],
    ["Ben Okoro", dates()[1], "L", None, None, "no", None, None, None],
]  # fmt: skip
WORKERS: Rows = [
    ["Name", "Role", "Hours", "Payroll", "Leave brought forward"],
    ["Ana Silva", "Senior", 37.5, "007", 100],
    ["Ben Okoro", "Support worker", 30, "+8", None],
    ["Cara Jones", "Support worker", 22.5, None, None],
]


def book(tmp_path: Path, **changes: Any) -> Path:
    given = {"Rota": ROTA, "Worked": WORKED, "Workers": WORKERS} | changes
    return made(tmp_path, sheets(**given))


def pay_of(file: Path) -> Payroll:
    loaded = read(file)
    return payroll(loaded.problem, loaded.roster, loaded.pay)


def table(path: Path, title: str) -> list[dict[str, Any]]:
    """Read a page of people as rows by heading; the sum is the last."""
    sheet = openpyxl.load_workbook(path)[title]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if row[1] == "Name")
    heads = [str(head) for head in rows[at] if head is not None]
    body = [row for row in rows[at + 1 :] if any(v is not None for v in row)]
    return [dict(zip(heads, row, strict=False)) for row in body]


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_csv_has_the_numbers_of_the_workbook(tmp_path: Path) -> None:
    pay = pay_of(book(tmp_path))
    excel = write_hours(pay, tmp_path / "hours.xlsx")
    rows = csv_rows(write_hours(pay, tmp_path / "hours.csv"))
    compared = 0
    pages = {"worked": "Hours to pay", "planned": "As planned"}
    for figures, title in pages.items():
        lines = [row for row in rows if row["Figures"] == figures]
        *people, every = table(excel, title)
        assert [p["Name"] for p in people] == [row["Name"] for row in lines]
        for person, line in zip(people, lines, strict=True):
            for heading, said in line.items():
                value = person.get(heading)
                if isinstance(value, int | float):
                    assert float(said) == value, (figures, heading)
                    compared += 1
        for heading, value in every.items():
            if isinstance(value, int | float):
                total = sum(float(line[heading]) for line in lines)
                assert total == pytest.approx(value)
    assert compared > 60
    (_, *_), balances = lines, table(excel, "Carried on")
    worked = [row for row in rows if row["Figures"] == "worked"]
    for person, line in zip(balances, worked, strict=False):
        for heading in person:
            value = person[heading]
            if isinstance(value, int | float):
                assert float(line[heading]) == value, heading


def test_what_a_page_leaves_out_is_nothing_in_the_csv(tmp_path: Path) -> None:
    pay = pay_of(book(tmp_path))
    excel = write_hours(pay, tmp_path / "hours.xlsx")
    rows = csv_rows(write_hours(pay, tmp_path / "hours.csv"))
    shown = table(excel, "Hours to pay")[0].keys()
    carried = table(excel, "Carried on")[0].keys()
    left_out = rows[0].keys() - shown - carried - {"From", "To", "Figures"}
    assert {"Travel", "Clock change", "On call"} <= left_out
    worked = [row for row in rows if row["Figures"] == "worked"]
    assert all(float(row[head]) == 0 for row in worked for head in left_out)


def test_hours_are_what_was_worked(tmp_path: Path) -> None:
    rows = csv_rows(write_hours(pay_of(book(tmp_path)), tmp_path / "h.csv"))
    ana, ben, cara = rows[:3]
    assert (ana["Payroll"], ana["Name"]) == ("007", "Ana Silva")
    assert float(ana["Awake on sleep-ins"]) == 1.5
    assert float(ana["Sleep-ins"]) == 1
    assert float(ana["Miles"]) == 11.5
    assert float(ben["Leave"]) == 6  # a fifth of thirty
    assert float(cara["Training"]) == 7.5
    planned = rows[4]
    assert float(planned["Hours to pay"]) - float(ben["Hours to pay"]) == 7.5


def test_leave_by_the_hour_stands_on_the_page_and_in_the_csv(
    tmp_path: Path,
) -> None:
    people: Rows = [
        [*WORKERS[0], "Contract"],
        [*WORKERS[1], None],
        ["Ben Okoro", "Support worker", None, "+8", 20, "bank"],
        [*WORKERS[3], None],
    ]
    offer: Rows = [
        ["Name", "First", "Last"],
        ["Ben Okoro", *dates(14)[::13]],
    ]
    file = book(tmp_path, Workers=people, Availability=offer)
    pay = pay_of(file)
    rows = csv_rows(write_hours(pay, tmp_path / "h.csv"))
    assert [float(row["Leave accrued"]) for row in rows[:3]] == [
        0,
        3,
        0,
    ]  # of 21 h
    assert float(rows[1]["Leave: added"]) == 3
    excel = write_hours(pay, tmp_path / "hours.xlsx")
    (_, ben, *_) = table(excel, "Hours to pay")
    assert ben["Leave accrued"] == 3
    assert "Rolled-up leave" not in ben


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    pay = pay_of(book(tmp_path))
    excel = write_hours(pay, tmp_path / "hours.xlsx")
    for sheet in openpyxl.load_workbook(excel).worksheets:
        for row in sheet.iter_rows():
            assert not [c for c in row if c.data_type == "f"], sheet.title
    rows = csv_rows(write_hours(pay, tmp_path / "hours.csv"))
    assert rows[1]["Payroll"] == "'+8"


def test_a_shift_that_was_not_worked_is_listed(tmp_path: Path) -> None:
    excel = write_hours(pay_of(book(tmp_path)), tmp_path / "hours.xlsx")
    lines = table(excel, "Shifts")
    (missed,) = [one for one in lines if one["Worked"] == "not worked"]
    assert missed["Name"] == "Ben Okoro"
    assert missed["Planned"] == "14:00-22:00"
    (longer,) = [one for one in lines if one["Worked"] == "07:00-15:20"]
    assert longer["Note"] == "@home"


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"as \.xlsx or as \.csv"):
        write_hours(pay_of(book(tmp_path)), tmp_path / "hours.pdf")


def test_the_workbook_is_never_written_over(tmp_path: Path) -> None:
    file = book(tmp_path)
    before = file.read_bytes()
    place = write_hours(pay_of(file), file, file)
    assert place != file
    assert file.read_bytes() == before


# -- the command --------------------------------------------------------------


def run(*typed: object) -> tuple[int, str]:
    answer = CliRunner().invoke(main, [str(word) for word in typed])
    return answer.exit_code, answer.output


def test_the_command_says_what_is_not_known(tmp_path: Path) -> None:
    out = tmp_path / "hours.xlsx"
    code, said = run("hours", book(tmp_path), "-o", out)
    assert code == 0
    assert "are not in the Worked sheet" in said
    assert "Sleep-ins: 1" in said
    assert str(out) in said
    names = openpyxl.load_workbook(out).sheetnames
    assert names == [
        "Hours to pay",
        "As planned",
        "Carried on",
        "Shifts",
        "Terms",
    ]


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%Y-%m-%d"])
def test_a_pay_period_of_a_few_days(tmp_path: Path, form: str) -> None:
    first = date(2026, 12, 7)
    last = first + timedelta(days=1)
    out = tmp_path / "two days.csv"
    code, _ = run(
        "hours", book(tmp_path), "--from", f"{first:{form}}",
        "--to", f"{last:{form}}", "-o", out,
    )  # fmt: skip
    assert code == 0
    rows = csv_rows(out)
    assert {row["To"] for row in rows} == {"08/12/2026"}
    shifts = {row["Name"]: row["Shifts"] for row in rows[:3]}
    assert shifts == {"Ana Silva": "2", "Ben Okoro": "1", "Cara Jones": "1"}


def test_a_day_that_is_none_and_a_period_that_is_none(tmp_path: Path) -> None:
    file, out = book(tmp_path), tmp_path / "hours.csv"
    code, said = run("hours", file, "--from", "31/11/2026", "-o", out)
    assert code == 2
    assert "31/11/2026" in said
    code, said = run("hours", file, "--to", "01/12/2026", "-o", out)
    assert code == 2
    assert "before it begins" in said
    assert not out.exists()
