"""Support is given by people who are at work then."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Duty, Key, Kind, Problem, SessionTime, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule

FRAMES = (Kind.WAKING, Kind.ROUND)
Held = list[tuple[SessionTime, Literal]]
Frames = list[tuple[Duty, Literal]]


class SupportOnShift(Rule):
    """Whoever supports somebody is on a shift, in that unit, all the while.

    Visits lie within a round, and nothing else does. A sleep-in is no time
    to give support in.
    """

    unit: ClassVar[str] = "time"
    strength: Strength = Strength.MUST

    def post(self, plan: Plan) -> None:
        """Put each session inside the shifts that could hold it."""
        for worker in plan.workers:
            sessions: dict[str, Held] = {}
            for time, literal in plan.sessions_of(worker.id):
                held = sessions.setdefault(time.session.id, [])
                held.append((time, literal))
            frames: dict[int, Frames] = {}
            for duty, literal in plan.duties_of(worker.id):
                if sessions and duty.kind in FRAMES:
                    day = duty.date.toordinal()
                    frames.setdefault(day, []).append((duty, literal))
            for session_id, held in sorted(sessions.items()):
                self._hold(plan, worker.id, session_id, held, frames)

    def _hold(
        self,
        plan: Plan,
        worker_id: str,
        session_id: str,
        held: Held,
        frames: dict[int, Frames],
    ) -> None:
        """Ask for a shift at each moment of a session of one worker."""
        session = held[0][0]
        day = session.date.toordinal()
        first = min(time.begins for time, _ in held)
        last = max(time.ends for time, _ in held)
        around = [
            (duty, literal)
            for n in (day - 1, day, day + 1)
            for duty, literal in frames.get(n, ())
            if duty.overlaps(first, last) and session.is_given_on(duty)
        ]
        marks = {first, last}
        for duty, _ in around:
            marks.update((duty.begins, duty.ends))
        inside = sorted(mark for mark in marks if first <= mark <= last)
        for begins, ends in itertools.pairwise(inside):
            given = [x for time, x in held if time.overlaps(begins, ends)]
            there = [
                x
                for duty, x in around
                if duty.begins <= begins and ends <= duty.ends
            ]
            plan.bound(
                [(1, x) for x in given] + [(-1, x) for x in there],
                hi=0,
                by=self,
                about=Key(worker_id, date=session.date, what=session_id),
            )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Take each worker's shifts from each of their sessions."""
        for worker in part.workers(problem):
            mine = roster.timeline(worker.id)
            for time in roster.sessions_of(worker.id):
                there = sorted(
                    (duty.begins, duty.ends)
                    for duty in mine
                    if time.is_given_on(duty)
                )
                until = time.begins
                for begins, ends in there:
                    if begins <= until < ends:
                        until = ends
                if until < time.ends:
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=time.date,
                            what=time.session.id,
                        ),
                        1,
                        f"{worker.name} is with {time.code} on"
                        f" {words.day(time.date)} {time.times} and not on"
                        " shift there all the while",
                    )
