"""An independent count over the Day sheets of a written workbook.

It reads cells and nothing else: who stands in whose row, over which columns,
under which hours. It adds up each client's minutes and follows everybody
quarter hour by quarter hour, and compares what it finds with the sheet
Commissioned hours of the same workbook.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from rota.domain import Problem

TITLE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}.*")
TIMES = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
TOGETHER = {"shared", "waking night", "sleep-in"}
JOIN = " \u00b7 "
Needed = Callable[[str, str, str, date], int]  # worker, from, to, day


@dataclass(frozen=True)
class Block:
    """Text over some columns of a row; minutes from the sheet's first."""

    row: str
    begins: int
    ends: int
    text: str
    minutes: int
    after_midnight: bool

    @property
    def said(self) -> list[str]:
        return self.text.split(JOIN)


@dataclass
class Day:
    """One Day sheet as its cells say."""

    title: str
    date: date
    step: int = 15
    first: int = 0  # minutes after midnight of the first column
    staff: dict[str, list[Block]] = field(default_factory=dict)
    clients: dict[str, list[Block]] = field(default_factory=dict)
    shifts: dict[str, str] = field(default_factory=dict)

    def with_client(self, name: str) -> list[Block]:
        """Give the blocks of somebody's row that name a client."""
        return [b for b in self.staff[name] if b.said[0] in self.clients]


def read(path: Path) -> list[Day]:
    """Read every Day sheet of a workbook."""
    book = openpyxl.load_workbook(path)
    weeks = [w for _, _, w, _ in _commissioned(book["Commissioned hours"])]
    year = (min(weeks) if weeks else date.today()).year
    return [
        _day(book[title], _date(title, year))
        for title in book.sheetnames
        if TITLE.fullmatch(title)
    ]


def _date(title: str, year: int) -> date:
    """Give the date that has that weekday, this year or next to it."""
    name, number, month = title.split()[:3]
    for n in (year, year + 1, year - 1):
        day = datetime.strptime(f"{number} {month} {n}", "%d %b %Y").date()
        if f"{day:%a}" == name:
            return day
    raise AssertionError(f"{title} is no date")


def _day(sheet: Worksheet, on: date) -> Day:
    day = Day(sheet.title, on)
    wide = {
        (area.min_row, area.min_col): area.max_col - area.min_col + 1
        for area in sheet.merged_cells.ranges
    }
    into: dict[str, list[Block]] | None = None
    for cells in sheet.iter_rows(min_row=4):
        name, note = str(cells[0].value or ""), str(cells[1].value or "")
        row = cells[0].row
        if note in ("Shift", "Given") and str(cells[2].value)[2:3] == ":":
            day.step = 60 // wide[row, 3]
            hour, minute = str(cells[2].value).split(":")
            day.first = int(hour) * 60 + int(minute)
            into = day.staff if note == "Shift" else day.clients
        elif into is not None and name and cells[0].border.left.style:
            blocks = into.setdefault(name, [])
            if into is day.staff and note:
                day.shifts[name] = note
            for cell in cells[2:]:
                if cell.value is not None:
                    columns = wide.get((row, cell.column), 1)
                    blocks.append(
                        _block(day, name, cell.column, columns, cell.value)
                    )
            blocks.sort(key=lambda block: block.begins)
    return day


def _block(
    day: Day, name: str, column: int, columns: int, text: object
) -> Block:
    begins = (column - 3) * day.step
    minutes = columns * day.step
    exact = TIMES.search(str(text))
    if exact:
        a, b, c, d = map(int, exact.groups())
        minutes = (60 * c + d - 60 * a - b) % 1440
    after = day.first + begins >= 1440
    return Block(
        name, begins, begins + columns * day.step, str(text), minutes, after
    )


def _commissioned(sheet: Worksheet) -> Iterator[tuple[str, str, date, float]]:
    """Give client, kind, week and rostered hours, down to the first gap."""
    rows = sheet.iter_rows(values_only=True)
    for row in rows:
        if row[:2] == ("Funder", "Reference"):
            break
    for row in rows:
        if row[3] is None:
            return
        assert isinstance(row[5], datetime)
        yield str(row[3]), str(row[4]), row[5].date(), float(str(row[7]))


# -- the count ----------------------------------------------------------------

Weekly = dict[tuple[str, date], int]  # client, Monday: minutes


def given_on_days(days: list[Day]) -> Weekly:
    """Add up each client's minutes, week by week, from the clients' rows."""
    found: Weekly = defaultdict(int)
    for day in days:
        for name, blocks in day.clients.items():
            for block in blocks:
                if block.text not in ("away", "to fill"):
                    at = day.date + timedelta(days=block.after_midnight)
                    monday = at - timedelta(days=at.weekday())
                    found[name, monday] += block.minutes
    return dict(found)


def given_for_funders(path: Path) -> Weekly:
    """Add up the rostered hours of sessions on Commissioned hours."""
    book = openpyxl.load_workbook(path)
    found: Weekly = defaultdict(int)
    for name, kind, monday, hours in _commissioned(book["Commissioned hours"]):
        if kind not in TOGETHER:
            found[name, monday] += round(hours * 60)
    return {place: minutes for place, minutes in found.items() if minutes}


def faults(path: Path, needed: Needed | None = None) -> list[str]:
    """Say everything on the Day sheets that cannot be.

    `needed` gives the minutes that a worker takes from one client to
    another; without it, ways are not looked at.
    """
    days = read(path)
    found = [] if days else ["there is no Day sheet"]
    on_days, for_funders = given_on_days(days), given_for_funders(path)
    for place in sorted(on_days.keys() | for_funders.keys()):
        one, other = on_days.get(place, 0), for_funders.get(place, 0)
        if one != other:
            found.append(f"{place}: {one} min on days, {other} for funders")
    for day in days:
        found += [f"{day.title}: {fault}" for fault in _of_day(day, needed)]
    return found


def _of_day(day: Day, needed: Needed | None) -> Iterator[str]:
    for name in day.staff:
        yield from _in_two_places(name, day.with_client(name))
        yield from _off_shift(day, name)
        if needed is not None:
            yield from _without_way(day, name, needed)
    for name, blocks in day.clients.items():
        real = [b for b in blocks if b.text not in ("away", "to fill")]
        yield from _in_two_places(name, real)
    by_staff, by_clients = _quarters_of_staff(day), _quarters_of_clients(day)
    for pair in sorted(by_staff ^ by_clients):
        yield f"only one of two rows has {pair}"


def _in_two_places(name: str, blocks: list[Block]) -> Iterator[str]:
    for one, other in pairwise(blocks):
        if other.begins < one.ends:
            yield f"{name} is in two places: {one.text}, {other.text}"


def _off_shift(day: Day, name: str) -> Iterator[str]:
    """Follow somebody's blocks through the shifts beside their name."""
    on = set()
    for match in TIMES.finditer(day.shifts.get(name, "")):
        a, b, c, d = map(int, match.groups())
        begins, ends = 60 * a + b, 60 * c + d
        ends += 1440 if ends <= begins else 0
        for shift in (-1440, 0, 1440):
            on |= set(range(begins + shift, ends + shift, 5))
    for block in day.with_client(name):
        for minute in range(block.begins, block.ends, day.step):
            if day.first + minute not in on:
                yield f"{name} is with {block.text} and not on shift"
                break


def _without_way(day: Day, name: str, needed: Needed) -> Iterator[str]:
    drawn = {
        (b.begins, b.text) for b in day.staff[name] if b.text.endswith(" min")
    }
    for one, other in pairwise(day.with_client(name)):
        minutes = needed(name, one.said[0], other.said[0], day.date)
        if other.begins - one.ends < minutes:
            yield f"{name} cannot get from {one.text} to {other.text}"
        elif minutes and (one.ends, f"{minutes} min") not in drawn:
            yield f"{name}: the way to {other.text} is not drawn"


def _quarters_of_staff(day: Day) -> set[tuple[str, str, int]]:
    """Give (worker, client, minute) as the workers' rows have it."""
    return {
        (name, block.said[0], minute)
        for name in day.staff
        for block in day.with_client(name)
        for minute in range(block.begins, block.ends, day.step)
    }


def _quarters_of_clients(day: Day) -> set[tuple[str, str, int]]:
    """Give the same as the clients' rows have it."""
    return {
        (_whole_name(day, short), name, minute)
        for name, blocks in day.clients.items()
        for block in blocks
        if block.text not in ("away", "to fill")
        for short in block.said[0].split(" + ")
        if not short.endswith(" missing")
        for minute in range(block.begins, block.ends, day.step)
    }


def _whole_name(day: Day, short: str) -> str:
    """Give the one name in the workers' rows that begins so."""
    if short in day.staff:
        return short
    [name] = [name for name in day.staff if name.startswith(short)]
    return name


def ways_of(problem: Problem) -> Needed:
    """Give the minutes from client to client, from the facts themselves."""
    clients = {one.name: one for one in problem.clients}
    workers = {one.name: one for one in problem.workers}

    def needed(worker: str, one: str, other: str, day: date) -> int:
        if one == other:
            return 0
        here, there = clients[one], clients[other]
        ends = {here.place or here.unit_id, there.place or there.unit_id}
        for way in problem.travel:
            if {way.unit_id, way.other_id} == ends:
                car = workers[worker].driving
                by_car = car is not None and car.own_car_on(day)
                foot = way.minutes if way.on_foot is None else way.on_foot
                return way.minutes if by_car else foot
        return 0

    return needed
