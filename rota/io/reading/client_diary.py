"""The Client diary: when people supported are away, and appointments."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from rota.calendar import DAY, instant, span
from rota.domain import ClientAway, PlanLine, Support, Whereabouts
from rota.io.cells import nearest
from rota.io.reading.clients import Clients
from rota.io.reading.plans import driver
from rota.io.reading.service import Service
from rota.io.reading.shift_types import skill_id
from rota.io.table import Row, Table
from rota.io.times import shown_span

APPOINTMENT = "appointment"
_HOURS = {
    "stop": Whereabouts.STOPS,
    "move": Whereabouts.MOVES,
    "go on there": Whereabouts.GOES_ON,
}


@dataclass(frozen=True, slots=True)
class ClientDiary:
    """Reads the Client diary; what lies outside of the rota is left out."""

    service: Service
    clients: Clients
    skills: Collection[str]
    away: list[ClientAway] = field(default_factory=list)
    appointments: list[PlanLine] = field(default_factory=list)

    def read(self, table: Table) -> ClientDiary:
        """Read every row: first who is away, then the appointments."""
        rows = [r for r in table.rows if r["What"] != APPOINTMENT]
        self.away.extend(one for row in rows for one in self._away(row))
        seen: dict[str, Row] = {}
        for row in table.rows:
            if row["What"] == APPOINTMENT:
                for line in self._appointments(row):
                    self._put(row, line, seen)
        return self

    def _put(self, row: Row, line: PlanLine, seen: dict[str, Row]) -> None:
        first = seen.setdefault(line.id, row)
        if first is not row:
            row.fault("From", f"row {first.number + 1} already says this.")
        else:
            self.appointments.append(line)

    def _away(self, row: Row) -> Iterator[ClientAway]:
        client = row.look_up("Client", self.clients.find)
        first, last = row["From"], row["To"] or row["From"]
        starts, ends = row["From time"] or 0, row["To time"]
        begins = instant(first, starts)
        until = instant(last, DAY if ends is None else ends)
        if last < first:
            row.fault("To", f"this is before From, {first:%d/%m/%Y}.")
        elif until <= begins:
            row.fault("To time", "it ends before it begins.")
        elif client and self._is_of_the_rota(begins, until):
            yield ClientAway(
                client_id=client.id,
                begins=begins,
                ends=until,
                hours=_HOURS[row["Hours"] or "stop"],
                why=row["What"] or "away",
            )

    def _is_of_the_rota(self, begins: int, ends: int) -> bool:
        first = instant(self.service.start)
        return begins < instant(self.service.end, 2 * DAY) and first < ends

    def _appointments(self, row: Row) -> Iterator[PlanLine]:
        client = row.look_up("Client", self.clients.find)
        day, starts, ends = row["From"], row["From time"], row["To time"]
        missing = [n for n in ("From time", "To time") if row[n] is None]
        for name in missing:
            if not row.is_faulty(name):
                row.fault(name, "an appointment needs From time and To time.")
        if row["To"] not in (None, day):
            row.fault(
                "To", "an appointment is on one day; give it a row each."
            )
        skills = tuple(self._skills(row))
        if missing or client is None:
            return
        if starts == ends:
            row.fault("To time", "it ends when it starts.")
            return
        begins, until = span(day, starts, ends)
        for away in self.away:
            met = away.begins < until and begins < away.ends
            stays = away.hours is Whereabouts.GOES_ON
            if away.client_id == client.id and met and not stays:
                row.fault("From", f"{client.name} is away then ({away.why}).")
                return
        if self.service.start <= day <= self.service.end:
            times = shown_span(starts, ends)
            yield PlanLine(
                id=f"{client.id}/{APPOINTMENT}/{day.isoformat()} {times}",
                client_id=client.id,
                kind=Support.APPOINTMENT,
                people=row["People"] or 1,
                starts=starts,
                ends=ends,
                dates=(day,),
                skills=skills,
                driver=driver(row),
                is_out=True,
            )

    def _skills(self, row: Row) -> Iterator[str]:
        for text in row["Skills"] or ():
            skill = skill_id(text)
            if skill not in self.skills:
                expected = f"{text}: nobody in Workers or Training has it."
                row.fault("Skills", expected, nearest(text, self.skills))
            yield skill
