"""A day off a week, or two a fortnight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import DAY, instant, monday
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule
from rota.rules.spells import times_of
from rota.rules.stints import Stints


class WeeklyRestMode(StrEnum):
    """The three ways in which weekly rest may be given (WTR reg 11)."""

    EVERY_WEEK = "24 h every week"
    TWICE_A_FORTNIGHT = "2 x 24 h every fortnight"
    ONCE_A_FORTNIGHT = "48 h every fortnight"


# mode: (days of the period, minutes of one rest, how many of them)
SHAPES = {
    WeeklyRestMode.EVERY_WEEK: (7, DAY, 1),
    WeeklyRestMode.TWICE_A_FORTNIGHT: (14, DAY, 2),
    WeeklyRestMode.ONCE_A_FORTNIGHT: (14, 2 * DAY, 1),
}
UNDER_18 = (7, 2 * DAY, 1)


class WeeklyRest(Rule):
    """Everyone has their weekly rest: whole days free, without a break.

    A rest lies wholly inside its week or fortnight; periods that are not
    wholly known are not checked. Under 18 it is 48 hours in every week.
    Source: Working Time Regulations 1998, reg 11 (WTR-WR, WTR-YWWR).
    """

    unit: ClassVar[str] = "rest"
    strength: Strength = Strength.MUST
    price: Pence = 20_000
    mode: WeeklyRestMode = Field(
        WeeklyRestMode.TWICE_A_FORTNIGHT, description="How rest is given."
    )
    first_monday: date | None = Field(
        None, description="A Monday on which a fortnight begins."
    )

    def post(self, plan: Plan) -> None:
        """Ask for enough free windows that do not overlap."""
        for worker in plan.workers:
            stints = Stints(plan, worker.id)
            shape = self._shape(plan.problem, worker)
            for first in self._periods(plan.problem, shape[0]):
                chosen = plan.packed(self._windows(plan, stints, first, shape))
                plan.bound(
                    [(1, literal) for literal in chosen],
                    lo=shape[2],
                    by=self,
                    about=Key(worker.id, date=first),
                )

    def _shape(self, problem: Problem, worker: Worker) -> tuple[int, int, int]:
        young = worker.is_under_18(problem.start)
        return UNDER_18 if young else SHAPES[self.mode]

    def _periods(self, problem: Problem, days: int) -> Iterator[date]:
        """Give the first days of the periods that are wholly known."""
        anchor = self.first_monday or monday(problem.start)
        behind = (problem.start - anchor).days // days * days
        first = anchor + timedelta(days=behind)
        known = problem.known_from or problem.start
        while first + timedelta(days=days - 1) <= problem.end:
            if first >= known:
                yield first
            first += timedelta(days=days)

    @staticmethod
    def _windows(
        plan: Plan, stints: Stints, first: date, shape: tuple[int, int, int]
    ) -> list[tuple[int, int, Literal]]:
        """Give the stretches that could be a rest, and whether they are.

        A rest can be moved forward until work, the period, or another rest
        begins it.
        """
        days, length, _ = shape
        start = instant(first)
        end = instant(first + timedelta(days=days))
        first_rests = {start, *(s.ends for s in stints.every)}
        begins = first_rests | {b + length for b in first_rests}
        return [
            (
                begin,
                begin + length,
                -plan.any_of(
                    [
                        stints.literal[s]
                        for s in stints.every
                        if s.begins < begin + length and begin < s.ends
                    ]
                ),
            )
            for begin in sorted(begins)
            if start <= begin and begin + length <= end
        ]

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the rests that fit between the times worked."""
        for worker in part.workers(problem):
            times = times_of(roster.timeline(worker.id))
            days, length, needed = self._shape(problem, worker)
            for first in self._periods(problem, days):
                last = first + timedelta(days=days)
                gaps = _gaps(times, instant(first), instant(last))
                found = sum(gap // length for gap in gaps)
                if found < needed:
                    yield self.breach(
                        Key(worker_id=worker.id, date=first),
                        needed - found,
                        f"{worker.name} has {found} of {needed} weekly rests"
                        f" of {words.hours(length)} in the {days} days from"
                        f" {words.day(first)}",
                    )


def _gaps(times: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """Give the lengths of the free stretches between two instants."""
    gaps, free_from = [], start
    for begins, ends in times:
        if ends <= start or begins >= end:
            continue
        gaps.append(max(0, begins - free_from))
        free_from = max(free_from, ends)
    return [*gaps, max(0, end - free_from)]
