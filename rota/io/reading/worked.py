"""The Worked sheet: what was worked, where it was not as planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rota import words
from rota.calendar import HOUR, ONE_DAY, clock_fault, instant, span
from rota.domain import Duty, Kind, Shift
from rota.io.cells import CellError, fold, is_blank
from rota.io.reading.rota_grid import GridCell
from rota.io.reading.standing import OWN_TIMES, CellTaker, Given
from rota.io.reading.who import People
from rota.io.table import Row, Table
from rota.payroll import Worked, as_worked
from rota.payroll.visits import VISIT

LONGEST = 16 * HOUR


@dataclass(slots=True)
class WorkedReader:
    """Reads the Worked sheet against the rota that stands."""

    people: People
    taker: CellTaker
    visits: Iterable[tuple[str, Shift]] = ()  # worker id, visit
    _planned: Mapping[tuple[str, date], list[Given]] = field(init=False)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up what stands in the rota, by person and date."""
        standing, taker = self.taker.standing, self.taker
        known: dict[str, Given] = {entry.id: entry for entry in taker.diary}
        known |= standing.shifts
        found: dict[tuple[str, date], list[Given]] = {}
        for worker_id, duty_id in (*standing.past, *standing.pairs):
            duty = known.get(duty_id)
            if duty is not None:
                found.setdefault((worker_id, duty.date), []).append(duty)
        for worker_id, visit in self.visits:
            found.setdefault((worker_id, visit.date), []).append(visit)
        self._planned = found

    def records(self, table: Table) -> tuple[Worked, ...]:
        """Give a record of every row that can be read."""
        found = (self._of_row(row) for row in table.rows)
        return tuple(record for record in found if record is not None)

    def _of_row(self, row: Row) -> Worked | None:
        worker_id = row.look_up("Name", self.people.find)
        if worker_id is None:
            return None
        try:
            return self._record(row, worker_id)
        except CellError as error:
            row.fault("Shift", error.expected, error.nearest)
            return None

    def _record(self, row: Row, worker_id: str) -> Worked | None:
        """Give the record of a row; raises CellError about its shift."""
        plan, extra = self._meant(row, worker_id)
        if plan is not None and not self._is_first(row, worker_id, plan.id):
            return None
        if row["Worked"] is False:
            if plan is None:
                row.fault("Worked", "the rota has no such shift to leave out.")
            return self._made(row, worker_id, plan, None)
        given = plan or extra
        duty = self._as_timed(row, given) if given else self._own(row)
        if duty is None:
            return None
        self._check_awake(row, duty)
        if plan is None:
            duty = duty.replace(id=f"{duty.id}:worked:{row.number}")
        return self._made(row, worker_id, plan, duty)

    def _made(
        self,
        row: Row,
        worker_id: str,
        plan: Duty | None,
        duty: Duty | None,
    ) -> Worked:
        return Worked(
            worker_id=worker_id,
            planned_id=plan.id if plan else "",
            duty=duty,
            awake=row["Hours awake"] or 0,
            miles=row["Miles"] or 0,
            travel=row["Travel minutes"],
            note=row["Note"] or "",
        )

    def _is_first(self, row: Row, worker_id: str, duty_id: str) -> bool:
        first = self._seen.setdefault((worker_id, duty_id), row.number)
        if first != row.number:
            row.fault("Shift", f"row {first + 1} is about the same shift.")
        return first == row.number

    # -- which shift --------------------------------------------------------

    def _meant(
        self, row: Row, worker_id: str
    ) -> tuple[Given | None, Given | None]:
        """Give the planned duty that a row is about, or an extra one."""
        planned = self._planned.get((worker_id, row["Date"]), [])
        if is_blank(row.raw.get("Shift")):
            return self._only(row, planned), None
        if self._is_visit(row):
            return self._visit(row, planned), None
        extra = self._typed(row, worker_id)
        same = [d for d in planned if d.id == extra.id]
        same = same or [d for d in planned if d.code == extra.code]
        if len(same) > 1:
            raise CellError("this shift stands twice that day; give its Unit.")
        return (same[0], None) if same else (None, extra)

    def _is_visit(self, row: Row) -> bool:
        word = fold(row.raw["Shift"])
        return word == VISIT and word not in self.taker.codes.types

    @staticmethod
    def _visit(row: Row, planned: list[Given]) -> Given | None:
        """Give the visit that is meant: the one that begins nearest From."""
        visits = [duty for duty in planned if duty.code == VISIT]
        if len(visits) < 2:
            return visits[0] if visits else None
        if row["From"] is None:
            times = words.listed([visit.times for visit in visits])
            raise CellError(f"which visit is it, of {times}? Give From.")
        start = instant(row["Date"], row["From"])
        return min(visits, key=lambda visit: abs(visit.begins - start))

    @staticmethod
    def _only(row: Row, planned: list[Given]) -> Given | None:
        if len(planned) > 1:
            codes = words.listed([duty.code for duty in planned])
            raise CellError(f"which one is it? The rota has {codes}.")
        timed = row["From"] is not None or row["To"] is not None
        if not planned and not timed:
            raise CellError(
                "the rota has no shift of this person that day; type one, or"
                " From and To."
            )
        return planned[0] if planned else None

    def _typed(self, row: Row, worker_id: str) -> Given:
        """Give the duty that was typed; raises CellError."""
        cell = GridCell(
            worker_id,
            row["Date"],
            row.raw["Shift"],
            row["Unit"] or "",
            row.sheet,
            row.cell("Shift"),
        )
        said = self.taker.codes.read(cell.value)
        if len(said.pieces) != 1:
            raise CellError("expected one shift in each row.")
        return self.taker.meant(cell, said)[0]

    # -- from when to when -------------------------------------------------

    def _as_timed(self, row: Row, duty: Given) -> Duty | None:
        """Give a duty with the times of the row; blank ones are as planned."""
        begins = self._near(row, "From", duty.begins)
        ends = self._near(row, "To", duty.ends)
        if not 0 < ends - begins <= LONGEST:
            long = words.hours(ends - begins)
            row.fault("To", f"with the start before it that makes {long}.")
            return None
        return as_worked(duty, begins, ends)

    def _near(self, row: Row, name: str, planned: int) -> int:
        """Give the instant of a clock time that is nearest to the plan."""
        clock = row[name]
        if clock is None:
            return planned
        days = [row["Date"] + n * ONE_DAY for n in (-1, 0, 1)]
        moments = {instant(day, clock): day for day in days}
        found = min(moments, key=lambda moment: abs(moment - planned))
        _check_clock(row, name, moments[found], clock)
        return found

    def _own(self, row: Row) -> Duty | None:
        """Give an extra duty with its own times."""
        day, start, end = row["Date"], row["From"], row["To"]
        if start is None or end is None:
            name = "To" if end is None else "From"
            row.fault(name, "an extra shift needs From and To.")
            return None
        begins, ends = span(day, start, end)
        if not 0 < ends - begins <= LONGEST:
            row.fault("To", f"that makes {words.hours(ends - begins)}.")
            return None
        for name in ("From", "To"):
            _check_clock(row, name, day, row[name])
        length = ends - begins
        return Shift(
            id=f"{day}:{start}-{end}",
            code="extra",
            name=OWN_TIMES,
            date=day,
            begins=begins,
            ends=ends,
            work=length,
            wage=length,
            contract=length,
        )

    @staticmethod
    def _check_awake(row: Row, duty: Duty) -> None:
        awake = row["Hours awake"] or 0
        if awake and duty.kind not in (Kind.SLEEP_IN, Kind.ON_CALL):
            row.fault("Hours awake", f"{duty.code} is no sleep-in or on-call.")
        elif awake > duty.length:
            row.fault(
                "Hours awake",
                f"{duty.code} was only {words.hours(duty.length)} long.",
            )


def _check_clock(row: Row, name: str, day: date, clock: int) -> None:
    """Refuse a time that the clocks skip; note one that comes twice."""
    reason = clock_fault(day, clock)
    if reason and reason.startswith("does not"):
        row.fault(name, f"on {words.day(day)} this time {reason}.")
    elif reason:
        row.desk.note(
            f"{row.sheet}!{row.cell(name)}: on {words.day(day)} this time"
            f" {reason}; the first is meant."
        )
