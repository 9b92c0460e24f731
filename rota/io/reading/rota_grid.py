"""People down, dates across: the Rota sheet, and last month's as History."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rota.io.book import Grid
from rota.io.cells import CellError, fold, heading, is_blank, nearest, tidy
from rota.io.naming import column_of
from rota.io.reading.cell_codes import CodeReader
from rota.io.reading.date_heads import HeadReader, Heads
from rota.io.reading.who import People
from rota.io.sheets.running import ROTA
from rota.io.table import Desk, address

_TOTALS = re.compile(
    r"(?:sub)?totals?\b|sum\b|on shift\b|needed\b|cover\b|hours\b|staff\b|"
    r"people\b|to fill\b|shifts to fill\b|short\b|notes?\b|key\b|count\b|"
    r"number\b|lead|medication\b|required\b|bank holiday|date\b|day\b|week\b"
)

_KEY = re.compile(r"(?:(?:shift )?key|legend|(?:shift )?codes)(?: to .+)?")

_STRAY = "this date is out of order with those beside it."
_HOLE = "a date is expected here, above the shifts of that day."


@dataclass(frozen=True, slots=True)
class GridCell:
    """One filled cell of a rota: whose, when, and what stands there."""

    worker_id: str
    date: date
    value: object
    unit: str  # what the row's Unit column says
    sheet: str
    cell: str


@dataclass(slots=True)
class GridReader:
    """Reads a sheet of people down and dates across."""

    grid: Grid
    people: People
    codes: CodeReader
    desk: Desk
    labels: dict[str, int] = field(default_factory=dict)
    dates: set[date] = field(default_factory=set)
    _key_row: int = -2  # the last row known to explain codes
    _blamed: set[tuple[int, int]] = field(default_factory=set)

    def cells(self) -> Iterator[GridCell]:
        """Give every filled cell of somebody's row."""
        heads = HeadReader(self.codes.service.start)
        headed = 0
        for number, row in enumerate(self.grid.rows):
            below = self._row(number + 1)
            if not self._is_person(row) and heads.take(row, below):
                self._learn(number, heads)
                headed = number
            elif heads.heads:
                self._check_holes(row, headed, heads)
                yield from self._of_row(number, row, heads.heads)
            else:
                self._learn_labels(row)
        if not heads.heads and any(map(self._is_person, self.grid.rows)):
            self.desk.fault(
                self.grid.title,
                "",
                "",
                "no row with dates was found: people go down, dates across.",
            )

    def _row(self, number: int) -> Sequence[object]:
        return self.grid.rows[number] if number < len(self.grid.rows) else ()

    def _is_person(self, row: Sequence[object]) -> bool:
        return any(
            isinstance(value, str) and self.people.is_known(value)
            for value in row[:4]
        )

    def _learn(self, number: int, heads: HeadReader) -> None:
        self._learn_labels(self.grid.rows[number])
        for place, meant in heads.strays.items():
            self._blame_head(number, place, _STRAY, meant)
        if not heads.strays:
            self._check_twice(number, heads.heads)
        self.dates |= set(heads.heads.values())

    def _check_holes(
        self, row: Sequence[object], headed: int, heads: HeadReader
    ) -> None:
        """Complain of a shift in a column that lost its date, once."""
        for place, meant in heads.holes().items():
            value = row[place] if place < len(row) else None
            known = (headed, place) in self._blamed
            if not known and isinstance(value, str) and self._is_code(value):
                self._blame_head(headed, place, _HOLE, meant)

    def _blame_head(
        self, number: int, place: int, expected: str, meant: date
    ) -> None:
        self._blamed.add((number, place))
        self.desk.fault(
            self.grid.title,
            address(number, place),
            self.grid.at(number, place),
            expected,
            f"{meant:%d/%m/%Y}",
        )

    def _learn_labels(self, row: Sequence[object]) -> None:
        for place, value in enumerate(row):
            if isinstance(value, str):
                column = column_of(value, ROTA.columns)
                if column:
                    self.labels.setdefault(column.name, place)

    def _check_twice(self, number: int, heads: Heads) -> None:
        seen: dict[date, int] = {}
        for place, day in heads.items():
            first = seen.setdefault(day, place)
            if first != place:
                self.desk.fault(
                    self.grid.title,
                    address(number, place),
                    self.grid.at(number, place),
                    "this date stands twice in the headings, also in "
                    f"{address(number, first)}.",
                )

    def _of_row(
        self, number: int, row: Sequence[object], heads: Heads
    ) -> Iterator[GridCell]:
        filled = {
            place: row[place]
            for place in heads
            if place < len(row) and not is_blank(row[place])
        }
        if self._explains_codes(number, row) or not filled:
            return
        worker_id = self._worker(number, row, list(filled.values()))
        if worker_id is None:
            return
        for place, value in filled.items():
            yield GridCell(
                worker_id,
                heads[place],
                value,
                self._label("Unit", row),
                self.grid.title,
                address(number, place),
            )

    def _label(self, name: str, row: Sequence[object]) -> str:
        place = self.labels.get(name)
        known = place is not None and place < len(row)
        return tidy(row[place]) if known and place is not None else ""

    def _worker(
        self, number: int, row: Sequence[object], filled: list[object]
    ) -> str | None:
        """Find whose row it is; None for totals, empty for a stranger."""
        payroll, name = self._label("Payroll", row), self._name(row)
        for text in (payroll, name):
            if text and self.people.is_known(text):
                return self.people.find(text)
        if self._is_no_person(name, filled):
            return None
        self._complain(number, name)
        return ""

    def _name(self, row: Sequence[object]) -> str:
        if "Name" not in self.labels:
            known = [v for v in row[:4] if self._is_person((v,))]
            first = [v for v in row[:4] if isinstance(v, str)]
            return tidy(next(iter(known or first), ""))
        parts = (self._label("Name", row), self._label("Surname", row))
        return " ".join(part for part in parts if part)

    def _explains_codes(self, number: int, row: Sequence[object]) -> bool:
        """Tell the rows of a key, of which only the first says so."""
        if self._is_person(row):
            return False
        name = self._name(row)
        below = not name and number == self._key_row + 1
        if below or _KEY.fullmatch(heading(name)):
            self._key_row = number
        return self._key_row == number

    def _is_no_person(self, name: str, filled: list[object]) -> bool:
        """Tell totals, notes and counts from the row of a person."""
        if any(self._is_code(value) for value in filled):
            codes = {*self.codes.types, *self.codes.diary_codes}
            names = {fold(t.name) for t in self.codes.types.values()}
            return bool(name) and (
                _TOTALS.match(fold(name)) is not None
                or fold(name) in codes | names
            )
        return (
            not name
            or _TOTALS.match(fold(name)) is not None
            or all(isinstance(value, (int, float)) for value in filled)
        )

    def _is_code(self, value: object) -> bool:
        try:
            return not self.codes.read(value).is_blank
        except CellError:
            return False

    def _complain(self, number: int, name: str) -> None:
        place = self.labels.get("Name", 0)
        cell = address(number, place)
        if not name:
            hidden = (number, place) in self.grid.merged
            why = " It is merged with the one above." if hidden else ""
            expected = f"a name is needed in this row.{why}"
            self.desk.fault(self.grid.title, cell, "", expected)
            return
        try:
            self.people.find(name)
        except CellError as error:
            near = error.nearest or nearest(
                name, [w.name for w in self.people.workers], 0.5
            )
            self.desk.fault(self.grid.title, cell, name, error.expected, near)
