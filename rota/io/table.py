"""A sheet as a table: headings found, cells read, faults collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rota.calendar import HOUR
from rota.errors import Fault
from rota.io import cells, times
from rota.io.book import Grid
from rota.io.cells import CellError, heading, is_blank, tidy
from rota.io.column import Column, Sheet, Type
from rota.io.naming import alike, column_of

SEARCHED = 15  # rows in which the headings are looked for
_UNWORKED = (
    "this formula has no result; open the workbook in Excel, save it, and "
    "try again."
)


def address(row: int, column: int) -> str:
    """Name a cell as Excel does; row and column count from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


@dataclass(slots=True)
class Desk:
    """Where faults and notes are collected while the sheets are read."""

    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(
        self,
        sheet: str,
        cell: str,
        value: object,
        expected: str,
        nearest: str = "",
    ) -> None:
        """Put down one thing that is wrong."""
        found = Fault(sheet, cell, tidy(value), expected, nearest)
        if found not in self.faults:
            self.faults.append(found)

    def fault_if_empty(self, table: Table, expected: str) -> None:
        """Put down that a sheet holds nothing, unless it could not be read."""
        read = any(fault.sheet == table.title for fault in self.faults)
        if not table.every and not read:
            self.fault(table.title, "", "", expected)

    def note(self, sentence: str) -> None:
        """Put down one thing worth knowing, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: values read, and where they stand."""

    desk: Desk
    sheet: str
    number: int  # from 0
    places: Mapping[str, int]  # column name: column, from 0
    raw: Mapping[str, object]
    values: Mapping[str, Any]
    lacks: list[str]  # required columns that could not be read

    @property
    def is_complete(self) -> bool:
        """Tell whether every required cell could be read."""
        return not self.lacks

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def cell(self, name: str) -> str:
        """Name the cell of a column, or of the row."""
        return address(self.number, self.places.get(name, 0))

    def fault(self, name: str, expected: str, nearest: str = "") -> None:
        """Put down what is wrong in a column of this row."""
        self.desk.fault(
            self.sheet, self.cell(name), self.raw.get(name), expected, nearest
        )

    def is_faulty(self, name: str) -> bool:
        """Tell whether a fault was put down for the column's cell."""
        place = (self.sheet, self.cell(name))
        return any((f.sheet, f.cell) == place for f in self.desk.faults)

    def look_up(self, name: str, how: Callable[[Any], Any]) -> Any:
        """Read a column's value further; a CellError becomes a fault."""
        value = self.values.get(name)
        if value is None:
            return None
        try:
            return how(value)
        except CellError as error:
            self.fault(name, error.expected, error.nearest)
            return None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet that say something and can be read."""

    sheet: Sheet
    title: str
    every: tuple[Row, ...]
    extra: Mapping[str, int]  # other headings: column, from 0
    heading_row: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in which nothing required is missing."""
        return tuple(row for row in self.every if row.is_complete)

    @property
    def named(self) -> tuple[Row, ...]:
        """The rows whose first column can be read, whatever else is wrong."""
        first = self.sheet.columns[0].name
        return tuple(row for row in self.every if row[first] is not None)


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
    _missing_columns(grid, sheet, desk, number, places)
    _odd_headings(grid, sheet, desk, number, (places, extra))
    rows = tuple(_rows(grid, sheet, desk, number, (places, extra)))
    return Table(sheet, grid.title, rows, extra, number)


Found = tuple[int, dict[str, int], dict[str, int]]


def find_headings(grid: Grid, sheet: Sheet) -> Found | None:
    """Find the row of headings: the one that names most columns.

    Of those that name as many, one with a required column goes first: the
    title of a matrix may be another word for one of its columns.
    """
    best: Found | None = None
    for number in range(min(SEARCHED, len(grid.rows))):
        places, extra = _headings(grid.rows[number], sheet)
        if places and (
            best is None or _worth(places, sheet) > _worth(best[1], sheet)
        ):
            best = (number, places, extra)
    if best and not sheet.loose and not _is_enough(best[1], sheet):
        return None
    return best


def _is_enough(places: Mapping[str, int], sheet: Sheet) -> bool:
    """Tell headings from a title that happens to be the word of a column.

    Two are headings; so is one, where no other column is needed.
    """
    needed = [column.name for column in sheet.columns if column.required]
    alone = len(needed) == 1 and needed[0] in places
    return alone or len(places) >= min(2, len(sheet.columns))


def _worth(places: Mapping[str, int], sheet: Sheet) -> tuple[int, int]:
    """Order rows that might be the headings."""
    required = sum(sheet.column(name).required for name in places)
    return len(places), required


def _headings(
    row: tuple[object, ...], sheet: Sheet
) -> tuple[dict[str, int], dict[str, int]]:
    places: dict[str, int] = {}
    extra: dict[str, int] = {}
    for place, value in enumerate(row):
        if isinstance(value, str) and heading(value):
            column = column_of(value, sheet.columns)
            if column and column.name not in places:
                places[column.name] = place
            else:
                extra.setdefault(tidy(value), place)
    return places, extra


def _missing_columns(
    grid: Grid, sheet: Sheet, desk: Desk, number: int, places: dict[str, int]
) -> None:
    for column in sheet.columns:
        if column.required and column.name not in places:
            merged = [place for row, place in grid.merged if row == number]
            cell = address(number, min(merged)) if merged else ""
            why = " Part of the row of headings is merged." if merged else ""
            near = alike(column.name, [tidy(v) for v in grid.rows[number]])
            desk.fault(
                grid.title,
                cell,
                near,
                f"the column {column.name} is missing.{why}",
                column.name if near else "",
            )


def _odd_headings(
    grid: Grid,
    sheet: Sheet,
    desk: Desk,
    number: int,
    headings: tuple[dict[str, int], dict[str, int]],
) -> None:
    """Report headings that are double, and note those misspelt."""
    places, extra = headings
    free = [c.name for c in sheet.columns if c.name not in places]
    for text, place in extra.items():
        again = column_of(text, sheet.columns)
        if again is not None and again.name in places:
            first = address(number, places[again.name])
            desk.fault(
                grid.title,
                address(number, place),
                text,
                f"this means the same as {first} ({again.name}); keep one.",
            )
        elif near := alike(text, free):
            desk.note(
                f"{grid.title}!{address(number, place)}: the column {text!r} "
                f"is not read; did you mean {near!r}?"
            )


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
