"""A session has, among those who give it, somebody who is fit for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.domain import Key, Problem, Session, SessionTime, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class OneOfThem(Rule):
    """What rules that ask for one fit person at a session have in common.

    A subclass says which sessions ask, and who is fit.
    """

    unit: ClassVar[str] = "session"
    strength: Strength = Strength.SHOULD

    def asks(self, problem: Problem, session: Session) -> bool:
        """Tell whether a session asks for somebody."""
        raise NotImplementedError

    def fits(
        self, problem: Problem, worker: Worker, time: SessionTime
    ) -> bool:
        """Tell whether somebody is who is asked for."""
        raise NotImplementedError

    def beside(
        self,
        problem: Problem,  # noqa: ARG002 (a trip is shared, care is not)
        time: SessionTime,
    ) -> tuple[SessionTime, ...]:
        """Give the sessions among whose people one is enough."""
        return (time,)

    def lack(self, time: SessionTime) -> str:
        """Say what is wrong where nobody there is fit."""
        raise NotImplementedError

    def post(self, plan: Plan) -> None:
        """Ask for somebody fit at whatever time it takes place."""
        problem = plan.problem
        for session in plan.part.sessions(problem):
            if not self.asks(problem, session):
                continue
            for time, literal in plan.times_of(session.id):
                fit = [
                    x
                    for other in self.beside(problem, time)
                    for worker, x in plan.workers_on(other.id)
                    if self.fits(problem, worker, time)
                ]
                plan.bound(
                    [(1, literal), *((-1, x) for x in fit)],
                    hi=0,
                    by=self,
                    about=Key(date=session.date, what=session.id),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find sessions at which nobody is fit."""
        for session in part.sessions(problem):
            for time in roster.times_of(session.id):
                there = [
                    worker
                    for other in self.beside(problem, time)
                    for worker in roster.workers_on(other.id)
                ]
                if self.asks(problem, session) and not any(
                    self.fits(problem, worker, time) for worker in there
                ):
                    names = words.listed([worker.name for worker in there])
                    yield self.breach(
                        Key(date=session.date, what=session.id),
                        1,
                        f"{time.code} on {words.day(time.date)} {time.times}"
                        f" with {names}: {self.lack(time)}",
                    )
                    break
