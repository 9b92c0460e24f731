"""Working time: the 48-hour average, the statute's formula, night workers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rota.calendar import HOUR, instant, monday
from rota.domain import Duty, Problem, Worker
from rota.domain.reference import ReferenceWeeks, usual_week
from rota.roster import Roster
from rota.rules.night_average import NightAverage
from rota.rules.weekly_hours import working_minutes

WEEK = timedelta(days=7)
WORKED_DAYS = 5  # of a week of which nobody knows more


@dataclass(frozen=True, slots=True)
class Statutory:
    """The average as the statute has it: (A + B) / C (WTR reg 4(6)).

    Attributes
    ----------
    first, last
        The reference period.
    worked, weeks
        A, in minutes, and C.
    excluded
        Days of leave and sickness, as days that would have been worked.
    after, found
        B, in minutes, over so many days worked after the period.
    complete
        Whether every week is known, and enough days after it.
    """

    first: date
    last: date
    worked: int
    weeks: int
    excluded: int
    after: int
    found: int
    complete: bool

    @property
    def average(self) -> float | None:
        """Minutes a week, where enough is known."""
        if not self.complete or not self.weeks:
            return None
        return (self.worked + self.after) / self.weeks


@dataclass(frozen=True)
class WorkingTime:
    """One person's working time over a reference period; lengths in minutes.

    The average is the rule's: each day of paid absence is credited with the
    hours that the person usually works.
    """

    problem: Problem
    roster: Roster
    worker: Worker
    last: date  # the Monday of its last week

    @cached_property
    def counted(self) -> Worker:
        """The worker, as if not opted out where the limit is lifted now.

        The hours of people who have opted out are evidence too (WTR reg 4(2)).
        """
        lifted = self.worker.is_opted_out_in(self.last)
        return self.worker.replace(opted_out=None) if lifted else self.worker

    @cached_property
    def weeks(self) -> ReferenceWeeks:
        """The weeks of the period that count."""
        return self.problem.reference_weeks(self.counted, self.last)

    @cached_property
    def every(self) -> tuple[date, ...]:
        """The Mondays of the period in which the person was employed."""
        weeks = range(self.worker.reference_weeks)
        every = (self.last - WEEK * back for back in weeks)
        started = self.worker.starts_on
        return tuple(
            week
            for week in every
            if (started is None or week + WEEK > started)
            and not self.counted.is_opted_out_in(week)
        )

    @cached_property
    def typed(self) -> tuple[date, ...]:
        """The Mondays of weeks that are known by their total."""
        totals = self.problem.week_totals_of.get(self.worker.id, {})
        return tuple(
            week
            for week in self.every
            if week in totals and week not in self.weeks.open
        )

    @property
    def missing(self) -> int:
        """How many weeks of the period are not known."""
        return len(self.every) - self.weeks.count

    @cached_property
    def worked(self) -> int:
        """Minutes worked in the weeks that are known."""
        totals = self.problem.week_totals_of.get(self.worker.id, {})
        return sum(
            working_minutes(self.roster, self.worker.id, week)
            for week in self.weeks.open
        ) + sum(totals[week].minutes for week in self.typed)

    @property
    def other_job(self) -> int:
        """Minutes in other jobs in those weeks."""
        return self.worker.other_weekly_minutes * self.weeks.count

    @property
    def credited(self) -> int:
        """Minutes credited for days of paid absence."""
        total = self.weeks.fixed - self.other_job
        held = self.problem.week_totals_of.get(self.worker.id, {})
        return total - sum(held[week].minutes for week in self.typed)

    @cached_property
    def excluded_days(self) -> int:
        """Days of paid absence in the weeks that are known."""
        return sum(self._excluded(week) for week in self._known)

    @property
    def _known(self) -> tuple[date, ...]:
        return (*self.weeks.open, *self.typed)

    def _excluded(self, week: date) -> int:
        if week in self.weeks.open:
            return self.problem.excluded_days(self.worker.id, week)
        return self.problem.week_totals_of[self.worker.id][week].excluded_days

    @property
    def average(self) -> float | None:
        """Minutes a week by the rule; None where no week is known."""
        if not self.weeks.count:
            return None
        total = self.worked + self.credited + self.other_job
        return total / self.weeks.count

    # -- the statute ----------------------------------------------------------

    @cached_property
    def statutory(self) -> Statutory:
        """The same period by the exact formula."""
        usual = self._days_a_week()
        excluded = sum(
            min(usual, self._excluded(week)) for week in self._known
        )
        after, found = self._next_days(excluded)
        return Statutory(
            first=min(self.every, default=self.last),
            last=self.last + WEEK - timedelta(days=1),
            worked=self.worked + self.other_job,
            weeks=self.weeks.count,
            excluded=excluded,
            after=after,
            found=found,
            complete=not self.missing and found == excluded,
        )

    def _days_a_week(self) -> int:
        """Give the days on which the person usually works in a week.

        As the weeks of the rota without absence have it, else by the hours
        of the week and of the usual shift.
        """
        days: Counter[date] = Counter()
        for day in {d.date for d in self._duties if d.work}:
            days[monday(day)] += 1
        usual = [
            days[week]
            for week in last_weeks(self.problem)
            if days[week]
            and not self.problem.excluded_days(self.worker.id, week)
        ]
        if usual:
            return round(sum(usual) / len(usual))
        week = usual_week(self.problem, self.worker)
        shift = self.problem.usual_shift[self.worker.id]
        if not week or not shift:
            return WORKED_DAYS
        return max(1, min(7, round(week / shift)))

    @property
    def _duties(self) -> tuple[Duty, ...]:
        return self.roster.timeline(self.worker.id)

    def _next_days(self, number: int) -> tuple[int, int]:
        """Add up the next days worked after the period, at most so many."""
        first = instant(self.last + WEEK)
        days: dict[date, int] = {}
        for duty in self._duties:
            if duty.work and duty.begins >= first:
                days[duty.date] = days.get(duty.date, 0) + duty.work
        chosen = sorted(days)[:number]
        return sum(days[day] for day in chosen), len(chosen)


def last_weeks(problem: Problem) -> list[date]:
    """Give the Mondays of the rota's whole weeks, the latest first."""
    whole = [w for w in problem.weeks if w + WEEK <= problem.end + _DAY]
    return whole[::-1] or [problem.weeks[-1]]


_DAY = timedelta(days=1)


def working_time(
    problem: Problem, roster: Roster, worker: Worker
) -> WorkingTime:
    """Give the working time of the period that ends with the rota."""
    return WorkingTime(problem, roster, worker, last_weeks(problem)[0])


def highest(
    problem: Problem, roster: Roster, worker: Worker
) -> WorkingTime | None:
    """Give the period with the highest average that ends in the rota."""
    every = [
        WorkingTime(problem, roster, worker, last)
        for last in last_weeks(problem)
    ]
    known = [one for one in every if one.average is not None]
    return max(known, key=lambda one: one.average or 0, default=None)


def latest_statutory(
    problem: Problem, roster: Roster, worker: Worker
) -> Statutory:
    """Give the exact formula for the latest period for which it is known.

    Where there is none, for the last of the rota, which says what is missing.
    """
    weeks = last_weeks(problem)
    before = [weeks[-1] - WEEK * back for back in range(1, 9)]
    for last in (*weeks, *before):
        found = WorkingTime(problem, roster, worker, last).statutory
        if found.complete and found.weeks:
            return found
    return WorkingTime(problem, roster, worker, weeks[0]).statutory


# -- nights -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NightTime:
    """The average of somebody who works nights: A / (B - C) (reg 6(5)).

    `nights` of `days` known are waking nights. `minutes` is A; B is every
    day of `weeks` weeks, and C one weekly rest in each.
    """

    worker: Worker
    nights: int
    days: int
    is_night_worker: bool
    minutes: int
    weeks: int
    missing: int

    @property
    def average(self) -> float | None:
        """Hours in 24, where a week is known."""
        if not self.weeks:
            return None
        return self.minutes / (6 * HOUR * self.weeks)


def night_times(
    problem: Problem, roster: Roster, rule: NightAverage
) -> tuple[NightTime, ...]:
    """Give the averages of all who work waking nights."""
    found = (_night_time(problem, roster, rule, w) for w in problem.workers)
    return tuple(one for one in found if one.nights or one.is_night_worker)


def _night_time(
    problem: Problem, roster: Roster, rule: NightAverage, worker: Worker
) -> NightTime:
    bound = worker.replace(opted_out=None)  # nobody can opt out of it
    time = working_time(problem, roster, bound)
    duties = [duty for duty in roster.timeline(worker.id) if duty.work]
    return NightTime(
        worker=worker,
        nights=len({duty.date for duty in duties if duty.is_night}),
        days=len({duty.date for duty in duties}),
        is_night_worker=rule.counts(problem, worker),
        minutes=time.worked + time.credited,
        weeks=time.weeks.count,
        missing=time.missing,
    )
