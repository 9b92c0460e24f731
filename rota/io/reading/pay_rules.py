"""The Pay rules sheet: what the contract says of pay, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rota.domain import Contract
from rota.io.cells import (
    CellError,
    as_choice,
    as_number,
    fold,
    is_blank,
    nearest,
)
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.rows import read_value
from rota.io.sheets.pay import BY_LAW, PREMIUMS, SETTINGS
from rota.io.table import Row, Table
from rota.payroll import HourClass, PayLine

EVERYBODY, OF_CONTRACT, OF_ROLE, OF_PERSON = range(4)
MOST_LEAVE = 30  # per cent
_ALL = frozenset(["everybody", "everyone", "all", "all staff"])


def read_pay_rules(
    table: Table, service: Service, people: People
) -> tuple[PayLine, ...]:
    """Read the terms; what full time is comes from the Service sheet."""
    full_time = PayLine(setting="full_time", value=service.full_time, rank=-1)
    return (full_time, *_lines(table, people))


def _lines(table: Table, people: People) -> Iterator[PayLine]:
    for row in table.rows:
        value = _value(row)
        named = _whom(row, people) if row["For"] else (EVERYBODY, ())
        first, last = row["From"], row["To"]
        if first and last and last < first:
            row.fault("To", "this is before the day in From.")
        elif value is not None and named is not None:
            rank, worker_ids = named
            yield PayLine(
                setting=row["Setting"].casefold().replace(" ", "_"),
                value=value,
                worker_ids=worker_ids,
                rank=rank,
                first=first,
                last=last,
            )


def _value(row: Row) -> Any:
    """Read a value as its setting has it; a fault gives None."""
    setting = next(one for one in SETTINGS if one.name == row["Setting"])
    raw = row.raw.get("Value")
    if is_blank(raw):
        row.fault("Value", "the setting needs a value.")
        return None
    try:
        if setting.name == "Leave accrual":
            return _accrual(raw)
        found = read_value(setting, raw)
        return _premiums(found) if setting.name == "Premiums" else found
    except CellError as error:
        row.fault("Value", error.expected, error.nearest)
        return None


def _accrual(value: object) -> float | str:
    """Read per cent of leave, or `by law`; raises CellError."""
    if isinstance(value, str) and fold(value) == BY_LAW:
        return BY_LAW
    expected = CellError(f"expected per cent from 0 to 30, or {BY_LAW}.")
    try:
        percent = as_number(value)
    except CellError:
        raise expected from None
    if 0 < percent < 1:
        percent *= 100  # a cell formatted as per cent has 0.1207
    if not 0 <= percent <= MOST_LEAVE:
        raise expected
    return percent


def _premiums(names: tuple[str, ...]) -> tuple[HourClass, ...]:
    """Read the premiums in their order; raises CellError."""
    if [fold(name) for name in names] == ["none"]:
        return ()
    return tuple(
        dict.fromkeys(
            HourClass(as_choice(name, PREMIUMS, _OTHERS)) for name in names
        )
    )


_OTHERS = {
    "bank holidays": "bank holiday",
    "BH": "bank holiday",
    "Sundays": "Sunday",
    "Saturdays": "Saturday",
    "nights": "night",
    "evenings": "evening",
}


def _whom(row: Row, people: People) -> tuple[int, tuple[str, ...]] | None:
    """Give how particular a line is, and the people that it is for."""
    word = fold(row["For"])
    if word in _ALL:
        return EVERYBODY, ()
    everyone = people.workers
    if word in list(Contract):
        held = [w.id for w in everyone if w.contract == word]
        return OF_CONTRACT, tuple(held) or ("nobody",)
    held = [w.id for w in everyone if w.role and fold(w.role) == word]
    if held:
        return OF_ROLE, tuple(held)
    try:
        return OF_PERSON, (people.find(row["For"]),)
    except CellError as error:
        roles = dict.fromkeys(w.role for w in everyone)
        names = [*(w.name for w in everyone), *roles, *Contract]
        near = error.nearest or nearest(row["For"], names)
        expected = "expected a name, a role, a contract, or everybody."
        row.fault("For", expected, near)
        return None
