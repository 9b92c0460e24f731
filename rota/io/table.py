"""A sheet as a table: what its rows say, and the faults found in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rota.errors import Fault
from rota.io.cells import CellError, tidy
from rota.io.column import Sheet


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
