"""Real money: what agency, bank and overtime cost beyond contracted pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import (
    Contract,
    Given,
    Key,
    Pence,
    Problem,
    Strength,
    Worker,
    pair_key,
)
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class ExtraPay(Rule):
    """Hours beyond the contracts cost money: bank and agency by the hour.

    Contracted pay is paid anyway and is not counted. Prices are what a
    service gave for the person, else the defaults; agency costs more at
    weekends and half as much again on bank holidays.
    """

    is_money: ClassVar[bool] = True
    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_700  # bank
    agency_price: Pence = 2_800
    agency_weekend_price: Pence = 3_100

    def post(self, plan: Plan) -> None:
        """Charge each duty of somebody without contracted hours."""
        for worker in plan.workers:
            if worker.weekly_minutes:
                continue
            for duty, literal in plan.paid_of(worker.id):
                if duty.date in plan.problem.date_set:
                    plan.bound(
                        [(duty.wage, literal)],
                        hi=0,
                        by=self,
                        about=pair_key(worker, duty),
                        price=self.hourly(plan.problem, worker, duty),
                    )

    def hourly(self, problem: Problem, worker: Worker, duty: Given) -> int:
        """Give pence an hour for a duty."""
        if worker.pay_pence is not None:
            return worker.pay_pence
        if worker.contract is not Contract.AGENCY:
            return self.price
        weekend = duty.date.weekday() >= 5
        pay = self.agency_weekend_price if weekend else self.agency_price
        return pay * 3 // 2 if duty.date in problem.holidays else pay

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find each duty that is paid beyond the contracts."""
        for worker in part.workers(problem):
            if worker.weekly_minutes > 0:
                continue
            for duty in roster.paid_of(worker.id):
                if duty.date in problem.date_set and duty.wage:
                    yield self.breach(
                        pair_key(worker, duty),
                        duty.wage,
                        f"{worker.name} is paid {words.hours(duty.wage)} on"
                        f" {words.day(duty.date)}",
                        self.hourly(problem, worker, duty),
                    )


class Overtime(Rule):
    """Hours over contract cost money by the hour."""

    is_money: ClassVar[bool] = True
    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_600

    def post(self, plan: Plan) -> None:
        """Charge the credited minutes beyond what is due."""
        problem = plan.problem
        for worker in plan.workers:
            if worker.weekly_minutes:
                spare = problem.usual_shift[worker.id] // 2
                away = problem.absence_credit[worker.id]
                plan.bound(
                    [
                        (duty.contract, literal)
                        for duty, literal in plan.paid_of(worker.id)
                        if duty.date in problem.date_set
                    ],
                    hi=problem.due[worker.id] + spare - away,
                    by=self,
                    about=Key(worker.id),
                    price=worker.pay_pence,
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up each contract's credited minutes."""
        for worker in part.workers(problem):
            if worker.weekly_minutes == 0:
                continue
            over = (
                problem.absence_credit[worker.id]
                - problem.due[worker.id]
                - problem.usual_shift[worker.id] // 2
            )
            for duty in roster.paid_of(worker.id):
                if duty.date in problem.date_set:
                    over += duty.contract
            if over > 0:
                yield self.breach(
                    Key(worker_id=worker.id),
                    over,
                    f"{worker.name} has {words.hours(over)} of overtime",
                    worker.pay_pence,
                )
