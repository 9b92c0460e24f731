"""The Availability sheet: offers, times barred, shifts already booked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rota.calendar import DAY, days_between, instant
from rota.domain import Availability, ShiftType
from rota.domain.cover import EVERY_DAY, Days
from rota.domain.duties import minutes_of
from rota.io.cells import tidy
from rota.io.reading.day_words import as_days
from rota.io.reading.rota_grid import GridCell
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Row, Table

_LONGEST = timedelta(days=800)
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AvailabilityReader:
    """Reads the sheet; a repeated day is laid over the dates of the rota."""

    service: Service
    people: People
    shift_types: Sequence[ShiftType]

    def windows(self, table: Table) -> tuple[Availability, ...]:
        """Give the stretches offered and barred; none of a kind overlap."""
        found: dict[tuple[str, bool], list[Stretch]] = {}
        for row in table.rows:
            worker_id = row.look_up("Name", self.people.find)
            offered = (row["Status"] or "available") == "available"
            if worker_id is not None:
                held = found.setdefault((worker_id, offered), [])
                held += self._stretches(row, offered=offered)
        return tuple(
            Availability(
                worker_id=worker_id, begins=begins, ends=ends, offered=offered
            )
            for (worker_id, offered), stretches in found.items()
            for begins, ends in _joined(stretches)
        )

    def bookings(self, table: Table) -> Iterator[GridCell]:
        """Give the shifts already booked, as cells that were typed."""
        for row in table.rows:
            if row["Booked"] is None:
                continue
            worker_id = row.look_up("Name", self.people.find)
            if row["First"] is None:
                row.fault("First", "a booked shift needs its date.")
            elif worker_id is not None:
                for day in self._dates(row):
                    yield GridCell(
                        worker_id,
                        day,
                        f"{row['Booked']}*",
                        row["Unit"] or "",
                        row.sheet,
                        row.cell("Booked"),
                    )

    def _dates(self, row: Row) -> list[date]:
        """Give the dates of a row, with the days either side of the rota."""
        days: Days = row.look_up("Days", as_days) or EVERY_DAY
        first = row["First"] or self.service.start - timedelta(days=1)
        repeats = row["First"] is None or row["Days"] is not None
        to_the_end = self.service.end + timedelta(days=1)
        last = row["Last"] or (to_the_end if repeats else first)
        if last < first:
            row.fault("Last", f"this is before the first day, {tidy(first)}.")
            return []
        if last - first > _LONGEST:
            row.fault("Last", "this is years after the first day.")
            return []
        return [day for day in days_between(first, last) if days.meet(day, ())]

    def _stretches(self, row: Row, *, offered: bool) -> Iterator[Stretch]:
        start, end = row["From time"], row["To time"]
        if start is not None and start == end:
            row.fault("To time", "it ends when it starts.")
        for day in self._dates(row):
            if start is None and end is None:
                yield self._whole_day(day, offered=offered)
            else:
                first = start or 0
                last = DAY if end is None else end
                over = DAY if last <= first else 0
                yield instant(day, first), instant(day, last + over)

    def _whole_day(self, day: date, *, offered: bool) -> Stretch:
        """Give a whole day; one that is offered holds the night it starts."""
        ends = [DAY]
        if offered:
            spans = [minutes_of(known) for known in self.shift_types]
            ends += [DAY + end for start, end in spans if end <= start]
        return instant(day), instant(day, max(ends))


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join stretches that overlap or touch."""
    begins: int | None = None
    ends = 0
    for first, last in sorted(stretches):
        if begins is None or first > ends:
            if begins is not None:
                yield begins, ends
            begins, ends = first, last
        else:
            ends = max(ends, last)
    if begins is not None:
        yield begins, ends
