"""Scores rosters as Curtois and Qu (2014) publish it.

It reads the file and (worker, day, shift) by itself, and knows nothing of
rota: what both agree on was found twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

Roster = Iterable[tuple[str, int, str]]  # worker, day, shift


class Score(NamedTuple):
    """What a roster is charged, and what of the hard rules it breaks.

    `minutes_short` are below the least minutes; `broken` counts breaches by
    the name of the constraint, `minutes_short` apart.
    """

    points: int
    minutes_short: int
    broken: dict[str, int]


def score(path: Path, roster: Roster) -> Score:
    """Give the score of a roster for the instance of a file."""
    lines = _sections(path.read_text("utf-8"))
    days = int(lines["HORIZON"][0][0])
    held: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for worker, day, shift in roster:
        held[worker].setdefault(day, []).append(shift)
    broken: Counter[str] = Counter()
    short = 0
    for cells in lines["STAFF"]:
        mine = held[cells[0]]
        broken.update(_of_person(cells, mine, lines, days))
        worked = _minutes(mine, lines)
        short += max(0, int(cells[3]) - worked)
    for worker, *off in lines["DAYS_OFF"]:
        broken["day off"] += sum(
            len(held[worker].get(int(d), ())) for d in off
        )
    points = _asked(lines, held) + _cover(lines, held)
    return Score(points, short, {k: n for k, n in broken.items() if n})


def _sections(text: str) -> dict[str, list[list[str]]]:
    """Cut a file into its sections, and those into cells."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    name = ""
    for line in text.split("\n"):
        line = line.split("#")[0].strip()
        if line.startswith("SECTION_"):
            name = line[8:]
        elif line:
            found[name].append([cell.strip() for cell in line.split(",")])
    return found


def _minutes(
    mine: dict[int, list[str]], lines: dict[str, list[list[str]]]
) -> int:
    length = {cells[0]: int(cells[1]) for cells in lines["SHIFTS"]}
    return sum(length[s] for shifts in mine.values() for s in shifts)


def _of_person(
    cells: list[str],
    mine: dict[int, list[str]],
    lines: dict[str, list[list[str]]],
    days: int,
) -> Iterator[str]:
    """Name each hard rule that one person's line breaks, once a time."""
    most, _, longest, shortest, off, weekends = map(int, cells[2:8])
    times = Counter(s for shifts in mine.values() for s in shifts)
    for limit in cells[1].split("|"):
        shift, number = limit.split("=")
        yield from ["of a type"] * max(0, times[shift] - int(number))
    for shifts in mine.values():
        yield from ["one a day"] * (len(shifts) - 1)
    for day, then in _successions(mine, lines):
        del day, then
        yield "succession"
    if _minutes(mine, lines) > most:
        yield "most minutes"
    for works, first, length in _runs(mine, days):
        inner = first > 0 and first + length < days
        if works:
            yield from ["most running"] * max(0, length - longest)
        if inner and length < (shortest if works else off):
            yield "fewest running" if works else "fewest off"
    weeks = {day // 7 for day in mine if day % 7 in (5, 6)}
    yield from ["weekends"] * max(0, len(weeks) - weekends)


def _successions(
    mine: dict[int, list[str]], lines: dict[str, list[list[str]]]
) -> Iterator[tuple[int, str]]:
    """Find each day on which something follows what it may not follow."""
    after = {
        cells[0]: set(cells[2].split("|"))
        for cells in lines["SHIFTS"]
        if len(cells) > 2
    }
    for day, shifts in mine.items():
        barred = set().union(
            *(after.get(s, ()) for s in mine.get(day - 1, ()))
        )
        clash = sorted(barred & set(shifts))
        if clash:
            yield day, clash[0]


def _runs(
    mine: dict[int, list[str]], days: int
) -> Iterator[tuple[bool, int, int]]:
    """Give each run of days: worked or off, first day, length."""
    for works, run in groupby(range(days), key=lambda day: day in mine):
        held = list(run)
        yield works, held[0], len(held)


def _asked(
    lines: dict[str, list[list[str]]], held: dict[str, dict[int, list[str]]]
) -> int:
    """Add up the weights of requests that are not met."""
    missed = 0
    for on in (True, False):
        name = f"SHIFT_{'ON' if on else 'OFF'}_REQUESTS"
        for worker, day, shift, weight in lines[name]:
            works = shift in held[worker].get(int(day), ())
            missed += int(weight) * (works != on)
    return missed


def _cover(
    lines: dict[str, list[list[str]]], held: dict[str, dict[int, list[str]]]
) -> int:
    """Add up what missing and surplus people weigh."""
    there = Counter(
        (day, shift)
        for mine in held.values()
        for day, shifts in mine.items()
        for shift in shifts
    )
    charged = 0
    for day, shift, people, under, over in lines["COVER"]:
        more = there[int(day), shift] - int(people)
        charged += more * int(over) if more > 0 else -more * int(under)
    return charged
