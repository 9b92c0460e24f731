"""Short rests that are lawful and still tire people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR, clock, local_date
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.spells import goes_on, times_of
from rota.rules.stints import Stints


class QuickReturns(Rule):
    """A rest that is only just long enough is best made longer.

    Source: HSE good practice, avoid quick returns; the must is "rest".
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.SHOULD
    price: Pence = 3_000
    least: float = Field(11, gt=0, description="Hours: below it, see rest.")
    hours: float = Field(12, gt=0, description="Hours off at best.")

    def post(self, plan: Plan) -> None:
        """Price two stints with such a rest and no work between them."""
        shortest, longest = round(self.least * HOUR), round(self.hours * HOUR)
        for worker in plan.workers:
            stints = Stints(plan, worker.id)
            for begin in stints.every:
                for end in stints.every:
                    gap = begin.begins - end.ends
                    if not shortest <= gap < longest:
                        continue
                    if begin.begins < plan.problem.span[0]:
                        continue
                    links = [
                        plan.all_of(stints.literals(path))
                        for path in stints.chains_between(
                            end.ends, begin.begins
                        )
                    ]
                    plan.bound(
                        [
                            (1, stints.literal[end]),
                            (1, stints.literal[begin]),
                            *((-1, link) for link in links),
                        ],
                        hi=1,
                        by=self,
                        about=Key(
                            worker.id,
                            date=local_date(begin.begins),
                            at=end.ends,
                            to=begin.begins,
                        ),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Look back from each start of work at the ends before it."""
        for worker in part.workers(problem):
            times = times_of(roster.timeline(worker.id))
            ends = sorted({end for _, end in times})
            for start in sorted({begin for begin, _ in times}):
                if start < problem.span[0]:
                    continue
                for end in ends:
                    off = start - end
                    quick = (
                        round(60 * self.least) <= off < round(60 * self.hours)
                    )
                    if quick and not goes_on(
                        times, end, start, problem.spell_gap
                    ):
                        day = local_date(start)
                        yield self.breach(
                            Key(
                                worker_id=worker.id,
                                date=day,
                                at=end,
                                to=start,
                            ),
                            1,
                            f"{worker.name} has only"
                            f" {words.hours(start - end)} off before"
                            f" {words.day(day)} {clock(start)}",
                        )
