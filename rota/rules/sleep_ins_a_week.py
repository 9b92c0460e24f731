"""Sleep-ins in one week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class SleepInsAWeek(Rule):
    """Nobody has more than this many sleep-ins from Monday to Sunday.

    Source: good practice in supported living; no law sets it.
    """

    unit: ClassVar[str] = "night"
    strength: Strength = Strength.SHOULD
    price: Pence = 5_000
    most: int = Field(2, ge=1, description="Sleep-ins a week at best.")

    def post(self, plan: Plan) -> None:
        """Price each sleep-in too many in a week."""
        for worker in plan.workers:
            asleep = [
                (duty, literal)
                for duty, literal in plan.duties_of(worker.id)
                if duty.is_sleep_in
            ]
            for week in plan.problem.weeks:
                last = week + timedelta(days=6)
                plan.bound(
                    [
                        (1, x)
                        for duty, x in asleep
                        if week <= duty.date <= last
                    ],
                    hi=self.most,
                    by=self,
                    about=Key(worker.id, date=week),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the sleep-ins of each week."""
        for worker in part.workers(problem):
            for week in problem.weeks:
                nights = sum(
                    duty.is_sleep_in and 0 <= (duty.date - week).days < 7
                    for duty in roster.timeline(worker.id)
                )
                if nights > self.most:
                    yield self.breach(
                        Key(worker_id=worker.id, date=week),
                        nights - self.most,
                        f"{worker.name} has {nights} sleep-ins in the week of"
                        f" {words.day(week)}; at most {self.most}",
                    )
