"""To fill: the open shifts, ready to send to bank or agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rota import words
from rota.calendar import HOUR, local_date
from rota.domain import Kind
from rota.explain import ShiftToFill
from rota.io.pages import paper
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    "Date",
    "From",
    "To",
    "Hours",
    "Shift",
    "Unit",
    "People",
    "Skills needed",
    "Driver",
    "Note",
)


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the page of open shifts; it names nobody."""
    paper.widths(sheet, 18, 8, 8, 8, 18, 16, 8, 26, 8, 44)
    row = paper.title(sheet, f"{facts.title}: shifts to fill", facts.period)
    if facts.to_fill:
        names = {t.code: t.name or t.code for t in facts.problem.shift_types}
        lines = [_line(shift, names) for shift in facts.to_fill]
        formats = ("", "", "", "0.0#", "", "", "0")
        paper.table(sheet, row, HEADINGS, lines, formats)
        sheet.freeze_panes = f"A{row + 1}"
    else:
        paper.put(sheet, row, 1, "Nothing is to fill.", colour=paper.GOOD)
    paper.set_up_page(sheet, facts.title, rows=f"{row}:{row}")


def _line(shift: ShiftToFill, names: dict[str, str]) -> list[object]:
    begins, ends = shift.times.split("-")
    skills = [skill for skill in shift.skills if skill != "driver"]
    return [
        local_date(shift.begins),
        begins,
        ends,
        (shift.ends - shift.begins) / HOUR,
        names.get(shift.code, shift.code),
        shift.unit_id,
        shift.people,
        words.listed(skills),
        "yes" if shift.needs_driver else "",
        _note(shift),
    ]


def _note(shift: ShiftToFill) -> str:
    if shift.swap:
        return "enough people are on it; these skills are missing"
    return "" if shift.kind is Kind.WAKING else str(shift.kind)
