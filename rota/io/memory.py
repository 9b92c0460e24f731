"""What the program last wrote in the rota cells, kept in the workbook.

A very hidden sheet holds one row for each cell that the program itself
filled: sheet, worker id, date, text. A cell that says something else, or
that is not in the list, was typed by a person and is a pin. Cells that were
pins when the rota was written are not in the list, so they stay pins.

Days of people that were changed at short notice, after they knew the rota,
are kept as entries of the sheet `changed`, whose text is the day on which.

Absence typed in a rota cell is kept as an entry of the sheet `away`, because
the page only shows a dash for it: clear or change the dash, and it is gone.

A row of the sheet Sessions that the program filled is an entry too: in place
of a worker it has the client, the times and the support, and its text is who
comes. A row that says anything else was typed by a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rota.io.cells import fold, tidy

if TYPE_CHECKING:
    from openpyxl import Workbook

    from rota.domain import SessionTime

SHEET = "_rota"
CHANGED = "changed"  # the sheet of days changed at short notice
AWAY = "away"  # the sheet of entries whose text is a kind of absence
AWAY_MARK = "\u2013"  # what the page shows for them: away, never why
SESSIONS = "sessions"  # the sheet of entries for sessions
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


def session_entry(time: SessionTime, who: str) -> Entry:
    """Give the entry for a session that the program filled."""
    place = session_place(time.client.id, time.times, str(time.line.kind))
    return Entry(SESSIONS, place, time.date, who)


def session_place(client_id: str, times: str, support: str) -> str:
    """Give what stands for a row of Sessions, times as `09:00-11:00`."""
    return tidy(f"{client_id} {times} {fold(support)}")


def filled_session(
    memory: Memory,
    client_id: str,
    day: date,
    times: str,
    support: str,
    who: str,
) -> bool:
    """Tell whether a row of Sessions is as the program last wrote it."""
    place = session_place(client_id, times, support)
    return memory.get((SESSIONS, place, day)) == fold(who)


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
