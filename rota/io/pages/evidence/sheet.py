"""What the pages of the evidence have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rota import words
from rota.calendar import HOUR, clock, local_date
from rota.evidence import Evidence
from rota.io.pages import paper

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HOURS = "0.00"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, what it says of itself, and its table.

    `alarms` are the rows, from 0, in which something is not as it should be;
    their last column that says so is `alarm_column`, from 0.
    """

    what: str
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    forms: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    nothing: str = "There is nothing to list."
    alarms: Collection[int] = ()
    alarm_column: int = 0


def draw(sheet: Worksheet, pack: Evidence, page: Page) -> None:
    """Draw a page."""
    row = paper.title(sheet, f"{name(pack)}: {page.what}", period(pack)) - 1
    for note in page.notes:
        paper.put(sheet, row, 1, note, colour=paper.SOFT)
        row += 1
    row += 1
    paper.widths(sheet, *page.widths)
    if page.rows:
        paper.table(sheet, row, page.headings, page.rows, page.forms)
        sheet.row_dimensions[row].height = 44
        sheet.freeze_panes = f"B{row + 1}"
        last = paper.cell_of(sheet, row, len(page.headings)).column_letter
        sheet.auto_filter.ref = f"A{row}:{last}{row + len(page.rows)}"
        _redden(sheet, row + 1, page)
    else:
        paper.put(sheet, row, 1, page.nothing, colour=paper.GOOD)
    paper.set_up_page(sheet, name(pack), rows=f"{row}:{row}", columns="A:A")


def _redden(sheet: Worksheet, first: int, page: Page) -> None:
    column = page.alarm_column
    form = page.forms[column] if column < len(page.forms) else ""
    look = paper.Look(
        bold=True,
        colour=paper.BAD,
        fill=paper.PALE_BAD,
        edge="thin",
        number=form,
        across="right" if form else "left",
        indent=0 if form else 1,
    )
    for place in page.alarms:
        cell = paper.cell_of(sheet, first + place, column + 1)
        paper.dress(cell, look)


def name(pack: Evidence) -> str:
    """Give the name of the service."""
    return pack.problem.name or "Rota"


def period(pack: Evidence) -> str:
    """Say the dates of the rota."""
    first, last = pack.problem.start, pack.problem.end
    return f"{long_day(first)} to {long_day(last)}"


def long_day(day: date) -> str:
    """Say a date with its year."""
    return f"{words.day(day)} {day.year}"


def hours(minutes: float | None) -> float | None:
    """Give minutes as hours with two decimals."""
    return None if minutes is None else round(minutes / HOUR, 2)


def moment(instant: int) -> str:
    """Say an instant as `Tue 8 Dec 07:00`."""
    return f"{words.day(local_date(instant))} {clock(instant)}"


def yes(value: bool | None, unknown: str = "not recorded") -> str:
    """Say Yes or No."""
    if value is None:
        return unknown
    return "Yes" if value else "No"
