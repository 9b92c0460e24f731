"""What the program last wrote in the rota cells, kept in the workbook.

A very hidden sheet holds one row for each cell that the program itself
filled: sheet, worker id, date, text. A cell that says something else, or
that is not in the list, was typed by a person and is a pin. Cells that were
pins when the rota was written are not in the list, so they stay pins.

Absence typed in a rota cell is kept as an entry of the sheet `away`, because
the page only shows a dash for it: clear or change the dash, and it is gone.

Of the Sessions sheet each worker of each row is an entry: see
`session_entry`. A row that says something else was changed by a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rota.calendar import clock
from rota.domain import SessionTime
from rota.io.cells import fold, tidy

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET = "_rota"
AWAY = "away"  # the sheet of entries whose text is a kind of absence
SESSIONS = "sessions"  # the sheet of entries that are rows of sessions
AWAY_MARK = "\u2013"  # what the page shows for them: away, never why
FORMAT = "rota memory 1"
_HEADINGS = ("sheet", "worker", "date", "text")
_MOST = 200_000

Memory = dict[tuple[str, str, date], str]  # sheet, worker id, date: text


class Entry(NamedTuple):
    """One cell that the program filled."""

    sheet: str
    worker_id: str
    date: date
    text: str


def write_memory(workbook: Workbook, entries: Iterable[Entry]) -> None:
    """Write the very hidden sheet, in place of an older one."""
    if SHEET in workbook.sheetnames:
        del workbook[SHEET]
    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    sheet.append((FORMAT,))
    sheet.append(_HEADINGS)
    for entry in entries:
        row = (
            entry.sheet,
            entry.worker_id,
            entry.date.isoformat(),
            entry.text,
        )
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"  # text, even where it begins with =


def read_memory(workbook: Workbook) -> Memory:
    """Read what the program last wrote; empty if it never did."""
    if SHEET not in workbook.sheetnames:
        return {}
    rows = workbook[SHEET].iter_rows(
        max_row=_MOST, max_col=4, values_only=True
    )
    if tidy(next(iter(rows), ("",))[0]) != FORMAT:
        return {}
    found: Memory = {}
    for sheet, worker_id, day, text in rows:
        written = _date(day)
        if written:
            found[fold(sheet), tidy(worker_id), written] = fold(text)
    return found


def _date(text: object) -> date | None:
    try:
        return date.fromisoformat(tidy(text))
    except ValueError:
        return None


# -- sessions ---------------------------------------------------------------

Mark = tuple[str, str, int, int]  # client id, kind of support, begin, end


def session_entry(worker_id: str, time: SessionTime) -> Entry:
    """Give the entry of one worker in a row of the Sessions sheet."""
    mark = (time.client.id, time.line.kind, time.begins, time.ends)
    return Entry(_place(mark), worker_id, time.date, SESSIONS)


def is_as_written(
    memory: Memory, worker_id: str, day: date, mark: Mark
) -> bool:
    """Tell whether the program itself wrote this worker into this row."""
    return (fold(_place(mark)), worker_id, day) in memory


def _place(mark: Mark) -> str:
    """Name a row: its client, kind and times."""
    client_id, kind, begins, ends = mark
    return f"{SESSIONS} {client_id} {kind} {clock(begins)}-{clock(ends)}"
