"""Ceilings on a week: the 48-hour average, and personal caps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.calendar import HOUR, overlap, week_span
from rota.domain import Key, Pence, Problem, Strength, WeeklyCap, Worker
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule, Term

INCOMPLETE = "incomplete"


class FortyEightHours(Rule):
    """Nobody averages over 48 hours a week who has not opted out.

    The average is over the reference weeks that end with each week of the
    rota, or with a week of leave booked after it, fewer for somebody newer;
    paid absence is credited, because leaving it out would understate the
    average; a sleep-in counts in full. Where hours before the start are not
    recorded it is a should, over the weeks that are known. Source: Working
    Time Regulations 1998, regs 4 and 5 (WTR-48, SI-WT).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 2_000
    hours: float = Field(48, gt=0, description="Hours a week on average.")

    def strength_of(self, key: Key) -> Strength:
        """Soften the must where hours before the start are missing."""
        strength = super().strength_of(key)
        if strength is Strength.MUST and key.what == INCOMPLETE:
            return Strength.SHOULD
        return strength

    def post(self, plan: Plan) -> None:
        """Limit the minutes of each reference period that ends here."""
        problem = plan.problem
        for worker in plan.workers:
            worked: dict[date, list[Term]] = {}
            for last in problem.averaged_to(worker):
                if worker.is_opted_out_in(last):
                    continue
                weeks = problem.reference_weeks(worker, last)
                for week in weeks.open:
                    if week not in worked:
                        worked[week] = minutes_in(plan, worker.id, week)
                terms = [t for week in weeks.open for t in worked[week]]
                plan.bound(
                    terms,
                    hi=round(self.hours * HOUR) * weeks.count - weeks.fixed,
                    by=self,
                    about=Key(
                        worker.id,
                        date=last,
                        what="" if weeks.complete else INCOMPLETE,
                    ),
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Average each worker's weeks, as far back as they are known."""
        for worker in part.workers(problem):
            for last in problem.averaged_to(worker):
                if worker.is_opted_out_in(last):
                    continue
                weeks = problem.reference_weeks(worker, last)
                minutes = weeks.fixed + sum(
                    working_minutes(roster, worker.id, week)
                    for week in weeks.open
                )
                over = minutes - round(self.hours * 60) * weeks.count
                if over > 0:
                    average = minutes // weeks.count
                    yield self.breach(
                        Key(
                            worker_id=worker.id,
                            date=last,
                            what="" if weeks.complete else INCOMPLETE,
                        ),
                        over,
                        f"{worker.name} averages {words.hours(average)} a"
                        f" week over {words.count(weeks.count, 'week')} to"
                        f" {words.day(last + timedelta(days=6))}"
                        f"{booked(problem, last)}; at most {self.hours:g} h",
                    )


class WeeklyCaps(Rule):
    """Nobody works more in a week than their own cap allows.

    A week is Monday to Sunday, a night that crosses its end is split, and
    nothing is averaged. Source: Immigration Rules on students and
    supplementary work (IMM-STU, IMM-SUP); Working Time Regulations 1998, reg
    5A (WTR-YW40).
    """

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000
    under_18: float = Field(40, gt=0, description="Hours a week under 18.")

    def post(self, plan: Plan) -> None:
        """Limit the minutes of each capped week."""
        for worker in plan.workers:
            for week in plan.problem.weeks:
                cap = self._cap(worker, week)
                if cap is not None:
                    plan.bound(
                        minutes_in(plan, worker.id, week),
                        hi=cap,
                        by=self,
                        about=Key(worker.id, date=week),
                    )

    def _cap(self, worker: Worker, week: date) -> int | None:
        """Give the lowest cap on a week, less other jobs, in minutes."""
        caps = [c.minutes for c in worker.caps if _meets(c, week)]
        if worker.is_under_18(week):
            caps.append(round(self.under_18 * HOUR))
        if not caps:
            return None
        return max(0, min(caps) - worker.other_weekly_minutes)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Add up each capped week."""
        for worker in part.workers(problem):
            for week in problem.weeks:
                cap = self._cap(worker, week)
                if cap is None:
                    continue
                minutes = working_minutes(roster, worker.id, week)
                if minutes > cap:
                    yield self.breach(
                        Key(worker_id=worker.id, date=week),
                        minutes - cap,
                        f"{worker.name} works {words.hours(minutes)} in the"
                        f" week of {words.day(week)}; at most"
                        f" {words.hours(cap)}",
                    )


def _meets(cap: WeeklyCap, week: date) -> bool:
    last = week + timedelta(days=6)
    return (cap.last is None or week <= cap.last) and (
        cap.first is None or cap.first <= last
    )


def booked(problem: Problem, last: date) -> str:
    """Say why an average ends after the rota."""
    return ", with the leave booked by then" if last > problem.end else ""


def minutes_in(plan: Plan, worker_id: str, week: date) -> list[Term]:
    """Give the working minutes that each duty has in a week."""
    begins, ends = week_span(week)
    return [
        (
            duty.work
            * overlap(duty.begins, duty.ends, begins, ends)
            // duty.length,
            literal,
        )
        for duty, literal in plan.duties_of(worker_id)
        if duty.overlaps(begins, ends)
    ]


def working_minutes(roster: Roster, worker_id: str, week: date) -> int:
    """Add up the working time of a Monday-to-Sunday week, in minutes.

    A duty that crosses its edge counts the elapsed part inside.
    """
    first, last = week_span(week)
    total = 0
    for duty in roster.timeline(worker_id):
        inside = min(duty.ends, last) - max(duty.begins, first)
        if inside > 0:
            total += duty.work * inside // duty.length
    return total
