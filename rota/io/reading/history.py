"""The History sheet: duties, weekly totals, and what people have carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rota import words
from rota.calendar import monday
from rota.domain import CHANGES, REFUSED, Burden, Carried, WeekTotal
from rota.domain.festive import FESTIVE
from rota.io.book import Grid
from rota.io.cells import fold, is_blank, nearest
from rota.io.headings import find_headings
from rota.io.reading.rota_grid import GridCell, GridReader
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.rows import read_table
from rota.io.sheets.running import HISTORY
from rota.io.table import Desk, Row

BURDENS = (*(burden.value for burden in Burden), REFUSED, CHANGES)
_DATED = re.compile(r"(.*) ((?:19|20)\d\d)")  # Christmas Day 2025
_ALIKE = (
    0.85  # New Years Day is New Year's Day misspelt; New Year's Eve is not
)


@dataclass(slots=True)
class Past:
    """What is known of the time before the rota."""

    cells: list[GridCell] = field(default_factory=list)
    totals: list[WeekTotal] = field(default_factory=list)
    ledger: list[Carried] = field(default_factory=list)
    dates: set[date] = field(default_factory=set)


def read_history(
    grid: Grid,
    grid_reader: GridReader,
    people: People,
    service: Service,
    desk: Desk,
) -> Past:
    """Read the sheet as a list, or as a rota with people down."""
    found = find_headings(grid, HISTORY)
    if found is None or not _is_list(found[1]):
        cells = list(grid_reader.cells())
        return Past(cells=cells, dates=set(grid_reader.dates))
    past = Past()
    for row in read_table(grid, HISTORY, desk).rows:
        worker_id = _worker(row, people, desk)
        if worker_id is not None:
            _take(row, worker_id, past, service)
    past.dates = {cell.date for cell in past.cells}
    return past


def _is_list(places: dict[str, int]) -> bool:
    return any(name in places for name in ("Shift", "Hours", "Carried"))


def _worker(row: Row, people: People, desk: Desk) -> str | None:
    """Give the worker of a row; somebody who has left is passed over."""
    name = row["Name"]
    if people.is_known(name):
        return people.find(name)
    desk.note(f"{name} stands in History and not in Workers: passed over.")
    return None


def _take(row: Row, worker_id: str, past: Past, service: Service) -> None:
    """Take what one row says: a duty, a week, a count."""
    has = {
        name: not is_blank(row.raw.get(name))
        for name in ("Shift", "Hours", "Carried")
    }
    if not any(has.values()):
        row.fault("Shift", "a Shift, Hours, or what was Carried is needed.")
        return
    if has["Carried"]:
        past.ledger += _carried(row, worker_id)
    elif row["Date"] is None:
        row.fault("Date", "a date is needed in this row.")
    elif has["Shift"]:
        past.cells += _duty(row, worker_id, service)
    else:
        past.totals += _total(row, worker_id, service)


def _carried(row: Row, worker_id: str) -> Iterator[Carried]:
    if row["Count"] is None:
        row.fault("Count", "how many were carried? Count is needed here.")
        return
    burden = fold(row["Carried"])
    if burden not in BURDENS and not _is_dated(row, burden):
        return
    fair: float | None = row["Fair share"]
    yield Carried(
        worker_id=worker_id,
        burden=burden,
        count=row["Count"],
        fair=None if fair is None else round(100 * fair),
    )


def _is_dated(row: Row, burden: str) -> bool:
    """Tell whether it is a bank holiday with its year; put down if not.

    Rules look for the festive days by name: misspelt, they would be lost.
    """
    dated = _DATED.fullmatch(burden)
    if dated is None:
        every = words.listed([*BURDENS, "a bank holiday with its year"])
        row.fault("Carried", f"expected {every}.", nearest(burden, BURDENS))
        return False
    name, year = dated.groups()
    meant = nearest(name, FESTIVE.values(), _ALIKE)
    if meant and fold(meant) != name:
        expected = "a bank holiday with its year is expected here."
        row.fault("Carried", expected, f"{meant} {year}")
        return False
    return True


def _duty(row: Row, worker_id: str, service: Service) -> Iterator[GridCell]:
    day = row["Date"]
    if service.start <= day <= service.end:
        row.fault("Date", "this is in the rota, not before it.")
        return
    unit, cell = row["Unit"] or "", row.cell("Shift")
    yield GridCell(worker_id, day, row["Shift"], unit, row.sheet, cell)


def _total(row: Row, worker_id: str, service: Service) -> Iterator[WeekTotal]:
    if row["Hours"] is None:
        return
    week = monday(row["Date"])
    if week >= service.start:
        row.fault("Date", "this week is in the rota, not before it.")
        return
    yield WeekTotal(
        worker_id=worker_id,
        monday=week,
        minutes=row["Hours"],
        excluded_days=row["Days of leave"] or 0,
    )
