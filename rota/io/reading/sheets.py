"""Each sheet of a workbook, read once, when another first needs it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rota.calendar import days_between
from rota.differences import Difference
from rota.domain import (
    DiaryEntry,
    ShiftType,
)
from rota.domain.cover import CoverLine
from rota.io.book import Book, Grid
from rota.io.cells import fold
from rota.io.reading.cell_codes import CodeReader
from rota.io.reading.cover import CoverReader
from rota.io.reading.diary import DiaryReader
from rota.io.reading.history import Past, read_history
from rota.io.reading.holidays import Holidays, read_holidays
from rota.io.reading.options import read_options_sheet
from rota.io.reading.pay_rules import read_pay_rules
from rota.io.reading.published import changed_since
from rota.io.reading.rota_grid import GridReader
from rota.io.reading.service import Service, read_service
from rota.io.reading.shift_types import read_shift_types
from rota.io.reading.standing import CellTaker
from rota.io.reading.support import Known, Supported
from rota.io.reading.training import Trained, read_training, with_training
from rota.io.reading.visits import visits_of
from rota.io.reading.who import People
from rota.io.reading.worked import WorkedReader
from rota.io.reading.workers import WorkerReader
from rota.io.rows import read_table
from rota.io.schema import SHEETS
from rota.io.table import Desk, Table
from rota.options import Option
from rota.payroll import Pay

if TYPE_CHECKING:
    from datetime import date


class Sheets:
    """The sheets of a book; faults and notes go to the desk."""

    def __init__(self, book: Book, desk: Desk) -> None:
        self.book = book
        self.desk = desk
        self.filled: set[str] = set()

    def _grid(self, name: str) -> Grid:
        return self.book.grids.get(name, Grid(name, ()))

    def _table(self, name: str) -> Table:
        """Give the rows of a sheet; none if the sheet is not there."""
        sheet = next(known for known in SHEETS if known.name == name)
        grid = self.book.grids.get(name)
        if grid is None or (not grid.rows and not sheet.required):
            return Table(sheet, name, (), {}, 0)
        table = read_table(grid, sheet, self.desk)
        if table.rows:
            self.filled.add(name)
        return table

    @cached_property
    def service(self) -> Service:
        """What the rota is for."""
        grid = self._grid("Service")
        return read_service(grid, self.desk, self.book.path.stem)

    @cached_property
    def dates(self) -> list[date]:
        """The dates of the rota."""
        return days_between(self.service.start, self.service.end)

    @cached_property
    def shift_types(self) -> tuple[ShiftType, ...]:
        """The codes and what they mean."""
        table = self._table("Shift types")
        return read_shift_types(table, self.service, self.desk)

    @cached_property
    def trained(self) -> Trained:
        """What the Training sheet says."""
        return read_training(self._table("Training"), self.desk)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The codes by how they compare."""
        return {fold(known.code): known.code for known in self.shift_types}

    @cached_property
    def people(self) -> People:
        """The workers, with the skills of the Training sheet."""
        reader = WorkerReader(
            self.service, self.codes, self.shift_types, self.desk
        )
        workers = reader.workers(self._table("Workers"))
        trained = with_training(workers, self.trained, People(workers))
        return People(trained)

    @cached_property
    def holidays(self) -> Holidays:
        """Changes to the bank holidays, and the terms."""
        return read_holidays(self._table("Bank holidays"))

    @cached_property
    def diary(self) -> tuple[DiaryEntry, ...]:
        """Meetings, training days, supervision."""
        reader = DiaryReader(self.service, self.people, self.codes)
        return reader.entries(self._table("Diary"))

    @cached_property
    def code_reader(self) -> CodeReader:
        """Reads rota cells."""
        codes = dict.fromkeys(entry.code for entry in self.diary)
        return CodeReader(self.service, self.shift_types, tuple(codes))

    @cached_property
    def taker(self) -> CellTaker:
        """Turns rota cells into duties."""
        workers = {worker.id: worker for worker in self.people.workers}
        return CellTaker(
            self.service,
            self.code_reader,
            workers,
            self.diary,
            self.book.memory,
            self.desk,
        )

    @cached_property
    def past(self) -> Past:
        """What is known of the time before."""
        grid = self._grid("History")
        if not grid.rows:
            return Past()
        return read_history(
            grid, self._grid_reader(grid), self.people, self.service, self.desk
        )

    def _grid_reader(self, grid: Grid) -> GridReader:
        return GridReader(grid, self.people, self.code_reader, self.desk)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The variants to put side by side."""
        return read_options_sheet(self._table("Options"))

    @cached_property
    def pay(self) -> Pay:
        """The terms of pay, and what was worked; the rota is read before."""
        visits = visits_of(self.supported)
        reader = WorkedReader(self.people, self.taker, visits)
        return Pay(
            read_pay_rules(
                self._table("Pay rules"), self.service, self.people
            ),
            reader.records(self._table("Worked")),
            self.service.leave_from,
        )

    def changed(self) -> tuple[Difference, ...] | None:
        """Give the rota cells that are not as the program last wrote them."""
        names = {worker.id: worker.name for worker in self.people.workers}
        return changed_since(
            self.book.memory, self.taker.standing.texts, names
        )

    @cached_property
    def _skills(self) -> set[str]:
        """The skills that anybody is recorded with."""
        held = {
            skill.skill
            for w in self.people.workers
            for skill in w.qualifications
        }
        drivers = {"driver" for w in self.people.workers if w.driving}
        return held | drivers | self.trained.skills

    @property
    def _has_plans(self) -> bool:
        return bool(self._table("Support plans").every)

    @cached_property
    def supported(self) -> Supported:
        """The people supported: plans, sessions, travel."""
        known = Known(
            self.service,
            self.people,
            self.shift_types,
            self._skills,
            self.holidays.of(self.service),
            self.dates,
            self.book.memory,
        )
        return Supported(self._table, known, self.desk).read()

    def _lines(self) -> tuple[CoverLine, ...]:
        """The cover, as typed."""
        reader = CoverReader(
            self.service,
            self.codes,
            {known.code: known for known in self.shift_types},
            self._skills,
            self.desk,
            clients=self.supported.fields["clients"],
            may_be_empty=self._has_plans,
        )
        return reader.lines(self._table("Cover"))
