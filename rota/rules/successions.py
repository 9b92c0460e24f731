"""Shifts that may not follow others on the next day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import ONE_DAY
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import FALSE, Breach, Literal, Plan, Rule

Codes = tuple[str, ...]


class Successions(Rule):
    """Some shifts may not be followed by others on the next day.

    `never` are pairs: a code, and a code that may not come the day after.
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.OFF
    price: Pence = 3_000
    never: tuple[tuple[str, str], ...] = Field(
        (), description="Pairs of a code and one that may not follow it."
    )

    @cached_property
    def _blocks(self) -> tuple[tuple[Codes, Codes], ...]:
        """Say the pairs by few blocks: after any of these, none of those."""
        after: dict[str, list[str]] = {}
        for one, other in self.never:
            after.setdefault(one, []).append(other)
        shapes = dict.fromkeys(tuple(sorted(set(v))) for v in after.values())
        return tuple(
            (
                tuple(c for c, held in after.items() if set(shape) <= {*held}),
                shape,
            )
            for shape in shapes
        )

    def post(self, plan: Plan) -> None:
        """Allow work of one side or the other of each block."""
        for worker in plan.workers:
            found: dict[date, dict[str, list[Literal]]] = {}
            for duty, literal in plan.duties_of(worker.id):
                codes = found.setdefault(duty.date, {})
                codes.setdefault(duty.code, []).append(literal)
            for day in plan.problem.dates_and_after:
                before = found.get(day - ONE_DAY, {})
                today = found.get(day, {})
                for first, then in self._blocks:
                    one = plan.any_of(_of(before, first))
                    other = plan.any_of(_of(today, then))
                    if FALSE not in (one, other):
                        plan.bound(
                            [(1, one), (1, other)],
                            hi=1,
                            by=self,
                            about=Key(worker.id, date=day),
                        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare the codes of each day with those of the day before."""
        never = set(self.never)
        wanted = set(problem.dates_and_after)
        for worker in part.workers(problem):
            done = roster.timeline(worker.id)
            on: dict[date, list[str]] = {}
            for duty in done:
                on.setdefault(duty.date, []).append(duty.code)
            for day in sorted(on.keys() & wanted):
                clashes = [
                    f"{one} then {other}"
                    for one in on.get(day - ONE_DAY, ())
                    for other in on[day]
                    if (one, other) in never
                ]
                if clashes:
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} has {words.listed(clashes)} on"
                        f" {words.day(day)}",
                    )


def _of(literals: dict[str, list[Literal]], codes: Codes) -> list[Literal]:
    return [x for code in codes for x in literals.get(code, ())]
