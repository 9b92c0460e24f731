"""The same shift day after day: not too often, not too briefly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import ONE_DAY
from rota.domain import Duty, Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.runs import bar_long, bar_short, run_of
from rota.rules.streaks import known_days, streaks, whole_streaks

Numbers = tuple[tuple[str, int], ...]  # code, days


def is_of(code: str, duty: Duty) -> bool:
    """Tell whether a duty is of a type."""
    return duty.code == code


class SameShiftInARow(Rule):
    """Nobody has the same shift for more than this many days running.

    Each day too many is one breach. Types that are not named have no limit.
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.OFF
    price: Pence = 1_000
    most: Numbers = Field((), description="Days at most, by code.")

    def post(self, plan: Plan) -> None:
        """Price, or forbid, every window of one such day too many."""
        for worker in plan.workers:
            for code, most in self.most:
                run = run_of(plan, worker.id, partial(is_of, code), code)
                bar_long(plan, run, most, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count through each run of the same shift."""
        wanted = set(problem.dates_and_after)
        for worker in part.workers(problem):
            for code, most in self.most:
                days = _days(roster, worker.id, code)
                for first, last in streaks(days):
                    day = first + most * ONE_DAY
                    while day <= last:
                        if day in wanted:
                            run = (day - first).days + 1
                            yield self.breach(
                                Key(worker_id=worker.id, date=day, what=code),
                                1,
                                f"{worker.name}: {words.ordinal(run)} {code}"
                                f" running on {words.day(day)};"
                                f" at most {most}",
                            )
                        day += ONE_DAY


class FewestSameShiftInARow(Rule):
    """A shift comes at least this many days together before another.

    A run that goes on before what is known, or after the end, is not judged.
    Types that are not named may come singly.
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.OFF
    price: Pence = 1_000
    least: Numbers = Field((), description="Days at least, by code.")

    def post(self, plan: Plan) -> None:
        """Price, or forbid, each run of so few such days."""
        for worker in plan.workers:
            for code, least in self.least:
                run = run_of(plan, worker.id, partial(is_of, code), code)
                bar_short(plan, run, least, self)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Measure each run of the same shift."""
        known = set(known_days(problem))
        for worker in part.workers(problem):
            for code, least in self.least:
                days = _days(roster, worker.id, code)
                runs = whole_streaks(problem, days, known - days)
                for first, length in runs:
                    if length < least:
                        yield self.breach(
                            Key(worker_id=worker.id, date=first, what=code),
                            least - length,
                            f"{worker.name} has {code} for only"
                            f" {words.count(length, 'day')} from"
                            f" {words.day(first)}; at least {least}",
                        )


def _days(roster: Roster, worker_id: str, code: str) -> set[date]:
    done = roster.timeline(worker_id)
    return {duty.date for duty in done if duty.code == code}
