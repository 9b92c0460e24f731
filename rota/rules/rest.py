"""Rest between one spell of work and the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import DAY, HOUR, clock, local_date
from rota.domain import Key, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.spells import FURTHEST, goes_on, spell_start, times_of
from rota.rules.stints import Stint, Stints


class Rest(Rule):
    """Everyone has at least this many hours off between spells of work.

    Duties that touch, or have only a short break between them, are one spell;
    the Service sheet says how long that break may be. A spell that leaves
    less than the rest in a stretch of 24 hours owes what is missing on top:
    after a late, a sleep-in and an early, 22 hours. Source: Working Time
    Regulations 1998, regs 10 and 24 (WTR-DR, WTR-YWDR).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000
    hours: float = Field(11, gt=0, description="Hours off between spells.")
    under_18: float = Field(12, gt=0, description="The same under 18.")

    def post(self, plan: Plan) -> None:
        """Keep each stint away from the spells that could end before it."""
        for worker in plan.workers:
            stints = Stints(plan, worker.id)
            for begin in stints.every:
                if begin.begins >= plan.problem.span[0]:
                    self._keep_clear(plan, worker, stints, begin)

    def _keep_clear(
        self, plan: Plan, worker: Worker, stints: Stints, begin: Stint
    ) -> None:
        young = worker.is_under_18(local_date(begin.begins))
        normal = round(HOUR * (self.under_18 if young else self.hours))
        gap = plan.problem.spell_gap
        for end in stints.every:
            if gap < begin.begins - end.ends < 3 * normal:
                for chain in stints.chains_to(end):
                    length = end.ends - chain[0].begins
                    short = (
                        _due_after(length, normal) - begin.begins + end.ends
                    )
                    if short > 0:
                        self._bar(plan, worker, stints, chain, begin, short)

    def _bar(
        self,
        plan: Plan,
        worker: Worker,
        stints: Stints,
        chain: tuple[Stint, ...],
        begin: Stint,
        short: int,
    ) -> None:
        """Forbid a chain and the stint, unless work goes on between them."""
        end = chain[-1].ends
        links = [
            plan.all_of(stints.literals(path))
            for path in stints.chains_between(end, begin.begins)
        ]
        worked = stints.literals((*chain, begin))
        plan.bound(
            [(short, literal) for literal in worked]
            + [(-short, link) for link in links],
            hi=short * (len(worked) - 1),
            by=self,
            about=Key(
                worker.id,
                date=local_date(begin.begins),
                at=end,
                to=begin.begins,
            ),
        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Look back from each start of work at the spells that ended."""
        for worker in part.workers(problem):
            gap = problem.spell_gap
            times = times_of(roster.timeline(worker.id))
            spells = {
                end: end - spell_start(times, end, gap)
                for end in sorted({end for _, end in times})
            }
            for start in sorted({begin for begin, _ in times}):
                if start < problem.span[0]:
                    continue
                longest = self._needed(worker, start, FURTHEST)
                for end, spell in spells.items():
                    if not start - longest < end < start:
                        continue
                    needed = self._needed(worker, start, spell)
                    if start - end < needed and not goes_on(
                        times, end, start, gap
                    ):
                        yield self._short(worker, end, start, needed)

    def _needed(self, worker: Worker, start: int, spell: int) -> int:
        """Give the rest asked for between a spell and a start, in minutes."""
        young = worker.is_under_18(local_date(start))
        rest = round(60 * (self.under_18 if young else self.hours))
        full_days, rest_of_day = divmod(spell, DAY)
        return rest * (1 + full_days) + max(0, rest_of_day - (DAY - rest))

    def _short(
        self, worker: Worker, end: int, start: int, needed: int
    ) -> Breach:
        day = local_date(start)
        return self.breach(
            Key(worker_id=worker.id, date=day, at=end, to=start),
            needed - (start - end),
            f"{worker.name} has {words.hours(start - end)} off before"
            f" {words.day(day)} {clock(start)}; needs {words.hours(needed)}",
        )


def _due_after(length: int, normal: int) -> int:
    """Give the rest after a spell: of each 24 hours what was missing."""
    owed = 0
    while length > 0:
        piece = min(length, DAY)
        owed += min(normal, max(0, piece - (DAY - normal)))
        length -= piece
    return normal + owed
