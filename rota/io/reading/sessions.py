"""The Sessions sheet: who supports whom, as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rota import words
from rota.calendar import ONE_DAY, clock, span
from rota.domain import Client, PlanLine, Session, Support
from rota.io.memory import Memory, is_as_written
from rota.io.reading.clients import Clients, names
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Desk, Row, Table

Pair = tuple[str, str]  # worker id, session time id


class _Asked(NamedTuple):
    """What one row asks for."""

    row: Row
    client: Client
    kind: Support | None
    begins: int
    ends: int
    who: tuple[str, ...]


@dataclass(slots=True)
class SessionTaker:
    """Finds the session that each row means."""

    service: Service
    clients: Clients
    people: People
    lines: Mapping[str, PlanLine]
    sessions: Sequence[Session]
    memory: Memory
    desk: Desk
    pairs: dict[Pair, None] = field(default_factory=dict)
    pinned: dict[Pair, None] = field(default_factory=dict)
    _held: dict[str, tuple[int, int]] = field(default_factory=dict)
    _on: dict[tuple[str, date], list[Session]] = field(default_factory=dict)

    def take_all(self, table: Table) -> None:
        """Take every row in which somebody is named."""
        for session in self.sessions:
            place = session.client_id, session.date
            self._on.setdefault(place, []).append(session)
        asked = [one for row in table.rows for one in self._asked(row)]
        for one in sorted(asked, key=lambda a: (a.begins, a.row.number)):
            self._take(one)

    def _asked(self, row: Row) -> Iterator[_Asked]:
        client = row.look_up("Client", self.clients.find)
        who = tuple(dict.fromkeys(names(row, "Who", self.people)))
        if row["From"] == row["To"]:
            row.fault("To", "it ends when it starts.")
            return
        day: date = row["Date"]
        if not self.service.start <= day <= self.service.end:
            self.desk.note(
                f"{row.sheet}: rows before or after the dates of the rota are"
                " not read."
            )
        elif client and who:
            kind = Support(row["Support"]) if row["Support"] else None
            begins, ends = span(day, row["From"], row["To"])
            yield _Asked(row, client, kind, begins, ends, who)

    def _take(self, asked: _Asked) -> None:
        """Give the row's people a session of that time."""
        session = self._session(asked)
        if session is None:
            self._complain(asked)
            return
        self._held[session.id] = asked.begins, asked.ends
        time_id = session.time_id(asked.begins, asked.ends)
        kind = self.lines[session.line_id].kind
        for worker_id in asked.who:
            pair = worker_id, time_id
            self.pairs[pair] = None
            mark = (asked.client.id, kind, asked.begins, asked.ends)
            if asked.row["Keep"] or not is_as_written(
                self.memory, worker_id, session.date, mark
            ):
                self.pinned[pair] = None

    def _candidates(self, asked: _Asked, day: date) -> list[Session]:
        """Give the sessions of that client, date and kind."""
        return [
            session
            for session in self._on.get((asked.client.id, day), ())
            if asked.kind in (None, self.lines[session.line_id].kind)
        ]

    def _session(self, asked: _Asked) -> Session | None:
        """Give the session meant: one with that time, not yet full.

        A second row of one time adds its people; of several sessions the one
        with the fewest other times is taken.
        """
        time = asked.begins, asked.ends
        day: date = asked.row["Date"]
        every = (  # what began the evening before may go on past midnight
            *self._candidates(asked, day),
            *self._candidates(asked, day - ONE_DAY),
        )
        fitting = [session for session in every if time in session.options]
        there = [s for s in fitting if self._held.get(s.id) == time]
        for session in there:
            if self._room(session) >= len(asked.who):
                return session
        free = [s for s in fitting if s.id not in self._held]
        if free:
            return min(free, key=lambda s: (len(s.options), s.id))
        return there[0] if there else None

    def _room(self, session: Session) -> int:
        """How many more people a session takes."""
        time_id = session.time_id(*self._held[session.id])
        given = sum(known == time_id for _, known in self.pairs)
        return session.people - given

    def _complain(self, asked: _Asked) -> None:
        """Say that no session fits, and the nearest that would."""
        row, name = asked.row, asked.client.name
        day = words.day(row["Date"])
        every = self._candidates(asked, row["Date"])
        if not every:
            what = f"{asked.kind} " if asked.kind else ""
            column = "Support" if asked.kind else "Date"
            row.fault(column, f"{name}'s plan has no {what}session on {day}.")
            return
        free = [s for s in every if s.id not in self._held]
        times = [time for s in free for time in s.options]
        said = f"{clock(asked.begins)}-{clock(asked.ends)}"
        if not times:
            row.fault(
                "From",
                f"the plan has no further session of {name} on {day}.",
            )
            return
        begins, ends = min(
            times,
            key=lambda t: (
                abs(t[0] - asked.begins) + abs(t[1] - asked.ends),
                t,
            ),
        )
        row.fault(
            "From",
            f"no session of {name} on {day} can be {said}.",
            f"{clock(begins)}-{clock(ends)}",
        )
