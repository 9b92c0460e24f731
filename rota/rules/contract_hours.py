"""Contracted hours: neither left unused nor exceeded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class ContractHours(Rule):
    """Everyone is given their contracted hours over the period.

    Leave, sickness, training and meetings count; what was brought forward is
    made up. Within half of the person's usual shift nothing is said and the
    difference is carried on. `price` is for an hour unused, `over_price` for
    one too many. Source: the contract (CON-HRS).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_500
    over_price: Pence = 1_000

    def post(self, plan: Plan) -> None:
        """Keep the credited minutes of each contract near what is due."""
        problem = plan.problem
        for worker in plan.workers:
            if not worker.weekly_minutes:
                continue
            spare = problem.usual_shift[worker.id] // 2
            due = problem.due[worker.id] - problem.absence_credit[worker.id]
            given = [
                (duty.contract, literal)
                for duty, literal in plan.paid_of(worker.id)
                if problem.start <= duty.date <= problem.end
            ]
            plan.bound(
                given,
                lo=due - spare,
                by=self,
                about=Key(worker.id, what="unused"),
            )
            plan.bound(
                given,
                hi=due + spare,
                by=self,
                about=Key(worker.id, what="over"),
                price=self.over_price,
            )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up what each contract is credited with."""
        for worker in part.workers(problem):
            if worker.weekly_minutes == 0:
                continue
            credited = credited_minutes(problem, roster, worker)
            balance = credited - problem.due[worker.id]
            spare = problem.usual_shift[worker.id] // 2
            if balance < -spare:
                yield self.breach(
                    Key(worker_id=worker.id, what="unused"),
                    -balance - spare,
                    f"{worker.name} is {words.hours(-balance)} short of"
                    " contracted hours",
                )
            if balance > spare:
                yield self.breach(
                    Key(worker_id=worker.id, what="over"),
                    balance - spare,
                    f"{worker.name} is {words.hours(balance)} over"
                    " contracted hours",
                    self.over_price,
                )


def credited_minutes(problem: Problem, roster: Roster, worker: Worker) -> int:
    """Give the contract minutes of duties and paid absence in the horizon."""
    worked = sum(
        duty.contract
        for duty in roster.paid_of(worker.id)
        if duty.date in problem.date_set
    )
    return worked + problem.absence_credit[worker.id]
