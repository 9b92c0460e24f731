"""Everything about the people supported, as it goes into the Problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rota.domain import PlanLine, ShiftType
from rota.domain.at_home import AtHome, at_home
from rota.domain.cover import CoverLine
from rota.domain.cutting import sessions_of
from rota.io.memory import Memory
from rota.io.reading.by_cover import lines_of_plans, night_times
from rota.io.reading.client_diary import ClientDiary
from rota.io.reading.clients import (
    ClientReader,
    Clients,
    ask_for_units,
)
from rota.io.reading.journeys import read_travel, read_vehicles
from rota.io.reading.plans import Planned, PlanReader, care_groups
from rota.io.reading.service import Service
from rota.io.reading.sessions import SessionTaker
from rota.io.reading.who import People
from rota.io.table import Desk, Table


@dataclass(frozen=True, slots=True)
class Known:
    """What the other sheets say that support plans may name."""

    service: Service
    people: People
    shift_types: Sequence[ShiftType]
    skills: Collection[str]
    holidays: Collection[date]
    dates: Sequence[date]
    memory: Memory


class Supported:
    """What the sheets about the people supported come to.

    `table` gives the rows of a sheet by its name. Each sheet is read when it
    is first needed, and `read` needs them all.
    """

    def __init__(
        self, table: Callable[[str], Table], known: Known, desk: Desk
    ) -> None:
        self.table = table
        self.known = known
        self.desk = desk

    def read(self) -> Supported:
        """Read every sheet, so that all its faults are put down."""
        self.fields  # noqa: B018 (its faults are said with the others)
        self.sessions  # noqa: B018
        return self

    @cached_property
    def clients(self) -> Clients:
        """The people supported."""
        reader = ClientReader(self.known.service, self.known.people, self.desk)
        return reader.clients(self.table("Clients"))

    @cached_property
    def planned(self) -> list[Planned]:
        """The lines of their plans, with the rows these stand in."""
        known = self.known
        reader = PlanReader(
            clients=self.clients,
            people=known.people,
            groups=care_groups(self.table("Workers"), known.people),
            skills=known.skills,
            holidays=known.holidays,
            by_cover=night_times(known.shift_types),
            desk=self.desk,
        )
        return reader.planned(self.table("Support plans"))

    @cached_property
    def diary(self) -> ClientDiary:
        """When they are away, and their appointments."""
        diary = ClientDiary(
            self.known.service, self.clients, self.known.skills
        )
        return diary.read(self.table("Client diary"))

    @cached_property
    def lines(self) -> tuple[PlanLine, ...]:
        """Everything that is planned, appointments too."""
        planned = (one.line for one in self.planned)
        return (*planned, *self.diary.appointments)

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The fields of the Problem that they give."""
        service, everyone = self.known.service, self.clients.all
        lines, away = self.lines, tuple(self.diary.away)
        ask_for_units(self.table("Clients"), self.clients, lines, service)
        travel = read_travel(
            self.table("Travel"), service, everyone, self.desk
        )
        return {
            "clients": everyone,
            "plan_lines": lines,
            "sessions": sessions_of(
                lines, everyone, away, service.start, service.end
            ),
            "client_away": away,
            "vehicles": read_vehicles(self.table("Vehicles"), service),
            "visit_travel": service.visit_travel,
            "travel": (*service.travel, *travel),
        }

    @cached_property
    def at_home(self) -> AtHome:
        """How many are at home, by date and unit."""
        return at_home(self.clients.all, self.diary.away, self.known.dates)

    def cover(self, typed: Sequence[CoverLine]) -> tuple[CoverLine, ...]:
        """Give the cover that plans ask for where none is typed."""
        types = {one.code: one for one in self.known.shift_types}
        return lines_of_plans(
            self.planned, typed, types, self.diary.away, self.known.dates
        )

    @cached_property
    def sessions(self) -> SessionTaker:
        """Who gives what, as it stands, and what of it a person typed."""
        taker = SessionTaker(
            self.known.service,
            self.clients,
            self.known.people,
            {line.id: line for line in self.lines},
            self.fields["sessions"],
            self.diary.away,
            self.known.memory,
            self.desk,
        )
        before = [self.table(name) for name in _BEFORE_SESSIONS]
        if not _is_faulty(self.desk, before):
            taker.take_all(self.table("Sessions"))
        return taker


_BEFORE_SESSIONS = ("Clients", "Support plans", "Client diary")


def _is_faulty(desk: Desk, tables: Iterable[Table]) -> bool:
    """Tell whether a fault in some sheets would only be repeated."""
    titles = {table.title for table in tables}
    return any(fault.sheet in titles for fault in desk.faults)
