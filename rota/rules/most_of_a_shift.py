"""How often somebody has one type of shift over the whole period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term


class MostOfAShift(Rule):
    """Nobody has a type of shift more often in the period than this.

    `agreed` are (worker id, code, times at most): numbers of their own.
    """

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.OFF
    price: Pence = 2_000
    most: tuple[tuple[str, int], ...] = Field(
        (), description="How often at most, by code."
    )
    agreed: tuple[tuple[str, str, int], ...] = Field(
        (), description="The same, by person and code."
    )

    @cached_property
    def _own(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for worker_id, code, most in self.agreed:
            found.setdefault(worker_id, {})[code] = most
        return found

    def limit(self, worker: Worker) -> dict[str, int]:
        """Give how often one worker may have each code that has a limit."""
        return {**dict(self.most), **self._own.get(worker.id, {})}

    def post(self, plan: Plan) -> None:
        """Add up the shifts of each code that has a limit."""
        problem = plan.problem
        for worker in plan.workers:
            limits = self.limit(worker)
            found: dict[str, list[Term]] = {}
            for duty, literal in plan.duties_of(worker.id) if limits else ():
                if problem.start <= duty.date <= problem.end:
                    found.setdefault(duty.code, []).append((1, literal))
            for code, most in limits.items():
                terms, about = found.get(code, []), Key(worker.id, what=code)
                plan.bound(terms, hi=most, by=self, about=about)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count the shifts of each code."""
        for worker in part.workers(problem):
            times = Counter(
                duty.code
                for duty in roster.timeline(worker.id)
                if duty.date in problem.date_set
            )
            for code, most in self.limit(worker).items():
                if times[code] > most:
                    yield self.breach(
                        Key(worker_id=worker.id, what=code),
                        times[code] - most,
                        f"{worker.name} has {code}"
                        f" {words.count(times[code], 'time')} in the period;"
                        f" at most {most}",
                    )
