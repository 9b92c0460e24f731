"""What stands in rota cells, as duties, days off and absence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rota import words
from rota.calendar import HOUR, ONE_DAY, clock_fault, instant, span
from rota.domain import (
    Absence,
    AbsenceKind,
    Assignment,
    Availability,
    DiaryEntry,
    Kind,
    Shift,
    Worker,
)
from rota.io.cells import CellError, fold
from rota.io.memory import AWAY, AWAY_MARK, Memory
from rota.io.reading.cell_codes import CodeReader, Piece, Said
from rota.io.reading.rota_grid import GridCell
from rota.io.reading.service import Service
from rota.io.table import Desk

Pair = tuple[str, str]  # worker id, duty id
Given = Shift | DiaryEntry
OWN_TIMES = "own times"
OPEN_KINDS = (Kind.WAKING, Kind.SLEEP_IN, Kind.ON_CALL, Kind.ROUND)


@dataclass(slots=True)
class Standing:
    """What the cells of all sheets with duties come to."""

    pairs: dict[Pair, None] = field(default_factory=dict)
    past: dict[Pair, None] = field(default_factory=dict)
    pinned: dict[Pair, None] = field(default_factory=dict)
    kept: dict[tuple[str, date], None] = field(default_factory=dict)
    absences: list[Absence] = field(default_factory=list)
    barred: list[Availability] = field(default_factory=list)
    shifts: dict[str, Shift] = field(default_factory=dict)
    own: dict[str, Shift] = field(default_factory=dict)
    texts: dict[tuple[str, str, date], str] = field(default_factory=dict)


@dataclass(slots=True)
class CellTaker:
    """Turns cells into duties, one at a time; faults go to the desk."""

    service: Service
    codes: CodeReader
    workers: Mapping[str, Worker]
    diary: Sequence[DiaryEntry]
    memory: Memory
    desk: Desk
    standing: Standing = field(default_factory=Standing)

    def take_all(self, cells: Iterable[GridCell]) -> None:
        """Take every cell of a sheet."""
        for cell in cells:
            try:
                self.take(cell)
            except CellError as error:
                self.desk.fault(
                    cell.sheet,
                    cell.cell,
                    cell.value,
                    error.expected,
                    error.nearest,
                )

    def take(self, cell: GridCell) -> None:
        """Take one cell; raises CellError."""
        said = self.codes.read(cell.value)
        if cell.worker_id not in self.workers:
            return  # nobody's; the row is a fault already
        place = (fold(cell.sheet), cell.worker_id, cell.date)
        self.standing.texts[place] = said.text
        if said.absence is not None:
            self._away(cell, said)
        elif said.is_barred:
            self._barred(cell)
        elif said.is_off:
            self._keep(cell, said, [])
        elif said.text == AWAY_MARK:
            self._still_away(cell)
        elif said.pieces:
            self._give(cell, said, self._duties(cell, said))

    def _duties(self, cell: GridCell, said: Said) -> list[Given]:
        """Give the duties of a cell, and keep the shifts among them."""
        found = self.meant(cell, said)
        for duty in found:
            if isinstance(duty, Shift):
                self._put(duty)
        return found

    def meant(self, cell: GridCell, said: Said) -> list[Given]:
        """Give the duties of a cell; one that follows on is a day later.

        `L/SI/E` is a late, a sleep-in, and the early of the next morning.
        Raises CellError.
        """
        found: list[Given] = []
        for piece in said.pieces:
            given = self._duty(cell, piece)
            if found and given.begins < found[-1].begins:
                after = replace(cell, date=cell.date + ONE_DAY)
                later = self._duty(after, piece)
                given = later if later.begins <= found[-1].ends else given
            found.append(given)
        return found

    def _put(self, shift: Shift) -> None:
        """Keep a shift that somebody has, or might have."""
        self.standing.shifts[shift.id] = shift
        if shift.name == OWN_TIMES:
            self.standing.own[shift.id] = shift

    def offer(self, cell: GridCell, said: Said) -> None:
        """Make the shifts of a cell without giving them; as a pattern does."""
        try:
            self._duties(cell, said)
        except CellError as error:
            self.desk.fault(cell.sheet, cell.cell, cell.value, error.expected)

    def _in_horizon(self, day: date) -> bool:
        return self.service.start <= day <= self.service.end

    def _away(self, cell: GridCell, said: Said) -> None:
        if said.absence is not None:
            absence = Absence(
                worker_id=cell.worker_id,
                first=cell.date,
                last=cell.date,
                kind=said.absence,
            )
            self.standing.absences.append(absence)

    def _still_away(self, cell: GridCell) -> None:
        """Take an absence typed earlier, of which the page shows a dash."""
        kind = self.memory.get((AWAY, cell.worker_id, cell.date))
        if kind in list(AbsenceKind):
            self._away(cell, Said(absence=AbsenceKind(kind)))

    def _barred(self, cell: GridCell) -> None:
        begins, ends = instant(cell.date), instant(cell.date, 24 * HOUR)
        self.standing.barred.append(
            Availability(
                worker_id=cell.worker_id,
                begins=begins,
                ends=ends,
                offered=False,
            )
        )

    def _keep(self, cell: GridCell, said: Said, duties: list[Given]) -> None:
        """Pin a cell of the horizon, if a person typed it."""
        if self._in_horizon(cell.date) and self._is_typed(cell, said):
            self.standing.kept[cell.worker_id, cell.date] = None
            for duty in duties:
                if self._in_horizon(duty.date):
                    self.standing.pinned[cell.worker_id, duty.id] = None

    def _is_typed(self, cell: GridCell, said: Said) -> bool:
        place = (fold(cell.sheet), cell.worker_id, cell.date)
        return said.is_kept or self.memory.get(place) != fold(said.text)

    def _give(self, cell: GridCell, said: Said, duties: list[Given]) -> None:
        for duty in duties:
            here = self._in_horizon(duty.date)
            given = self.standing.pairs if here else self.standing.past
            given[cell.worker_id, duty.id] = None
        self._keep(cell, said, duties)

    def _duty(self, cell: GridCell, piece: Piece) -> Given:
        """Give the duty that a piece of a cell means."""
        shift_type = self.codes.types.get(fold(piece.code))
        if piece.times is not None:
            return self._own_times(cell, piece, piece.times)
        if shift_type is None:
            return self._meeting(cell, piece)
        shift = shift_type.on(cell.date, self._unit(cell, piece))
        if self._is_open(shift, shift_type.units):
            return shift
        return _by_name(shift, cell.worker_id)

    def _is_open(self, shift: Shift, units: tuple[str, ...]) -> bool:
        """Tell a shift that anybody of its unit could be given."""
        allowed = units or self.service.units
        return shift.kind in OPEN_KINDS and shift.unit_id in allowed

    def _own_times(
        self, cell: GridCell, piece: Piece, times: tuple[int, int]
    ) -> Shift:
        for clock in times:
            reason = clock_fault(cell.date, clock)
            if reason and reason.startswith("does not"):
                raise CellError(f"on {words.day(cell.date)} this {reason}.")
        begins, ends = span(cell.date, *times)
        unit = self._unit(cell, piece)
        return Shift(
            id=":".join((str(cell.date), piece.code, unit, cell.worker_id)),
            code=piece.code,
            name=OWN_TIMES,
            date=cell.date,
            begins=begins,
            ends=ends,
            unit_id=unit,
            work=ends - begins,
            wage=ends - begins,
            contract=ends - begins,
            invited=(cell.worker_id,),
        )

    def _meeting(self, cell: GridCell, piece: Piece) -> DiaryEntry:
        """Give the diary entry that a code means on that date."""
        for entry in self.diary:
            same = fold(entry.code) == fold(piece.code)
            if same and entry.date == cell.date:
                if cell.worker_id in entry.invited:
                    return entry
                raise CellError(f"this person is not invited to {entry.name}.")
        raise CellError(
            f"the Diary has no {piece.code} on {words.day(cell.date)}."
        )

    def _unit(self, cell: GridCell, piece: Piece) -> str:
        """Give the unit: of the cell, the row, or the worker's first."""
        if piece.unit_id is not None:
            return piece.unit_id
        units = self.service.units
        if len(units) == 1:
            return units[0]
        own = self.workers[cell.worker_id].units
        if len(own) == 1:
            return own[0]
        if cell.unit:
            return self.service.unit(cell.unit)
        if own or not self._in_horizon(cell.date):
            return (own or units)[0]
        raise CellError(
            f"which unit? Type it after the code, as {piece.code}@{units[0]}, "
            "or give the person a unit in Workers."
        )


def _by_name(shift: Shift, worker_id: str) -> Shift:
    """Make a shift that only one person has: training, shadowing."""
    return shift.replace(id=f"{shift.id}:{worker_id}", invited=(worker_id,))


def assignments(pairs: Iterable[Pair]) -> tuple[Assignment, ...]:
    """Give pairs as assignments."""
    return tuple(
        Assignment(worker_id=worker_id, duty_id=duty_id)
        for worker_id, duty_id in pairs
    )
