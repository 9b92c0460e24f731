"""The Summary: one page, ready to publish or not, and why."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from rota.io.pages import paper, sections
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTH = 112  # characters of the one column of text


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the Summary."""
    paper.widths(sheet, 3, WIDTH)
    row = paper.title(sheet, f"{facts.title}: summary", facts.period)
    row = _verdict(sheet, row, facts)
    for section in sections.sections(facts):
        row = _section(sheet, row, section)
    paper.set_up_page(sheet, facts.title, upright=True)
    sheet.page_setup.fitToHeight = 1


def _verdict(sheet: Worksheet, row: int, facts: Facts) -> int:
    ready = sections.is_ready(facts)
    fill = paper.PALE_GOOD if ready else paper.PALE_BAD
    ink = paper.GOOD if ready else paper.BAD
    for column in (1, 2):
        text = sections.verdict(facts) if column == 1 else None
        paper.put(
            sheet, row, column, text, bold=True, size=13, colour=ink, fill=fill
        )
    sheet.row_dimensions[row].height = 24
    return row + 2


def _section(sheet: Worksheet, row: int, section: sections.Section) -> int:
    ink = paper.BAD if section.alarm else paper.HEAD
    for column in (1, 2):
        text = section.heading if column == 1 else None
        paper.put(
            sheet,
            row,
            column,
            text,
            bold=True,
            size=11,
            colour=ink,
            edge="under",
        )
    for line in section.lines:
        row += 1
        paper.put(sheet, row, 2, line, wrap=True)
        lines = ceil(len(line) / (WIDTH * 1.25))
        sheet.row_dimensions[row].height = 13.5 * lines + 1
    return row + 2
