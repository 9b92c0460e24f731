"""Shifts that go forward round the clock, from day to day."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import (
    HOUR,
    clock,
    local_date,
    night_minutes,
    wall_minutes,
)
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule
from rota.rules.stints import Stint, Stints

NIGHT = 3 * HOUR  # of it make a night (WTR reg 2)


class ForwardRotation(Rule):
    """From one day to the next, work does not begin much earlier.

    Shifts go forward, from early to late to night, or stay as they are. A
    rest that is too short is left to "rest", and what follows a night to
    "recovery after nights". Source: HSE, Managing shift work (HSG256),
    forward rotation (FAT-FWD).
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_500
    earlier: float = Field(
        2, gt=0, description="Hours earlier than the day before that count."
    )
    least: float = Field(
        11, gt=0, description="Hours off: with fewer, see rest."
    )

    def post(self, plan: Plan) -> None:
        """Price each two stints of which the second is a step back."""
        for worker in plan.workers:
            stints = Stints(plan, worker.id)
            starts: dict[date, list[Stint]] = {}
            for stint in stints.every:
                if not stint.asleep:
                    day = local_date(stint.begins)
                    starts.setdefault(day, []).append(stint)
            for day, stints_of_day in starts.items():
                before = starts.get(day - timedelta(days=1), [])
                by_day = [s for s in before if night_minutes(*s[:2]) < NIGHT]
                for old, new in itertools.product(by_day, stints_of_day):
                    if new.begins >= plan.problem.span[0] and (
                        self._steps_back(old, new)
                    ):
                        plan.bound(
                            [
                                (1, stints.literal[old]),
                                (1, stints.literal[new]),
                            ],
                            hi=1,
                            by=self,
                            about=Key(
                                worker.id,
                                date=day,
                                at=old.begins,
                                to=new.begins,
                            ),
                        )

    def _steps_back(self, old: Stint, new: Stint) -> bool:
        """Tell a start that is much earlier on the clock, after a rest."""
        if new.begins - old.ends < self.least * HOUR:
            return False
        earlier = wall_minutes(old.begins) - wall_minutes(new.begins)
        return earlier >= self.earlier * HOUR

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare the starts of each day with those of the day before."""
        for worker in part.workers(problem):
            awake = [
                duty
                for duty in roster.timeline(worker.id)
                if duty.work and not duty.is_sleep_in
            ]
            found = {
                (old.begins, new.begins)
                for new in awake
                if new.begins >= problem.span[0]
                for old in awake
                if old.night < 180
                and new.begins - old.ends >= 60 * self.least
                and self._is_back(old.begins, new.begins)
            }
            for was, now in sorted(found):
                day = local_date(now)
                yield self.breach(
                    Key(worker_id=worker.id, date=day, at=was, to=now),
                    1,
                    f"{worker.name} begins at {clock(now)} on"
                    f" {words.day(day)}, after {clock(was)} the day before",
                )

    def _is_back(self, was: int, now: int) -> bool:
        """Tell a start that is much earlier than one of the day before."""
        on_the_next = (local_date(now) - local_date(was)).days == 1
        step = wall_minutes(was) - wall_minutes(now)
        return on_the_next and step >= 60 * self.earlier
