"""Whom the service supports: clients, their plans, sessions, vehicles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from rota.calendar import clock
from rota.domain.base import Noun, within
from rota.domain.duties import Duty, Kind
from rota.domain.people import Worker

EVERY_WEEKDAY = (0, 1, 2, 3, 4, 5, 6)


class Support(StrEnum):
    """What sort of support a plan line is."""

    ONE_TO_ONE = "1:1"
    TWO_TO_ONE = "2:1"
    THREE_TO_ONE = "3:1"
    COMMUNITY = "community access"
    APPOINTMENT = "appointment"
    VISIT = "visit"
    SHARED = "shared"
    WAKING_NIGHT = "waking night"
    SLEEP_IN = "sleep-in"

    @property
    def people(self) -> int:
        """How many give it at once, unless the plan says otherwise."""
        return {"2:1": 2, "3:1": 3}.get(self.value, 1)

    @property
    def is_by_cover(self) -> bool:
        """Tell support that everybody in the house gives together."""
        return self in (
            Support.SHARED,
            Support.WAKING_NIGHT,
            Support.SLEEP_IN,
        )

    @property
    def is_out(self) -> bool:
        """Tell support that is given away from where the client lives."""
        return self in (Support.COMMUNITY, Support.APPOINTMENT)


class Driver(StrEnum):
    """Whether one of those who give a session has to drive, and what."""

    NONE = "no"
    ANY = "yes"
    SERVICE_VEHICLE = "service vehicle"


class Client(Noun):
    """Somebody supported: where they live, and who knows them.

    `place` is where travel is reckoned from. `known_by` are the ids of
    workers who have supported this person before; `faces` is the most
    different people in four weeks, None for no limit.
    """

    id: str
    name: str
    unit_id: str = ""
    place: str = ""
    key_workers: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    faces: int | None = Field(None, ge=1)

    def is_known_to(self, worker_id: str) -> bool:
        """Tell whether this worker is no stranger."""
        return worker_id in self.known_by or worker_id in self.key_workers

    @property
    def has_history(self) -> bool:
        """Tell whether it is known at all who knows this person."""
        return bool(self.known_by or self.key_workers)


class PlanLine(Noun):
    """One line of a support plan: what is commissioned, and how.

    Hours are the client's, in minutes: two workers for an hour of 2:1 give
    one. Either `week_minutes` a week, or `day_minutes` on each of its days,
    or `starts` and `ends`, minutes after midnight, on each of its days.
    `earliest` and `latest` bound the time of day; a latest of more than 1440
    is on the next day. `shortest` and `longest` bound one session.
    `care_by` are those who may give personal care, None for anybody.
    `essential` is the share, of a hundred, that must not be missed. Lines
    with one `trip` go together where they go at the same time.
    """

    id: str
    client_id: str
    kind: Support = Support.ONE_TO_ONE
    people: int = Field(1, ge=1, le=4)
    week_minutes: int | None = Field(None, ge=0)
    day_minutes: int | None = Field(None, ge=0)
    starts: int | None = Field(None, ge=0, lt=1440)
    ends: int | None = Field(None, ge=0, lt=1440)
    weekdays: tuple[int, ...] = EVERY_WEEKDAY
    dates: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    earliest: int = Field(420, ge=0, le=1440)
    latest: int = Field(1320, ge=0, le=2160)
    shortest: int = Field(60, ge=15)
    longest: int = Field(240, ge=15)
    skills: tuple[str, ...] = ()
    driver: Driver = Driver.NONE
    trip: str = ""
    is_out: bool = False
    in_numbers: bool = False
    care_by: tuple[str, ...] | None = None
    care_is_must: bool = True
    preferred: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    essential: int = Field(100, ge=0, le=100)
    funder: str = ""
    reference: str = ""
    rate_code: str = ""

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        fixed = self.starts is not None and self.ends is not None
        told = [
            self.week_minutes is not None,
            self.day_minutes is not None,
            fixed,
        ]
        if told.count(True) != 1:
            raise ValueError(
                "a plan line needs one of: week_minutes, day_minutes, starts "
                "and ends"
            )
        return self

    @property
    def is_weekly(self) -> bool:
        """Tell hours that may be spread over the week."""
        return self.week_minutes is not None

    def falls_on(self, day: date) -> bool:
        """Tell whether support may be given on a date."""
        if not within(day, self.first, self.last):
            return False
        if self.dates:
            return day in self.dates
        return day.weekday() in self.weekdays


class Whereabouts(StrEnum):
    """Where a client who is away is, and what becomes of the hours."""

    STOPS = "hours stop"
    MOVES = "hours move"
    GOES_ON = "hours go on there"


class ClientAway(Noun):
    """A stretch of time in which a client is away.

    `begins` and `ends` are instants. Hours stop; or they are given on other
    days of the week; or support goes on elsewhere, out of the house.
    """

    client_id: str
    begins: int
    ends: int
    hours: Whereabouts = Whereabouts.STOPS
    why: str = ""


class Vehicle(Noun):
    """A vehicle of the service; `off` are dates on which it is not there."""

    id: str
    name: str
    off: tuple[date, ...] = ()


class Session(Noun):
    """A piece of support cut from a plan line; it takes place once or not.

    `options` are the (begin, end) it may have, as instants. All who give it
    give it at the same time.
    """

    id: str
    line_id: str
    client_id: str
    date: date
    people: int = Field(1, ge=1)
    options: tuple[tuple[int, int], ...]
    is_out: bool = False

    def time_id(self, begins: int, ends: int) -> str:
        """Give the id of one of its options."""
        return f"{self.id}@{begins}-{ends}"


@dataclass(frozen=True, slots=True)
class SessionTime:
    """One option of a session: what a worker is given, like a duty.

    In a house it lies within a shift and counts no hours of its own; a visit
    counts its minutes and `travel`, which is credited for the way.
    """

    id: str
    session: Session
    line: PlanLine
    client: Client
    begins: int
    ends: int
    travel: int = 0

    @property
    def date(self) -> date:
        """The local date on which it begins."""
        return self.session.date

    @property
    def length(self) -> int:
        """Elapsed minutes."""
        return self.ends - self.begins

    @property
    def code(self) -> str:
        """What pages call it: the client."""
        return self.client.name

    @property
    def skills(self) -> tuple[str, ...]:
        """What everybody who gives it must hold."""
        return self.line.skills

    @property
    def wanted(self) -> tuple[str, ...]:
        """The workers whom the plan prefers, and key workers, if any."""
        return (*self.line.preferred, *self.client.key_workers)

    @property
    def unit_id(self) -> str:
        """The unit in which the client lives."""
        return self.client.unit_id

    def is_in_unit_of(self, duty: Duty) -> bool:
        """Tell whether somebody on a duty is where the client lives."""
        if duty.elsewhere:
            return False
        places = {duty.unit_id, self.unit_id}
        return len(places) == 1 or "" in places

    @property
    def is_out(self) -> bool:
        """Tell support away from the house."""
        return self.session.is_out

    @property
    def is_visit(self) -> bool:
        """Tell a visit, which counts hours, from support on a shift."""
        return self.line.kind is Support.VISIT

    @property
    def frame(self) -> Kind:
        """The kind of shift within which it is given."""
        return Kind.ROUND if self.is_visit else Kind.WAKING

    def is_given_on(self, duty: Duty) -> bool:
        """Tell whether it may be given on a duty, whatever the time."""
        return duty.kind is self.frame and self.is_in_unit_of(duty)

    @property
    def takes_from_cover(self) -> bool:
        """Tell support whose givers are not counted to shared cover."""
        return not self.line.in_numbers and not self.is_visit

    @property
    def takes_from_house(self) -> bool:
        """Tell support whose givers are not in the house meanwhile."""
        return self.is_out and not self.is_visit

    @property
    def work(self) -> int:
        """Minutes of working time beyond the shift's: none."""
        return 0

    @property
    def contract(self) -> int:
        """Minutes it counts to contracted hours."""
        if self.is_visit:
            return self.length + self.travel
        return 0

    @property
    def wage(self) -> int:
        """Minutes paid by the hour."""
        return self.contract

    @property
    def times(self) -> str:
        """The wall-clock times, as `09:00-11:00`."""
        return f"{clock(self.begins)}-{clock(self.ends)}"

    def overlaps(self, begins: int, ends: int) -> bool:
        """Tell whether it shares a minute with a stretch of time."""
        return self.begins < ends and begins < self.ends


def drives(worker: Worker, driver: Driver, day: date) -> bool:
    """Tell whether somebody can be the driver that a session asks for."""
    facts = worker.driving
    if driver is Driver.NONE or not worker.holds("driver", day):
        return False
    if driver is Driver.SERVICE_VEHICLE and facts is not None:
        return facts.may_drive_service_vehicle
    return True


def uses_own_car(worker: Worker, driver: Driver, day: date) -> bool:
    """Tell whether whoever drives brings a car insured for business."""
    facts = worker.driving
    if driver is not Driver.ANY or facts is None:
        return driver is Driver.ANY and worker.holds("driver", day)
    return facts.own_car_on(day)
