"""The next period's workbook: the manager's, moved on.

Dates, hours brought forward and history are new, what is over is cleared,
and the Rota is empty. Everything else stays as it is on disk.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rota import words
from rota.calendar import HOUR, monday
from rota.domain import Problem
from rota.io import atomic, next_pages
from rota.io.book import Book, open_book
from rota.io.graft import MARK, graft, sheets_of, titles
from rota.io.memory import SHEET as MEMORY
from rota.io.naming import sheet_of
from rota.io.package import Package, parse
from rota.io.reading.service import value_places
from rota.io.reading.workers import full_name
from rota.io.rows import read_table
from rota.io.schema import SHEETS
from rota.io.sheets.clients import SESSIONS
from rota.io.sheets.running import HISTORY, ROTA
from rota.io.table import Desk, Row, Table, address
from rota.io.typed_cells import TypedCells, Value
from rota.io.write import Written
from rota.next_period import NextPeriod

BROUGHT = "Brought forward"
LEAVE = "Leave brought forward"
TOIL = "TOIL brought forward"
KNOWN = "History known from"
KNOWN_BY = "Known by"
PUBLISHED = "Published"
MOST_OWED = 500 * HOUR  # what the column may hold


def write_next(
    source: str | Path, path: str | Path, problem: Problem, after: NextPeriod
) -> Written:
    """Write the workbook of the next period.

    Parameters
    ----------
    source
        The workbook of the period that is over; it is never changed.
    path
        Where to write.
    problem
        What was read from it.
    after
        What the next period has to know.

    Returns
    -------
    Where it was written, and sentences to tell.

    Raises
    ------
    OutputError
        Nothing can be written there.
    """
    origin = Path(source)
    theirs = Package.open(origin)
    said = list(after.notes)
    editor = _Editor(theirs, open_book(origin, SHEETS), said)
    editor.move_on(problem, after)
    _put_ours(theirs, problem, after)
    ending = ".xlsm" if theirs.is_macro_enabled else ".xlsx"
    wanted = Path(path).with_suffix(ending)
    place = atomic.write_bytes(wanted, theirs.to_bytes(), origin)
    if place != Path(path):
        said.append(f"It is written as {place.name}.")
    return Written(place, tuple(said))


# -- the manager's sheets ---------------------------------------------------


class _Editor:
    """Moves the dates on, and clears what is over."""

    def __init__(self, theirs: Package, book: Book, said: list[str]) -> None:
        self.theirs = theirs
        self.book = book
        self.said = said
        listed = parse(theirs.parts[theirs.workbook])
        self.parts = {s.title: s.part for s in sheets_of(theirs, listed)}

    def move_on(self, problem: Problem, after: NextPeriod) -> None:
        """Change every sheet that has to know of the new dates."""
        self._service(after)
        self._workers(problem, after)
        self._patterns(problem)
        self._clients(problem, after)
        for name, is_over in OVER.items():
            self._clear(name, is_over, after.start)

    def _cells(self, name: str) -> TypedCells:
        return TypedCells(self.theirs, self.parts[self.book.grids[name].title])

    def _table(self, name: str) -> Table | None:
        grid = self.book.grids.get(name)
        if grid is None or not grid.rows:
            return None
        sheet = next(known for known in SHEETS if known.name == name)
        return read_table(grid, sheet, Desk())

    def _set(
        self, cells: TypedCells, name: str, at: tuple[int, int], value: Value
    ) -> None:
        """Write a cell; where a formula stays, say what it must give."""
        if not cells.set(*at, value):
            title = self.book.grids[name].title
            shown = f"{value:%d/%m/%Y}" if isinstance(value, date) else value
            self.said.append(
                f"{title}!{address(*at)} holds a formula, which was left:"
                f" it must give {shown}."
            )

    def _service(self, after: NextPeriod) -> None:
        grid = self.book.grids["Service"]
        places, cells = value_places(grid), self._cells("Service")
        self._set(cells, "Service", places["Starts"], after.start)
        if "Ends" in places and grid.at(*places["Ends"]) is not None:
            self._set(cells, "Service", places["Ends"], after.end)
        if PUBLISHED in places and grid.at(*places[PUBLISHED]) is not None:
            cells.blank(*places[PUBLISHED])  # it was that of the last rota
        if KNOWN not in places:
            row, column = len(grid.rows), places["Starts"][1]
            cells.set(row, column - 1, KNOWN)
            places[KNOWN] = row, column
        self._set(cells, "Service", places[KNOWN], after.known_from)
        cells.save()

    def _workers(self, problem: Problem, after: NextPeriod) -> None:
        """Write the hours that are carried on, each in its column."""
        for column, hours in (
            (BROUGHT, after.brought_forward),
            (LEAVE, after.leave_left),
            (TOIL, after.toil_left),
        ):
            self._carry(problem, column, hours)

    def _carry(
        self, problem: Problem, column: str, hours: dict[str, int]
    ) -> None:
        table = self._table("Workers")
        if table is None or not table.every:
            return
        if column not in table.every[0].places and not any(hours.values()):
            return
        cells, place = self._column("Workers", table, column)
        for row in table.named:
            worker_id = row["Payroll"] or full_name(row)
            left = hours.get(worker_id)
            if left is not None:
                said = max(-MOST_OWED, min(MOST_OWED, left))
                at = row.number, place
                self._set(cells, "Workers", at, round(said / HOUR, 4))
                if said != left:
                    name = problem.worker[worker_id].name
                    self.said.append(
                        f"{name} carries {words.hours(left)} on; the sheet"
                        f" holds {words.hours(said)} at most."
                    )
        cells.save()

    def _column(
        self, name: str, table: Table, heading: str
    ) -> tuple[TypedCells, int]:
        """Give the place of a column; made if it is missing."""
        cells = self._cells(name)
        places = table.every[0].places
        if heading in places:
            return cells, places[heading]
        column = max(len(row) for row in self.book.grids[name].rows)
        cells.set(table.heading_row, column, heading)
        return cells, column

    def _clients(self, problem: Problem, after: NextPeriod) -> None:
        """Add those who have come to know somebody to their row."""
        table = self._table("Clients")
        if table is None or not any(after.known_by.values()):
            return
        names = next_pages.Names(problem)
        cells, column = self._column("Clients", table, KNOWN_BY)
        for row in table.named:
            client = problem.client.get(row["Number"] or row["Name"])
            met = after.known_by.get(client.id, ()) if client else ()
            fresh = [
                names.of(worker_id)
                for worker_id in met
                if client and not client.is_known_to(worker_id)
            ]
            if fresh:
                said = ", ".join([*(row[KNOWN_BY] or ()), *fresh])
                self._set(cells, "Clients", (row.number, column), said)
        cells.save()

    def _patterns(self, problem: Problem) -> None:
        """Say when cycles began, where that was the start of the rota."""
        table = self._table("Patterns")
        if table is None or not table.rows:
            return
        cells = self._cells("Patterns")
        for rows in _cycles(table.rows):
            longer = any((row["Week"] or 1) > 1 for row in rows)
            if longer and not any(row["Starts"] for row in rows):
                place = rows[0].places.get("Starts")
                if place is None:
                    self.said.append(_no_start(rows[0]))
                    continue
                at = rows[0].number, place
                self._set(cells, "Patterns", at, monday(problem.start))
        cells.save()

    def _clear(
        self, name: str, is_over: Callable[[Row, date], bool], start: date
    ) -> None:
        """Clear the rows of a sheet that are over."""
        table = self._table(name)
        over = [r for r in table.rows if is_over(r, start)] if table else []
        if over:
            cells = self._cells(name)
            for row in over:
                cells.clear(row.number)
            cells.save()


def _cycles(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Put the weeks of one person's cycle together."""
    found: dict[tuple[object, object], list[Row]] = {}
    for row in rows:
        found.setdefault((row["Name"], row["When"]), []).append(row)
    yield from found.values()


def _no_start(row: Row) -> str:
    return (
        f"The pattern of {row['Name']} begins anew: the Patterns sheet has no"
        " column Starts."
    )


def _stretch_is_over(row: Row, start: date) -> bool:
    """Tell leave or a request whose last day is before the new start."""
    return bool((row["Last"] or row["First"]) < start)


def _offer_is_over(row: Row, start: date) -> bool:
    """Tell an offer that is over; one without an end goes on."""
    goes_on = row["First"] is None or row["Days"] is not None
    last = row["Last"] or (None if goes_on else row["First"])
    return last is not None and last < start


def _is_past(row: Row, start: date) -> bool:
    return bool(row["Date"] < start)


def _entry_is_over(row: Row, start: date) -> bool:
    """Tell a client's time away, or appointment, of before."""
    return bool((row["To"] or row["From"]) < start)


def _line_is_over(row: Row, start: date) -> bool:
    """Tell a line of a plan whose last day is before the new start."""
    return row["To date"] is not None and row["To date"] < start


OVER: dict[str, Callable[[Row, date], bool]] = {
    "Leave": _stretch_is_over,
    "Requests": _stretch_is_over,
    "Availability": _offer_is_over,
    "Diary": _is_past,
    "Client diary": _entry_is_over,
    "Support plans": _line_is_over,
    "Worked": _is_past,
}


# -- our sheets -------------------------------------------------------------


class _Titles(NamedTuple):
    """Which sheets go, and which get another title."""

    drop: list[str]
    rename: dict[str, str]


def _put_ours(theirs: Package, problem: Problem, after: NextPeriod) -> None:
    """Put the new Rota and History in front of the manager's sheets."""
    import openpyxl
    from openpyxl.workbook.defined_name import DefinedName

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    next_pages.draw(book, problem, after)
    for sheet in book.worksheets:
        name = DefinedName(MARK, attr_text="TRUE", hidden=True)
        sheet.defined_names[MARK] = name
    stream = io.BytesIO()
    book.save(stream)
    found = _titles(theirs, problem.end)
    graft(
        theirs,
        Package.open(stream.getvalue()),
        drop=found.drop,
        rename=found.rename,
    )


def _titles(theirs: Package, end: date) -> _Titles:
    """Our pages go; what the manager typed there is kept by its date."""
    every, ours = titles(theirs)
    found = _Titles([t for t in every if t in ours or t == MEMORY], {})
    for title in every:
        meant = sheet_of(title, (ROTA, HISTORY, SESSIONS))
        if meant is not None and title not in found.drop:
            dated = f"{meant.name} to {end.day} {end:%b %Y}"
            found.rename[title] = _free(dated, every)
    return found


def _free(title: str, taken: Sequence[str]) -> str:
    """Give a title that no sheet has yet."""
    used = {one.casefold() for one in taken}
    names = [title, *(f"{title} ({n})" for n in range(2, 100))]
    return next(name for name in names if name.casefold() not in used)
