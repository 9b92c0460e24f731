"""Commissioned hours: what each line of a support plan asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import ClassVar

from rota import words
from rota.domain import (
    Key,
    Pence,
    PlanLine,
    Problem,
    Session,
    Strength,
)
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term


class SupportHours(Rule):
    """Every client has the hours of their support plan.

    Hours are the client's: an hour of 2:1 is one hour. `price` is for an
    hour missing, `essential_price` for one of the essential hours, which are
    the first to be filled, and `over_price` for one too many.
    """

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 6_000
    essential_price: Pence = 12_000
    over_price: Pence = 4_000  # more than a contracted hour left unused

    def post(self, plan: Plan) -> None:
        """Add up the sessions of each line and period."""
        problem = plan.problem
        for line, period in _periods(problem, plan.part):
            asked = problem.commissioned[line.id].get(period, 0)
            given: list[Term] = [
                (time.length, literal)
                for session in _sessions(problem, line, period)
                for time, literal in plan.times_of(session.id)
            ]
            for what, lo, hi, price in (
                ("short", asked, None, self.price),
                (
                    "essential",
                    _essential(line, asked),
                    None,
                    self.more_if_essential,
                ),
                ("over", None, asked, self.over_price),
            ):
                plan.bound(
                    given,
                    lo=lo,
                    hi=hi,
                    by=self,
                    about=Key(date=period, what=f"{line.id}:{what}"),
                    price=price,
                )

    @property
    def more_if_essential(self) -> int:
        """What an essential hour costs beyond any other."""
        return max(0, self.essential_price - self.price)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare what each line is given with what it asks for."""
        touched = {
            (session.line_id, problem.period_of(session))
            for session in part.sessions(problem)
        }
        for line_id, period in sorted(touched):
            line = problem.plan_line[line_id]
            asked = problem.commissioned[line_id].get(period, 0)
            given = sum(
                time.length
                for session in problem.sessions_of_line[line_id]
                if problem.period_of(session) == period
                for time in roster.times_of(session.id)
            )
            yield from self._compared(problem, line, period, asked, given)

    def _compared(
        self,
        problem: Problem,
        line: PlanLine,
        period: date,
        asked: int,
        given: int,
    ) -> Iterator[Breach]:
        name = problem.client[line.client_id].name
        week = " in the week of" if line.is_weekly else " on"
        said = (
            f"{name}: {words.hours(given)} of {words.hours(asked)}"
            f" {line.kind}{week} {words.day(period)}"
        )
        vital = asked * line.essential // 100
        least = f"{said}, {words.hours(vital)} of it essential"
        for what, amount, sentence, price in (
            ("short", asked - given, said, self.price),
            ("essential", vital - given, least, self.more_if_essential),
            ("over", given - asked, said, self.over_price),
        ):
            if amount > 0:
                key = Key(date=period, what=f"{line.id}:{what}")
                yield self.breach(key, amount, sentence, price)


def _essential(line: PlanLine, asked: int) -> int:
    return asked * line.essential // 100


def _periods(problem: Problem, part: Part) -> Iterable[tuple[PlanLine, date]]:
    """Give the lines, with the weeks or days, that a part touches."""
    found = dict.fromkeys(
        (session.line_id, problem.period_of(session))
        for session in part.sessions(problem)
    )
    return [(problem.plan_line[line], day) for line, day in found]


def _sessions(
    problem: Problem, line: PlanLine, period: date
) -> Iterator[Session]:
    """Give the sessions of a line in a week, or on a day."""
    days = 7 if line.is_weekly else 1
    for n in range(days):
        for session in problem.sessions_on.get(period + timedelta(days=n), ()):
            if session.line_id == line.id:
                yield session


class EnoughPeople(Rule):
    """A session of 2:1 has both people at once, or is short.

    The amount is the time for which somebody is missing.
    """

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.SHOULD
    price: Pence = 20_000

    def post(self, plan: Plan) -> None:
        """Count who is missing while a session takes place."""
        for session in plan.part.sessions(plan.problem):
            if session.people < 2:
                continue
            terms: list[Term] = []
            for time, literal in plan.times_of(session.id):
                terms.append((time.length * session.people, literal))
                terms += [
                    (-time.length, x) for _, x in plan.workers_on(time.id)
                ]
            about = Key(date=session.date, what=session.id)
            plan.bound(terms, hi=0, by=self, about=about)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find the sessions that fewer give than they need."""
        for session in part.sessions(problem):
            missing = sum(
                time.length
                * (session.people - len(roster.workers_on(time.id)))
                for time in roster.times_of(session.id)
            )
            if session.people > 1 and missing > 0:
                time = roster.times_of(session.id)[0]
                there = len(roster.workers_on(time.id))
                yield self.breach(
                    Key(date=session.date, what=session.id),
                    missing,
                    f"{time.code} on {words.day(session.date)}"
                    f" {time.times}:"
                    f" {words.of_people(there, session.people)}",
                )
