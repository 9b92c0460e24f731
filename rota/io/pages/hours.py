"""Hours: contracted, credited, rostered, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rota.calendar import HOUR
from rota.io.pages import paper
from rota.io.pages.facts import Facts
from rota.metrics import WorkerHours

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    "Name",
    "Role",
    "Contract",
    "Contracted",
    "Brought forward",
    "Due",
    "Leave and other credit",
    "Rostered",
    "Over or under",
    "Carried on",
    "Shifts",
    "Weekends",
)


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the page of hours."""
    paper.widths(sheet, 24, 20, 12, 12, 12, 10, 12, 12, 12, 12, 9, 11)
    row = paper.title(sheet, f"{facts.title}: hours", facts.period)
    lines = {line.worker_id: line for line in facts.metrics.hours}
    plain = "0.0;-0.0;0.0"
    signed = "+0.0;-0.0;0.0"
    formats = ("", "", "", *[plain] * 5, signed, signed, "0", "0")
    workers = facts.workers
    table = [_line(facts, lines[worker.id]) for worker in workers]
    after = paper.table(sheet, row, HEADINGS, table, formats)
    paper.put(
        sheet,
        after,
        1,
        "Carried on: hours still owed to the service (+) or to the person (-)"
        " when the next rota starts.",
        colour=paper.SOFT,
    )
    sheet.freeze_panes = f"B{row + 1}"
    paper.set_up_page(sheet, facts.title, rows=f"{row}:{row}")


def _line(facts: Facts, line: WorkerHours) -> list[object]:
    worker = facts.problem.worker[line.worker_id]
    numbers = [
        line.contracted,
        line.brought_forward,
        line.due,
        line.credited,
        line.rostered,
        line.difference if line.has_contract else None,
        line.carried_on if line.has_contract else None,
    ]
    return [
        line.name,
        worker.role,
        worker.contract.value,
        *(None if n is None else round(n / HOUR, 2) for n in numbers),
        line.duties,
        line.weekends,
    ]
