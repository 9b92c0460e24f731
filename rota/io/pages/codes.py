"""What stands in a rota cell, and its colour."""

from __future__ import annotations

from datetime import date

from rota.domain import Duty, Kind, ShiftType, Worker
from rota.io.memory import AWAY_MARK
from rota.io.pages.facts import Facts

OFF = "OFF"  # a day that a person typed as off

_DAY = ("FFF2CC", "D6E8F7", "DFF0D8", "FBE0D0", "E7F3F1", "F6E3EF")
_NIGHT = ("CBD0E6", "B9C2DE")
_SLEEP = ("E5DCF2", "D8CBEA")
_OTHER = ("EBE7DF", "E0DBD1")


def code_of(facts: Facts, worker: Worker, duty: Duty) -> str:
    """Give the code of one duty; the unit too where it is not the row's."""
    home = facts.homes[worker.id]
    if facts.has_units and duty.unit_id and duty.unit_id != home:
        return f"{duty.code}@{duty.unit_id}"
    return duty.code


def text_of(facts: Facts, worker: Worker, day: date) -> str:
    """Give the text of a cell: codes, away, typed off, or nothing."""
    duties = facts.by_day.get((worker.id, day), ())
    if duties:
        return "/".join(code_of(facts, worker, duty) for duty in duties)
    if (worker.id, day) in facts.away:
        return AWAY_MARK
    return OFF if (worker.id, day) in facts.typed else ""


def palette(types: tuple[ShiftType, ...]) -> dict[str, str]:
    """Give the colour of every code, as typed or of our choice."""
    used = {"day": 0, "night": 0, "sleep": 0, "other": 0}
    families = {
        "day": _DAY,
        "night": _NIGHT,
        "sleep": _SLEEP,
        "other": _OTHER,
    }
    found = {}
    for shift_type in types:
        family = _family(shift_type)
        shades = families[family]
        ours = shades[used[family] % len(shades)]
        used[family] += not shift_type.colour
        found[shift_type.code] = hexadecimal(shift_type.colour) or ours
    return found


def _family(shift_type: ShiftType) -> str:
    if shift_type.kind is Kind.SLEEP_IN:
        return "sleep"
    if shift_type.kind is not Kind.WAKING:
        return "other"
    sample = shift_type.on(date(2026, 1, 5))
    return "night" if sample.is_night else "day"


def hexadecimal(colour: str) -> str:
    """Give six hexadecimal digits, or nothing if it is no colour."""
    bare = colour.strip().lstrip("#").upper()
    if len(bare) == 8:
        bare = bare[2:]
    fits = len(bare) == 6 and all(c in "0123456789ABCDEF" for c in bare)
    return bare if fits else ""


def ink_on(fill: str) -> str:
    """Give the colour of letters that can be read on a fill."""
    red, green, blue = (int(fill[n : n + 2], 16) for n in (0, 2, 4))
    light = 299 * red + 587 * green + 114 * blue > 140_000
    return "1F2933" if light else "FFFFFF"
