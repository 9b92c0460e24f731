"""Own staff before agency, and agency never the most of a shift."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import (
    Contract,
    Duty,
    Key,
    Pence,
    Problem,
    Strength,
    Worker,
    pair_key,
)
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


def _is_agency(worker: Worker) -> bool:
    return worker.contract is Contract.AGENCY


class AgencyLast(Rule):
    """Agency staff come last, beyond what they cost in money."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 500

    def post(self, plan: Plan) -> None:
        """Price each agency duty by the hour."""
        for worker in filter(_is_agency, plan.workers):
            for duty, literal in plan.duties_of(worker.id):
                if duty.date in plan.problem.date_set:
                    plan.bound(
                        [(duty.work, literal)],
                        hi=0,
                        by=self,
                        about=pair_key(worker, duty),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find each agency duty."""
        for worker in part.workers(problem):
            if worker.contract.is_own_staff:
                continue
            for duty in roster.timeline(worker.id):
                if duty.date in problem.date_set and duty.work:
                    yield self.breach(
                        pair_key(worker, duty),
                        duty.work,
                        f"{worker.name} (agency) works {duty.code} on"
                        f" {words.day(duty.date)}",
                    )


class AgencyShare(Rule):
    """Agency staff are never more than half of a shift."""

    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 15_000

    def post(self, plan: Plan) -> None:
        """Weigh agency against own staff on each shift."""
        for duty in plan.part.duties(plan.problem):
            held = plan.workers_on(duty.id)
            if any(_is_agency(worker) for worker, _ in held):
                plan.bound(
                    [
                        (1 if _is_agency(worker) else -1, literal)
                        for worker, literal in held
                    ],
                    hi=0,
                    by=self,
                    about=_key(duty),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count both on each shift."""
        for duty in part.duties(problem):
            there = roster.workers_on(duty.id)
            own = sum(worker.contract.is_own_staff for worker in there)
            agency = len(there) - own
            if agency > own:
                yield self.breach(
                    Key(
                        unit_id=duty.unit_id,
                        date=duty.date,
                        duty_ids=(duty.id,),
                    ),
                    agency - own,
                    f"{words.day(duty.date)} {duty.code}: {agency} of"
                    f" {len(there)} are agency",
                )


def _key(duty: Duty) -> Key:
    return Key(unit_id=duty.unit_id, date=duty.date, duty_ids=(duty.id,))
