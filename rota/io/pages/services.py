"""One page for all services of a provider: what is to fill, and to hire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rota import words
from rota.io.pages import paper
from rota.rollup import Line

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    ("Service", "name", ""),
    ("To fill, 7 days", "within_7_days", "0"),
    ("To fill, 28 days", "within_28_days", "0"),
    ("Nights alone", "nights_alone", "0"),
    ("Nights without a lead", "nights_without_lead", "0"),
    ("Agency hours", "agency_hours", "#,##0.0"),
    ("Agency £", "agency_pounds", "#,##0.00"),
    ("Hours not delivered", "hours_not_delivered", "#,##0.0"),
    ("Of these, support by funder", "by_funder", ""),
    ("Rules broken", "rules_broken", "0"),
    ("People to hire", "to_hire", ""),
    ("Note", "error", ""),
)
_NOTE = (
    "Days count from the first of the rota. Nights alone: one person where "
    "cover asks for more. People to hire: the hours to fill and those of "
    "agency, at 30 h a week."
)


def draw(sheet: Worksheet, lines: Sequence[Line]) -> None:
    """Draw a row for each service, and their sum."""
    paper.widths(sheet, 28, *[12] * 7, 30, 12, 44, 44)
    row = paper.title(
        sheet, "All services", words.count(len(lines), "service")
    )
    headings = [heading for heading, _, _ in COLUMNS]
    formats = [form for _, _, form in COLUMNS]
    rows = [[getattr(one, name) for _, name, _ in COLUMNS] for one in lines]
    after = paper.table(sheet, row, headings, [*rows, _sum(lines)], formats)
    for column, form in enumerate(formats, 1):
        cell = paper.cell_of(sheet, after - 2, column)
        side = "right" if form else "left"
        look = paper.Look(bold=True, edge="over", number=form, across=side)
        paper.dress(cell, look)
    sheet.row_dimensions[row].height = 44
    sheet.freeze_panes = f"B{row + 1}"
    paper.put(sheet, after, 1, _NOTE, colour=paper.SOFT)
    paper.set_up_page(sheet, "All services", rows=f"{row}:{row}")


def _sum(lines: Sequence[Line]) -> list[object]:
    return [
        "All services",
        *(
            sum(getattr(one, name) for one in lines) if form else ""
            for _, name, form in COLUMNS[1:]
        ),
    ]
