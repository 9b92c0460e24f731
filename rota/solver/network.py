"""The runs of one worker as one path through the days.

Every run of work, and every run of days off between two, is a step of the
path: a step for each length that a rule tells apart, and days one by one
beyond those. The rows only say that the steps join up, which follows from
what each step means; but they say it so tightly that a linear relaxation
knows what a run costs, where rows about single windows of days leave it
guessing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rota.calendar import ONE_DAY
from rota.domain import Strength
from rota.rules.base import FALSE, TRUE, Literal, Rule, Run, Term

if TYPE_CHECKING:
    from rota.solver.plan import Plan

FURTHEST = 31  # days a run is followed back before the start, or past the end


@dataclass(slots=True)
class Asked:
    """What rules ask of the runs of one kind, and of those between them."""

    run: Run
    least: list[tuple[int, Rule]] = field(default_factory=list)
    most: list[tuple[int, Rule]] = field(default_factory=list)

    @property
    def told_apart(self) -> int:
        """The greatest length up to which lengths are told apart."""
        shortest = [least - 1 for least, _ in self.least]
        return max([*shortest, *(most for most, _ in self.most)], default=0)

    def forbids(self, first: date, length: int, days: set[date]) -> bool:
        """Tell whether a must forbids a run of that length."""
        short = any(
            length < least and self._is_must(rule, first)
            for least, rule in self.least
        )
        over = any(
            self._is_must(rule, first + n * ONE_DAY)
            for most, rule in self.most
            for n in range(most, length)
            if first + n * ONE_DAY in days
        )
        return short or over

    def _is_must(self, rule: Rule, day: date) -> bool:
        return rule.strength_of(self.run.about(day)) is Strength.MUST


class Side:
    """The steps of one kind of run, day by day."""

    def __init__(
        self, plan: Plan, asked: Asked, days: list[date], judged: bool
    ) -> None:
        self._plan = plan
        self._asked = asked
        self._days = days
        self._span = set(plan.problem.dates_and_after)
        self._open_left = not judged
        self.tied: set[Literal] = set()
        self.starts: dict[int, list[Literal]] = {}
        self.ends: dict[int, list[Literal]] = {}
        self.covers: dict[int, list[Literal]] = {}
        self.chains: dict[int, Literal] = {}
        self.longs: dict[int, Literal] = {}
        self.stays: dict[int, Literal] = {}
        self.leaves: dict[int, Literal] = {}
        for first in range(len(days)):
            self._exact_from(first)
            self._long_from(first)
        for here in range(asked.told_apart, len(days)):
            self._beyond(here)

    def _holds(self, first: int, length: int) -> list[Literal]:
        holds = self._asked.run.holds
        return [holds(self._days[first + n]) for n in range(length)]

    def _breaks(self, here: int) -> list[Literal]:
        """Give what ends a run at a day; nothing outside the days."""
        if not 0 <= here < len(self._days):
            return []
        return [-self._asked.run.holds(self._days[here])]

    def _step(
        self, literals: list[Literal], first: int, length: int, judged: bool
    ) -> Literal:
        """Make a step; none that a must forbids and constants do not ask."""
        forbidden = judged and self._asked.forbids(
            self._days[first], length, self._span
        )
        if forbidden and any(x > TRUE for x in literals):
            return FALSE
        return self._together(literals)

    def _together(self, literals: list[Literal]) -> Literal:
        step = self._plan.all_of(literals)
        if step != FALSE and len(set(literals) - {TRUE}) > 1:
            self.tied.add(step)
        return step

    def _exact_from(self, first: int) -> None:
        """Make the steps of each length, from day to day."""
        for length in range(1, self._asked.told_apart + 1):
            after = first + length
            if after > len(self._days):
                break
            literals = [
                *self._breaks(first - 1),
                *self._holds(first, length),
                *self._breaks(after),
            ]
            whole = after < len(self._days) and (
                first > 0 or not self._open_left
            )
            step = self._step(literals, first, length, whole)
            if step != FALSE:
                self.starts.setdefault(first, []).append(step)
                self.ends.setdefault(after, []).append(step)
                self._cover(step, range(first, after))

    def _long_from(self, first: int) -> None:
        """Make the step into a run longer than lengths are told apart."""
        length = self._asked.told_apart
        if first + length >= len(self._days):
            return
        literals = [
            *self._breaks(first - 1),
            *self._holds(first, length + 1),
        ]
        step = self._step(literals, first, length + 1, judged=True)
        if step != FALSE:
            self.longs[first] = step
            self.starts.setdefault(first, []).append(step)
            self._cover(step, range(first, first + length))

    def _beyond(self, here: int) -> None:
        """Make the step of one day more in a long run, and the ways on.

        Whoever has come into a long run is on that day before they may leave
        it: by one variable for the day itself and one for going on from the
        day before, or a long run could be left on the day it begins.
        """
        length = self._asked.told_apart
        first = here - length
        step = self._step(
            self._holds(first, length + 1), first, length + 1, judged=True
        )
        if step == FALSE:
            return
        self.chains[here] = step
        self._cover(step, [here])
        before = self.chains.get(here - 1)
        if before is not None:
            self.stays[here] = self._together([before, *self._holds(here, 1)])
        if here + 1 < len(self._days):
            leave = self._together([step, *self._breaks(here + 1)])
            if leave == FALSE:
                return
            self.leaves[here + 1] = leave
            self.ends.setdefault(here + 1, []).append(leave)

    def _cover(self, step: Literal, days: Iterable[int]) -> None:
        for day in days:
            self.covers.setdefault(day, []).append(step)

    def rows(self, other: Side) -> Iterator[tuple[list[Term], int]]:
        """Say that each day is covered as it is worked, and steps join."""
        holds = self._asked.run.holds
        for here, day in enumerate(self._days):
            covers = [(1, step) for step in self.covers.get(here, [])]
            yield [*covers, (-1, holds(day))], 0
            if here:
                begin = [(1, x) for x in self.starts.get(here, [])]
                ended = [(-1, x) for x in other.ends.get(here, [])]
                yield [*begin, *ended], 0
        for here in range(self._asked.told_apart, len(self._days)):
            yield list(self._into(here)), 0
            yield list(self._out_of(here - 1)), 0

    def _into(self, here: int) -> Iterator[Term]:
        """Say how a long run comes to a day: it begins, or goes on."""
        yield 1, self.chains.get(here, FALSE)
        yield -1, self.longs.get(here - self._asked.told_apart, FALSE)
        yield -1, self.stays.get(here, FALSE)

    def _out_of(self, here: int) -> Iterator[Term]:
        """Say what comes after a day of a long run: one more, or its end."""
        yield 1, self.chains.get(here, FALSE)
        yield -1, self.stays.get(here + 1, FALSE)
        yield -1, self.leaves.get(here + 1, FALSE)


def post_network(plan: Plan, work: Asked, rest: Asked) -> set[int]:
    """Post one worker's path through the days; give the steps it ties."""
    days, judged = _days_of(plan, work.run)
    sides = (
        Side(plan, work, days, judged),
        Side(plan, rest, days, judged),
    )
    for side, other in zip(sides, reversed(sides), strict=True):
        for terms, total in side.rows(other):
            plan.tie(terms, total)
    return sides[0].tied | sides[1].tied


def _days_of(plan: Plan, run: Run) -> tuple[list[date], bool]:
    """Give the days of the path, and whether how it begins is known.

    It begins with the run that the start falls into, as far as it is known,
    and ends with the one already fixed after the end.
    """
    problem = plan.problem
    first, last = problem.start, problem.end
    before = run if run.holds(first - ONE_DAY) == TRUE else run.turned
    for _ in range(FURTHEST):
        if before.holds(first - ONE_DAY) != TRUE:
            break
        first -= ONE_DAY
    judged = before.breaks(first - ONE_DAY) == TRUE
    for _ in range(FURTHEST):
        if run.holds(last + ONE_DAY) != TRUE:
            break
        last += ONE_DAY
    count = (last - first).days + 1
    return [first + n * ONE_DAY for n in range(count)], judged
