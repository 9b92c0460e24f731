"""Filling the sheets of a blank workbook from tables of plain text.

A table is written as people would: a line of headings, then a line for each
row, with `|` between the cells. What stands in a cell is turned into what the
schema says the column holds, so that dates are dates and hours are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter

from rota.io.forms import HEAD
from rota.io.schema import SHEETS, Column, Type
from rota.io.template import write_template

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Line = Mapping[str, str]
PLAIN = (Type.TEXT, Type.LIST, Type.SHIFTS, Type.CHOICE, Type.YES_NO)
FOLDING = (
    "Shift types",
    "Cover",
    "Workers",
    "Availability",
    "Leave",
    "Diary",
    "Clients",
    "Support plans",
    "Client diary",
    "History",
)
FOLDED = (
    "Columns with nothing in them are folded away here: press the + above "
    "the headings to see them."
)
FREE = "."  # a day of a grid on which nothing stands


def table(text: str) -> Iterator[dict[str, str]]:
    """Give the rows of a table by heading; blank cells are left out."""
    heads, *rows = [
        [cell.strip() for cell in line.split("|")]
        for line in text.strip().splitlines()
    ]
    for row in rows:
        blank = [""] * (len(heads) - len(row))
        cells = zip(heads, [*row, *blank], strict=True)
        yield {head: cell for head, cell in cells if cell}


def joined(*tables: str) -> Iterator[dict[str, str]]:
    """Put tables about the same names side by side, in the first's order."""
    first, *others = [list(table(text)) for text in tables]
    for row in first:
        for other in others:
            same = [r for r in other if r["Name"] == row["Name"]]
            row |= same[0] if same else {}
        yield row


def grid(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give each name of a grid, and its days: codes, or a dot for nothing."""
    for line in text.strip().splitlines():
        name, days = line.split("|")
        yield name.strip(), days.split()


class Filling:
    """A workbook that starts as the blank one of a kind of service."""

    def __init__(self, path: Path, kind: str) -> None:
        from openpyxl import load_workbook

        self.path = path
        path.unlink(missing_ok=True)
        write_template(path, kind)
        self.workbook: Workbook = load_workbook(path)

    def save(self, about: str) -> None:
        """Say on the first sheet what it is, and write the workbook."""
        page = self.workbook.worksheets[0]
        row = page.max_row + 2
        for step, text in enumerate((about, FOLDED)):
            page.cell(row + step, 1).value = text
            page.cell(row + step, 1).alignment = Alignment(wrap_text=True)
            page.row_dimensions[row + step].height = 32
        for name in FOLDING:
            if name in self.workbook.sheetnames:
                _fold(self._page(name))
        self.workbook.active = 0
        self.workbook.save(self.path)

    def service(self, text: str) -> None:
        """Fill the Service sheet: a name and a value in each line."""
        page = self._page("Service")
        places = {
            page.cell(row, 1).value: row
            for row in range(HEAD, page.max_row + 1)
        }
        for line in text.strip().splitlines():
            name, value = (part.strip() for part in line.split("|"))
            _put(page, places[name], 2, value, _column("Service", name))

    def sheet(self, name: str, lines: Iterable[Line]) -> None:
        """Fill a sheet in place of what the blank one starts with."""
        page = self._page(name)
        page.delete_rows(HEAD + 1, max(0, page.max_row - HEAD))
        places = _places(page)
        for number, line in enumerate(lines, HEAD + 1):
            for head, value in line.items():
                column = _column(name, head)
                _put(page, number, places[head], value, column)

    def matrix(self, name: str, lines: Iterable[Line]) -> None:
        """Fill a sheet that has a column for each thing, headed with it."""
        rows = list(lines)
        heads = list(dict.fromkeys(head for row in rows for head in row))
        page = self._page(name)
        model: Any = page.cell(HEAD, 2)
        for place in range(2, page.max_column + 1):
            page.cell(HEAD, place).comment = None
            page.cell(HEAD, place).value = None
        page.data_validations.dataValidation = []
        for place, head in enumerate(heads[1:], 2):
            cell: Any = page.cell(HEAD, place, head)
            cell._style = copy(model._style)
            page.column_dimensions[cell.column_letter].width = 14
        self.sheet(name, rows)

    def rota(self, start: date, rows: Iterable[tuple[str, list[str]]]) -> None:
        """Draw the Rota sheet: people down, dates across, cells typed."""
        page = self._page("Rota")
        people = list(rows)
        width = max(len(days) for _, days in people)
        for step in range(width):
            _head(page, step + 2, start + timedelta(days=step))
        for number, (person, days) in enumerate(people, HEAD + 1):
            page.cell(number, 1, person)
            for place, text in enumerate(days, 2):
                _cell(page, number, place, "" if text == FREE else text)
        page.freeze_panes = f"B{HEAD + 1}"
        page.page_setup.paperSize = 8  # A3

    def _page(self, name: str) -> Worksheet:
        page: Worksheet = self.workbook[name]
        return page


def history(
    start: date, rows: Iterable[tuple[str, list[str]]]
) -> Iterator[dict[str, str]]:
    """Give a line of the History sheet for each shift of a grid."""
    for name, days in rows:
        for step, code in enumerate(days):
            if code != FREE:
                day = start + timedelta(days=step)
                yield {
                    "Name": name,
                    "Date": f"{day:%d/%m/%Y}",
                    "Shift": code,
                }


def grid_rows(
    text: str, names: Iterable[str], days: int
) -> Iterator[tuple[str, list[str]]]:
    """Give everybody's row of the Rota sheet, most of them empty."""
    typed = dict(grid(text))
    for name in names:
        row = typed.get(name, [])
        yield name, row + [FREE] * (days - len(row))


def training(text: str) -> Iterator[dict[str, str]]:
    """Give a line for each skill of a table of dates; Yes never runs out."""
    for row in table(text):
        for skill, until in row.items():
            if skill != "Name":
                line = {"Name": row["Name"], "Skill": skill}
                yield line if until == "Yes" else line | {"Expires": until}


def carried(text: str) -> Iterator[dict[str, str]]:
    """Give the lines of History that say what each has carried so far."""
    for row in table(text):
        for what, count in row.items():
            if what != "Name":
                yield {"Name": row["Name"], "Carried": what, "Count": count}


def _fold(page: Worksheet) -> None:
    """Fold away the columns in which nothing stands."""
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    page.cell(2, 1).alignment = Alignment(vertical="top")
    below = range(HEAD + 1, page.max_row + 1)
    for place in range(2, page.max_column + 1):
        if all(page.cell(row, place).value is None for row in below):
            column = page.column_dimensions[get_column_letter(place)]
            column.outlineLevel = 1
            column.hidden = True


def _places(page: Worksheet) -> dict[str, int]:
    return {
        str(cell.value): place
        for place, cell in enumerate(page[HEAD], 1)
        if cell.value is not None
    }


def _column(sheet: str, head: str) -> Column | None:
    """Give the column of the schema; None for one that the manager names."""
    columns = next(one.columns for one in SHEETS if one.name == sheet)
    return next((one for one in columns if one.name == head), None)


def _put(
    page: Worksheet, row: int, place: int, text: str, column: Column | None
) -> None:
    cell: Any = page.cell(row, place)
    cell.value = _value(text, column)
    cell.number_format = _format(cell.value, column)
    cell.alignment = Alignment(horizontal="left")


def _format(value: object, column: Column | None) -> str:
    if isinstance(value, date):
        return "DD/MM/YYYY"
    if isinstance(value, time):
        return "HH:MM"
    if column and column.type is Type.MONEY:
        return "0.00"
    return "@" if isinstance(value, str) else "General"


def _value(text: str, column: Column | None) -> object:
    """Give what Excel would hold where this was typed."""
    if column and column.type in PLAIN:
        return text
    if re.fullmatch(r"\d\d/\d\d/\d{4}", text):
        return datetime.strptime(text, "%d/%m/%Y").date()
    if re.fullmatch(r"\d\d:\d\d", text):
        return time.fromisoformat(text)
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def _head(page: Worksheet, place: int, day: date) -> None:
    """Head a column with its date, under the day of the week."""
    model: Any = page.cell(HEAD, 1)
    weekday: Any = page.cell(HEAD - 1, place, f"{day:%a}")
    weekday.alignment = Alignment(horizontal="center")
    cell: Any = page.cell(HEAD, place, day)
    cell._style = copy(model._style)
    cell.number_format = "d/m"
    cell.alignment = Alignment(horizontal="center", vertical="center")
    page.column_dimensions[cell.column_letter].width = 6.5


def _cell(page: Worksheet, row: int, place: int, text: str) -> None:
    line = Side(style="thin", color="BFBFBF")
    cell: Any = page.cell(row, place, text or None)
    cell.border = Border(top=line, bottom=line, left=line, right=line)
    cell.alignment = Alignment(horizontal="center", shrink_to_fit=True)
    cell.number_format = "@"
    day: Any = page.cell(HEAD, place).value
    if day.weekday() >= 5:
        cell.fill = PatternFill("solid", fgColor="EDEDED")
