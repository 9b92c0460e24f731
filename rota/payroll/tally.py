"""Adding up what somebody did in a pay period, class by class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rota.calendar import ONE_DAY, overlap
from rota.domain import Duty, Kind, Problem
from rota.payroll.period import OverContractCount, clipped, length
from rota.payroll.pieces import Cutter, Piece, Stretch
from rota.payroll.terms import (
    ClockChange,
    Edge,
    HourClass,
    OverContract,
    OvertimeAfter,
)
from rota.payroll.worked import Done

NEVER: Stretch = (0, 0)
ALWAYS: Stretch = (0, 2**40)  # of the pay clock, in minutes


@dataclass(frozen=True, slots=True)
class PaidDuty:
    """One duty, and the minutes of each class in the pay period."""

    done: Done
    classes: Mapping[HourClass, int]


@dataclass(slots=True)
class Tally:
    """What one person did in a pay period; every length is minutes.

    Attributes
    ----------
    classes
        Minutes of each class; together they are the length of the duties.
    duties, sleep_ins, on_calls
        How many began in the period.
    sleep_ins_on_holiday
        Those of which more than half counts as bank holiday.
    travel, miles
        Between one duty and the next.
    clock_change
        What really passed less what the pay clock counts.
    minimum_wage
        Minutes for which the minimum wage is due.
    at_work
        Minutes worked, as they really passed, on sleep-ins and the way too.
    counted
        Minutes that count towards contracted hours.
    over
        Minutes over contract, absence credited.
    paid
        The duties, one by one.
    """

    classes: Counter[HourClass] = field(default_factory=Counter)
    duties: int = 0
    sleep_ins: int = 0
    sleep_ins_on_holiday: int = 0
    on_calls: int = 0
    travel: int = 0
    miles: float = 0
    clock_change: int = 0
    minimum_wage: int = 0
    at_work: int = 0
    counted: int = 0
    over: int = 0
    paid: list[PaidDuty] = field(default_factory=list)

    @property
    def hourly(self) -> int:
        """The minutes that are paid by the hour."""
        return sum(
            minutes
            for hour_class, minutes in self.classes.items()
            if hour_class.is_paid_by_the_hour
        )


@dataclass
class Counting:
    """Counts one person's duties in order, until the period is over."""

    problem: Problem
    limits: OverContractCount
    tally: Tally = field(default_factory=Tally)

    def count(self, every: Iterable[Done]) -> Tally:
        """Count duties, given by begin."""
        first, last = self.limits.first_day, self.limits.period.last
        for done in every:
            if first <= done.duty.date <= last:
                self._count(done)
        self._settle()
        return self.tally

    def _settle(self) -> None:
        """Say what is over contract, where the weeks have not said it."""
        limits, tally = self.limits, self.tally
        if not limits.worker.weekly_minutes:
            tally.over = 0
        elif limits.terms.overtime_after is OvertimeAfter.FULL_TIME:
            tally.over = max(0, tally.counted - limits.due())

    def _cutter(self, duty: Duty) -> Cutter:
        limits = self.limits
        terms = limits.rules.of(limits.worker, duty.date)
        if duty.is_fixed_length:  # the hours agreed are those that passed
            terms = terms.replace(clock_change=ClockChange.ACTUAL)
        return Cutter(self.problem, terms)

    def _count(self, done: Done) -> None:
        cutter = self._cutter(done.duty)
        awake = max(0, done.awake - cutter.terms.awake_in_fee)
        pieces = cutter.pieces(done.duty, awake)
        window = self._window(done.duty, cutter)
        over_from = self._over_from(done.duty, cutter, pieces, window)
        if done.duty.elsewhere:
            return  # it counts to the contract, and is paid there
        if over_from is not None and self._is_overtime(cutter):
            pieces = cutter.pieces(done.duty, awake, over_from)
        classes: Counter[HourClass] = Counter()
        for piece in pieces:
            classes[piece.hour_class] += piece.inside(*window)
        self._add_time(done, cutter, +classes)
        if done.duty.date in self.limits.period:
            self._add_duty(done)

    def _window(self, duty: Duty, cutter: Cutter) -> Stretch:
        """Give the part of the pay clock that this period pays."""
        clock, period = cutter.clock, self.limits.period
        if cutter.terms.over_midnight is Edge.SPLIT:
            first, after = period.first, period.last + ONE_DAY
            return clock.at(first, 0), clock.at(after, 0)
        return ALWAYS if duty.date in period else NEVER

    def _over_from(
        self,
        duty: Duty,
        cutter: Cutter,
        pieces: list[Piece],
        window: Stretch,
    ) -> int | None:
        """Count what counts to the contract; give where it is over."""
        every = cutter.counted(duty, pieces)
        inside = list(clipped(every, *window))
        by_week = self.limits.is_by_week
        over_from = self.limits.over_from(duty, every if by_week else inside)
        self.tally.counted += length(inside)
        if over_from is not None:
            self.tally.over += length(clipped(inside, over_from, window[1]))
        return over_from

    def _is_overtime(self, cutter: Cutter) -> bool:
        """Tell whether hours over contract are paid, as overtime."""
        limits = self.limits
        full_time = limits.terms.overtime_after is OvertimeAfter.FULL_TIME
        paid = cutter.terms.over_contract is OverContract.PAID
        return paid and (full_time or bool(limits.worker.weekly_minutes))

    def _add_time(
        self, done: Done, cutter: Cutter, classes: Counter[HourClass]
    ) -> None:
        if not classes:
            return
        duty, tally = done.duty, self.tally
        passed = duty.length
        if cutter.terms.over_midnight is Edge.SPLIT:
            span = self.limits.period.span
            passed = overlap(duty.begins, duty.ends, *span)
        tally.classes += classes
        tally.paid.append(PaidDuty(done, classes))
        tally.clock_change += passed - classes.total()
        tally.minimum_wage += duty.wage * passed // duty.length
        on_call = duty.kind is Kind.ON_CALL  # at home, but when called out
        unpaid = classes[HourClass.UNPAID]
        tally.at_work += (
            classes[HourClass.AWAKE] if on_call else passed - unpaid
        )

    def _add_duty(self, done: Done) -> None:
        duty, tally = done.duty, self.tally
        tally.duties += 1
        tally.travel += done.travel
        tally.at_work += done.travel
        tally.miles += done.miles
        tally.minimum_wage += done.awake + done.travel
        tally.on_calls += duty.kind is Kind.ON_CALL
        if duty.is_sleep_in:
            spans = self.problem.holiday_spans(duty.begins, duty.ends)
            tally.sleep_ins += 1
            tally.sleep_ins_on_holiday += 2 * length(spans) > duty.length
