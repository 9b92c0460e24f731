"""The blank workbook: headings with help, drop-downs, a kit to start from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rota.errors import OutputError
from rota.io.cells import nearest
from rota.io.forms import (
    DARK,
    FONT,
    PLAN_SHEETS,
    draw_drop_downs,
    draw_headings,
    draw_pairs,
    draw_title,
    fill,
    set_up_paper,
)
from rota.io.kit_lines import columns_of, content
from rota.io.kits import KITS, Kit
from rota.io.schema import SHEETS

if TYPE_CHECKING:
    from openpyxl import Workbook

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
        if kit and not kit.with_plans and sheet in PLAN_SHEETS:
            continue
        page = workbook.create_sheet(sheet.name)
        draw_title(page, sheet)
        if sheet.in_pairs:
            draw_pairs(page, sheet, kit)
        else:
            columns = columns_of(sheet, kit)
            draw_headings(page, columns)
            fill(page, columns, content(sheet, kit, kind))
            draw_drop_downs(page, sheet)
        set_up_paper(page)
    return workbook


def _start_here(workbook: Workbook) -> None:
    from openpyxl.styles import Alignment, Font

    page = workbook.worksheets[0]
    page.title = "Start here"
    page.column_dimensions["A"].width = 100
    page["A1"] = "A fair rota that keeps the rules"
    page["A1"].font = Font(name=FONT, size=18, bold=True, color=DARK)
    for number, step in enumerate(_STEPS, 3):
        cell = page.cell(number, 1, step)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[number].height = 32 if len(step) > 90 else 16
    page.sheet_view.showGridLines = False
    set_up_paper(page)
