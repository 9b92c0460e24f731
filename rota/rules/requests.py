"""What people asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import REFUSED, Key, Pence, Problem, Request, Strength, Wish
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class Requests(Rule):
    """People have the days off, and the shifts, that they asked for.

    Whoever was refused more often than people on average, by the ledger, is
    dearer to refuse again.
    """

    unit: ClassVar[str] = "request"
    strength: Strength = Strength.SHOULD
    price: Pence = 2_500
    high_price: Pence = 6_000
    low_price: Pence = 1_000
    dearer: int = Field(
        25,
        ge=0,
        le=100,
        description="Per cent more for each refusal above the average.",
    )

    def post(self, plan: Plan) -> None:
        """Price each request that is not met."""
        open_ids = {worker.id for worker in plan.workers}
        for request in plan.problem.requests:
            if request.worker_id not in open_ids:
                continue
            given = [
                literal
                for duty, literal in plan.duties_of(request.worker_id)
                if duty.date == request.date
                and request.code in ("", duty.code)
            ]
            asks_to_work = request.code and not request.avoid
            plan.bound(
                [(1, plan.any_of(given))],
                lo=1 if asks_to_work else None,
                hi=None if asks_to_work else 0,
                by=self,
                about=Key(
                    request.worker_id, date=request.date, what=request.what
                ),
                price=self.price_of(plan.problem, request),
            )

    def price_of(self, problem: Problem, request: Request) -> int:
        """Give pence for one request, by how much it matters and is owed."""
        if request.price is not None:
            return request.price
        prices = {Wish.HIGH: self.high_price, Wish.LOW: self.low_price}
        price = prices.get(request.wish, self.price)
        owed = problem.ahead(request.worker_id, REFUSED)
        return price * (100 + self.dearer * owed) // 100

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare what was asked with what is given."""
        people = {worker.id for worker in part.workers(problem)}
        for request in problem.requests:
            if request.worker_id not in people:
                continue
            codes = {
                duty.code
                for duty in roster.timeline(request.worker_id)
                if duty.date == request.date
            }
            met = request.code in codes if request.code else not codes
            if met == request.avoid:
                name = problem.worker[request.worker_id].name
                wish = _wish(request)
                yield self.breach(
                    Key(
                        worker_id=request.worker_id,
                        date=request.date,
                        what=request.what,
                    ),
                    1,
                    f"{name} asked {wish} on {words.day(request.date)}",
                    self.price_of(problem, request),
                )


def _wish(request: Request) -> str:
    """Say what was asked."""
    if not request.code:
        return "to be off"
    return f"{'not to work' if request.avoid else 'for'} {request.code}"
