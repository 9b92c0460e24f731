"""What people can be given: shift types, shifts, diary entries."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import Field

from rota.calendar import (
    HOUR,
    NIGHT,
    NightPeriod,
    clock,
    fixed_span,
    night_minutes,
    span,
)
from rota.domain.base import Noun


class Kind(StrEnum):
    """What sort of time a duty is; decides which hours and cover it meets."""

    WAKING = "waking"
    SLEEP_IN = "sleep-in"
    ON_CALL = "on-call"
    TRAINING = "training"
    SHADOW = "shadow"
    ROUND = "round"  # a frame for visits, which count the hours


class Duty(Noun):
    """Anything a worker can be given, with begin and end in UTC minutes.

    The five hour counters are minutes: clock, working time (WTR), minimum
    wage, contract, and cover. Sleep-ins are working
    time (SIMAP, Jaeger) and no minimum-wage time ([2021] UKSC 8). A duty
    `elsewhere` is in another service: it takes the person's time and counts
    to no cover here. A night that `is_hazardous` is one of special hazard or
    heavy strain (WTR reg 6). One that `is_fixed_length` lasts what was agreed
    when the clocks change in it. `night_period` is that of the problem, which
    sets it.
    """

    id: str
    code: str
    name: str = ""
    date: date
    begins: int
    ends: int
    kind: Kind = Kind.WAKING
    unit_id: str = ""
    work: int = Field(ge=0)
    wage: int = Field(ge=0)
    contract: int = Field(ge=0)
    skills: tuple[str, ...] = ()
    min_age: int = 0
    invited: tuple[str, ...] = ()  # worker ids; empty: anybody
    elsewhere: bool = False
    is_hazardous: bool = False
    is_fixed_length: bool = False
    night_period: NightPeriod = NIGHT

    @property
    def length(self) -> int:
        """Elapsed clock minutes."""
        return self.ends - self.begins

    @property
    def cover(self) -> int:
        """Minutes it gives to cover of its own kind."""
        counted = (Kind.WAKING, Kind.SLEEP_IN, Kind.ON_CALL)
        return self.length if self.kind in counted else 0

    @cached_property
    def night(self) -> int:
        """Elapsed minutes of the night period."""
        return night_minutes(self.begins, self.ends, self.night_period)

    def by_night(self, period: NightPeriod) -> Self:
        """Give it with another night period, or itself where it has that."""
        if self.night_period == period:
            return self
        return self.replace(night_period=period)

    @property
    def is_night(self) -> bool:
        """Tell a waking night: three hours or more of it (WTR reg 2)."""
        return self.kind is Kind.WAKING and self.night >= 3 * HOUR

    @property
    def is_sleep_in(self) -> bool:
        """Tell a sleep-in."""
        return self.kind is Kind.SLEEP_IN

    @property
    def is_long_day(self) -> bool:
        """Tell a waking day of eleven hours or more."""
        return (
            self.kind is Kind.WAKING
            and not self.is_night
            and self.length >= 11 * HOUR
        )

    @property
    def times(self) -> str:
        """The wall-clock times, as `07:00-15:00`."""
        return f"{clock(self.begins)}-{clock(self.ends)}"

    def overlaps(self, begins: int, ends: int) -> bool:
        """Tell whether it shares a minute with a stretch of time."""
        return self.begins < ends and begins < self.ends


class Shift(Duty):
    """One shift type on one date, in one unit; anybody may be on it."""


class DiaryEntry(Duty):
    """Training, a meeting, supervision, office time: takes people's time.

    `invited` are worker ids; `share` is how many of a hundred must attend.
    """

    kind: Kind = Kind.TRAINING
    share: int = Field(100, ge=0, le=100)

    @property
    def needed(self) -> int:
        """How many of the invited must attend, rounded up."""
        return -(-len(self.invited) * self.share // 100)


_NOT_BY_THE_HOUR = (Kind.SLEEP_IN, Kind.ON_CALL, Kind.ROUND)


class ShiftType(Noun):
    """A code with times, from which the shifts of each date are made.

    Minutes left None follow from the times: a break counts to nothing unless
    it is paid; a sleep-in is working time in full, and counts nothing to
    the contract unless the service says otherwise. A round is a frame for
    visits: rest is judged by its times, hours are counted by its visits.
    One of `fixed_length`, from a date on if `fixed_from` has one, is agreed as
    so many hours whatever the clocks do; any other ends by the wall clock.
    """

    code: str
    name: str = ""
    start: time
    end: time
    kind: Kind = Kind.WAKING
    break_minutes: int = Field(0, ge=0)
    break_paid: bool = False
    contract: int | None = Field(None, ge=0)
    skills: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    counts_as: tuple[str, ...] = ()
    min_age: int = Field(0, ge=0)
    colour: str = ""
    is_hazardous: bool = False
    fixed_length: bool = False
    fixed_from: date | None = None

    def is_fixed_on(self, day: date) -> bool:
        """Tell whether it lasts what was agreed, whatever the clocks do."""
        since = self.fixed_from
        return self.fixed_length and (since is None or since <= day)

    def span_on(self, day: date) -> tuple[int, int]:
        """Give begin and end on a date, as instants."""
        ends_by = fixed_span if self.is_fixed_on(day) else span
        return ends_by(day, *minutes_of(self))

    def missing_on(self, day: date) -> tuple[int, int] | None:
        """Give the time by the wall clock for which it is gone already.

        As the clocks go back, a night of fixed length ends before the time at
        which others come to relieve it.
        """
        ends = self.span_on(day)[1]
        usual = span(day, *minutes_of(self))[1]
        return (ends, usual) if ends < usual else None

    def on(self, day: date, unit_id: str = "") -> Shift:
        """Make the shift of this type on a date, in a unit."""
        begins, ends = self.span_on(day)
        paid_break = 0 if self.break_paid else self.break_minutes
        worked = max(0, ends - begins - paid_break)
        by_the_hour = self.kind not in _NOT_BY_THE_HOUR
        contract = worked if by_the_hour else 0
        return Shift(
            id=":".join((day.isoformat(), self.code, unit_id)),
            code=self.code,
            name=self.name,
            date=day,
            begins=begins,
            ends=ends,
            kind=self.kind,
            unit_id=unit_id,
            work=0 if self.kind is Kind.ON_CALL else worked,
            wage=worked if by_the_hour else 0,
            contract=contract if self.contract is None else self.contract,
            skills=self.skills,
            min_age=self.min_age,
            is_hazardous=self.is_hazardous,
            is_fixed_length=self.is_fixed_on(day),
        )


def minutes_of(shift_type: ShiftType) -> tuple[int, int]:
    """Give start and end of a type in minutes after midnight."""
    start, end = shift_type.start, shift_type.end
    return start.hour * HOUR + start.minute, end.hour * HOUR + end.minute


class Demand(Noun):
    """What a stretch of time in a unit needs: people, or people with a skill.

    With `codes` it counts the people on those shift types; without, whoever
    is there at the time. `occasion` makes a skill demand count once (a
    medication round), not by the hour. `short_price` and `over_price` are
    pence per person-hour below the minimum and above the maximum, for a
    demand that is worth more or less than its kind. `is_load` marks a slice
    that is met by whoever meets the next: of what support plans need, against
    which shifts are built to begin with, or of a night that ends early.
    """

    id: str
    unit_id: str = ""
    date: date
    begins: int
    ends: int
    kind: Kind = Kind.WAKING
    codes: tuple[str, ...] = ()
    skill: str = ""
    minimum: int = Field(0, ge=0)
    ideal: int = Field(0, ge=0)
    maximum: int | None = Field(None, ge=0)
    occasion: bool = False
    short_price: int | None = Field(None, ge=0)
    over_price: int | None = Field(None, ge=0)
    is_load: bool = False

    @property
    def length(self) -> int:
        """Elapsed minutes."""
        return self.ends - self.begins

    def counts(self, duty: Duty) -> bool:
        """Tell whether a duty is of the unit, kind and type counted here."""
        return (
            not duty.elsewhere
            and self.unit_id in ("", duty.unit_id)
            and duty.kind is self.kind
            and (not self.codes or duty.code in self.codes)
            and duty.overlaps(self.begins, self.ends)
        )
