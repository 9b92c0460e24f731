"""How long a spell of duties that touch may last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR, local_date
from rota.domain import Duty, Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.stints import Stint, Stints

Excess = tuple[int, int]  # minutes over the limit; minutes in all


class SpellLength(Rule):
    """Duties that touch last no longer than this, by day and with a sleep-in.

    One duty alone may be as long as its shift type. Source: Working Time
    Regulations 1998, reg 10 (WTR-DR): 13 hours leave 11 of rest; late,
    sleep-in and early make up to 26 hours.
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000
    hours: float = Field(13, gt=0, description="Hours of waking duties.")
    with_sleep_in: float = Field(
        26, gt=0, description="Hours of a spell with a sleep-in in it."
    )

    def post(self, plan: Plan) -> None:
        """Forbid every chain that is too long."""
        for worker in plan.workers:
            stints = Stints(plan, worker.id)
            for last in stints.every:
                if last.ends > plan.problem.span[0]:
                    for chain in stints.chains_to(last):
                        self._limit(plan, worker.id, stints, chain)

    def _limit(
        self,
        plan: Plan,
        worker_id: str,
        stints: Stints,
        chain: tuple[Stint, ...],
    ) -> None:
        asleep = any(stint.asleep for stint in chain)
        most = round(HOUR * (self.with_sleep_in if asleep else self.hours))
        over = chain[-1].ends - chain[0].begins - most
        if over > 0 and len(chain) > 1:
            day = local_date(chain[-1].begins)
            plan.bound(
                [(over, literal) for literal in stints.literals(chain)],
                hi=over * (len(chain) - 1),
                by=self,
                about=Key(worker_id, date=day, to=chain[-1].ends),
            )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Follow each worker's duties back from every end."""
        for worker in part.workers(problem):
            done = [d for d in roster.timeline(worker.id) if d.work]
            found: dict[Key, Excess] = {}
            for last in done:
                if last.ends > problem.span[0]:
                    key = Key(
                        worker_id=worker.id, date=last.date, to=last.ends
                    )
                    worst = self._worst(done, [last], problem.spell_gap)
                    found[key] = max(found.get(key, worst), worst)
            for key, (over, length) in found.items():
                if over > 0:
                    yield self.breach(
                        key,
                        over,
                        f"{worker.name} works {words.hours(length)} in one"
                        f" spell, to {words.day(local_date(key.to))}; at most"
                        f" {words.hours(length - over)}",
                    )

    def _worst(self, done: list[Duty], spell: list[Duty], gap: int) -> Excess:
        """Give how far a spell, or a longer one with it, is over the limit."""
        length = spell[-1].ends - spell[0].begins
        limit = self.with_sleep_in if _sleeps(spell) else self.hours
        over = length - round(60 * limit) if len(spell) > 1 else 0
        earlier = [
            duty
            for duty in done
            if 0 <= spell[0].begins - duty.ends <= gap
            and spell[-1].ends - duty.begins <= 2 * 24 * 60
        ]
        longer = (self._worst(done, [d, *spell], gap) for d in earlier)
        return max([(over, length), *longer])


def _sleeps(spell: list[Duty]) -> bool:
    return any(duty.is_sleep_in for duty in spell)
