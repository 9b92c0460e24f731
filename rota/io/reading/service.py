"""The Service sheet: what the rota is for, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rota.calendar import (
    DAY,
    HOUR,
    NIGHT,
    Attribution,
    Basis,
    Nation,
    NightPeriod,
)
from rota.domain import Profile, Travel
from rota.domain.holding import LAWFUL_NIGHT
from rota.io.book import Grid
from rota.io.cells import (
    CellError,
    as_date,
    as_whole,
    fold,
    heading,
    is_blank,
    nearest,
    tidy,
)
from rota.io.naming import alike, column_of
from rota.io.rows import read_value
from rota.io.sheets.service import SERVICE
from rota.io.table import Desk, address
from rota.io.times import shown
from rota.leave_year import LeaveYear

FULL_TIME = 75 * HOUR // 2
HOLIDAY_OPENS = 8 * HOUR  # where a bank holiday is no calendar day
SPELL_GAP = 60  # minutes between two duties of one spell
WEEKS = 4
LONGEST = timedelta(weeks=26)
# With no readable start the other sheets are still checked, from here; the
# fault keeps the result from anybody.
_SOME_MONDAY = date(2026, 1, 5)
_WORDS = {
    "supported living": "tenant",
    "care home": "resident",
    "children's home": "young person",
}
LEAVE_YEAR = "Leave year starts"
_LEAVE = re.compile(
    r"(\d{1,2})(?: days)?( ?(?:\+|and|plus) ?(?:the )?(?:bank holidays|bh))?"
)
_TRAVEL = re.compile(
    r"travel(?: minutes)?:? +(?:from +)?(.+?)(?: +to +| *[-\u2013/] *| +and +)"
    r"(.+)"
)


@dataclass(frozen=True, slots=True)
class Service:
    """What the Service sheet says, with defaults filled in."""

    name: str
    kind: str
    nation: Nation
    start: date
    end: date
    units: tuple[str, ...]
    full_time: int
    basis: Basis
    attribution: Attribution
    holiday_opens: int
    spell_gap: int
    night_period: NightPeriod
    person_word: str
    known_from: date | None
    travel: tuple[Travel, ...]
    published: date | None
    profile: Profile
    leave_year: LeaveYear | None
    visit_travel: int = 0
    leave_from: date | None = None

    def unit(self, word: str) -> str:
        """Give the unit that a word names; raises CellError."""
        known = {fold(unit): unit for unit in self.units if unit}
        found = known.get(fold(word))
        if found is None:
            if not known:
                raise CellError("the Service sheet names no units.")
            units = ", ".join(known.values())
            near = nearest(word, known.values())
            raise CellError(f"expected a unit of the Service: {units}.", near)
        return found

    def unit_list(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the units that words name; `all` names none in particular."""
        return tuple(
            self.unit(name)
            for name in names
            if fold(name) not in ("all", "any")
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """The values of the sheet by name, and the cells they stand in."""

    values: Mapping[str, Any]
    cells: Mapping[str, str]


def read_service(grid: Grid, desk: Desk, file_name: str) -> Service:
    """Read the Service sheet."""
    said = _said(grid, desk)
    values = said.values
    if "Starts" not in said.cells:
        _start_missing(grid, desk)
    start = values.get("Starts", _SOME_MONDAY)
    kind = values.get("Kind", "")
    units = tuple(values.get("Units", ())) or ("",)
    service = Service(
        name=values.get("Name", file_name),
        kind=kind,
        nation=Nation(values.get("Nation", Nation.ENGLAND)),
        start=start,
        end=_end(grid, desk, said, start),
        units=units,
        full_time=values.get("Full-time hours", FULL_TIME),
        basis=Basis(values.get("Bank holiday basis", Basis.BOTH)),
        attribution=Attribution(
            values.get("Bank holiday night", Attribution.MAJORITY)
        ),
        holiday_opens=values.get("Bank holiday from", HOLIDAY_OPENS),
        spell_gap=values.get("Break inside a spell", SPELL_GAP),
        night_period=_night_period(grid, desk, said),
        person_word=values.get(
            "Word for the person", _WORDS.get(kind, "person")
        ),
        known_from=values.get("History known from"),
        travel=(),
        visit_travel=values.get("Minutes credited for travel", 0),
        published=values.get("Published"),
        profile=Profile(values.get("Working time", Profile.STANDARD)),
        leave_year=_leave_year(grid, desk, said),
        leave_from=values.get(LEAVE_YEAR),
    )
    return _with_travel(service, grid, desk)


def _leave_year(grid: Grid, desk: Desk, said: _Said) -> LeaveYear | None:
    """Give the leave year, where both its start and its days are typed."""
    typed, first = said.values.get("Leave days"), said.values.get(LEAVE_YEAR)
    if typed is None or first is None:
        return None
    found = _LEAVE.fullmatch(fold(typed))
    if found is None:
        expected = "expected days, such as 28, or 20 + bank holidays."
        desk.fault(grid.title, said.cells["Leave days"], typed, expected)
        return None
    nation = Nation(said.values.get("Nation", Nation.ENGLAND))
    return LeaveYear(first, int(found[1]), bool(found[2]), nation)


def _night_period(grid: Grid, desk: Desk, said: _Said) -> NightPeriod:
    """Give when it is night; one that begins at 00:00 begins at 24:00."""
    begins: int = said.values.get("Night from", NIGHT.begins) or DAY
    period = NightPeriod(begins, said.values.get("Night to", NIGHT.ends))
    if period.is_lawful:
        return period
    name = next(n for n in ("Night to", "Night from") if n in said.values)
    expected = f"a night of {period.times} {LAWFUL_NIGHT}."
    typed = shown(said.values[name])
    desk.fault(grid.title, said.cells[name], typed, expected)
    return NIGHT


def _start_missing(grid: Grid, desk: Desk) -> None:
    desk.fault(
        grid.title,
        "",
        "",
        "the row Starts is missing: the first day of the rota, with its date "
        "beside it.",
    )


def _lines(grid: Grid) -> Iterator[tuple[int, int, str, object]]:
    """Give (row, column, label, value beside it) of each row with a label."""
    for number, row in enumerate(grid.rows):
        for place, value in enumerate(row[:3]):
            if isinstance(value, str) and tidy(value):
                label = tidy(value).rstrip(":")
                yield number, place, label, grid.at(number, place + 1)
                break


def value_places(grid: Grid) -> dict[str, tuple[int, int]]:
    """Give row and column, from 0, of the value of each line by its name."""
    found: dict[str, tuple[int, int]] = {}
    for number, place, label, _ in _lines(grid):
        column = column_of(label, SERVICE.columns)
        if column is not None:
            found.setdefault(column.name, (number, place + 1))
    return found


def _said(grid: Grid, desk: Desk) -> _Said:
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    for number, place, label, value in _lines(grid):
        column = column_of(label, SERVICE.columns)
        cell = address(number, place + 1)
        if column is None or column.name == "Travel":
            _unknown(grid, desk, address(number, place), label)
        elif column.name in places and not is_blank(value):
            desk.fault(
                grid.title,
                cell,
                value,
                f"{column.name} stands twice; keep one row.",
            )
        elif not is_blank(value) or column.required:
            places[column.name] = cell
            _keep(grid, desk, cell, value, (column.name, values))
    return _Said(values, places)


def _keep(
    grid: Grid,
    desk: Desk,
    cell: str,
    value: object,
    into: tuple[str, dict[str, Any]],
) -> None:
    name, values = into
    try:
        if is_blank(value):
            raise CellError(f"{name} is needed here.")  # noqa: TRY301
        values[name] = read_value(SERVICE.column(name), value)
    except CellError as error:
        desk.fault(grid.title, cell, value, error.expected, error.nearest)


def _unknown(grid: Grid, desk: Desk, cell: str, label: str) -> None:
    near = alike(label, [column.name for column in SERVICE.columns])
    if near and heading(label) != heading(near):
        desk.note(
            f"{grid.title}!{cell}: the row {label!r} is not read; did you "
            f"mean {near!r}?"
        )


def _end(grid: Grid, desk: Desk, said: _Said, start: date) -> date:
    """Give the last day: as typed, else so many weeks on."""
    if "Ends" not in said.values:
        if "Weeks" not in said.cells:
            desk.note(f"The rota is made for {WEEKS} weeks.")
        weeks = said.values.get("Weeks", WEEKS)
        return start + timedelta(weeks=weeks, days=-1)
    end: date = said.values["Ends"]
    cell = said.cells["Ends"]
    if end < start:
        expected = f"the rota cannot end before it starts ({tidy(start)})."
        desk.fault(grid.title, cell, end, expected)
        return start
    if end - start >= LONGEST:
        desk.fault(grid.title, cell, end, "a rota is for 26 weeks at most.")
        return start
    return end


def _with_travel(service: Service, grid: Grid, desk: Desk) -> Service:
    from dataclasses import replace

    travel = tuple(_travel(service, grid, desk))
    return replace(service, travel=travel)


def _travel(service: Service, grid: Grid, desk: Desk) -> Iterator[Travel]:
    for number, place, label, value in _lines(grid):
        parts = _TRAVEL.fullmatch(fold(label))
        if parts is None:
            continue
        cell = address(number, place)
        try:
            yield Travel(
                unit_id=service.unit(parts[1]),
                other_id=service.unit(parts[2]),
                minutes=_minutes(value),
            )
        except CellError as error:
            desk.fault(grid.title, cell, label, error.expected, error.nearest)


def _minutes(value: object) -> int:
    minutes = as_whole(value)
    if not 0 <= minutes <= 240:
        raise CellError("travel is from 0 to 240 minutes.")
    return minutes


def title_date(value: object) -> date | None:
    """Give the date that a cell holds, if it holds one."""
    try:
        return None if is_blank(value) else as_date(value)
    except CellError:
        return None
