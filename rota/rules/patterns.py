"""Rolling patterns: the base that exceptions are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Duty, Key, Pence, Problem, Shift, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Gate, Plan, Rule


class FirmPattern(Gate):
    """Nobody works against a firm pattern."""

    strength: Strength = Strength.MUST

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse what the pattern does not have that day."""
        day = problem.pattern_of.get((worker.id, duty.date))
        if day is None or not day.firm or not isinstance(duty, Shift):
            return None
        if duty.code in day.codes:
            return None
        has = "/".join(day.codes) or "a day off"
        return f"{worker.name}'s pattern has {has} on {words.day(duty.date)}"


class PatternKept(Rule):
    """People work the pattern they have, day by day."""

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.SHOULD
    price: Pence = 3_000

    def post(self, plan: Plan) -> None:
        """Price each day on which the shifts are not the pattern's."""
        for worker in plan.workers:
            for day in plan.problem.dates:
                pattern = plan.problem.pattern_of.get((worker.id, day))
                if pattern is None:
                    continue
                about = Key(worker.id, date=day)
                shifts = [
                    (duty.code, literal)
                    for duty, literal in plan.duties_of(worker.id)
                    if duty.date == day and isinstance(duty, Shift)
                ]
                for code in pattern.codes:
                    works = plan.any_of([x for c, x in shifts if c == code])
                    plan.bound([(1, works)], lo=1, by=self, about=about)
                for code, literal in shifts:
                    if code not in pattern.codes:
                        plan.bound([(1, literal)], hi=0, by=self, about=about)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare each day's shifts with the pattern's."""
        for worker in part.workers(problem):
            for day in problem.dates:
                pattern = problem.pattern_of.get((worker.id, day))
                if pattern is None:
                    continue
                codes = {
                    duty.code
                    for duty in roster.timeline(worker.id)
                    if duty.date == day and isinstance(duty, Shift)
                }
                if codes != set(pattern.codes):
                    has = "/".join(sorted(codes)) or "off"
                    wants = "/".join(pattern.codes) or "off"
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        1,
                        f"{worker.name} is {has} on {words.day(day)};"
                        f" the pattern says {wants}",
                    )
