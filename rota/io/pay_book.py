"""Writing the hours for payroll: as a workbook, or as a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from rota import words
from rota.calendar import HOUR
from rota.errors import OutputError
from rota.io import atomic
from rota.io.pages.pay_columns import (
    BALANCE_COLUMNS,
    PAY_COLUMNS,
    WHO,
    Value,
)
from rota.payroll import HourClass, Payroll

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_hours(
    pay: Payroll, path: str | Path, source: Path | None = None
) -> Path:
    """Write the hours, by the ending of the file: .xlsx or .csv.

    Parameters
    ----------
    pay
        Everybody's hours.
    path
        Where to write.
    source
        The manager's workbook, which is never written over.

    Returns
    -------
    Where it stands, which is beside `path` if that file is open.

    Raises
    ------
    OutputError
        The ending is another one, or nothing can be written there.
    """
    place = Path(path)
    writers = {".xlsx": _workbook, ".csv": _csv}
    write = writers.get(place.suffix.casefold())
    if write is None:
        raise OutputError(
            f"{place.name}: hours are written as .xlsx or as .csv."
        )
    return atomic.write_bytes(place, write(pay), source)


def _workbook(pay: Payroll) -> bytes:
    import openpyxl

    from rota.io.pages import pay as pages

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    pages.draw_worked(book.create_sheet("Hours to pay"), pay)
    pages.draw_planned(book.create_sheet("As planned"), pay)
    pages.draw_balances(book.create_sheet("Carried on"), pay)
    pages.draw_shifts(book.create_sheet("Shifts"), pay)
    pages.draw_terms(book.create_sheet("Terms"), pay)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _csv(pay: Payroll) -> bytes:
    """Give a row for each person and figures: worked first, then planned.

    The mark at the beginning lets Excel read names with accents.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    balances = BALANCE_COLUMNS[len(WHO) :]
    heads = [column.heading for column in (*PAY_COLUMNS, *balances)]
    writer.writerow(["From", "To", "Figures", *heads])
    period = [f"{pay.first:%d/%m/%Y}", f"{pay.last:%d/%m/%Y}"]
    for figures, values in _lines(pay):
        writer.writerow([*period, figures, *(_safe(v) for v in values)])
    return stream.getvalue().encode("utf-8-sig")


def _lines(pay: Payroll) -> Iterator[tuple[str, list[Value]]]:
    balances = BALANCE_COLUMNS[len(WHO) :]
    for person in pay.people:
        tally = person.worked
        columns = (*PAY_COLUMNS, *balances)
        yield "worked", [c.value(person, tally) for c in columns]
    for person in pay.people:
        tally = person.planned
        values = [c.value(person, tally) for c in PAY_COLUMNS]
        yield "planned", [*values, *[None] * len(balances)]


def _safe(value: Value) -> Value:
    """Give a value that no spreadsheet takes for a formula."""
    text = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if text else value


def hours_text(pay: Payroll) -> str:
    """Give what the hours come to, as lines of text."""
    worked = [person.worked for person in pay.people]
    planned = [person.planned for person in pay.people]
    lines = [
        f"{pay.problem.name or 'Hours'}: {words.day(pay.first)} to"
        f" {words.day(pay.last)} {pay.last.year},"
        f" {words.count(len(pay.people), 'person', 'people')}",
        f"Hours to pay: {_total(sum(t.hourly for t in worked))}"
        f" (planned {_total(sum(t.hourly for t in planned))})",
    ]
    for hour_class in HourClass:
        minutes = sum(tally.classes[hour_class] for tally in worked)
        if minutes and hour_class.is_paid_by_the_hour:
            lines.append(f"  {hour_class.value:<14}{_total(minutes):>10}")
    if nights := sum(tally.sleep_ins for tally in worked):
        lines.append(f"Sleep-ins: {nights}")
    return "\n".join([*lines, *pay.notes])


def _total(minutes: int) -> str:
    return f"{minutes / HOUR:,.2f} h"
