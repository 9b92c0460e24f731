"""Leave that people whose hours vary earn by the hours they work.

Somebody with contracted hours has so many weeks of leave a year. Where the
hours of every pay period vary, leave is 12.07 % of what was worked in it: 5.6
weeks for the 46.4 that remain of a year. Working Time Regulations 1998, reg
15B, for leave years that begin on 1 April 2024 or later; in Northern Ireland
there is no such regulation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rota.calendar import HOUR, Nation
from rota.domain import Problem, Worker
from rota.payroll.terms import PayTerms

RATE = 12.07  # per cent
SINCE = date(2024, 4, 1)  # the first day of a leave year to which it applies
_HUNDREDTHS = 100 * 100  # of one per cent, in all of it


@dataclass(frozen=True, slots=True)
class Accrual:
    """How somebody's leave grows with the hours worked.

    Leave that is `rolled_up` is paid with the hours and not taken later.
    """

    percent: float = 0
    rolled_up: bool = False

    def of(self, minutes: int) -> int:
        """Give the minutes of leave that a pay period brings.

        They are whole hours; half an hour counts as one (reg 15B).
        """
        parts = minutes * round(100 * self.percent)
        hours = (2 * parts + HOUR * _HUNDREDTHS) // (2 * HOUR * _HUNDREDTHS)
        return hours * HOUR


def accrual(
    problem: Problem,
    worker: Worker,
    terms: PayTerms,
    last: date,
    leave_year: date | None = None,
) -> Accrual:
    """Give how leave grows in the pay period that ends on a day.

    Parameters
    ----------
    problem
        Says the nation.
    worker
        Without contracted hours, and not agency staff: the hours vary.
    terms
        A percentage there goes before what the law says.
    last
        The last day of the pay period.
    leave_year
        The first day of any leave year, None if nobody says.
    """
    percent = terms.leave_accrual
    if percent == "by law":
        by_law = has_varying_hours(worker) and is_law(
            problem.nation, last, leave_year
        )
        percent = RATE if by_law else 0
    return Accrual(percent, terms.leave_rolled_up)


def has_varying_hours(worker: Worker) -> bool:
    """Tell own staff without contracted hours: bank and sessional."""
    return worker.contract.is_own_staff and not worker.weekly_minutes


def is_law(nation: Nation, last: date, leave_year: date | None) -> bool:
    """Tell whether leave by the hour is the law on a day."""
    if nation is Nation.NORTHERN_IRELAND:
        return False
    return _began(last, leave_year) >= SINCE


def _began(last: date, leave_year: date | None) -> date:
    """Give the first day of the leave year; the earliest, if not known."""
    if leave_year is None:
        return last - timedelta(days=364)
    day = min(leave_year.day, 28) if leave_year.month == 2 else leave_year.day
    first = date(last.year, leave_year.month, day)
    return first if first <= last else first.replace(year=last.year - 1)
