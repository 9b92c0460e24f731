"""The blank workbook: headings with help, drop-downs, a kit to start from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rota.errors import OutputError
from rota.io.cells import nearest
from rota.io.kits import KITS, Kit
from rota.io.reading.rules import words_of
from rota.io.schema import SHEETS, Column, Sheet, Type
from rota.io.sheets.clients import CLIENT_DIARY, CLIENTS, SESSIONS
from rota.io.sheets.journeys import TRAVEL, VEHICLES
from rota.io.sheets.pay import SETTINGS
from rota.io.sheets.plans import SUPPORT_PLANS
from rota.rules.strengths import is_price

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
    from pydantic.fields import FieldInfo

    from rota.domain import Rule

HEAD = 4  # the row of headings, under title and help
LAST = 400  # drop-downs reach down to this row
_DARK, _LIGHT, _PALE = "1F4E78", "9DC3E6", "DDEBF7"
_FONT = "Calibri"  # without a name each program takes another one
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
_PLANS = (CLIENTS, SUPPORT_PLANS, CLIENT_DIARY, VEHICLES, TRAVEL, SESSIONS)
_NAMED = ("Leave", "Requests", "Availability", "Pairs", "Patterns", "Worked")
_PEOPLE = ("Key workers", "Preferred", "Excluded", "Who")
_STEPS = (
    "1. Service: type the first day of the rota beside Starts.",
    "2. Shift types and Cover: change them to what your service does.",
    "3. Workers: type name, role and hours of everybody. That is all it needs;"
    " every other column has a default, which the summary tells you.",
    "4. Leave, Requests, Training, Availability and the other sheets: as much"
    " as you have. Where people have plans of their own: Clients and Support"
    " plans.",
    "5. Save, and drop the workbook on `Make a rota`, or run: rota solve FILE"
    " -o OUT.xlsx",
    "Dark headings are needed, light ones are not. Rest the pointer on a"
    " heading to see what it means.",
    "Type times in a rota cell in full, as 07:00-15:00: Excel turns 7-3 into"
    " a date.",
    "A cell that you type in the Rota sheet stays as it is; so does one with a"
    " star after it.",
)


def write_template(path: str | Path, kind: str | None = None) -> None:
    """Write a blank workbook.

    Parameters
    ----------
    path
        Where to; an existing file is not replaced.
    kind
        supported-living, care-home, community, day-service, childrens-home,
        personal-assistants or reablement fill in shift types, cover and
        rules; None: nothing.

    Raises
    ------
    OutputError
        There is no such kind, the file exists, or it cannot be written.
    """
    kit = _kit(kind)
    target = Path(path)
    if target.exists():
        raise OutputError(
            f"{target.name} is there already; choose a new name."
        )
    workbook = _workbook(kit, kind or "")
    draft = target.with_name(f"{target.name}.part")
    try:
        workbook.save(draft)
        os.replace(draft, target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written.") from error


def _kit(kind: str | None) -> Kit | None:
    if kind is None:
        return None
    if kind not in KITS:
        near = nearest(kind, KITS)
        hint = f" Did you mean {near}?" if near else ""
        kinds = ", ".join(KITS)
        raise OutputError(f"{kind} is none of {kinds}.{hint}")
    return KITS[kind]


def _workbook(kit: Kit | None, kind: str) -> Workbook:
    from openpyxl import Workbook

    workbook = Workbook()
    _start_here(workbook)
    for sheet in SHEETS:
        if kit and not kit.with_plans and sheet in _PLANS:
            continue
        page = workbook.create_sheet(sheet.name)
        _title(page, sheet)
        if sheet.in_pairs:
            _pairs(page, sheet, kit)
        else:
            columns = _columns(sheet, kit)
            _headings(page, columns)
            _fill(page, columns, _content(sheet, kit, kind))
            _drop_downs(page, sheet)
        _paper(page)
    return workbook


def _start_here(workbook: Workbook) -> None:
    from openpyxl.styles import Alignment, Font

    page = workbook.worksheets[0]
    page.title = "Start here"
    page.column_dimensions["A"].width = 100
    page["A1"] = "A fair rota that keeps the rules"
    page["A1"].font = Font(name=_FONT, size=18, bold=True, color=_DARK)
    for number, step in enumerate(_STEPS, 3):
        cell = page.cell(number, 1, step)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[number].height = 32 if len(step) > 90 else 16
    page.sheet_view.showGridLines = False
    _paper(page)


def _title(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    page["A1"] = sheet.name
    page["A1"].font = Font(name=_FONT, size=16, bold=True, color=_DARK)
    page["A2"] = sheet.help
    page.merge_cells("A2:H2")
    page["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    page.row_dimensions[2].height = 48
    colour = _DARK if sheet.required else _LIGHT
    page.sheet_properties.tabColor = colour


def _paper(page: Worksheet) -> None:
    """Print landscape, one page wide."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    if page.sheet_properties.pageSetUpPr is not None:
        page.sheet_properties.pageSetUpPr.fitToPage = True


# -- the Service sheet ------------------------------------------------------


def _pairs(page: Worksheet, sheet: Sheet, kit: Kit | None) -> None:
    """Write a row for each name, with its help beside the value."""
    from openpyxl.styles import Font, PatternFill

    known: dict[str, str] = {"Kind": kit.kind} if kit else {}
    for number, column in enumerate(_lines(sheet), HEAD):
        label = page.cell(number, 1, column.name)
        label.font = Font(
            name=_FONT,
            bold=True,
            color="FFFFFF" if column.required else "000000",
        )
        label.fill = PatternFill("solid", fgColor=_shade(column))
        value: Any = page.cell(number, 2, known.get(column.name))
        value.number_format = _FORMATS.get(column.type, "General")
        value.fill = PatternFill("solid", fgColor=_PALE)
        page.cell(number, 3, _help(column)).font = Font(
            name=_FONT, color="808080"
        )
        _choose(page, column, f"B{number}")
    for letter, width in (("A", 24), ("B", 30), ("C", 90)):
        page.column_dimensions[letter].width = width


def _lines(sheet: Sheet) -> Iterator[Column]:
    return (column for column in sheet.columns if column.name != "Travel")


def _shade(column: Column) -> str:
    return _DARK if column.required else _LIGHT


def _help(column: Column) -> str:
    """Give help, default and example in one text."""
    parts = [column.help]
    if not column.required and column.default:
        parts.append(f"Blank: {column.default}.")
    if column.example:
        parts.append(f"Example: {column.example}")
    return " ".join(parts)


# -- the other sheets -------------------------------------------------------


def _columns(sheet: Sheet, kit: Kit | None) -> list[Column]:
    """Give the columns to write; the dates of a rota come later."""
    if sheet.name == "Rota":
        return [sheet.column("Name")]
    return [*sheet.columns, *_added(sheet, kit)]


def _added(sheet: Sheet, kit: Kit | None) -> list[Column]:
    """Give the columns that a kit adds: a skill each, what a rule says."""
    if sheet.name == "Cover" and kit:
        text = "How many of them must hold this skill between them."
        return [Column(skill, text, Type.WHOLE) for skill in kit.skills]
    if sheet.name == "Rules":
        text = "What the rule says, and its settings; not read."
        return [Column("What it says", text, width=90)]
    if sheet.name == "Pay rules":
        text = "What the setting is; not read."
        return [Column("What it is", text, width=90)]
    return []


def _headings(page: Worksheet, columns: Sequence[Column]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Side(style="thin", color=_DARK)
    for number, column in enumerate(columns, 1):
        cell: Any = page.cell(HEAD, number, column.name)
        colour = "FFFFFF" if column.required else "000000"
        cell.font = Font(name=_FONT, bold=True, color=colour)
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


def _fill(
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


def _content(
    sheet: Sheet, kit: Kit | None, kind: str
) -> Iterator[Mapping[str, Any]]:
    """Give the lines that a sheet starts with."""
    names: tuple[str, ...]
    if sheet.name == "Rules":
        yield from _rule_lines(kind)
    elif sheet.name == "Pay rules":
        yield from _pay_lines()
    elif kit and sheet.name == "Shift types":
        names = ("Code", "Name", "Start", "End", "Kind", "Break minutes",
                 "Counts as", "Colour")  # fmt: skip
        yield from (_line(names, line) for line in kit.shift_types)
    elif kit and sheet.name == "Cover":
        names = ("Shift", "From", "To", "At", "Days", "Minimum", "Ideal",
                 *kit.skills)  # fmt: skip
        yield from (_line(names, line) for line in kit.cover)


def _line(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Give a line by heading; clock times become Excel's own."""
    line = dict(zip(names, values, strict=True))
    for name in ("Start", "End", "From", "To", "At"):
        if line.get(name):
            line[name] = _clock(line[name])
    return line


def _clock(text: str) -> Any:
    from datetime import time

    return time.fromisoformat(text)


def _rule_lines(kind: str) -> Iterator[Mapping[str, Any]]:
    from rota.rules import defaults

    for rule in defaults(kind):
        yield {
            "Rule": rule.id,
            "Strength": _strength_word(rule),
            "What it says": f"{rule.title()}{_settings(rule)}",
        }


def _pay_lines() -> Iterator[Mapping[str, Any]]:
    """List the settings of pay, each as it is unless it is changed."""
    for setting in SETTINGS:
        yield {
            "Setting": setting.name,
            "Value": setting.default,
            "What it is": setting.help,
        }


def _strength_word(rule: Rule) -> str:
    words = {"must": "Must", "watch": "Watch", "off": "Off"}
    return words.get(rule.strength.value, "Medium")


def _settings(rule: Rule) -> str:
    """Name the settings that can be changed in the Value column."""
    own = [
        f"{words_of(name)} {_shown(getattr(rule, name), info)}"
        for name, info in type(rule).model_fields.items()
        if name not in ("strength", "price", "overrides")
    ]
    return f" Settings: {'; '.join(own)}." if own else ""


def _shown(value: Any, info: FieldInfo) -> str:
    """Show a setting as it would be typed; prices are in pounds."""
    several = value if isinstance(value, tuple) else (value,)
    if is_price(info):
        return f"£{', '.join(f'{pence / 100:g}' for pence in several)}"
    return ", ".join(str(one) for one in several)


# -- drop-downs -------------------------------------------------------------


def _drop_downs(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        cells = f"{letter}{HEAD + 1}:{letter}{LAST}"
        _choose(page, column, cells)
        if (column.name in ("Name", "Other") and sheet.name in _NAMED) or (
            column.name in _PEOPLE and sheet in _PLANS
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
