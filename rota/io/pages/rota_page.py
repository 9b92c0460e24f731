"""The rota as managers draw it: workers down, dates across."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from rota import words
from rota.calendar import HOUR
from rota.domain import Worker
from rota.io.memory import AWAY_MARK, Entry
from rota.io.pages import codes, paper, rota_foot
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LARGE = 30  # people from which a page is A3
PAGE = 28  # dates that fit across a page
TITLE = "Rota"


@dataclass(frozen=True)
class Layout:
    """Which row and column holds what; counted from 1."""

    headings: tuple[str, ...]
    dates: tuple[date, ...]
    first_row: int
    workers: tuple[Worker, ...]

    @property
    def head(self) -> int:
        """The row of headings, with the dates."""
        return self.first_row - 1

    @property
    def first_date(self) -> int:
        """The column of the first date."""
        return len(self.headings) + 1

    @property
    def totals(self) -> int:
        """The first column after the dates."""
        return self.first_date + len(self.dates)

    @property
    def foot(self) -> int:
        """The first row under the people."""
        return self.first_row + len(self.workers)

    def column(self, day: date) -> int:
        """Give the column of a date."""
        return self.first_date + (day - self.dates[0]).days


def layout(facts: Facts) -> Layout:
    """Lay the page out: payroll numbers only where two share a name."""
    names = [worker.name for worker in facts.problem.workers]
    headings = ["Name", "Role"]
    if facts.has_units:
        headings.append("Unit")
    if len(set(names)) < len(names):
        headings.append("Payroll")
    return Layout(tuple(headings), facts.problem.dates, 6, facts.workers)


def draw(sheet: Worksheet, facts: Facts) -> list[Entry]:
    """Draw the rota; gives the cells that the program itself filled."""
    plan = layout(facts)
    _widths(sheet, plan)
    _title(sheet, facts)
    _headings(sheet, facts, plan)
    filled = []
    colours = codes.palette(facts.problem.shift_types)
    for place, worker in enumerate(plan.workers):
        row = plan.first_row + place
        new = place and _group(facts, worker) != _group(
            facts, plan.workers[place - 1]
        )
        _person(sheet, facts, plan, row, worker, bool(new))
        filled += _cells(sheet, facts, plan, row, worker, colours, bool(new))
    rota_foot.draw(sheet, facts, plan)
    _set_up(sheet, facts, plan)
    return filled


def _group(facts: Facts, worker: Worker) -> tuple[str, bool]:
    own = worker.contract.is_own_staff
    return facts.homes[worker.id] if own else "", own


def _widths(sheet: Worksheet, plan: Layout) -> None:
    sizes = {"Name": 24, "Role": 19, "Unit": 10, "Payroll": 9}
    days = len(plan.dates)
    wide = 11 if days <= 7 else 8 if days <= 14 else 6
    paper.widths(
        sheet,
        *(sizes[name] for name in plan.headings),
        *[wide] * days,
        7,
        7,
        7,
    )


def _title(sheet: Worksheet, facts: Facts) -> None:
    text = f"{facts.title} - rota {facts.period}"
    paper.put(sheet, 1, 1, text, bold=True, size=16, colour=paper.HEAD)
    sheet.row_dimensions[1].height = 24
    held = [
        f"{words.day(day)} {name.replace('(observed)', '(substitute)')}"
        for day, name in facts.problem.holidays.items()
        if day in facts.problem.date_set
    ]
    note = "Bold with a border: typed, and kept as it was."
    if held:
        note += f"  BH, bank holiday: {', '.join(held)}."
    paper.put(sheet, 2, 1, note, colour=paper.SOFT, size=9)


def _headings(sheet: Worksheet, facts: Facts, plan: Layout) -> None:
    for place, name in enumerate(plan.headings, 1):
        _heading(sheet, plan.head, place, name, "left")
    for day in plan.dates:
        column = plan.column(day)
        holiday = day in facts.problem.holidays
        if holiday:
            paper.put(
                sheet,
                plan.head - 2,
                column,
                "BH",
                bold=True,
                size=8,
                across="center",
                fill=paper.HOLIDAY,
            )
        fill = _shade(facts, day) or paper.PALE
        paper.put(
            sheet,
            plan.head - 1,
            column,
            f"{day:%a}",
            bold=True,
            size=9,
            across="center",
            fill=fill,
            edge="thin",
        )
        cell = _heading(sheet, plan.head, column, day, "center")
        cell.number_format = "d/m"
    for shift, name in enumerate(("Hours", "Due", "+/-")):
        _heading(sheet, plan.head, plan.totals + shift, name, "right")


def _heading(
    sheet: Worksheet, row: int, column: int, value: object, across: str
) -> Cell:
    return paper.put(
        sheet,
        row,
        column,
        value,
        bold=True,
        size=9,
        colour="FFFFFF",
        fill=paper.HEAD,
        across=across,
        edge="thin",
    )


def _shade(facts: Facts, day: date) -> str:
    """Give the shade of a column: bank holiday, weekend, or none."""
    if day in facts.problem.holidays:
        return paper.HOLIDAY
    return paper.WEEKEND if day.weekday() >= 5 else ""


def _person(
    sheet: Worksheet,
    facts: Facts,
    plan: Layout,
    row: int,
    worker: Worker,
    new_group: bool,
) -> None:
    """Write the name at the left and the hours at the right."""
    edge = "over" if new_group else "thin"
    said = {
        "Name": worker.name,
        "Role": _role(worker),
        "Unit": facts.homes[worker.id],
        "Payroll": worker.payroll,
    }
    for place, name in enumerate(plan.headings, 1):
        paper.put(
            sheet,
            row,
            place,
            said[name],
            bold=name == "Name",
            edge=edge,
            shrink=True,
            colour=paper.INK if name == "Name" else paper.SOFT,
        )
    line = next(h for h in facts.metrics.hours if h.worker_id == worker.id)
    contracted = line.has_contract
    numbers = (
        ((line.rostered + line.credited) / HOUR, "0.0"),
        (line.due / HOUR if contracted else None, "0.0"),
        (line.difference / HOUR if contracted else None, "+0.0;-0.0;0.0"),
    )
    for shift, (value, number) in enumerate(numbers):
        paper.put(
            sheet,
            row,
            plan.totals + shift,
            value,
            size=9,
            number=number,
            across="right",
            edge=edge,
        )
    sheet.row_dimensions[row].height = 16


def _role(worker: Worker) -> str:
    """Say the role, and the contract where it is not permanent."""
    outside = worker.contract.value if worker.contract.waits_for_offer else ""
    return ", ".join(part for part in (worker.role, outside) if part)


def _cells(
    sheet: Worksheet,
    facts: Facts,
    plan: Layout,
    row: int,
    worker: Worker,
    colours: dict[str, str],
    new_group: bool,
) -> list[Entry]:
    """Write a person's days; gives the cells that nobody typed."""
    filled = []
    edge = "over" if new_group else "thin"
    for day in plan.dates:
        text = codes.text_of(facts, worker, day)
        typed = (worker.id, day) in facts.typed
        fill = _fill(facts, worker, day, text, colours)
        paper.put(
            sheet,
            row,
            plan.column(day),
            text or None,
            bold=typed,
            size=8 if text == AWAY_MARK else 10,
            fill=fill,
            colour=_ink(text, fill),
            across="center",
            shrink=True,
            edge="typed" if typed and text else edge,
        )
        if text and not typed:
            filled.append(Entry(TITLE, worker.id, day, text))
    return filled


def _fill(
    facts: Facts,
    worker: Worker,
    day: date,
    text: str,
    colours: dict[str, str],
) -> str:
    duties = facts.by_day.get((worker.id, day), ())
    if duties:
        return colours.get(duties[0].code, paper.PALE)
    return paper.AWAY if text == AWAY_MARK else _shade(facts, day)


def _ink(text: str, fill: str) -> str:
    if text == AWAY_MARK:
        return paper.SOFT
    return codes.ink_on(fill) if fill else paper.INK


def _set_up(sheet: Worksheet, facts: Facts, plan: Layout) -> None:
    last = get_column_letter(len(plan.headings))
    paper.set_up_page(
        sheet,
        facts.title,
        large=len(plan.workers) > LARGE,
        rows=f"{plan.head - 2}:{plan.head}",
        columns=f"A:{last}",
    )
    corner = sheet.cell(plan.first_row, plan.first_date)
    sheet.freeze_panes = corner.coordinate
    if len(plan.dates) > PAGE:
        _break_by_weeks(sheet, plan)


def _break_by_weeks(sheet: Worksheet, plan: Layout) -> None:
    """Start a new page after every four weeks of a longer rota."""
    from openpyxl.worksheet.pagebreak import Break, ColBreak

    pages = -(-len(plan.dates) // PAGE)
    sheet.page_setup.fitToWidth = pages
    sheet.col_breaks = ColBreak()
    for page in range(1, pages):
        place = plan.first_date + page * PAGE - 1
        sheet.col_breaks.append(Break(id=place))
