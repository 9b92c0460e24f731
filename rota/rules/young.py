"""Under 18: the hours of a day together, and a longer break."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR
from rota.domain import Duty, Key, Kind, Pence, Problem, Strength, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Gate, Literal, Plan, Rule


class YoungDay(Rule):
    """Under 18, the duties of one day come to no more than eight hours.

    One duty that is longer by itself is left to "under 18". Hours in other
    jobs on the day are not known. Source: Working Time Regulations 1998, reg
    5A (WTR-YW8).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 20_000
    hours: float = Field(8, gt=0, description="Hours a day at most.")

    def post(self, plan: Plan) -> None:
        """Limit the minutes of the duties that begin on each date."""
        limit = round(self.hours * HOUR)
        for worker in plan.workers:
            found: dict[date, list[tuple[int, Literal]]] = {}
            for duty, literal in plan.duties_of(worker.id):
                if (
                    plan.problem.start <= duty.date <= plan.problem.end
                    and worker.is_under_18(duty.date)
                    and duty.work <= limit
                ):
                    terms = found.setdefault(duty.date, [])
                    terms.append((duty.work, literal))
            for day, terms in found.items():
                about = Key(worker.id, date=day)
                plan.bound(terms, hi=limit, by=self, about=about)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up each day of somebody under 18."""
        most = round(60 * self.hours)
        for worker in part.workers(problem):
            days: dict[date, int] = {}
            for duty in roster.timeline(worker.id):
                if duty.date in problem.date_set and duty.work <= most:
                    days[duty.date] = days.get(duty.date, 0) + duty.work
            for day, minutes in days.items():
                if minutes > most and worker.is_under_18(day):
                    yield self.breach(
                        Key(worker_id=worker.id, date=day),
                        minutes - most,
                        f"{worker.name} is under 18 and works"
                        f" {words.hours(minutes)} on {words.day(day)}; at"
                        f" most {self.hours:g} h",
                    )


class YoungBreak(Gate):
    """Under 18, a shift of over four and a half hours has half an hour off.

    What counts is the break of the Shift types sheet. Source: Working Time
    Regulations 1998, reg 12 (WTR-YWBR).
    """

    strength: Strength = Strength.MUST
    hours: float = Field(4.5, gt=0, description="Longer shifts need a break.")
    minutes: int = Field(30, ge=1, description="Minutes of break at least.")

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse shift types with a shorter break before the birthday."""
        pause = problem.break_of.get(duty.code)
        if (
            pause is None
            or pause >= self.minutes
            or duty.kind is not Kind.WAKING
            or duty.work <= self.hours * HOUR
            or not worker.is_under_18(duty.date)
        ):
            return None
        return (
            f"{worker.name} is under 18: {duty.code} needs a break of"
            f" {self.minutes} min"
        )
