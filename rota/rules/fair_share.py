"""Fair shares of what is hard to work."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import ClassVar

from rota import words
from rota.calendar import weekend_span
from rota.domain import Burden, FairShare, Key, Pences, Problem, Strength
from rota.domain import weekends as weekends_of
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term


class FairShares(Rule):
    """Nights, weekends, sleep-ins, bank holidays and lates are shared fairly.

    Shares follow contracted hours and the days somebody can work; of nights
    they stay within what the contract comes to while others have hours left.
    What was carried before counts. The second one over costs nearly twice what
    a third weekend running does, and the next more, so that the one furthest
    behind is helped first and nobody stays one and a half behind for the sake
    of comfort. The night before leave counts for nobody, and of what a rolling
    pattern has none, only the days it leaves free. Lates, which end after
    20:00, have prices of their own.
    """

    unit: ClassVar[str] = "share"
    strength: Strength = Strength.SHOULD
    over: Pences = (1_000, 11_500, 23_000, 34_500)
    under: Pences = (500, 11_500, 23_000, 34_500)
    late_over: Pences = (300, 900, 1_800, 2_700)
    late_under: Pences = (150, 450, 900, 1_350)

    def price_of(self, burden: Burden) -> tuple[Pences, Pences]:
        """Give the prices over and under the share of a burden."""
        if burden is Burden.LATES:
            return self.late_over, self.late_under
        return self.over, self.under

    def post(self, plan: Plan) -> None:
        """Keep each worker's load near the share, dearer the further off."""
        open_ids = {worker.id for worker in plan.workers}
        for burden, shares in plan.problem.fair_shares.items():
            for worker_id, fair in shares.items():
                if worker_id not in open_ids:
                    continue
                load = self._load(plan, burden, worker_id)
                over, under = self.price_of(burden)
                plan.bound(
                    load,
                    hi=floor(fair.share) - fair.carried,
                    by=self,
                    about=Key(worker_id, what=f"{burden}: over"),
                    price=fair.over_prices(over),
                )
                plan.bound(
                    load,
                    lo=ceil(fair.share) - fair.carried,
                    by=self,
                    about=Key(worker_id, what=f"{burden}: under"),
                    price=fair.under_prices(under),
                )

    @staticmethod
    def _load(plan: Plan, burden: Burden, worker_id: str) -> list[Term]:
        problem = plan.problem
        if burden is Burden.WEEKENDS:
            days = weekends_of(problem)
            return [(1, plan.weekend(worker_id, day)) for day in days]
        return [
            (1, literal)
            for duty, literal in plan.duties_of(worker_id)
            if problem.burdens_of[duty.id][burden]
            and problem.start <= duty.date <= problem.end
        ]

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count what each worker carries, against the share."""
        for burden in Burden:
            shares = problem.fair_shares[burden]
            for worker in part.workers(problem):
                if worker.id in shares:
                    fair = shares[worker.id]
                    had = fair.carried + count_burden(
                        problem, roster, burden, worker.id
                    )
                    said = (
                        f"{worker.name} has {words.count(had, burden.one)};"
                        f" the fair share is {float(fair.share):.1f}"
                    )
                    yield from self._judge(worker.id, burden, fair, had, said)

    def _judge(
        self,
        worker_id: str,
        burden: Burden,
        fair: FairShare,
        had: int,
        said: str,
    ) -> Iterator[Breach]:
        over, under = self.price_of(burden)
        if had > floor(fair.share):
            yield self.breach(
                Key(worker_id=worker_id, what=f"{burden}: over"),
                had - floor(fair.share),
                said,
                fair.over_prices(over),
            )
        if had < ceil(fair.share):
            yield self.breach(
                Key(worker_id=worker_id, what=f"{burden}: under"),
                ceil(fair.share) - had,
                said,
                fair.under_prices(under),
            )


def count_burden(
    problem: Problem, roster: Roster, burden: Burden, worker_id: str
) -> int:
    """Count what a worker carries of a burden in the horizon."""
    done = roster.timeline(worker_id)
    if burden is Burden.WEEKENDS:
        return sum(
            any(duty.overlaps(*weekend_span(day)) for duty in done)
            for day in weekends_of(problem)
        )
    return sum(
        problem.burdens_of[duty.id][burden]
        for duty in done
        if duty.date in problem.date_set
    )
