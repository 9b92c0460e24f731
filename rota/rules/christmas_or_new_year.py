"""Who works Christmas Day has New Year's Day off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota.domain import Key, Pence, Problem, Strength
from rota.domain.festive import had, is_on, seasons, volunteers
from rota.roster import Part, Roster
from rota.rules.base import TRUE, Breach, Plan, Rule


class ChristmasOrNewYear(Rule):
    """Whoever works Christmas Day has the New Year's Day after it off.

    So nobody has both, and who is to work New Year's Day is off at Christmas.
    A Christmas before the start is known by the duties of the days before or
    by the ledger, as "christmas day 2025". Whoever asked to work one of the
    two may. Half an hour of support that somebody cannot do without is dearer
    to leave out. Source: good practice (BH-FAIR).
    """

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 5_000

    def post(self, plan: Plan) -> None:
        """Price New Year's Day for whoever works Christmas Day."""
        problem = plan.problem
        for christmas, day in seasons(problem):
            asked = volunteers(problem, christmas) | volunteers(problem, day)
            for worker in plan.workers:
                if worker.id in asked:
                    continue
                held = plan.duties_of(worker.id)
                before = plan.any_of(
                    [x for d, x in held if is_on(d, christmas)]
                )
                if had(problem, worker.id, christmas):
                    before = TRUE
                there = plan.any_of([x for d, x in held if is_on(d, day)])
                plan.bound(
                    [(1, before), (1, there)],
                    hi=1,
                    by=self,
                    about=Key(worker.id, date=day),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find who has both."""
        for christmas, day in seasons(problem):
            asked = volunteers(problem, christmas) | volunteers(problem, day)
            for worker in part.workers(problem):
                if worker.id in asked:
                    continue
                done = roster.timeline(worker.id)
                before = had(problem, worker.id, christmas) or any(
                    is_on(duty, christmas) for duty in done
                )
                if before and any(is_on(duty, day) for duty in done):
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} works New Year's Day {day.year}, and"
                        f" Christmas Day {christmas.year} before it",
                    )
