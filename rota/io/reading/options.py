"""The Options sheet: rows that say what differs, put together by option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from rota.calendar import HOUR
from rota.domain import Contract, ShiftType
from rota.io.cells import CellError, as_number, as_whole, fold, is_blank, tidy
from rota.io.reading.shift_types import skill_id
from rota.io.table import Row, Table
from rota.io.times import as_span
from rota.options import (
    Change,
    CoverChange,
    Joining,
    LeaveMoved,
    Leaving,
    Option,
    RuleChange,
    ShiftSwap,
    Training,
)

_LEVELS = ("minimum", "ideal", "times")


def read_options_sheet(table: Table) -> tuple[Option, ...]:
    """Read the options, in the order in which they first stand there.

    Shifts that go and shifts that come in one option are one swap. Whether
    there is such a rule or person is said when the option is made.
    """
    rows: dict[str, list[Row]] = {}
    for row in table.rows:
        rows.setdefault(fold(row["Option"]), []).append(row)
    return tuple(_option(group) for group in rows.values())


def _option(rows: list[Row]) -> Option:
    changes: list[Change] = []
    swap, seed = ShiftSwap(), None
    for row in rows:
        kind = row["Change"]
        if kind == "Seed":
            seed = _value(row, as_whole)
        elif kind in ("Shift out", "Shift in"):
            swap = _swapped(row, swap)
        elif kind in _READERS and _has_what(row):
            changes += _READERS[kind](row)
    if swap != ShiftSwap():
        changes.append(swap)
    seed = None if seed is None else max(0, seed)
    return Option(name=rows[0]["Option"], changes=tuple(changes), seed=seed)


def _has_what(row: Row) -> bool:
    """Tell whether it is said what the change is about, where it must be."""
    if row["What"] or row["Change"] == "Cover":
        return True
    row.fault("What", f"{row['Change']}: who or what is it about?")
    return False


def _value(row: Row, how: Callable[[Any], Any]) -> Any:
    """Read the Value cell; a fault is put down where it cannot be."""
    value = row.raw.get("Value")
    if is_blank(value):
        row.fault("Value", "a value is needed here.")
        return None
    try:
        return how(value)
    except CellError as error:
        row.fault("Value", error.expected, error.nearest)
        return None


def _rule(row: Row) -> list[Change]:
    setting = fold(row["Setting"])
    value = _value(row, lambda held: held)
    if not setting:
        row.fault("Setting", "which setting of the rule?")
    if not setting or value is None:
        return []
    if setting == "strength":
        return [RuleChange(rule=row["What"], strength=tidy(value))]
    name = setting.removesuffix("£").strip()
    return [RuleChange(rule=row["What"], settings=((name, value),))]


def _cover(row: Row) -> list[Change]:
    level = fold(row["Setting"]) or "minimum"
    if level not in _LEVELS:
        row.fault("Setting", "Minimum, Ideal or Times is expected here.")
        return []
    amount = _value(row, as_number if level == "times" else as_whole)
    if amount is None or amount < 0:
        row.fault("Value", "a number from 0 is expected here.")
        return []
    skills = row["Skills"] or ("",)
    return [
        CoverChange(
            code=row["What"] or "",
            unit=row["Unit"] or "",
            skill=skill_id(skill),
            **{level: amount},
        )
        for skill in skills
    ]


def _joins(row: Row) -> list[Change]:
    blank = is_blank(row.raw.get("Value"))
    people = 1 if blank else _value(row, as_whole)
    if people is None or not 1 <= people <= 200:
        row.fault("Value", "how many people join? From 1 to 200.")
        return []
    return [
        Joining(
            name=row["What"],
            people=people,
            hours=(row["Hours"] or 0) / HOUR,
            contract=Contract(row["Contract"] or Contract.PERMANENT),
            skills=tuple(map(skill_id, row["Skills"] or ())),
            units=(row["Unit"],) if row["Unit"] else (),
            starts=row["From"],
        )
    ]


def _leaves(row: Row) -> list[Change]:
    return [Leaving(worker=row["What"])]


def _training(row: Row) -> list[Change]:
    if not row["Skills"]:
        row.fault("Skills", "which skill is trained?")
    return [
        Training(worker=row["What"], skill=skill_id(skill), first=row["From"])
        for skill in row["Skills"] or ()
    ]


def _leave(row: Row) -> list[Change]:
    if row["From"] is None or row["To"] is None:
        row.fault("From", "both first days are needed: From and To.")
        return []
    return [LeaveMoved(worker=row["What"], first=row["From"], to=row["To"])]


def _swapped(row: Row, swap: ShiftSwap) -> ShiftSwap:
    """Add a shift that goes or comes to the swap of the option."""
    if not _has_what(row):
        return swap
    if row["Change"] == "Shift out":
        return swap.replace(out=(*swap.out, row["What"]))
    times = _value(row, lambda value: as_span(tidy(value)))
    if times is None:
        return swap
    start, end = (time(*divmod(clock, HOUR)) for clock in times)
    fresh = ShiftType(
        code=row["What"], start=start, end=end, contract=row["Hours"]
    )
    return swap.replace(into=(*swap.into, fresh))


_READERS: Mapping[str, Callable[[Row], list[Change]]] = {
    "Rule": _rule,
    "Cover": _cover,
    "Joins": _joins,
    "Leaves": _leaves,
    "Training": _training,
    "Leave moved": _leave,
}
