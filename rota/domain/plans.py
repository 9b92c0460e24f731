"""The support plans of a rota, and how they are looked up."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from rota.calendar import monday
from rota.domain.cutting import commissioned
from rota.domain.duties import Duty
from rota.domain.people import Worker
from rota.domain.question import Question
from rota.domain.support import (
    Client,
    ClientAway,
    PlanLine,
    Session,
    SessionTime,
    drives,
)


class Plans(Question):
    """The facts of a rota, with the support plans looked up."""

    @cached_property
    def client(self) -> dict[str, Client]:
        """Clients by id."""
        return {client.id: client for client in self.clients}

    @cached_property
    def plan_line(self) -> dict[str, PlanLine]:
        """Plan lines by id."""
        return {line.id: line for line in self.plan_lines}

    @cached_property
    def session(self) -> dict[str, Session]:
        """Sessions by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def times_of(self) -> dict[str, tuple[SessionTime, ...]]:
        """The times each session may have, by session id."""
        return {
            session.id: tuple(self._times(session))
            for session in self.sessions
        }

    def _times(self, session: Session) -> list[SessionTime]:
        line = self.plan_line[session.line_id]
        client = self.client[session.client_id]
        return [
            SessionTime(
                session.time_id(begins, ends),
                session,
                line,
                client,
                begins,
                ends,
                self.visit_travel,
            )
            for begins, ends in session.options
        ]

    @cached_property
    def session_times(self) -> dict[str, SessionTime]:
        """Every time of every session by id, sessions in order."""
        return {
            time.id: time for times in self.times_of.values() for time in times
        }

    @cached_property
    def sessions_on(self) -> dict[date, tuple[Session, ...]]:
        """Sessions by date."""
        found: dict[date, list[Session]] = {}
        for session in self.sessions:
            found.setdefault(session.date, []).append(session)
        return {day: tuple(held) for day, held in found.items()}

    @cached_property
    def sessions_of_line(self) -> dict[str, tuple[Session, ...]]:
        """Sessions by plan line id, by date."""
        return {
            line.id: tuple(s for s in self.sessions if s.line_id == line.id)
            for line in self.plan_lines
        }

    @cached_property
    def sessions_of_client(self) -> dict[str, tuple[Session, ...]]:
        """Sessions by client id, by date."""
        return {
            one.id: tuple(s for s in self.sessions if s.client_id == one.id)
            for one in self.clients
        }

    @cached_property
    def _trips(self) -> dict[tuple[str, int, int], tuple[SessionTime, ...]]:
        """The times of sessions of one trip, by its name, begin and end."""
        found: dict[tuple[str, int, int], list[SessionTime]] = {}
        for time in self.session_times.values():
            if time.line.trip:
                place = time.line.trip, time.begins, time.ends
                found.setdefault(place, []).append(time)
        return {place: tuple(held) for place, held in found.items()}

    def together(self, time: SessionTime) -> tuple[SessionTime, ...]:
        """Give all who go on one trip at that time; else this one alone."""
        place = time.line.trip, time.begins, time.ends
        return self._trips.get(place, (time,))

    def period_of(self, session: Session) -> date:
        """Give the Monday of a session's week, or its date.

        A line of hours per week is counted by the week, any other by day.
        """
        weekly = self.plan_line[session.line_id].is_weekly
        return monday(session.date) if weekly else session.date

    @cached_property
    def away_of(self) -> dict[str, tuple[ClientAway, ...]]:
        """When each client is away, by client id."""
        return {
            client.id: tuple(
                one for one in self.client_away if one.client_id == client.id
            )
            for client in self.clients
        }

    @cached_property
    def commissioned(self) -> Mapping[str, Mapping[date, int]]:
        """Client minutes asked for, by line id and then Monday or date."""
        return {
            line.id: commissioned(
                line, self.dates, self.away_of[line.client_id]
            )
            for line in self.plan_lines
        }

    # -- moments ------------------------------------------------------------

    @cached_property
    def _marks(self) -> dict[str, tuple[int, ...]]:
        """When sessions may begin or end: by client id, empty for all."""
        found: dict[str, set[int]] = {}
        for time in self.session_times.values():
            for name in ("", time.client.id):
                marks = found.setdefault(name, set())
                marks.update((time.begins, time.ends))
        return {name: tuple(sorted(marks)) for name, marks in found.items()}

    def session_pieces(
        self, begins: int, ends: int, client_id: str = ""
    ) -> list[tuple[int, int]]:
        """Cut a stretch where a session, of a client, may begin or end."""
        marks = self._marks.get(client_id, ())
        first, last = bisect_right(marks, begins), bisect_left(marks, ends)
        return list(itertools.pairwise((begins, *marks[first:last], ends)))

    # -- the way from one client to the next ---------------------------------

    @cached_property
    def _journeys(self) -> dict[frozenset[str], tuple[int, int]]:
        return {
            frozenset((way.unit_id, way.other_id)): (
                way.minutes,
                way.minutes if way.on_foot is None else way.on_foot,
            )
            for way in self.travel
        }

    def journey(
        self, worker: Worker, one: SessionTime, other: SessionTime
    ) -> int:
        """Minutes a worker takes from one session to another.

        None to the same client, or between clients of one house; on foot for
        those who may not use a car of their own for work that day.
        """
        if one.client.id == other.client.id:
            return 0
        here = one.client.place or one.client.unit_id
        there = other.client.place or other.client.unit_id
        by_car, on_foot = self._journeys.get(frozenset((here, there)), (0, 0))
        facts = worker.driving
        if facts is None:
            by_own_car = worker.holds("driver", one.date)
        else:
            by_own_car = facts.own_car_on(one.date)
        return by_car if by_own_car else on_foot

    @cached_property
    def longest_journey(self) -> int:
        """The most minutes that any way takes."""
        return max((max(way) for way in self._journeys.values()), default=0)

    @cached_property
    def usual_journey(self) -> int:
        """Minutes of the way in the middle between the shortest and longest.

        By car: on foot people are sent to places nearby.
        """
        ways = sorted(by_car for by_car, _ in self._journeys.values())
        return ways[len(ways) // 2] if ways else 0

    def may_drive(self, worker: Worker, time: SessionTime) -> bool:
        """Tell whether somebody can drive for a session."""
        return drives(worker, time.line.driver, time.date)

    # -- whatever can be given ----------------------------------------------

    def find(self, duty_id: str) -> Duty | SessionTime | None:
        """Give the duty, or the time of a session, of an id, if any."""
        return self.duty.get(duty_id) or self.session_times.get(duty_id)

    def given(self, duty_id: str) -> Duty | SessionTime:
        """Give the duty, or the time of a session, of an id."""
        return self.duty.get(duty_id) or self.session_times[duty_id]
