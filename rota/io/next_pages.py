"""The two sheets of the next workbook that are ours: Rota and History."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rota.calendar import HOUR, days_between, monday
from rota.domain import (
    AbsenceKind,
    DiaryEntry,
    Duty,
    Kind,
    Problem,
    WeekTotal,
)
from rota.io.book import MOST_ROWS
from rota.io.pages.paper import put
from rota.io.reading.standing import OWN_TIMES
from rota.io.sheets.running import HISTORY, ROTA
from rota.next_period import NextPeriod, Worked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AWAY_WORDS = {AbsenceKind.LEAVE: "annual leave", AbsenceKind.SICK: "sick"}
DATE = "ddd d mmm yyyy"
_ROOM = MOST_ROWS - 100
Line = dict[str, Any]  # what stands in a row, by the name of its column


@dataclass(frozen=True, slots=True)
class Names:
    """How a person and a duty are written so that they are found again."""

    problem: Problem

    def of(self, worker_id: str) -> str:
        """Give the name; the payroll number where two have the name."""
        worker = self.problem.worker[worker_id]
        same = [w for w in self.problem.workers if w.name == worker.name]
        return worker.payroll if len(same) > 1 else worker.name

    def code(self, worked: Worked) -> str:
        """Give the code; the times where there is none for everybody."""
        duty = worked.duty
        own = isinstance(duty, DiaryEntry) or duty.name == OWN_TIMES
        return duty.times if own or self._has_other_times(duty) else duty.code

    def _has_other_times(self, duty: Duty) -> bool:
        """Tell a waking shift that was not worked as its code says.

        Times alone say nothing of a sleep-in, which keeps its code.
        """
        types = self.problem.shift_types
        known = next((t for t in types if t.code == duty.code), None)
        if known is None or duty.kind is not Kind.WAKING:
            return False
        usual = known.on(duty.date)
        return (duty.begins, duty.ends) != (usual.begins, usual.ends)

    def unit(self, worked: Worked) -> str | None:
        """Give the unit, where there is more than one."""
        many = len(self.problem.units) > 1
        return worked.duty.unit_id or None if many else None


def draw(book: Workbook, problem: Problem, after: NextPeriod) -> None:
    """Draw both sheets into a new workbook."""
    names = Names(problem)
    _rota(book.create_sheet(ROTA.name), problem, after, names)
    _history(book.create_sheet(HISTORY.name), problem, after, names)


# -- the rota ---------------------------------------------------------------


def _rota(
    sheet: Worksheet, problem: Problem, after: NextPeriod, names: Names
) -> None:
    """Draw an empty rota, with what was given already."""
    put(sheet, 1, 1, ROTA.name, bold=True, size=14)
    put(sheet, 2, 1, ROTA.help, italic=True)
    put(sheet, 4, 1, "Name", bold=True, edge="under")
    days = days_between(after.start, after.end)
    for place, day in enumerate(days, 2):
        put(sheet, 3, place, f"{day:%a}", across="center")
        put(sheet, 4, place, day, bold=True, edge="under", across="center")
        sheet.cell(4, place).number_format = "d mmm"
    fixed = _by_cell(after, names)
    for row, worker in enumerate(_still_here(problem, after.start), 5):
        put(sheet, row, 1, names.of(worker))
        for place, day in enumerate(days, 2):
            said = fixed.get((worker, day))
            if said:
                put(sheet, row, place, said, across="center")
    sheet.column_dimensions["A"].width = ROTA.columns[0].width
    sheet.freeze_panes = "B5"


def _still_here(problem: Problem, start: date) -> list[str]:
    return [
        worker.id
        for worker in problem.workers
        if worker.ends_on is None or worker.ends_on >= start
    ]


def _by_cell(
    after: NextPeriod, names: Names
) -> Mapping[tuple[str, date], str]:
    """Give what stands in the cells of duties that were given already."""
    found: dict[tuple[str, date], str] = {}
    for worked in after.fixed:
        place = worked.worker_id, worked.duty.date
        unit = names.unit(worked)
        said = names.code(worked) + (f"@{unit}" if unit else "")
        found[place] = f"{found[place]}/{said}" if place in found else said
    return found


# -- history ----------------------------------------------------------------


def _history(
    sheet: Worksheet, problem: Problem, after: NextPeriod, names: Names
) -> None:
    """Draw the list: duties, days away, weekly totals, what was carried."""
    put(sheet, 1, 1, HISTORY.name, bold=True, size=14)
    put(sheet, 2, 1, HISTORY.help, italic=True)
    for place, column in enumerate(HISTORY.columns, 1):
        head = put(sheet, 3, place, column.name, bold=True, edge="under")
        letter = head.column_letter
        sheet.column_dimensions[letter].width = column.width or 16
    places = {c.name: n for n, c in enumerate(HISTORY.columns, 1)}
    for row, line in enumerate(_lines(problem, after, names), 4):
        for name, value in line.items():
            if value is not None:
                put(sheet, row, places[name], value)
        if "Date" in line:
            sheet.cell(row, places["Date"]).number_format = DATE
    sheet.freeze_panes = "B4"


def _lines(
    problem: Problem, after: NextPeriod, names: Names
) -> Iterator[Line]:
    for worked in after.worked:
        yield {
            "Name": names.of(worked.worker_id),
            "Date": worked.duty.date,
            "Shift": names.code(worked),
            "Unit": names.unit(worked),
        }
    for away in after.away:
        yield {
            "Name": names.of(away.worker_id),
            "Date": away.date,
            "Shift": AWAY_WORDS[away.kind],
        }
    for total in _fitting(problem, after).totals:
        yield {
            "Name": names.of(total.worker_id),
            "Date": total.monday,
            "Hours": round(total.minutes / HOUR, 4),
            "Days of leave": total.excluded_days or None,
        }
    for carried in after.ledger:
        yield {
            "Name": names.of(carried.worker_id),
            "Carried": carried.burden.capitalize(),
            "Count": carried.count,
            "Fair share": None if carried.fair is None else carried.fair / 100,
        }


def _fitting(problem: Problem, after: NextPeriod) -> NextPeriod:
    """Leave out weeks that no average reaches, if a sheet gets too long."""
    others = len(after.worked) + len(after.away) + len(after.ledger)
    if others + len(after.totals) <= _ROOM:
        return after
    kept = [t for t in after.totals if _counts(problem, after.start, t)]
    return replace(after, totals=tuple(kept))


def _counts(problem: Problem, start: date, total: WeekTotal) -> bool:
    """Tell whether an average that ends in the next period has the week."""
    weeks = problem.worker[total.worker_id].reference_weeks
    return total.monday > monday(start) - timedelta(weeks=weeks)
