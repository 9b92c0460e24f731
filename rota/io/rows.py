"""The rows under the headings of a sheet, each cell read as declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rota.calendar import HOUR
from rota.io import cells, times
from rota.io.book import Grid
from rota.io.cells import CellError, is_blank, tidy
from rota.io.column import Column, Sheet, Type
from rota.io.headings import find_headings, missing_columns, odd_headings
from rota.io.naming import column_of
from rota.io.table import Desk, Row, Table, address

_UNWORKED = (
    "this formula has no result; open the workbook in Excel, save it, and "
    "try again."
)


PARSERS: Mapping[Type, Callable[[object], Any]] = {
    Type.TEXT: cells.as_text,
    Type.LIST: cells.as_list,
    Type.NUMBER: cells.as_number,
    Type.WHOLE: cells.as_whole,
    Type.HOURS: cells.as_hours,
    Type.MONEY: cells.as_pence,
    Type.PRICES: cells.as_prices,
    Type.DATE: cells.as_date,
    Type.CLOCK: times.as_clock,
    Type.YES_NO: cells.as_yes,
    Type.SHIFTS: lambda value: value,
}
_UNITS = {Type.HOURS: HOUR, Type.MONEY: 100}


def read_value(column: Column, value: object) -> Any:
    """Read one value as its column declares; raises CellError."""
    if column.type is Type.CHOICE:
        return cells.as_choice(value, column.choices, dict(column.words))
    found = PARSERS[column.type](value)
    if column.least is not None and column.most is not None:
        amount = found / _UNITS.get(column.type, 1)
        if not column.least <= amount <= column.most:
            raise CellError(
                f"{column.name} must be from {column.least:g} to "
                f"{column.most:g}."
            )
    return found


def read_table(grid: Grid, sheet: Sheet, desk: Desk) -> Table:
    """Find the headings of a sheet and read the rows under them."""
    found = find_headings(grid, sheet)
    if found is None:
        names = [column.name for column in sheet.columns if column.required]
        desk.fault(
            grid.title,
            "",
            "",
            f"no row of headings was found; expected {', '.join(names)}.",
        )
        return Table(sheet, grid.title, (), {}, 0)
    number, places, extra = found
    missing_columns(grid, sheet, desk, number, places)
    odd_headings(grid, sheet, desk, number, (places, extra))
    rows = tuple(_rows(grid, sheet, desk, number, (places, extra)))
    return Table(sheet, grid.title, rows, extra, number)


def _rows(
    grid: Grid,
    sheet: Sheet,
    desk: Desk,
    number: int,
    headings: tuple[dict[str, int], dict[str, int]],
) -> Iterator[Row]:
    places, extra = headings
    every = {**extra, **places}
    for below in range(number + 1, len(grid.rows)):
        raw = {name: grid.at(below, place) for name, place in every.items()}
        if _says_nothing(grid, below, raw, places):
            continue
        if _is_heading_again(raw, sheet, places):
            continue
        yield _row(grid, sheet, desk, below, every, raw)


def _says_nothing(
    grid: Grid,
    below: int,
    raw: Mapping[str, object],
    places: Mapping[str, int],
) -> bool:
    return all(
        is_blank(raw[name]) and address(below, place) not in grid.unworked
        for name, place in places.items()
    )


def _is_heading_again(
    raw: Mapping[str, object], sheet: Sheet, places: Mapping[str, int]
) -> bool:
    """Tell a row of headings repeated in the middle."""
    said = [name for name in places if not is_blank(raw[name])]
    return len(said) > 1 and all(
        (column := column_of(tidy(raw[name]), sheet.columns)) is not None
        and column.name == name
        for name in said
    )


def _row(
    grid: Grid,
    sheet: Sheet,
    desk: Desk,
    number: int,
    places: Mapping[str, int],
    raw: Mapping[str, object],
) -> Row:
    """Read one row."""
    values: dict[str, Any] = {}
    row = Row(desk, grid.title, number, places, raw, values, [])
    for column in sheet.columns:
        held = _value(grid, row, column) if column.name in places else None
        if held is not None:
            values[column.name] = held
        elif column.required:
            row.lacks.append(column.name)
    return row


def _value(grid: Grid, row: Row, column: Column) -> Any:
    value = row.raw[column.name]
    if is_blank(value):
        _blank(grid, row, column)
        return None
    try:
        return read_value(column, value)
    except CellError as error:
        row.fault(column.name, error.expected, error.nearest)
        return None


def _blank(grid: Grid, row: Row, column: Column) -> None:
    if row.cell(column.name) in grid.unworked:
        row.fault(column.name, _UNWORKED)
    elif column.required:
        place = (row.number, row.places[column.name])
        why = (
            " It is merged with its neighbour." if place in grid.merged else ""
        )
        row.fault(column.name, f"{column.name} is needed in this row.{why}")
