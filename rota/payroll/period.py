"""The pay period, and the hours in it after which overtime begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rota.calendar import ONE_DAY, instant, monday
from rota.domain import Duty, Worker
from rota.payroll.away import Days, contracted
from rota.payroll.pieces import Stretch
from rota.payroll.terms import OvertimeAfter, PayRules, PayTerms


@dataclass(frozen=True, slots=True)
class Period:
    """A pay period; both dates belong to it."""

    first: date
    last: date

    @property
    def span(self) -> Stretch:
        """Begin and end as instants."""
        return instant(self.first), instant(self.last + ONE_DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass
class OverContractCount:
    """Counts somebody's hours in order, and says where those over begin.

    The terms of the last day of the period decide how; hours owed from
    before are made up before anything is over.
    """

    worker: Worker
    rules: PayRules
    period: Period
    credited: Days
    brought_forward: int = 0
    _used: Counter[date] = field(default_factory=Counter)

    @property
    def terms(self) -> PayTerms:
        """The terms of the last day of the period."""
        return self.rules.of(self.worker, self.period.last)

    @property
    def is_by_week(self) -> bool:
        """Tell whether every week has a limit of its own."""
        return self.terms.overtime_after is not OvertimeAfter.PERIOD

    @property
    def first_day(self) -> date:
        """The first date whose duties have to be counted.

        A night may reach into the period; and a week that began before it
        has to be known from its Monday.
        """
        before = self.period.first - ONE_DAY
        return monday(before) if self.is_by_week else before

    def over_from(self, duty: Duty, counted: list[Stretch]) -> int | None:
        """Count a duty; give the place from which it is over, if it is."""
        bucket = monday(duty.date) if self.is_by_week else self.period.first
        left = self._limit(bucket) - self._used[bucket]
        self._used[bucket] += length(counted)
        return _place_after(counted, max(0, left))

    def due(self) -> int:
        """Give the minutes to be worked in the period: contract less away."""
        first, last = self.period.first, self.period.last
        due = contracted(self.worker, first, last) + self.brought_forward
        return due - self._credit(first, last)

    def _limit(self, bucket: date) -> int:
        """Give the minutes of the period, or of a week, that are not over."""
        if not self.is_by_week:
            return self.due()
        last = bucket + 6 * ONE_DAY
        week = contracted(self.worker, bucket, last)
        if self.terms.overtime_after is OvertimeAfter.FULL_TIME:
            week = self.terms.full_time
        return week - self._credit(bucket, last)

    def _credit(self, first: date, last: date) -> int:
        return sum(
            minutes
            for (day, _), minutes in self.credited.items()
            if first <= day <= last
        )


def length(stretches: Iterable[Stretch]) -> int:
    """Add up the minutes of stretches."""
    return sum(ends - begins for begins, ends in stretches)


def clipped(
    stretches: Iterable[Stretch], first: int, last: int
) -> Iterator[Stretch]:
    """Give the parts of stretches that lie between two places."""
    for begins, ends in stretches:
        if max(begins, first) < min(ends, last):
            yield max(begins, first), min(ends, last)


def _place_after(stretches: Iterable[Stretch], minutes: int) -> int | None:
    """Give the place at which so many minutes of stretches have passed."""
    for begins, ends in stretches:
        if ends - begins > minutes:
            return begins + minutes
        minutes -= ends - begins
    return None
