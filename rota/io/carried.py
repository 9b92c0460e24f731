"""What a manager has put on an earlier Rota page, to be kept on the next.

Comments are carried over to the same person and date. Absence that was typed
in a rota cell is remembered, because the page that is pinned up only says
that somebody is away; so are changes at short notice, for the ledger.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rota.domain import SHORT_NOTICE
from rota.errors import WorkbookError
from rota.io.book import Grid, open_book
from rota.io.cells import fold, heading, is_blank
from rota.io.column import Sheet
from rota.io.memory import AWAY, CHANGED, Entry
from rota.io.naming import column_of
from rota.io.pages.facts import Facts
from rota.io.reading.workbook import Reader
from rota.io.schema import SHEETS
from rota.io.sheets.running import ROTA
from rota.io.table import Desk
from rota.rules.stability import Stability

if TYPE_CHECKING:
    from openpyxl.comments import Comment
    from openpyxl.worksheet.worksheet import Worksheet

Place = tuple[str, date]  # name without capitals, date
Comments = dict[Place, "Comment"]


def absence_typed(source: Path) -> list[Entry]:
    """Give the absence that stands in rota cells, as memory entries."""
    try:
        book = open_book(source, SHEETS)
        if not book.grids.get(ROTA.name, Grid("", ())).rows:
            return []
        reader = Reader(book, Desk())
        problem, _ = reader.problem()
    except WorkbookError:
        return []  # the problem came from elsewhere
    return [
        Entry(AWAY, absence.worker_id, absence.first, absence.kind.value)
        for absence in reader.taker.standing.absences
        if absence.first in problem.date_set
    ]


def changed(facts: Facts) -> list[Entry]:
    """Give the days of people that were changed at short notice so far."""
    problem = facts.problem
    rule = next((r for r in problem.rules if isinstance(r, Stability)), None)
    today = rule.today if rule else None
    days = dict.fromkeys(problem.changed, "")
    for breach in facts.report.of(Stability.id_of_class()):
        key = breach.key
        if today and key.date and 0 <= (key.date - today).days <= SHORT_NOTICE:
            days[key.worker_id, key.date] = today.isoformat()
    return [Entry(CHANGED, *place, text) for place, text in days.items()]


def comments(source: Path, title: str) -> Comments:
    """Give the comments on the cells of a rota, by person and date."""
    import openpyxl

    book = openpyxl.load_workbook(source, keep_links=False)
    sheet = book[title]
    found: Comments = {}
    dates: dict[int, date] = {}
    for row in sheet.iter_rows():
        heads = {
            cell.column: cell.value.date()
            for cell in row
            if isinstance(cell.value, datetime) and cell.column is not None
        }
        dates = heads if len(heads) > 1 else dates
        name = fold(row[0].value) if row else ""
        for cell in row:
            if cell.comment is not None and cell.column in dates:
                found[name, dates[cell.column]] = cell.comment
    return found


def put_comments(sheet: Worksheet, held: Comments) -> int:
    """Put comments on a new page; gives how many found no place."""
    from openpyxl.comments import Comment

    dates: dict[int, date] = {}
    left = dict(held)
    for row in sheet.iter_rows():
        heads = {
            cell.column: cell.value
            for cell in row
            if isinstance(cell.value, date) and cell.column is not None
        }
        dates = heads if len(heads) > 1 else dates
        name = fold(row[0].value) if row else ""
        for cell in row:
            day = dates.get(cell.column or 0)
            if day is not None and (name, day) in left:
                old = left.pop((name, day))
                cell.comment = Comment(_text(old), old.author or "")
    return len(left)


def _text(comment: Comment) -> str:
    """Give what was said; Excel puts a preface before newer comments."""
    preface, found, said = comment.text.partition("Comment:")
    newer = preface.startswith("[Threaded comment]") and found
    return said.strip() if newer else comment.text


def is_empty_form(rows: list[tuple[object, ...]], form: Sheet = ROTA) -> bool:
    """Tell a sheet in which nobody has typed anything yet.

    In a rota the names at the left are no answer yet.
    """
    first = heading(form.columns[0].name)
    for number, row in enumerate(rows):
        if any(heading(value) == first for value in row):
            labels = {
                place
                for place, value in enumerate(row)
                if form is ROTA
                and isinstance(value, str)
                and column_of(value, ROTA.columns)
            }
            return all(
                is_blank(value)
                for below in rows[number + 1 :]
                for place, value in enumerate(below)
                if place not in labels
            )
    return all(is_blank(value) for row in rows for value in row)
