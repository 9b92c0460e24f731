"""Support that a house gives together, divided among those at home."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rota.calendar import monday, overlap, span
from rota.domain import Duty, Kind, PlanLine, Problem, Support
from rota.roster import Roster

QUARTER = 15
Piece = tuple[int, int]
Shares = Mapping[tuple[str, date], int]  # line id, Monday: minutes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time in which one person is there for everybody in a unit.

    It belongs to the date of the shift, though it may end on the next.
    """

    unit_id: str
    kind: Support
    date: date
    begins: int
    ends: int


def stretches(problem: Problem, roster: Roster) -> tuple[Stretch, ...]:
    """List when who is there for all: shifts, less time with one client."""
    return tuple(
        Stretch(duty.unit_id, kind, duty.date, begins, ends)
        for worker in problem.workers
        for duty in roster.by_worker[worker.id]
        if worker.counts_on(duty.date)
        for kind in _kinds(duty)
        for begins, ends in left_of(
            (duty.begins, duty.ends), _busy(roster, worker.id)
        )
    )


def _kinds(duty: Duty) -> Iterator[Support]:
    """Give the sort of shared support that a shift is, if any."""
    if duty.elsewhere:
        return
    if duty.kind is Kind.SLEEP_IN:
        yield Support.SLEEP_IN
    if duty.kind is Kind.WAKING:
        yield Support.WAKING_NIGHT if duty.is_night else Support.SHARED


def _busy(roster: Roster, worker_id: str) -> list[Piece]:
    return [
        (time.begins, time.ends)
        for time in roster.sessions_of(worker_id)
        if time.is_out or time.takes_from_cover
    ]


def left_of(whole: Piece, busy: Iterable[Piece]) -> Iterator[Piece]:
    """Give what is left of a stretch."""
    until, last = whole
    for begins, ends in sorted(busy):
        if until < begins:
            yield until, min(begins, last)
        until = max(until, ends)
        if until >= last:
            return
    yield until, last


def shares(problem: Problem, there: Sequence[Stretch]) -> Shares:
    """Divide the time given to all among the clients who are at home.

    Parameters
    ----------
    problem
        The question, with plan lines that the house gives together.
    there
        When somebody is there for all.

    Returns
    -------
    Minutes by plan line and Monday, in quarters of an hour; the shares of a
    unit and week add up to what was given.
    """
    found: dict[tuple[date, str, Support], dict[str, Fraction]] = {}
    for stretch in there:
        lines = _lines(problem, stretch)
        for begins, ends in _pieces(problem, stretch, lines):
            home = [x for x in lines if _is_home(problem, x, begins, ends)]
            week = monday(stretch.date), stretch.unit_id, stretch.kind
            held = found.setdefault(week, {})
            for line in home:
                part = Fraction(ends - begins, len(home))
                held[line.id] = held.get(line.id, Fraction(0)) + part
    added: dict[tuple[str, date], int] = {}
    for (week_starts, _, _), parts in found.items():
        for line_id, minutes in _in_quarters(parts).items():
            place = line_id, week_starts
            added[place] = added.get(place, 0) + minutes
    return added


def _lines(problem: Problem, stretch: Stretch) -> list[PlanLine]:
    """Give the lines that share a stretch, one for each client."""
    found: dict[str, PlanLine] = {}
    for line in problem.plan_lines:
        same = line.kind is stretch.kind and line.falls_on(stretch.date)
        if same and is_in_unit(problem, line, stretch.unit_id):
            found.setdefault(line.client_id, line)
    return list(found.values())


def _pieces(
    problem: Problem, stretch: Stretch, lines: Iterable[PlanLine]
) -> Iterator[Piece]:
    """Cut a stretch where one of the clients leaves or comes home."""
    marks = {
        mark
        for line in lines
        for away in problem.away_of[line.client_id]
        for mark in (away.begins, away.ends)
        if stretch.begins < mark < stretch.ends
    }
    return itertools.pairwise((stretch.begins, *sorted(marks), stretch.ends))


def _is_home(problem: Problem, line: PlanLine, begins: int, ends: int) -> bool:
    return not any(
        away.begins < ends and begins < away.ends
        for away in problem.away_of[line.client_id]
    )


def _in_quarters(parts: Mapping[str, Fraction]) -> dict[str, int]:
    """Round shares to quarters of an hour that add up to the whole."""
    even = {name: part // QUARTER * QUARTER for name, part in parts.items()}
    left = round(sum(parts.values())) - sum(even.values())
    for name in sorted(even, key=lambda n: (even[n] - parts[n], n)):
        more = min(QUARTER, left)
        even[name] += more
        left -= more
    return {name: int(minutes) for name, minutes in even.items()}


def attended(
    problem: Problem, there: Sequence[Stretch], line: PlanLine, day: date
) -> int:
    """Count the minutes of a line's own times with people enough there."""
    return sum(
        ends - begins
        for begins, ends, is_met in _own_pieces(problem, there, line, day)
        if is_met
    )


def unattended(
    problem: Problem, there: Sequence[Stretch], line: PlanLine, day: date
) -> list[Piece]:
    """List the parts of a line's own times with too few people there."""
    found: list[Piece] = []
    for begins, ends, is_met in _own_pieces(problem, there, line, day):
        if is_met or not _is_home(problem, line, begins, ends):
            continue
        if found and found[-1][1] == begins:
            found[-1] = found[-1][0], ends
        else:
            found.append((begins, ends))
    return found


def _own_pieces(
    problem: Problem, there: Sequence[Stretch], line: PlanLine, day: date
) -> Iterator[tuple[int, int, bool]]:
    """Cut a line's own times where people come and go: is each given."""
    if line.starts is None or line.ends is None:
        return
    first, last = span(day, line.starts, line.ends)
    near = [
        one
        for one in there
        if overlap(one.begins, one.ends, first, last)
        and is_in_unit(problem, line, one.unit_id)
        and (one.kind is Support.SLEEP_IN) is (line.kind is Support.SLEEP_IN)
    ]
    away = problem.away_of[line.client_id]
    marks = {first, last}
    marks.update(mark for one in near for mark in (one.begins, one.ends))
    marks.update(mark for one in away for mark in (one.begins, one.ends))
    inside = sorted(mark for mark in marks if first <= mark <= last)
    for begins, ends in itertools.pairwise(inside):
        people = sum(s.begins <= begins < s.ends for s in near)
        home = _is_home(problem, line, begins, ends)
        yield begins, ends, home and people >= line.people


def is_in_unit(problem: Problem, line: PlanLine, unit_id: str) -> bool:
    """Tell whether people in a unit are there for whom a line is for."""
    own = problem.client[line.client_id].unit_id
    return own == unit_id or "" in (own, unit_id)
