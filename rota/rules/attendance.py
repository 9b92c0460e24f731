"""Meetings and training: enough of those invited are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class Attendance(Rule):
    """Enough of those invited to a meeting or training can be there."""

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 12_000

    def post(self, plan: Plan) -> None:
        """Ask for the share that must attend."""
        problem = plan.problem
        open_ids = {duty.id for duty in plan.part.duties(problem)}
        for entry in problem.diary:
            if entry.id in open_ids:
                plan.bound(
                    [(1, x) for _, x in plan.workers_on(entry.id)],
                    lo=entry.needed,
                    by=self,
                    about=Key(date=entry.date, duty_ids=(entry.id,)),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count who comes."""
        open_ids = {duty.id for duty in part.duties(problem)}
        for entry in problem.diary:
            there = len(roster.workers_on(entry.id))
            if entry.id in open_ids and there < entry.needed:
                yield self.breach(
                    Key(date=entry.date, duty_ids=(entry.id,)),
                    entry.needed - there,
                    f"{entry.name or entry.code} on {words.day(entry.date)}:"
                    f" {there} of {entry.needed} can come",
                )
