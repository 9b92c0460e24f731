"""The Sessions sheet: who supports whom, as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rota import words
from rota.calendar import ONE_DAY, clock, span
from rota.domain import Client, ClientAway, PlanLine, Session, Support
from rota.io.cells import tidy
from rota.io.memory import Memory, filled_session
from rota.io.reading.clients import Clients, names
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Desk, Row, Table
from rota.io.times import shown_span

Pair = tuple[str, str]  # worker id, session time id


class _Asked(NamedTuple):
    """What one row asks for; times are minutes after midnight."""

    row: Row
    client: Client
    date: date
    kind: Support | None
    starts: int
    ends: int
    who: tuple[str, ...]

    @property
    def times(self) -> str:
        """The times as they stand, as `09:00-11:00`."""
        return shown_span(self.starts, self.ends)


class _Place(NamedTuple):
    """A session, at one of its times."""

    session: Session
    begins: int
    ends: int

    @property
    def time_id(self) -> str:
        """The id of that time."""
        return self.session.time_id(self.begins, self.ends)


@dataclass(slots=True)
class SessionTaker:
    """Finds the session that each row means."""

    service: Service
    clients: Clients
    people: People
    lines: Mapping[str, PlanLine]
    sessions: Sequence[Session]
    away: Sequence[ClientAway]
    memory: Memory
    desk: Desk
    pairs: dict[Pair, None] = field(default_factory=dict)
    pinned: dict[Pair, None] = field(default_factory=dict)
    _held: dict[str, str] = field(default_factory=dict)  # session: its time
    _on: dict[tuple[str, date], list[Session]] = field(default_factory=dict)

    def take_all(self, table: Table) -> None:
        """Take every row in which somebody is named."""
        for session in self.sessions:
            place = session.client_id, session.date
            self._on.setdefault(place, []).append(session)
        asked = [one for row in table.rows for one in self._asked(row)]
        for one in sorted(asked, key=lambda a: (a.date, a.starts)):
            self._take(one)

    def _asked(self, row: Row) -> Iterator[_Asked]:
        client = row.look_up("Client", self.clients.find)
        who = tuple(dict.fromkeys(names(row, "Who", self.people)))
        day, starts, ends = row["Date"], row["From"], row["To"]
        if starts == ends:
            row.fault("To", "it ends when it starts.")
        elif not self.service.start <= day <= self.service.end:
            self.desk.note(
                f"{row.sheet}: rows before or after the dates of the rota are"
                " not read."
            )
        elif client and who:
            kind = Support(row["Support"]) if row["Support"] else None
            yield _Asked(row, client, day, kind, starts, ends, who)

    def _take(self, asked: _Asked) -> None:
        """Give the row's people a session of that time.

        What the program wrote goes where the plans have changed; what a
        person typed is a fault.
        """
        place = self._place(asked)
        typed = asked.row["Keep"] or not self._is_as_written(asked, place)
        if place is None and typed:
            self._complain(asked)
        elif place is None:
            self.desk.note(
                f"{asked.row.sheet}: the plans have changed, and rows that no"
                " longer fit are left out."
            )
        else:
            self._held[place.session.id] = place.time_id
            pairs = dict.fromkeys((who, place.time_id) for who in asked.who)
            self.pairs |= pairs
            self.pinned |= pairs if typed else {}

    def _is_as_written(self, asked: _Asked, place: _Place | None) -> bool:
        day, kind = asked.date, asked.kind
        if place is not None:
            day = place.session.date
            kind = self.lines[place.session.line_id].kind
        return filled_session(
            self.memory,
            asked.client.id,
            day,
            asked.times,
            str(kind),
            tidy(asked.row.raw["Who"]),
        )

    def _sessions(self, asked: _Asked, day: date) -> list[Session]:
        """Give the sessions of that client, date and kind."""
        return [
            session
            for session in self._on.get((asked.client.id, day), ())
            if asked.kind in (None, self.lines[session.line_id].kind)
        ]

    def _places(self, asked: _Asked) -> Iterator[_Place]:
        """Give the sessions that can have that time.

        A row has the date of the evening or of the small hours, where
        somebody is supported past midnight.
        """
        for session in self._sessions(asked, asked.date):
            for begins, ends in session.options:
                if f"{clock(begins)}-{clock(ends)}" == asked.times:
                    yield _Place(session, begins, ends)
                    break
        time = span(asked.date, asked.starts, asked.ends)
        for session in self._sessions(asked, asked.date - ONE_DAY):
            if time in session.options:
                yield _Place(session, *time)

    def _place(self, asked: _Asked) -> _Place | None:
        """Give the session meant: one with that time, not yet full.

        A second row of one time adds its people; of several sessions the one
        with the fewest other times is taken.
        """
        fitting = list(self._places(asked))
        there = [
            p for p in fitting if self._held.get(p.session.id) == p.time_id
        ]
        for place in there:
            if self._room(place) >= len(asked.who):
                return place
        free = [p for p in fitting if p.session.id not in self._held]
        if free:
            return min(
                free,
                key=lambda p: (
                    p.session.date != asked.date,
                    len(p.session.options),
                    p.session.id,
                ),
            )
        return there[0] if there else None

    def _room(self, place: _Place) -> int:
        """How many more people a session takes."""
        given = sum(time_id == place.time_id for _, time_id in self.pairs)
        return place.session.people - given

    def _is_away(self, asked: _Asked) -> bool:
        gone = [a for a in self.away if a.client_id == asked.client.id]
        return any(
            one.begins < ends and begins < one.ends
            for one in gone
            for begins, ends in (span(asked.date, asked.starts, asked.ends),)
        )

    def _complain(self, asked: _Asked) -> None:
        """Say that no session fits, and the nearest that would."""
        row, name, day = asked.row, asked.client.name, words.day(asked.date)
        every = self._sessions(asked, asked.date)
        free = [s for s in every if s.id not in self._held]
        if not every:
            what = f"{asked.kind} " if asked.kind else ""
            column = "Support" if asked.kind else "Date"
            gone = self._is_away(asked)
            why = f": {name} is away" if gone else ""
            row.fault(
                column, f"{name}'s plan has no {what}session on {day}{why}."
            )
        elif not free:
            row.fault(
                "From", f"{name}'s plan has no further session on {day}."
            )
        else:
            row.fault(
                "From",
                f"no session of {name} on {day} can be {asked.times}.",
                _nearest(asked, free),
            )


def _nearest(asked: _Asked, free: Sequence[Session]) -> str:
    """Give the times of a session that are nearest to those typed."""
    begins, ends = span(asked.date, asked.starts, asked.ends)
    times = [time for session in free for time in session.options]
    best = min(times, key=lambda t: (abs(t[0] - begins) + abs(t[1] - ends), t))
    return f"{clock(best[0])}-{clock(best[1])}"
