"""What is so of every shift of one type, said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from rota.domain import Duty, Key, Problem, Shift, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class OfAType(Rule):
    """What rules about shift types as such have in common.

    The amount is how often such shifts are worked; a key is one code.
    """

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.WATCH

    def counts(self, problem: Problem, duty: Duty) -> bool:
        """Tell whether a shift does not keep the rule."""
        raise NotImplementedError

    def said(self, code: str, times: int) -> str:
        """Say how often shifts of a code do not keep the rule."""
        raise NotImplementedError

    def post(self, plan: Plan) -> None:
        """Count the people on such shifts, code by code."""
        problem = plan.problem
        found: dict[str, list[tuple[int, int]]] = {}
        for duty in problem.open_duties:
            if isinstance(duty, Shift) and self.counts(problem, duty):
                terms = [(1, x) for _, x in plan.workers_on(duty.id)]
                found.setdefault(duty.code, []).extend(terms)
        for code, terms in found.items():
            plan.bound(terms, hi=0, by=self, about=Key(what=code))

    def breaches(
        self,
        problem: Problem,
        roster: Roster,
        part: Part,  # noqa: ARG002 (any shift of the type changes the count)
    ) -> Iterator[Breach]:
        """Count the shifts given, code by code."""
        given = Counter(
            duty.code
            for duties in roster.by_worker.values()
            for duty in duties
            if isinstance(duty, Shift) and self.counts(problem, duty)
        )
        for code, times in sorted(given.items()):
            key = Key(what=code)
            yield self.breach(key, times, self.said(code, times))
