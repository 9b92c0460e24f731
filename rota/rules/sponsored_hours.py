"""Hours that somebody has to be given week for week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class SponsoredHours(Rule):
    """People with a certificate of sponsorship are given its hours.

    Over the period; paid absence counts. Fewer hours may have to be reported,
    and so are only watched. Source: guidance for
    sponsors of skilled workers (IMM-MIN).
    """

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.WATCH
    price: Pence = 1_500

    def post(self, plan: Plan) -> None:
        """Ask for the credited minutes of each certificate."""
        problem = plan.problem
        for worker in plan.workers:
            asked = _asked(problem, worker)
            if asked:
                plan.bound(
                    [
                        (duty.contract, literal)
                        for duty, literal in plan.paid_of(worker.id)
                        if problem.start <= duty.date <= problem.end
                    ],
                    lo=asked - problem.absence_credit[worker.id],
                    by=self,
                    about=Key(worker.id),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare what is credited with the hours of the certificate."""
        for worker in part.workers(problem):
            if not worker.sponsored_minutes:
                continue
            given = problem.absence_credit[worker.id] + sum(
                duty.contract
                for duty in roster.paid_of(worker.id)
                if duty.date in problem.date_set
            )
            days = sum(worker.employed_on(day) for day in problem.dates)
            short = worker.sponsored_minutes * days // 7 - given
            if short > 0:
                # why the hours are owed is nobody's business on a page
                yield self.breach(
                    Key(worker_id=worker.id),
                    short,
                    f"{worker.name} is given {words.hours(short)} less than"
                    f" {words.hours(worker.sponsored_minutes)} a week",
                )


def _asked(problem: Problem, worker: Worker) -> int:
    days = [day for day in problem.dates if worker.employed_on(day)]
    return worker.sponsored_minutes * len(days) // 7
