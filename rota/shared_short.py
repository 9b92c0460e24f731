"""Support that a house gives together, where it is short, and why.

A line with times of its own is short while too few are there for all. Lines
of hours share the time of the house, so they are short together: where there
is less of it in a week than all of them ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rota import words
from rota.calendar import clock, local_date, monday
from rota.domain import PlanLine, Problem, Support
from rota.roster import Roster
from rota.shared_hours import Stretch, is_in_unit, stretches, unattended

NAMED = 3  # times in a sentence


@dataclass(frozen=True, slots=True)
class SharedShort:
    """What is short in a week: of the times of some, or of a house.

    `asked` and `missing` are minutes of each of them.
    """

    names: tuple[str, ...]
    kind: Support
    monday: date
    asked: int
    missing: int
    why: str

    @property
    def minutes(self) -> int:
        """Minutes missing of all of them together."""
        return self.missing * len(self.names)

    @property
    def sentence(self) -> str:
        """Say whose support is short, when and by how much."""
        who = words.people(list(self.names))
        each = " to each" if len(self.names) > 1 else ""
        return (
            f"{who}, week of {words.day(self.monday)}:"
            f" {words.hours(self.missing)} of {words.hours(self.asked)}"
            f" {self.kind} not given{each}"
        )


def shared_short(problem: Problem, roster: Roster) -> tuple[SharedShort, ...]:
    """List what is short of the support given together, week by week.

    Parameters
    ----------
    problem
        The question, with support plans.
    roster
        Any rota for it.
    """
    if not any(line.kind.is_by_cover for line in problem.plan_lines):
        return ()
    there = stretches(problem, roster)
    found = [*_alike(_of_times(problem, there)), *_of_hours(problem, there)]
    return tuple(sorted(found, key=lambda one: one.monday))


def _alike(found: Iterable[SharedShort]) -> Iterator[SharedShort]:
    """Put those together who are short of the same for the same reason."""
    held: dict[SharedShort, list[str]] = {}
    for one in found:
        held.setdefault(replace(one, names=()), []).extend(one.names)
    for one, names in held.items():
        yield replace(one, names=tuple(dict.fromkeys(names)))


def _of_times(
    problem: Problem, there: Sequence[Stretch]
) -> Iterator[SharedShort]:
    """Give the lines with times in which too few were there for all."""
    for line in problem.plan_lines:
        if not line.kind.is_by_cover or line.starts is None:
            continue
        for week in problem.weeks:
            lacking = [
                piece
                for day in problem.commissioned[line.id]
                if monday(day) == week
                for piece in unattended(problem, there, line, day)
            ]
            if lacking:
                yield SharedShort(
                    (problem.client[line.client_id].name,),
                    line.kind,
                    week,
                    _asked(problem, line, week),
                    sum(ends - begins for begins, ends in lacking),
                    _too_few(line, lacking),
                )


def _too_few(line: PlanLine, lacking: Sequence[tuple[int, int]]) -> str:
    """Say when fewer are there than the line asks for."""
    named = [
        f"{words.day(local_date(begins))} {clock(begins)}-{clock(ends)}"
        for begins, ends in lacking[:NAMED]
    ]
    if len(lacking) > NAMED:
        named.append(words.count(len(lacking) - NAMED, "more time"))
    who = "Nobody is" if line.people == 1 else f"Fewer than {line.people} are"
    return f"{who} there for all on {words.listed(named)}"


def _of_hours(
    problem: Problem, there: Sequence[Stretch]
) -> Iterator[SharedShort]:
    """Compare the hours of all in a house with the time there is for all."""
    for unit_id, kind in _houses(problem):
        lines = [
            line
            for line in problem.plan_lines
            if line.kind is kind
            and line.starts is None
            and problem.client[line.client_id].unit_id == unit_id
        ]
        for week in problem.weeks:
            asked = sum(_asked(problem, line, week) for line in lines)
            given = sum(
                one.ends - one.begins
                for one in there
                if one.kind is kind
                and monday(one.date) == week
                and is_in_unit(problem, lines[0], one.unit_id)
            )
            if given < asked:
                yield SharedShort(
                    (unit_id or problem.name or "The house",),
                    kind,
                    week,
                    asked,
                    asked - given,
                    _too_little(lines, given, asked),
                )


def _houses(problem: Problem) -> list[tuple[str, Support]]:
    """Give the units, with each kind of which lines ask for hours."""
    found = dict.fromkeys(
        (problem.client[line.client_id].unit_id, line.kind)
        for line in problem.plan_lines
        if line.kind.is_by_cover and line.starts is None
    )
    return list(found)


def _asked(problem: Problem, line: PlanLine, week: date) -> int:
    asked = problem.commissioned[line.id]
    return sum(asked[day] for day in asked if monday(day) == week)


def _too_little(lines: Sequence[PlanLine], given: int, asked: int) -> str:
    """Say what there is, and that the cover decides it."""
    many = len({line.client_id for line in lines})
    plans = f"plans of {many} people ask" if many > 1 else "plan asks"
    return (
        f"Somebody is there for all for {words.hours(given)}; the {plans} for"
        f" {words.hours(asked)}, and the Cover sheet says how many are there"
    )
