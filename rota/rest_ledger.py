"""Compensatory rest: what was owed, by when, and which rest repaid it.

Everybody is owed 11 hours' rest in each stretch of 24 hours, 12 under 18
(Working Time Regulations 1998, reg 10). Where a worker changes shift, or care
must go on, less may be given, and an equivalent rest is owed (regs 21, 22 and
24, WTR-CR): as soon as possible, says the case law, and not after two nights
(Miles v Linkage Community Trust). This ledger is not linear, so that no rota
is made by it; the rule `rest` asks for the rest itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rota.calendar import DAY, HOUR, ONE_DAY, instant, local_date
from rota.domain import Duty, Problem, Worker
from rota.roster import Roster

DAILY = 11 * HOUR
UNDER_18 = 12 * HOUR
DUE = timedelta(days=3)  # practice; the law says as soon as possible

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Repayment:
    """The part of a debt that one rest repaid: the rest, and the minutes."""

    begins: int
    ends: int
    minutes: int


@dataclass(slots=True)
class RestOwed:
    """A rest that was too short, and what became of it.

    Attributes
    ----------
    worker_id
        Whose.
    begins, ends
        The stretch of 24 hours in which rest was short, as instants.
    had, owed
        The longest rest in it, and what is missing, in minutes.
    since
        The instant from which a later rest can repay it.
    goes_on
        When work goes on after the short rest; None: not within what is
        known.
    due_by
        The date by which it should be repaid.
    repaid
        The rests that repaid it.
    """

    worker_id: str
    begins: int
    ends: int
    had: int
    owed: int
    since: int
    goes_on: int | None
    due_by: date
    repaid: list[Repayment] = field(default_factory=list)

    @property
    def left(self) -> int:
        """What is still owed, in minutes."""
        return self.owed - sum(one.minutes for one in self.repaid)

    @property
    def is_late(self) -> bool:
        """Tell whether it was repaid, wholly or in part, after it was due."""
        return any(local_date(one.begins) > self.due_by for one in self.repaid)


def rest_owed(problem: Problem, roster: Roster) -> tuple[RestOwed, ...]:
    """Give every rest that was too short, by worker, then by begin.

    Parameters
    ----------
    problem, roster
        The rota, with what is known of the time before and after it; what
        is not known is not in the ledger.

    Returns
    -------
    Debts with their repayments. A rest repays by what it has beyond the
    daily rest, the oldest debt first; the time after the last shift known
    counts as rest until the rota ends.
    """
    return tuple(
        debt
        for worker in problem.workers
        for debt in _of_worker(problem, worker, roster.timeline(worker.id))
    )


def _of_worker(
    problem: Problem, worker: Worker, duties: tuple[Duty, ...]
) -> list[RestOwed]:
    busy = merged((d.begins, d.ends) for d in duties if d.work)
    debts = list(_debts(worker, busy))
    until = instant(problem.end + ONE_DAY)
    for begins, ends in _rests(busy, until):
        spare = ends - begins - daily_rest(worker, begins)
        for debt in debts:
            paid = min(spare, debt.left)
            if paid > 0 and debt.since <= begins:
                debt.repaid.append(Repayment(begins, ends, paid))
                spare -= paid
    return debts


def daily_rest(worker: Worker, moment: int) -> int:
    """Give the minutes of daily rest a person is owed at an instant."""
    young = worker.is_under_18(local_date(moment))
    return UNDER_18 if young else DAILY


def merged(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Join stretches that touch or overlap."""
    found: list[Stretch] = []
    for begins, ends in sorted(stretches):
        if found and begins <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], ends)
        else:
            found.append((begins, ends))
    return found


def _rests(busy: list[Stretch], until: int) -> Iterator[Stretch]:
    """Give the time between one spell of work and the next."""
    for place, (_, ends) in enumerate(busy):
        last = place + 1 == len(busy)
        stop = max(ends, until) if last else busy[place + 1][0]
        if ends < stop:
            yield ends, stop


def _debts(worker: Worker, busy: list[Stretch]) -> Iterator[RestOwed]:
    """Look at 24 hours from the first work after each rest.

    The next 24 hours begin with the work that follows the longest rest in
    these; where there was none at all, they follow at once.
    """
    start = busy[0][0] if busy else None
    while start is not None:
        end = start + DAY
        rest = _longest(busy, start, end)
        normal = daily_rest(worker, start)
        had = rest[1] - rest[0] if rest else 0
        if had < normal:
            cut_off = rest is not None and rest[1] == end
            since = rest[0 if cut_off else 1] if rest else end
            yield RestOwed(
                worker_id=worker.id,
                begins=start,
                ends=end,
                had=had,
                owed=normal - had,
                since=since,
                goes_on=_next_work(busy, rest[1] if rest else end),
                due_by=local_date(end) + DUE,
            )
        start = _next_work(busy, rest[1] if rest else end)


def _longest(busy: list[Stretch], start: int, end: int) -> Stretch | None:
    """Give the longest rest in a stretch of time, the last of equals."""
    free, gaps = start, []
    for begins, ends in busy:
        if ends <= start or begins >= end:
            continue
        gaps.append((free, begins))
        free = max(free, ends)
    gaps = [gap for gap in (*gaps, (free, end)) if gap[0] < gap[1]]
    return max(gaps, key=lambda g: (g[1] - g[0], g[0]), default=None)


def _next_work(busy: list[Stretch], moment: int) -> int | None:
    """Give when work goes on, at an instant or after it."""
    for begins, ends in busy:
        if ends > moment:
            return max(begins, moment)
    return None
