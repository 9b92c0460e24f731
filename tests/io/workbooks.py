"""Small workbooks for tests, each sheet as rows; made in a tmp_path."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl

from rota.errors import Fault, WorkbookError
from rota.io.read import read

Rows = list[list[Any]]
START = date(2026, 12, 7)

SERVICE: Rows = [
    ["Name", "Rowan House"],
    ["Starts", START],
    ["Weeks", 2],
]
SHIFT_TYPES: Rows = [
    ["Code", "Name", "Start", "End", "Kind", "Break minutes", "Counts as"],
    ["E", "Early", "07:00", "15:00", "waking", 30, None],
    ["L", "Late", "14:00", "22:00", "waking", 30, None],
    ["LD", "Long day", "07:00", "22:00", "waking", 60, "E, L"],
    ["N", "Night", "22:00", "07:00", "waking", 30, None],
    ["SI", "Sleep-in", "22:00", "07:00", "sleep-in", None, None],
]
COVER: Rows = [
    ["Shift", "Days", "Minimum", "Ideal", "Medication"],
    ["E", "every day", 2, 3, 1],
    ["L", None, 2, None, 1],
    ["N", None, 1, None, None],
]
WORKERS: Rows = [
    ["Name", "Role", "Hours", "Skills", "Nights"],
    ["Ana Silva", "Senior", 37.5, "Medication", None],
    ["Ben Okoro", "Support worker", 30, None, "N"],
    ["Cara Jones", "Support worker", 22.5, "Medication, First aid", None],
]


def sheets(**changes: Any) -> dict[str, Rows]:
    """Give the required sheets with changes; None leaves a sheet out."""
    found: dict[str, Rows | None] = {
        "Service": SERVICE,
        "Shift types": SHIFT_TYPES,
        "Cover": COVER,
        "Workers": WORKERS,
    }
    found |= {name.replace("_", " "): rows for name, rows in changes.items()}
    return {name: rows for name, rows in found.items() if rows is not None}


def made(path: Path, content: dict[str, Rows]) -> Path:
    """Write a workbook and give its path."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in content.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = path / "rowan.xlsx"
    workbook.save(file)
    return file


def faults(file: Path) -> tuple[Fault, ...]:
    """Read a workbook that has faults, and give them."""
    try:
        loaded = read(file)
    except WorkbookError as error:
        return error.faults
    raise AssertionError(f"no fault was found; notes: {loaded.notes}")


def dates(number: int = 14) -> list[date]:
    """Give the first dates of the rota."""
    return [START + timedelta(days=n) for n in range(number)]


def with_row(rows: Rows, *more: Iterable[Any]) -> Rows:
    """Give rows with more under them."""
    return [*rows, *(list(row) for row in more)]


def with_cell(rows: Rows, row: int, column: int, value: Any) -> Rows:
    """Give rows with one cell changed; both count from 1, as in Excel."""
    copy = [list(one) for one in rows]
    copy[row - 1][column - 1] = value
    return copy
