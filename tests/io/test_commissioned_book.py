"""What was given, for those who fund it, from the Worked sheet on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from rota.cli import main
from rota.errors import OutputError
from rota.io.commissioned_book import write_commissioned
from tests.io.plan_books import (
    PLAN_HEAD,
    SESSIONS_HEAD,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import made, sheets

WORKED = ["Name", "Date", "Shift", "From", "To", "Worked"]
VISIT = [WEDNESDAY, "09:00", "10:00", "Alma R", "visit", "Ana Silva", None]
RECORD = ["Ana Silva", WEDNESDAY, "visit", "09:00", "09:45", None]


def book(tmp_path: Path) -> Path:
    visits = plan("Alma R", "visit", From="09:00", To="10:00", Days="Wed")
    content = plan_sheets(visits, Sessions=[SESSIONS_HEAD, VISIT])
    head = [*PLAN_HEAD, "Funder"]
    content["Support plans"] = [head, [*visits, "Northshire"]]
    content["Worked"] = [WORKED, RECORD]
    return made(tmp_path, content)


def hours(file: Path, *more: Any) -> Any:
    out = file.with_name("hours.xlsx")
    args = ["hours", str(file), "-o", str(out), *map(str, more)]
    return CliRunner().invoke(main, args)


def test_funders_are_told_what_was_worked(tmp_path: Path) -> None:
    file, out = book(tmp_path), tmp_path / "funders.xlsx"
    said = hours(file, "--commissioned", out)
    assert said.exit_code == 0, said.output
    assert f"The commissioned hours are in {out}" in said.output
    written = openpyxl.load_workbook(out)
    assert written.sheetnames == ["Commissioned hours"]
    rows = list(written.worksheets[0].iter_rows(values_only=True))
    [line] = [row for row in rows if row[3] == "Alma R"]
    assert line[0] == "Northshire"
    assert line[6:9] == (1, 1, 0.75)
    payroll = openpyxl.load_workbook(file.with_name("hours.xlsx"))
    assert not [
        cell
        for sheet in payroll.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if "Alma" in str(cell)
    ]


def test_a_week_that_is_not_over_is_left_blank(tmp_path: Path) -> None:
    file, out = book(tmp_path), tmp_path / "funders.xlsx"
    last = f"{WEDNESDAY:%d/%m/%Y}"
    said = hours(file, "--commissioned", out, "--to", last)
    assert said.exit_code == 0, said.output
    sheet = openpyxl.load_workbook(out).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    [line] = [row for row in rows if row[3] == "Alma R"]
    assert line[6:9] == (1, 1, None)
    assert any("these weeks were not over" in str(row[0]) for row in rows)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = book(tmp_path)
    said = hours(file, "--commissioned", tmp_path / "funders.csv")
    assert said.exit_code
    assert "commissioned hours are written as .xlsx" in said.output
    said = hours(
        made(tmp_path, sheets()), "--commissioned", tmp_path / "funders.xlsx"
    )
    assert "This workbook has no support plans." in said.output
    with pytest.raises(OutputError):
        write_commissioned((), tmp_path / "funders.xlsx")
