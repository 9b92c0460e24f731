"""Every sheet of the workbook, declared once.

The reader, the blank template with its drop-downs and help, and the manual
docs/workbook.md are all made from these declarations.
"""

from __future__ import annotations

from collections.abc import Iterator

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.clients import CLIENT_DIARY, CLIENTS, SESSIONS
from rota.io.sheets.cover import COVER
from rota.io.sheets.journeys import TRAVEL, VEHICLES
from rota.io.sheets.options import OPTIONS
from rota.io.sheets.patterns import PATTERNS
from rota.io.sheets.pay import PAY_RULES, SETTINGS, WORKED
from rota.io.sheets.people import PAIRS, REQUESTS, TRAINING
from rota.io.sheets.plans import SUPPORT_PLANS
from rota.io.sheets.running import HISTORY, ROTA, RULES
from rota.io.sheets.service import BANK_HOLIDAYS, SERVICE
from rota.io.sheets.shift_types import SHIFT_TYPES
from rota.io.sheets.times import AVAILABILITY, DIARY, LEAVE
from rota.io.sheets.workers import WORKERS

SHEETS: tuple[Sheet, ...] = (
    SERVICE,
    SHIFT_TYPES,
    COVER,
    WORKERS,
    TRAINING,
    PATTERNS,
    AVAILABILITY,
    LEAVE,
    REQUESTS,
    PAIRS,
    DIARY,
    CLIENTS,
    SUPPORT_PLANS,
    CLIENT_DIARY,
    VEHICLES,
    TRAVEL,
    RULES,
    OPTIONS,
    BANK_HOLIDAYS,
    HISTORY,
    ROTA,
    SESSIONS,
    WORKED,
    PAY_RULES,
)

__all__ = ["SHEETS", "Column", "Sheet", "Type", "manual"]

_INTRODUCTION = """\
# The workbook

This page is made from the declarations that also drive the reader and the
template (`rota/io/schema.py`); do not edit it by hand.

Only the sheets Service, Shift types, Cover and Workers are required; Cover may
be left out where every need comes from Support plans. Columns
may stand in any order, further columns are left alone, and a title or blank
lines may stand above the headings. Capitals and spaces do not matter.
`rota template FILE --for supported-living` makes a workbook to fill in.
"""

_CELLS = """\
## What a rota cell may hold

| typed | meaning |
|---|---|
| `E` | a code of the Shift types sheet |
| `L/SI/E` | several codes: late, sleep-in, early |
| `L@Rowan` or `L Rowan` | the late in the unit Rowan |
| `7-3`, `0730-2130`, `2pm-10pm` | own times; `8-8` is refused: day or night? |
| `OFF`, `RD`, `DO`, `X` | a day that must stay off |
| `AL`, `S`, `UL` | leave, sickness, unpaid leave |
| `TR` | training (09:00-17:00, unless Shift types says otherwise) |
| `E*` | keep this, even if the program wrote it |

A code in the Shift types sheet always goes before these meanings. A cell is
kept if it differs from what the program last wrote there, or has the star.
Excel likes to turn `7-3` into a date: type `07:00-15:00`.
"""


def manual() -> str:
    """Write docs/workbook.md."""
    pages = (_page(sheet) for sheet in SHEETS)
    parts = [_INTRODUCTION, *pages, _settings(), _CELLS]
    return "\n".join(parts)


def _page(sheet: Sheet) -> str:
    needed = "required" if sheet.required else "optional"
    lines = [f"## {sheet.name} ({needed})", "", sheet.help]
    if sheet.without:
        lines += ["", f"Without this sheet {sheet.without}."]
    lines += [
        "",
        "| column | holds | blank means | help |",
        "|---|---|---|---|",
    ]
    lines += [_line(column) for column in sheet.columns]
    return "\n".join([*lines, ""])


def _settings() -> str:
    """List what may stand in the Pay rules sheet."""
    lines = [
        "## The settings of Pay rules",
        "",
        "| setting | holds | blank means | help |",
        "|---|---|---|---|",
        *(_line(column) for column in SETTINGS),
    ]
    return "\n".join([*lines, ""])


def _line(column: Column) -> str:
    blank = "required" if column.required else column.default
    return f"| {column.name} | {_holds(column)} | {blank} | {column.help} |"


def _holds(column: Column) -> str:
    if column.choices:
        return ", ".join(column.choices)
    return ", ".join([column.type, *_bounds(column)])


def _bounds(column: Column) -> Iterator[str]:
    if column.least is not None:
        yield f"{column.least:g} to {column.most:g}"
