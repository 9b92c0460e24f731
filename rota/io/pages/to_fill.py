"""To fill: the open shifts, ready to send to bank or agency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rota import words
from rota.calendar import HOUR, clock, local_date
from rota.domain import Driver, Kind, SessionTime
from rota.explain import ShiftToFill
from rota.io.pages import paper, support
from rota.io.pages.facts import Facts
from rota.not_given import NotGiven

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SUPPORT = (
    "Date, or week of",
    "From",
    "To",
    "Hours",
    "Support",
    "",
    "People",
    "Skills needed",
    "Driver",
    "Note",
)
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
    """Draw the page of open shifts; it names nobody who works here."""
    paper.widths(sheet, 18, 8, 8, 8, 18, 16, 8, 24, 15, 44)
    row = paper.title(sheet, f"{facts.title}: shifts to fill", facts.period)
    lines = [_session(gap) for gap in facts.not_given]
    lines += [_undriven(time) for time in support.undriven_times(facts)]
    if facts.to_fill or not lines:
        _shifts(sheet, row, facts)
    after = row + len(facts.to_fill) + 3 if facts.to_fill else row
    if lines:
        _support(sheet, after, facts.person_word, lines)
    paper.set_up_page(sheet, facts.title, rows=f"{row}:{row}")


def _shifts(sheet: Worksheet, row: int, facts: Facts) -> None:
    if facts.to_fill:
        names = {t.code: t.name or t.code for t in facts.problem.shift_types}
        lines = [_line(shift, names) for shift in facts.to_fill]
        formats = ("", "", "", "0.0#", "", "", "0")
        paper.table(sheet, row, HEADINGS, lines, formats)
        sheet.freeze_panes = f"A{row + 1}"
    else:
        paper.put(sheet, row, 1, "Nothing is to fill.", colour=paper.GOOD)


def _support(
    sheet: Worksheet,
    row: int,
    person_word: str,
    lines: Sequence[Sequence[object]],
) -> None:
    """Draw the support that is not given, which does name the client."""
    headings = list(SUPPORT)
    headings[5] = person_word.capitalize()
    formats = ("", "", "", "0.00", "", "", "0")
    paper.put(sheet, row, 1, "Support not given", bold=True, colour=paper.HEAD)
    paper.table(sheet, row + 1, headings, lines, formats)
    for place, line in enumerate(lines, row + 2):
        long = max(len(str(line[4])) / 18, len(str(line[9])) / 46)
        sheet.row_dimensions[place].height = 13.5 * (1 + int(long)) + 2


def _session(gap: NotGiven) -> list[object]:
    line = gap.line
    begins, ends = gap.window
    minutes = gap.ends - gap.begins if gap.missing else gap.minutes
    return [
        gap.date,
        begins,
        ends,
        minutes / HOUR,
        str(line.kind),
        gap.client.name,
        gap.missing or line.people,
        "see the plan" if line.skills else "",
        "" if line.driver is Driver.NONE else str(line.driver),
        _why(gap),
    ]


def _undriven(time: SessionTime) -> list[object]:
    """Ask for a driver for a trip on which nobody can drive."""
    return [
        time.date,
        clock(time.begins),
        clock(time.ends),
        time.length / HOUR,
        str(time.line.kind),
        time.client.name,
        1,
        "",
        str(time.line.driver),
        "a driver, in place of one of those who go",
    ]


def _why(gap: NotGiven) -> str:
    """Say why, in numbers only; who was nearest stands on the Summary."""
    said = ["" if gap.ends else "any time between these", gap.supply]
    if gap.missing:
        said = [gap.what, gap.supply]
    elif gap.line.is_weekly and not gap.ends:
        said[0] = "any day of the week, between these"
    return ". ".join(part for part in said if part)


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
