"""A sheet to fill in: title, headings with help, drop-downs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rota.io.kits import Kit
from rota.io.schema import Column, Sheet, Type
from rota.io.sheets.clients import CLIENT_DIARY, CLIENTS, SESSIONS
from rota.io.sheets.journeys import TRAVEL, VEHICLES
from rota.io.sheets.plans import SUPPORT_PLANS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = 4  # the row of headings, under title and help
LAST = 400  # drop-downs reach down to this row
DARK, _LIGHT, _PALE = "1F4E78", "9DC3E6", "DDEBF7"
FONT = "Calibri"  # without a name each program takes another one
_FORMATS = {
    Type.DATE: "DD/MM/YYYY",
    Type.CLOCK: "HH:MM",
    Type.SHIFTS: "@",
    Type.TEXT: "@",
    Type.LIST: "@",
    Type.CHOICE: "@",  # or Excel makes a time of 2:1
    Type.MONEY: "0.00",
}
_WIDTHS = {Type.DATE: 12, Type.LIST: 16, Type.TEXT: 14, Type.CHOICE: 14}
PLAN_SHEETS = (
    CLIENTS,
    SUPPORT_PLANS,
    CLIENT_DIARY,
    VEHICLES,
    TRAVEL,
    SESSIONS,
)
_NAMED = ("Leave", "Requests", "Availability", "Pairs", "Patterns", "Worked")
_PEOPLE = ("Key workers", "Preferred", "Excluded", "Who")


def draw_title(page: Worksheet, sheet: Sheet) -> None:
    """Write what the sheet is called and what it is for."""
    from openpyxl.styles import Alignment, Font

    page["A1"] = sheet.name
    page["A1"].font = Font(name=FONT, size=16, bold=True, color=DARK)
    page["A2"] = sheet.help
    page.merge_cells("A2:H2")
    page["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    page.row_dimensions[2].height = 48
    colour = DARK if sheet.required else _LIGHT
    page.sheet_properties.tabColor = colour


def set_up_paper(page: Worksheet) -> None:
    """Print landscape, one page wide."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    if page.sheet_properties.pageSetUpPr is not None:
        page.sheet_properties.pageSetUpPr.fitToPage = True


# -- a sheet of names and values ----------------------------------------------


def draw_pairs(page: Worksheet, sheet: Sheet, kit: Kit | None) -> None:
    """Write a row for each name, with its help beside the value."""
    from openpyxl.styles import Font, PatternFill

    known: dict[str, str] = {"Kind": kit.kind} if kit else {}
    for number, column in enumerate(_lines(sheet), HEAD):
        label = page.cell(number, 1, column.name)
        label.font = Font(
            name=FONT,
            bold=True,
            color="FFFFFF" if column.required else "000000",
        )
        label.fill = PatternFill("solid", fgColor=_shade(column))
        value: Any = page.cell(number, 2, known.get(column.name))
        value.number_format = _FORMATS.get(column.type, "General")
        value.fill = PatternFill("solid", fgColor=_PALE)
        page.cell(number, 3, _help(column)).font = Font(
            name=FONT, color="808080"
        )
        _choose(page, column, f"B{number}")
    for letter, width in (("A", 24), ("B", 30), ("C", 90)):
        page.column_dimensions[letter].width = width


def _lines(sheet: Sheet) -> Iterator[Column]:
    return (column for column in sheet.columns if column.name != "Travel")


def _shade(column: Column) -> str:
    return DARK if column.required else _LIGHT


def _help(column: Column) -> str:
    """Give help, default and example in one text."""
    parts = [column.help]
    if not column.required and column.default:
        parts.append(f"Blank: {column.default}.")
    if column.example:
        parts.append(f"Example: {column.example}")
    return " ".join(parts)


# -- a sheet of rows ----------------------------------------------------------


def draw_headings(page: Worksheet, columns: Sequence[Column]) -> None:
    """Write a heading for each column, with its help as a comment."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Side(style="thin", color=DARK)
    for number, column in enumerate(columns, 1):
        cell: Any = page.cell(HEAD, number, column.name)
        colour = "FFFFFF" if column.required else "000000"
        cell.font = Font(name=FONT, bold=True, color=colour)
        cell.fill = PatternFill("solid", fgColor=_shade(column))
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.border = Border(bottom=line)
        cell.comment = Comment(_help(column), "rota", height=110, width=260)
        wide = page.column_dimensions[get_column_letter(number)]
        longest = max(len(word) for word in column.name.split())
        fitting = max(
            _WIDTHS.get(column.type, 10),
            len(column.name) * 0.8,
            longest * 1.3 + 1,
        )
        wide.width = column.width or fitting
        wide.number_format = _FORMATS.get(column.type, "General")
    page.row_dimensions[HEAD].height = 34
    page.freeze_panes = f"B{HEAD + 1}"


def fill(
    page: Worksheet,
    columns: Sequence[Column],
    lines: Iterator[Mapping[str, Any]],
) -> None:
    """Write lines, each value under its heading."""
    for number, line in enumerate(lines, HEAD + 1):
        for place, column in enumerate(columns, 1):
            value = line.get(column.name)
            if value is not None:
                cell: Any = page.cell(number, place, value)
                cell.number_format = _FORMATS.get(column.type, "General")


# -- drop-downs ---------------------------------------------------------------


def draw_drop_downs(page: Worksheet, sheet: Sheet) -> None:
    """Let words, people, clients and shifts be chosen from a list."""
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        cells = f"{letter}{HEAD + 1}:{letter}{LAST}"
        _choose(page, column, cells)
        if (column.name in ("Name", "Other") and sheet.name in _NAMED) or (
            column.name in _PEOPLE and sheet in PLAN_SHEETS
        ):
            _offer(page, cells, f"Workers!$A${HEAD + 1}:$A${LAST}")
        if column.name == "Client":
            _offer(page, cells, f"Clients!$A${HEAD + 1}:$A${LAST}")
        if column.name == "Shift" and sheet.name == "Cover":
            _offer(page, cells, f"'Shift types'!$A${HEAD + 1}:$A$60")


def _choose(page: Worksheet, column: Column, cells: str) -> None:
    """Let the cells of a column be chosen from a list of words."""
    choices = ("Yes", "No") if column.type is Type.YES_NO else column.choices
    if choices:
        words = ",".join(choices)
        _offer(page, cells, f'"{words}"', strict=column.type is not Type.TEXT)


def _offer(
    page: Worksheet, cells: str, source: str, *, strict: bool = False
) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(
        type="list",
        formula1=source,
        allow_blank=True,
        showErrorMessage=strict,
        errorTitle="Not in the list",
        error="Please choose from the list.",
    )
    choice.add(cells)
    page.add_data_validation(choice)
