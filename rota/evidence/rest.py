"""Weekly rest, period by period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rota.calendar import instant, monday
from rota.domain import Problem, Worker
from rota.rest_ledger import merged
from rota.roster import Roster
from rota.rules.weekly_rest import SHAPES, UNDER_18, WeeklyRest

LONG = 35 * 60  # a weekly rest that holds no daily rest: 24 and 11 hours


@dataclass(frozen=True, slots=True)
class RestPeriod:
    """One person's weekly rest in one week or fortnight.

    `found` of `needed` rests of `length` minutes lie in it; `longest` is the
    longest time free. `is_known` tells whether all of it is known.
    """

    worker: Worker
    first: date
    last: date
    length: int
    needed: int
    found: int
    longest: int
    is_known: bool

    @property
    def is_kept(self) -> bool:
        """Tell whether there was rest enough."""
        return self.found >= self.needed

    @property
    def is_long(self) -> bool:
        """Tell a rest that does not eat into the daily one (reg 11(7))."""
        return self.longest >= LONG


def weekly_rest(
    problem: Problem, roster: Roster, rule: WeeklyRest
) -> tuple[RestPeriod, ...]:
    """Give the periods that the rota touches, by worker."""
    return tuple(
        _period(problem, roster, worker, shape, first)
        for worker in problem.workers
        for shape in (_shape(problem, worker, rule),)
        for first in _firsts(problem, shape[0], rule)
        if _is_employed(worker, first, shape[0])
    )


def _shape(
    problem: Problem, worker: Worker, rule: WeeklyRest
) -> tuple[int, int, int]:
    young = worker.is_under_18(problem.start)
    return UNDER_18 if young else SHAPES[rule.mode]


def _is_employed(worker: Worker, first: date, days: int) -> bool:
    last = first + timedelta(days=days - 1)
    return worker.employed_on(first) and worker.employed_on(last)


def _firsts(problem: Problem, days: int, rule: WeeklyRest) -> Iterator[date]:
    """Give the first days of the periods that have a day of the rota."""
    anchor = rule.first_monday or monday(problem.start)
    whole = (problem.start - anchor).days // days
    first = anchor + timedelta(days=whole * days)
    while first <= problem.end:
        yield first
        first += timedelta(days=days)


def _period(
    problem: Problem,
    roster: Roster,
    worker: Worker,
    shape: tuple[int, int, int],
    first: date,
) -> RestPeriod:
    days, length, needed = shape
    after = first + timedelta(days=days)
    begins, ends = instant(first), instant(after)
    busy = merged(
        (max(d.begins, begins), min(d.ends, ends))
        for d in roster.timeline(worker.id)
        if d.work and d.overlaps(begins, ends)
    )
    starts = [begins, *(stop for _, stop in busy)]
    stops = [*(start for start, _ in busy), ends]
    free = [stop - start for start, stop in zip(starts, stops, strict=True)]
    known = problem.known_from or problem.start
    return RestPeriod(
        worker=worker,
        first=first,
        last=after - timedelta(days=1),
        length=length,
        needed=needed,
        found=sum(gap // length for gap in free),
        longest=max(free),
        is_known=known <= first and after <= problem.end + timedelta(days=1),
    )
