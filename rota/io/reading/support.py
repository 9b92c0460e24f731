"""Everything about the people supported, as it goes into the Problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rota.domain import ShiftType
from rota.domain.at_home import AtHome, at_home
from rota.domain.cover import CoverLine
from rota.domain.cutting import sessions_of
from rota.io.memory import Memory
from rota.io.reading.by_cover import lines_of_plans, night_times
from rota.io.reading.client_diary import ClientDiary
from rota.io.reading.clients import ClientReader
from rota.io.reading.journeys import read_travel, read_vehicles
from rota.io.reading.plans import PlanReader, care_groups
from rota.io.reading.service import Service
from rota.io.reading.sessions import Pair, SessionTaker
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


@dataclass(frozen=True, slots=True)
class Supported:
    """What the sheets about people supported come to.

    `fields` are those of the Problem; `pairs` what stands in the Sessions
    sheet, `pinned` what of it a person has typed.
    """

    fields: dict[str, Any]
    at_home: AtHome
    cover: Callable[[Sequence[CoverLine]], tuple[CoverLine, ...]]
    pairs: tuple[Pair, ...]
    pinned: tuple[Pair, ...]


def read_supported(
    table: Callable[[str], Table], known: Known, desk: Desk
) -> Supported:
    """Read the Clients sheet and all that hangs on it.

    Parameters
    ----------
    table
        Gives the rows of a sheet by its name.
    known
        What may be named.
    desk
        Where faults go.
    """
    service, people = known.service, known.people
    clients = ClientReader(service, people, desk).clients(table("Clients"))
    planned = PlanReader(
        clients=clients,
        people=people,
        groups=care_groups(table("Workers"), people),
        skills=known.skills,
        holidays=known.holidays,
        by_cover=night_times(known.shift_types),
        desk=desk,
    ).planned(table("Support plans"))
    diary = ClientDiary(service, clients, known.skills)
    diary.read(table("Client diary"))
    lines = (*(one.line for one in planned), *diary.appointments)
    away = tuple(diary.away)
    sessions = sessions_of(
        lines, clients.all, away, service.start, service.end
    )
    taker = SessionTaker(
        service,
        clients,
        people,
        {line.id: line for line in lines},
        sessions,
        known.memory,
        desk,
    )
    if not _is_faulty(desk, [table(name) for name in _BEFORE_SESSIONS]):
        taker.take_all(table("Sessions"))
    types = {one.code: one for one in known.shift_types}
    travel = read_travel(table("Travel"), service, clients.all, desk)
    return Supported(
        fields={
            "clients": clients.all,
            "plan_lines": lines,
            "sessions": sessions,
            "client_away": away,
            "vehicles": read_vehicles(table("Vehicles"), service),
            "visit_travel": service.visit_travel,
            "travel": (*service.travel, *travel),
        },
        at_home=at_home(clients.all, away, known.dates),
        cover=lambda typed: lines_of_plans(
            planned, typed, types, away, known.dates
        ),
        pairs=tuple(taker.pairs),
        pinned=tuple(taker.pinned),
    )


_BEFORE_SESSIONS = ("Clients", "Support plans", "Client diary")


def _is_faulty(desk: Desk, tables: Iterable[Table]) -> bool:
    """Tell whether a fault in some sheets would only be repeated."""
    titles = {table.title for table in tables}
    return any(fault.sheet in titles for fault in desk.faults)
