"""Under the rota: people per shift, who leads, who gives medication, the key.

Labels begin with words that the reader knows for no person's name, and
counts are never written so that they could be read as dates or codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rota.calendar import clock
from rota.domain import Demand, Kind, ShiftType
from rota.io.memory import AWAY_MARK
from rota.io.pages import codes, paper
from rota.io.pages.facts import Facts
from rota.metrics import Holders, People

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from rota.io.pages.rota_page import Layout

SKILLS = {"lead": "Leads", "medication": "Medication"}
NAME_HEIGHT = 44
KEY_WIDTH = 5  # columns
Line = tuple[str, str, str, Kind]  # skill, unit, shift or times, kind


def draw(sheet: Worksheet, facts: Facts, plan: Layout) -> int:
    """Draw the rows under the people; gives the next free row."""
    row = plan.foot + 1
    row = _counts(sheet, facts, plan, row)
    row = _names(sheet, facts, plan, row)
    return _key(sheet, facts, plan, row + 1)


def line_of(demand: Demand) -> Line:
    """Give the line that a demand stands in: the same on every date."""
    when = demand.codes[0] if demand.codes else _times(demand)
    return demand.skill, demand.unit_id, when, demand.kind


def _times(demand: Demand) -> str:
    if demand.occasion:
        return clock(demand.begins)
    return f"{clock(demand.begins)}-{clock(demand.ends)}"


def _label(line: Line, facts: Facts) -> str:
    skill, unit, when, kind = line
    head = SKILLS.get(skill, skill.capitalize()) if skill else "People"
    sort = f" {kind}" if kind is not Kind.WAKING and "-" in when else ""
    place = f" {unit}" if unit and facts.has_units else ""
    return f"{head} {when}{sort}{place}"


def _counts(sheet: Worksheet, facts: Facts, plan: Layout, row: int) -> int:
    """Draw how many are there each day, and what is to fill in red."""
    lines: dict[Line, dict[date, People]] = {}
    for people in facts.metrics.people:
        held = lines.setdefault(line_of(people.demand), {})
        held[people.demand.date] = people
    for line, held in _ordered(lines, facts):
        _row_label(sheet, row, _label(line, facts))
        for day in plan.dates:
            _count(sheet, row, plan.column(day), held.get(day))
        row += 1
    return row


def _ordered(
    lines: dict[Line, dict[date, People]], facts: Facts
) -> Iterator[tuple[Line, dict[date, People]]]:
    units = list(facts.problem.units)

    def rank(line: Line) -> tuple[int, int]:
        """By unit, then by when it begins in the day."""
        first = next(iter(lines[line].values())).demand
        start = first.begins - min(
            p.demand.begins
            for p in facts.metrics.people
            if p.demand.date == first.date
        )
        return units.index(line[1]) if line[1] in units else -1, start

    for line in sorted(lines, key=rank):
        yield line, lines[line]


def _row_label(sheet: Worksheet, row: int, text: str) -> None:
    """Write a label in the name column; it runs over into the next."""
    paper.put(sheet, row, 1, text, bold=True, size=9, colour=paper.HEAD)


def _count(
    sheet: Worksheet, row: int, column: int, people: People | None
) -> None:
    if people is None:
        paper.put(sheet, row, column, None, edge="thin")
        return
    short = people.short
    needed = people.demand.minimum
    text = f"{people.there} of {needed}" if short else people.there
    paper.put(
        sheet,
        row,
        column,
        text,
        size=9,
        bold=bool(short),
        shrink=True,
        across="center",
        colour="FFFFFF" if short else paper.INK,
        fill=paper.BAD if short else "",
        edge="thin",
    )


def _names(sheet: Worksheet, facts: Facts, plan: Layout, row: int) -> int:
    """Name who leads and who gives medication, shift by shift."""
    lines: dict[Line, dict[date, Holders]] = {}
    for holders in facts.metrics.holders:
        if holders.demand.skill in SKILLS:
            held = lines.setdefault(line_of(holders.demand), {})
            held[holders.demand.date] = holders
    order = list(SKILLS)
    short = _short_names(facts)
    for line in sorted(lines, key=lambda line: order.index(line[0])):
        _row_label(sheet, row, _label(line, facts))
        sheet.row_dimensions[row].height = NAME_HEIGHT
        for day in plan.dates:
            named = lines[line].get(day)
            _holder(sheet, row, plan.column(day), named, short)
        row += 1
    return row


def _holder(
    sheet: Worksheet,
    row: int,
    column: int,
    holders: Holders | None,
    short: dict[str, str],
) -> None:
    """Write, up the cell, as many names as are needed."""
    if holders is None:
        paper.put(sheet, row, column, None, edge="thin")
        return
    needed = holders.names[: holders.demand.minimum]
    missing = holders.short > 0
    names = [short[name] for name in needed]
    text = "\n".join([*names, "to fill"] if missing else names)
    paper.put(
        sheet,
        row,
        column,
        text,
        size=8,
        bold=missing,
        turn=90,
        wrap=True,
        across="center",
        colour=paper.BAD if missing else paper.INK,
        fill=paper.PALE_BAD if missing else "",
        edge="thin",
    )


def _short_names(facts: Facts) -> dict[str, str]:
    """Give first names; with an initial where two people share one."""
    names = [worker.name for worker in facts.problem.workers]
    first = [name.split()[0] if name.split() else name for name in names]
    return {
        name: start
        if first.count(start) == 1 or start == name
        else f"{start} {name.split()[-1][:1]}"
        for name, start in zip(names, first, strict=True)
    }


def _key(sheet: Worksheet, facts: Facts, plan: Layout, row: int) -> int:
    """Say what the codes stand for, as many to a row as there is room."""
    colours = codes.palette(facts.problem.shift_types)
    entries = [(AWAY_MARK, "away", paper.AWAY)] + [
        (t.code, _code_in_words(t), colours[t.code])
        for t in facts.problem.shift_types
    ]
    entries += [(code, said, paper.PALE) for code, said in _diary(facts)]
    per_row = max(1, len(plan.dates) // KEY_WIDTH)
    paper.put(sheet, row, 1, "Key", size=9, colour=paper.SOFT)
    for place, (code, said, fill) in enumerate(entries):
        line, slot = row + place // per_row, place % per_row
        column = plan.first_date + slot * KEY_WIDTH
        paper.put(
            sheet,
            line,
            column,
            code,
            bold=True,
            size=9,
            fill=fill,
            colour=codes.ink_on(fill),
            across="center",
            edge="thin",
            shrink=True,
        )
        paper.put(sheet, line, column + 1, said, size=9, colour=paper.SOFT)
    return row + -(-len(entries) // per_row)


def _diary(facts: Facts) -> list[tuple[str, str]]:
    """Give the codes of meetings and training with what they stand for."""
    types = {shift_type.code for shift_type in facts.problem.shift_types}
    found = {
        entry.code: entry.name or entry.code
        for entry in facts.problem.diary
        if entry.code not in types and entry.date in facts.problem.date_set
    }
    return list(found.items())


def _code_in_words(shift_type: ShiftType) -> str:
    times = f"{shift_type.start:%H:%M}-{shift_type.end:%H:%M}"
    return f"{shift_type.name or shift_type.code} {times}"
