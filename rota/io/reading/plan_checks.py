"""Hours that cannot fit, told from the row alone, with the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from rota import words
from rota.calendar import DAY
from rota.domain import PlanLine
from rota.domain.cutting import QUARTER
from rota.io.cells import nearest
from rota.io.table import Desk, Row
from rota.io.times import shown

_WEEK = 7


def look_over(line: PlanLine, name: str, row: Row, desk: Desk) -> None:
    """Put down whatever of one line cannot be."""
    if line.kind.is_by_cover:
        return
    if line.starts is None:
        _check_blocks(line, row)
        _check_day(line, name, row)
        _check_week(line, name, row, desk)
    _check_quarters(line, name, row, desk)


def look_over_trips(lines: Sequence[tuple[PlanLine, Row]]) -> None:
    """Put down trips on which nobody else goes; often a slip of the hand."""
    going: dict[str, set[str]] = {}
    said: dict[str, str] = {}
    for line, row in lines:
        if line.trip:
            going.setdefault(line.trip, set()).add(line.client_id)
            said.setdefault(line.trip, row["Trip"])
    alone = [(x, row) for x, row in lines if len(going.get(x.trip, ())) == 1]
    for line, row in alone:
        place = list(said).index(line.trip)
        if near := nearest(line.trip, list(said)[:place]):
            what = "nobody else goes on a trip of this name."
            row.fault("Trip", what, said[near])
        elif not nearest(line.trip, list(said)[place + 1 :]):
            row.desk.note(
                f"{row.sheet}!{row.cell('Trip')}: nobody else goes on the trip"
                f" {row['Trip']}."
            )


def _check_blocks(line: PlanLine, row: Row) -> None:
    """Compare the shortest and longest session with the time there is."""
    if line.shortest > line.longest:
        which = "Shortest" if row["Shortest"] else "Longest"
        row.fault(
            which,
            f"the shortest session, {words.hours(line.shortest)}, is longer"
            f" than the longest, {words.hours(line.longest)}.",
        )
        return
    window = line.latest - line.earliest
    if line.longest > window:
        which = "Shortest" if line.shortest > window else "Longest"
        length = line.shortest if which == "Shortest" else line.longest
        row.fault(
            which,
            f"a session of {words.hours(length)} does not fit"
            f" {_between(line)}, which is {words.hours(window)}.",
        )


def _check_day(line: PlanLine, name: str, row: Row) -> None:
    """Compare the hours of a day with the window, and with one session."""
    minutes, window = line.day_minutes, line.latest - line.earliest
    if minutes is None:
        return
    if minutes > window:
        row.fault(
            "Hours a day",
            f"{name} needs {words.hours(minutes)} {_on(line)}"
            f" {_between(line)}, which is {words.hours(window)}.",
        )
    elif row["Shortest"] and minutes < line.shortest:
        row.fault(
            "Hours a day",
            f"{words.hours(minutes)} is less than one session of"
            f" {words.hours(line.shortest)}, the shortest.",
        )


def _check_week(line: PlanLine, name: str, row: Row, desk: Desk) -> None:
    """Compare the hours of a week with its days and its sessions."""
    minutes, window = line.week_minutes, line.latest - line.earliest
    if minutes is None:
        return
    many = min(_WEEK, len(line.dates)) or len(line.weekdays)
    days = words.count(many, "day")
    if minutes > many * window:
        row.fault(
            "Hours a week",
            f"{name} needs {words.hours(minutes)} a week on {days}"
            f" {_between(line)}, which is {days} of {words.hours(window)}:"
            f" {words.hours(many * window)}.",
        )
    elif row["Shortest"] and minutes < line.shortest:
        row.fault(
            "Hours a week",
            f"{words.hours(minutes)} is less than one session of"
            f" {words.hours(line.shortest)}, the shortest.",
        )
    elif row["Longest"] and minutes > many * line.longest:
        a_day = -(-minutes // (line.longest * many))
        desk.note(
            f"{row.sheet}!{row.cell('Longest')}: {name} has"
            f" {words.hours(minutes)} a week on {days}; sessions of"
            f" {words.hours(line.longest)} at most make"
            f" {words.hours(many * line.longest)}, so {a_day} sessions a day"
            " are planned."
        )


def _check_quarters(line: PlanLine, name: str, row: Row, desk: Desk) -> None:
    """Say where hours a week are no whole quarters."""
    minutes = line.week_minutes
    if minutes and minutes % QUARTER:
        desk.note(
            f"{row.sheet}!{row.cell('Hours a week')}: {name}'s"
            f" {words.hours(minutes)} a week can only be met to the quarter"
            f" hour, {words.hours(minutes - minutes % QUARTER)}."
        )


def _on(line: PlanLine) -> str:
    """Name the one day of a line, or any."""
    if len(line.dates) == 1:
        return f"on {words.day(line.dates[0])}"
    if not line.dates and len(line.weekdays) == 1:
        return f"on {words.SHORT_DAY_NAMES[line.weekdays[0]]}"
    return "a day"


def _between(line: PlanLine) -> str:
    latest = line.latest % DAY
    return f"between {shown(line.earliest)} and {shown(latest)}"
