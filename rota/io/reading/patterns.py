"""The Patterns sheet: rolling weeks, laid over the dates of the rota."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rota.calendar import days_between, monday
from rota.domain import PatternDay
from rota.io.cells import CellError
from rota.io.reading.cell_codes import CodeReader, Said
from rota.io.reading.holidays import Holidays
from rota.io.reading.rota_grid import GridCell
from rota.io.reading.standing import CellTaker
from rota.io.reading.who import People
from rota.io.table import Row, Table
from rota.words import SHORT_DAY_NAMES

ALWAYS = "always"


class _Cycle(NamedTuple):
    """Whose cycle, and when it holds."""

    worker_id: str
    when: str


@dataclass(slots=True)
class PatternReader:
    """Reads patterns; own times in them become shifts of the person."""

    people: People
    codes: CodeReader
    taker: CellTaker
    holidays: Holidays
    weeks: dict[_Cycle, dict[int, Row]] = field(default_factory=dict)

    def days(self, table: Table) -> tuple[PatternDay, ...]:
        """Give what the patterns say of each date."""
        for row in table.rows:
            self._file(row)
        found: dict[tuple[str, date], PatternDay] = {}
        ordered = sorted(self.weeks, key=lambda cycle: cycle.when == ALWAYS)
        for cycle in ordered:
            for day in self._laid_out(cycle):
                found.setdefault((day.worker_id, day.date), day)
        return tuple(found[place] for place in sorted(found))

    def _file(self, row: Row) -> None:
        """Put a row with the other weeks of its cycle."""
        worker_id = row.look_up("Name", self.people.find)
        when = row["When"] or ALWAYS
        if when != ALWAYS and not self.holidays.says_terms:
            row.fault("When", "the Bank holidays sheet names no terms.")
        if worker_id is None:
            return
        weeks = self.weeks.setdefault(_Cycle(worker_id, when), {})
        number = row["Week"] or 1
        if number in weeks:
            row.fault(
                "Week",
                f"row {weeks[number].number + 1} is week {number} already.",
            )
        weeks.setdefault(number, row)

    def _laid_out(self, cycle: _Cycle) -> Iterator[PatternDay]:
        weeks = self.weeks[cycle]
        read = {number: self._week(row) for number, row in weeks.items()}
        service = self.codes.service
        starts = [row["Starts"] for row in weeks.values() if row["Starts"]]
        first = monday(starts[0] if starts else service.start)
        for day in days_between(service.start, service.end):
            number = (monday(day) - first).days // 7 % max(weeks) + 1
            if number in weeks and self._holds(cycle.when, day):
                said = read[number][day.weekday()]
                found = self._day(cycle, weeks[number], day, said)
                if found is not None:
                    yield found

    def _week(self, row: Row) -> list[Said]:
        """Read the seven cells of a row."""
        return [self._said(row, name) for name in SHORT_DAY_NAMES]

    def _said(self, row: Row, name: str) -> Said:
        try:
            said = self.codes.read(row[name])
        except CellError as error:
            row.fault(name, error.expected, error.nearest)
            return Said()
        if said.absence is not None or said.is_barred:
            row.fault(name, "a pattern holds codes, OFF, times or nothing.")
        return said

    def _holds(self, when: str, day: date) -> bool:
        return when == ALWAYS or self.holidays.is_term(day) == (when == "term")

    def _day(
        self, cycle: _Cycle, row: Row, day: date, said: Said
    ) -> PatternDay | None:
        if said.is_blank or said.absence is not None or said.is_barred:
            return None
        if any(piece.times is not None for piece in said.pieces):
            self._offer(cycle, row, day, said)
        return PatternDay(
            worker_id=cycle.worker_id,
            date=day,
            codes=tuple(piece.code for piece in said.pieces),
            firm=row["Firm"] == "firm",
        )

    def _offer(self, cycle: _Cycle, row: Row, day: date, said: Said) -> None:
        """Make the shift with own times that the pattern asks for."""
        name = SHORT_DAY_NAMES[day.weekday()]
        self.taker.offer(
            GridCell(
                cycle.worker_id, day, said.text, "", row.sheet, row.cell(name)
            ),
            said,
        )
