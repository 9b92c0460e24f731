"""How much somebody is given over the whole period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota.domain import Given, Key, Problem, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan
from rota.rules.own_numbers import OwnNumbers


class InPeriod(OwnNumbers):
    """Something is added up over the duties and visits of the period."""

    usually: ClassVar[str] = "most"  # the field that holds everybody's number

    def counts(self, duty: Given) -> int:
        """Give what a duty, or a visit, adds."""
        raise NotImplementedError

    def usual(self, worker: Worker) -> int | None:  # noqa: ARG002
        """Give the same number to everybody."""
        number: int | None = getattr(self, self.usually)
        return number

    @staticmethod
    def said(amount: int) -> str:
        """Say an amount."""
        raise NotImplementedError


class MostInPeriod(InPeriod):
    """Nobody is given more than so much."""

    def post(self, plan: Plan) -> None:
        """Add up what could be given."""
        problem = plan.problem
        for worker in plan.workers:
            most = self.limit(worker)
            if most is None:
                continue
            terms = [
                (self.counts(duty), literal)
                for duty, literal in plan.paid_of(worker.id)
                if problem.start <= duty.date <= problem.end
            ]
            plan.bound(terms, hi=most, by=self, about=Key(worker.id))

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up what is given."""
        for worker in part.workers(problem):
            most = self.limit(worker)
            given = sum(
                self.counts(duty)
                for duty in roster.paid_of(worker.id)
                if duty.date in problem.date_set
            )
            if most is not None and given > most:
                yield self.breach(
                    Key(worker_id=worker.id),
                    given - most,
                    f"{worker.name} is given {self.said(given)} in the"
                    f" period; at most {self.said(most)}",
                )


class FewestInPeriod(InPeriod):
    """Everybody is given at least so much."""

    asks_at_least: ClassVar[bool] = True
    usually: ClassVar[str] = "least"

    def post(self, plan: Plan) -> None:
        """Add up what could be given."""
        problem = plan.problem
        for worker in plan.workers:
            terms = [
                (self.counts(duty), literal)
                for duty, literal in plan.paid_of(worker.id)
                if problem.start <= duty.date <= problem.end
            ]
            least = self.limit(worker)
            plan.bound(terms, lo=least, by=self, about=Key(worker.id))

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up what is given."""
        for worker in part.workers(problem):
            least = self.limit(worker) or 0
            given = sum(
                self.counts(duty)
                for duty in roster.paid_of(worker.id)
                if duty.date in problem.date_set
            )
            if given < least:
                yield self.breach(
                    Key(worker_id=worker.id),
                    least - given,
                    f"{worker.name} is given {self.said(given)} in the"
                    f" period; at least {self.said(least)}",
                )
