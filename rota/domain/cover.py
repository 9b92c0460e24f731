"""Cover as a manager states it, and the demands that follow from it.

A line says how many people, and how many with a skill, a shift or a time
band needs on some kinds of day. `expand` turns lines into one demand for
each date: of the lines about the same thing, the most particular decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from rota.calendar import instant, local_date, span
from rota.domain.base import Noun
from rota.domain.duties import Demand, Kind, Shift, ShiftType

WEEKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
EACH = "each"  # the unit of a line that holds for every unit by itself
ROUND = 30  # minutes for which a clock-time skill must be there


class Days(Noun):
    """On which days a line holds; weekdays count from Monday as 0.

    Dates go before bank holidays, those before named weekdays, those before
    weekdays or weekends, and those before every day.
    """

    weekdays: tuple[int, ...] = (*WEEKDAYS, *WEEKEND)
    bank_holidays: bool = False
    dates: tuple[date, ...] = ()

    @cached_property
    def rank(self) -> tuple[int, int]:
        """How particular it is; the highest decides."""
        if self.dates:
            return 4, -len(self.dates)
        if self.bank_holidays:
            return 3, 0
        if len(self.weekdays) == 7:
            return 0, 0
        usual = self.weekdays in (WEEKDAYS, WEEKEND)
        return (1 if usual else 2), -len(self.weekdays)

    def meet(self, day: date, holidays: Collection[date]) -> bool:
        """Tell whether a date is one of them."""
        if self.dates:
            return day in self.dates
        if self.bank_holidays:
            return day in holidays
        return day.weekday() in self.weekdays


EVERY_DAY = Days()


class CoverLine(Noun):
    """What one shift, or one stretch of the day, needs on some days.

    Either `code` names a shift type, or `starts` and `ends` are minutes after
    midnight (an end at or before the start is on the next day), or `at` is a
    clock time at which `skills` are needed once. Without a minimum, the
    numbers of the next less particular line hold; a skill that is not named
    is taken from there, too. `at_home` is the least and the most people who
    live in the unit and are there that day, a most of None being no limit; a
    line that has it goes before all that have not.
    """

    unit_id: str = ""
    code: str = ""
    starts: int | None = Field(None, ge=0, lt=1440)
    ends: int | None = Field(None, ge=0, lt=1440)
    at: int | None = Field(None, ge=0, lt=1440)
    days: Days = EVERY_DAY
    kind: Kind = Kind.WAKING
    minimum: int | None = Field(None, ge=0)
    ideal: int | None = Field(None, ge=0)
    maximum: int | None = Field(None, ge=0)
    skills: tuple[tuple[str, int], ...] = ()
    at_home: tuple[int, int | None] | None = None

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        band = self.starts is not None and self.ends is not None
        if [bool(self.code), band, self.at is not None].count(True) != 1:
            raise ValueError("a line needs one of: code, starts and ends, at")
        return self

    @property
    def rank(self) -> tuple[bool, tuple[int, int]]:
        """How particular it is; the highest decides."""
        return self.at_home is not None, self.days.rank

    def is_for(self, people: int) -> bool:
        """Tell whether it holds when so many are at home."""
        if self.at_home is None:
            return True
        least, most = self.at_home
        return least <= people and (most is None or people <= most)

    @property
    def about(self) -> About:
        """What it is about: lines about the same thing override."""
        return About(
            self.unit_id,
            self.code,
            self.starts if self.at is None else self.at,
            self.ends,
            self.kind,
        )


class About(NamedTuple):
    """What a line of cover is about, whatever the day."""

    unit_id: str
    code: str
    starts: int | None
    ends: int | None
    kind: Kind


class _Need(NamedTuple):
    """What all lines about one thing say of one date."""

    minimum: int
    ideal: int
    maximum: int | None
    skills: tuple[tuple[str, int], ...]


def expand(
    lines: Iterable[CoverLine],
    shift_types: Sequence[ShiftType],
    dates: Iterable[date],
    holidays: Collection[date] = (),
    units: Sequence[str] = ("",),
    at_home: Mapping[tuple[date, str], int] | None = None,
) -> tuple[Demand, ...]:
    """Turn lines of cover into the demands of each date.

    Parameters
    ----------
    lines
        The cover. A line of unit `each` holds for every unit by itself.
    shift_types
        The types whose codes the lines name.
    dates
        The dates of the rota.
    holidays
        Which dates are bank holidays.
    units
        The units of the service.
    at_home
        How many are at home by date and unit, as `domain.at_home` counts
        them; for lines that depend on it.

    Returns
    -------
    Demands for people, and further demands for skills, in order of begin.

    Raises
    ------
    KeyError
        A line names a code that is no shift type.
    """
    types = {known.code: known for known in shift_types}
    groups: dict[About, list[CoverLine]] = {}
    for line in _by_unit(lines, units):
        groups.setdefault(line.about, []).append(line)
    found = [
        demand
        for day in dates
        for group in groups.values()
        for demand in _demands(
            _holding(group, day, holidays, at_home or {}), types, day
        )
    ]
    return tuple(sorted(found, key=lambda d: (d.begins, d.unit_id)))


def _by_unit(
    lines: Iterable[CoverLine], units: Sequence[str]
) -> Iterator[CoverLine]:
    for line in lines:
        if line.unit_id != EACH:
            yield line
        else:
            yield from (line.replace(unit_id=unit) for unit in units)


def _holding(
    group: list[CoverLine],
    day: date,
    holidays: Collection[date],
    at_home: Mapping[tuple[date, str], int],
) -> list[CoverLine]:
    """Give the lines that hold on a date, the least particular first."""
    found = [
        line
        for line in group
        if line.days.meet(day, holidays)
        and line.is_for(at_home.get((day, line.unit_id), 0))
    ]
    return sorted(found, key=lambda line: line.rank)


def _demands(
    holding: list[CoverLine], types: dict[str, ShiftType], day: date
) -> Iterator[Demand]:
    """Give the demands of lines about one thing on one date."""
    if not holding:
        return
    need = _need(holding)
    for bare in _bares(holding[0], types, day):
        yield from _asked(bare, need)


def _asked(bare: Demand, need: _Need) -> Iterator[Demand]:
    """Give a demand for people, and further ones for skills."""
    asks = need.ideal or need.maximum is not None
    if asks and not bare.occasion:
        yield bare.replace(
            minimum=need.minimum, ideal=need.ideal, maximum=need.maximum
        )
    for skill, people in need.skills:
        if people:
            yield bare.replace(
                id=f"{bare.id}:{skill}",
                skill=skill,
                minimum=people,
                ideal=people,
            )


def _need(lines: list[CoverLine]) -> _Need:
    """Put lines together, the least particular first."""
    minimum, ideal, maximum = 0, None, None
    skills: dict[str, int] = {}
    for line in lines:
        if line.minimum is not None:
            minimum, ideal, maximum = line.minimum, None, None
        ideal = ideal if line.ideal is None else line.ideal
        maximum = maximum if line.maximum is None else line.maximum
        skills |= dict(line.skills)
    best = max(minimum, ideal or 0)
    return _Need(minimum, best, maximum, tuple(skills.items()))


def _bares(
    line: CoverLine, types: dict[str, ShiftType], day: date
) -> Iterator[Demand]:
    """Give the demand of a line on a date, without numbers.

    A second one where a shift of fixed length has ended before its time by
    the clock: until then anybody who is awake there will do.
    """
    bare = _bare(line, types, day)
    yield bare
    missing = types[line.code].missing_on(day) if line.code else None
    if missing is not None:
        asleep = bare.kind is Kind.SLEEP_IN
        yield bare.replace(
            id=f"{bare.id}:after",
            date=local_date(missing[0]),
            begins=missing[0],
            ends=missing[1],
            kind=Kind.WAKING if asleep else bare.kind,
            codes=(),
            is_load=True,
        )


def _bare(line: CoverLine, types: dict[str, ShiftType], day: date) -> Demand:
    """Give the demand of a line on a date, without numbers."""
    if line.code:
        shift = types[line.code].on(day)
        begins, ends, kind = shift.begins, shift.ends, shift.kind
        codes, what = _codes(line.code, types), line.code
    else:
        begins, ends = _band(line, day)
        kind, codes = line.kind, ()
        what = f"{begins}-{ends}-{kind}"
    return Demand(
        id=":".join(("cover", day.isoformat(), what, line.unit_id)),
        unit_id=line.unit_id,
        date=day,
        begins=begins,
        ends=ends,
        kind=kind,
        codes=codes,
        occasion=line.at is not None,
    )


def _band(line: CoverLine, day: date) -> tuple[int, int]:
    if line.at is not None:
        begins = instant(day, line.at)
        return begins, begins + ROUND
    return span(day, line.starts or 0, line.ends or 0)


def _codes(code: str, types: dict[str, ShiftType]) -> tuple[str, ...]:
    """Give the codes of the types whose duties meet this code's cover."""
    also = (t.code for t in types.values() if code in t.counts_as)
    return tuple(dict.fromkeys((code, *also)))


def shifts_of(
    shift_types: Iterable[ShiftType],
    dates: Iterable[date],
    units: Sequence[str] = ("",),
) -> tuple[Shift, ...]:
    """Give the shifts that can be worked: type by date by unit.

    Training and shadow shifts are left out: nobody is put on them but by
    name.
    """
    open_kinds = (Kind.WAKING, Kind.SLEEP_IN, Kind.ON_CALL, Kind.ROUND)
    types = [known for known in shift_types if known.kind in open_kinds]
    return tuple(
        known.on(day, unit)
        for day in dates
        for known in types
        for unit in (known.units or units)
    )


def lets_count(
    demands: Iterable[Demand], shifts: Iterable[Shift]
) -> tuple[Demand, ...]:
    """Let shifts with own times meet the cover of codes they contain.

    A shift of 09:00-21:00 is there for all of a middle shift of
    10:00-18:00, whatever it is called.
    """
    own: dict[date, list[Shift]] = {}
    for shift in shifts:
        own.setdefault(shift.date, []).append(shift)
    return tuple(
        _with_codes(demand, own.get(demand.date, [])) for demand in demands
    )


def _with_codes(demand: Demand, shifts: list[Shift]) -> Demand:
    codes = [
        shift.code
        for shift in shifts
        if demand.codes
        and shift.kind is demand.kind
        and demand.unit_id in ("", shift.unit_id)
        and shift.begins <= demand.begins
        and demand.ends <= shift.ends
    ]
    if not codes:
        return demand
    return demand.replace(codes=tuple(dict.fromkeys((*demand.codes, *codes))))
