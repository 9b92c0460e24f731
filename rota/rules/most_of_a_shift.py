"""How often somebody has one type of shift over the whole period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term


class MostOfAShift(Rule):
    """Nobody has a type of shift more often in the period than agreed.

    `agreed` are (worker id, code, times at most).
    """

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.OFF
    price: Pence = 2_000
    agreed: tuple[tuple[str, str, int], ...] = Field(
        (), description="How often at most, by person and code."
    )

    def post(self, plan: Plan) -> None:
        """Add up the shifts of each code somebody agreed about."""
        problem = plan.problem
        open_ids = {worker.id for worker in plan.workers}
        found: dict[str, dict[str, list[Term]]] = {}
        for worker_id, code, most in self.agreed:
            if worker_id not in open_ids:
                continue
            if worker_id not in found:
                codes = found.setdefault(worker_id, {})
                for duty, literal in plan.duties_of(worker_id):
                    if problem.start <= duty.date <= problem.end:
                        codes.setdefault(duty.code, []).append((1, literal))
            plan.bound(
                found[worker_id].get(code, []),
                hi=most,
                by=self,
                about=Key(worker_id, what=code),
            )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the shifts of each code."""
        times = {
            worker.id: Counter(
                duty.code
                for duty in roster.timeline(worker.id)
                if duty.date in problem.date_set
            )
            for worker in part.workers(problem)
        }
        for worker_id, code, most in self.agreed:
            given = times[worker_id][code] if worker_id in times else 0
            if given > most:
                yield self.breach(
                    Key(worker_id=worker_id, what=code),
                    given - most,
                    f"{problem.worker[worker_id].name} has {code}"
                    f" {words.count(given, 'time')} in the period;"
                    f" at most {most}",
                )
