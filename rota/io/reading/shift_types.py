"""The Shift types sheet: the codes of the rota and their times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from rota import words
from rota.calendar import DAY, HOUR, clock_fault, days_between, span
from rota.calendar import clock as clock_at
from rota.domain import Kind, ShiftType
from rota.domain.duties import minutes_of
from rota.io.cells import CellError, fold, nearest
from rota.io.reading.service import Service
from rota.io.table import Desk, Row, Table

BREAK_DUE = 6 * HOUR  # WTR reg 12: a day of more has a break of 20 minutes
BREAK = 20
LONGEST_WAKING = 16 * HOUR
_COLOURS = {
    "red": "FF9999",
    "orange": "F8CBAD",
    "yellow": "FFE699",
    "green": "C6E0B4",
    "blue": "BDD7EE",
    "purple": "D9C3E8",
    "violet": "D9C3E8",
    "pink": "F8CFE0",
    "grey": "D9D9D9",
    "gray": "D9D9D9",
    "brown": "D8C3A5",
    "navy": "8EA9DB",
    "white": "FFFFFF",
}


def skill_id(name: str) -> str:
    """Give the id of a skill: its name without capitals, `lead`, `driver`."""
    plain = fold(name)
    known = {
        "shift lead": "lead",
        "shift leader": "lead",
        "leader": "lead",
        "drivers": "driver",
        "drives": "driver",
        "driving": "driver",
        "leads": "lead",
        "medication trained": "medication",
        "meds": "medication",
        "meds trained": "medication",
    }
    return known.get(plain, plain)


def read_shift_types(
    table: Table, service: Service, desk: Desk
) -> tuple[ShiftType, ...]:
    """Read the shift types; codes are unique whatever their capitals.

    A type with a fault still stands, so that its code is none elsewhere.
    """
    codes = {fold(row["Code"]): row["Code"] for row in table.named}
    found: dict[str, ShiftType] = {}
    for row in table.named:
        if fold(row["Code"]) in found:
            first = found[fold(row["Code"])].name
            row.fault("Code", f"this code is taken already, by {first}.")
            continue
        if not _code_is_fit(row):
            continue
        shift_type = _shift_type(row, service, codes)
        found[fold(row["Code"])] = shift_type
        if row.is_complete:
            _look_over(row, shift_type, service, desk)
    desk.fault_if_empty(table, "there are no shift types in it.")
    return tuple(found.values())


def _code_is_fit(row: Row) -> bool:
    code: str = row["Code"]
    if len(code) > 12 or re.search(r"[@*:]", code):
        row.fault("Code", "a code is short and has no @, * or : in it.")
        return False
    return True


def _shift_type(
    row: Row, service: Service, codes: dict[str, str]
) -> ShiftType:
    return ShiftType(
        code=row["Code"],
        name=row["Name"] or row["Code"],
        start=_time(row["Start"] or 0),
        end=_time(row["End"] or 0),
        kind=Kind(row["Kind"] or Kind.WAKING),
        break_minutes=row["Break minutes"] or 0,
        break_paid=bool(row["Break paid"]),
        contract=row["Contract hours"],
        skills=tuple(skill_id(name) for name in row["Skills needed"] or ()),
        units=row.look_up("Units", service.unit_list) or (),
        counts_as=row.look_up("Counts as", lambda n: known_codes(n, codes))
        or (),
        min_age=row["Minimum age"] or 0,
        is_hazardous=bool(row["Hazardous night"]),
        fixed_length=bool(row["Fixed length"]),
        fixed_from=row["Fixed length from"],
        colour=row.look_up("Colour", colour) or "",
    )


def _time(clock: int) -> time:
    return time(clock // HOUR, clock % HOUR)


def known_codes(
    names: Iterable[str], codes: dict[str, str]
) -> tuple[str, ...]:
    """Give codes as the Shift types sheet spells them; raises CellError."""
    return tuple(known_code(name, codes) for name in names)


def known_code(name: str, codes: dict[str, str]) -> str:
    """Give a code as the Shift types sheet spells it; raises CellError."""
    found = codes.get(fold(name))
    if found is None:
        near = nearest(name, codes.values(), 0.5)
        every = ", ".join(codes.values())
        raise CellError(f"expected a code of Shift types: {every}.", near)
    return found


def colour(text: str) -> str:
    """Read a colour as RRGGBB; raises CellError."""
    plain = fold(text).lstrip("#")
    for name in (plain, plain.split(" ")[-1]):
        if name in _COLOURS:
            return _COLOURS[name]
    if re.fullmatch(r"[0-9a-f]{6}", plain):
        return plain.upper()
    raise CellError(
        "expected a colour, such as blue, or #BDD7EE.",
        nearest(plain, _COLOURS),
    )


def _look_over(
    row: Row, shift_type: ShiftType, service: Service, desk: Desk
) -> None:
    """Find what cannot be right about the times of a type."""
    start, end = minutes_of(shift_type)
    length = (end - start) % DAY or DAY
    worked = length - shift_type.break_minutes
    if shift_type.break_minutes >= length:
        row.fault("Break minutes", "the break is as long as the shift.")
    elif start == end:
        row.fault("End", "it ends when it starts; which is wrong?")
    elif shift_type.kind is Kind.WAKING and length > LONGEST_WAKING:
        row.fault("End", f"that makes {words.hours(length)} awake at work.")
    elif worked > BREAK_DUE and shift_type.break_minutes < BREAK:
        _note_break(shift_type, length, desk)
    _check_clocks(row, service, shift_type, desk)
    _note_fixed(shift_type, service, desk)


def _note_break(shift_type: ShiftType, length: int, desk: Desk) -> None:
    if shift_type.kind is Kind.WAKING:
        desk.note(
            f"{shift_type.code} is {words.hours(length)} with "
            f"{shift_type.break_minutes} min of break; more than 6 h needs "
            f"{BREAK} min."
        )


def _check_clocks(
    row: Row, service: Service, shift_type: ShiftType, desk: Desk
) -> None:
    """Refuse a time that the clocks skip; note one that comes twice."""
    typed = minutes_of(shift_type)
    for name, clock in zip(("Start", "End"), typed, strict=True):
        for day in _sundays(service):
            if name == "End" and shift_type.is_fixed_on(day):
                continue  # by the clock it ends at another time
            reason = clock_fault(day, clock)
            if reason and reason.startswith("does not"):
                row.fault(name, f"on {words.day(day)} this time {reason}.")
            elif reason:
                desk.note(
                    f"{row['Code']}: on {words.day(day)} its {name.lower()} "
                    f"{reason}; the first is meant."
                )


def _note_fixed(shift_type: ShiftType, service: Service, desk: Desk) -> None:
    """Say when a shift of fixed length ends where the clocks change in it."""
    if shift_type.fixed_from is not None and not shift_type.fixed_length:
        desk.note(
            f"{shift_type.code}: Fixed length from says nothing without Yes"
            " under Fixed length."
        )
    for day in days_between(service.start, service.end):
        begins, ends = shift_type.span_on(day)
        usual = span(day, *minutes_of(shift_type))[1]
        if ends != usual:
            desk.note(
                f"{shift_type.code} of {words.day(day)} lasts"
                f" {words.hours(ends - begins)} as agreed, so that it ends at"
                f" {clock_at(ends)}, not at {clock_at(usual)}."
            )


def _sundays(service: Service) -> list[date]:
    """Give the Sundays of the rota; the clocks change on a Sunday."""
    every = days_between(service.start, service.end)
    return [day for day in every if day.weekday() == 6]
