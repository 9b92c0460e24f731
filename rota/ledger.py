"""The ledger: what everybody has carried, once a rota is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rota.calendar import holiday_minutes
from rota.domain import (
    CHANGES,
    REFUSED,
    Burden,
    Carried,
    Duty,
    Problem,
    Worker,
)
from rota.domain.fair_shares import fair_after
from rota.domain.festive import festive_dates, is_on
from rota.roster import EVERYTHING, Roster
from rota.rules.fair_share import count_burden
from rota.rules.requests import Requests

_MOVED = " (observed)"


def ledger_after(problem: Problem, roster: Roster) -> Iterator[Carried]:
    """Add what this period brought to what was carried before."""
    counts = Counter(problem.carried)
    fair: dict[tuple[str, str], Fraction] = {}
    for burden in Burden:
        had = {
            worker.id: count_burden(problem, roster, burden, worker.id)
            for worker in problem.workers
        }
        counts.update({(who, burden.value): n for who, n in had.items()})
        for who, share in fair_after(problem, burden, had).items():
            fair[who, burden.value] = share
    for worker in problem.workers:
        for name in _named_days(problem, roster, worker):
            counts[worker.id, name] = 1
    for breach in Requests().breaches(problem, roster, EVERYTHING):
        counts[breach.key.worker_id, REFUSED] += 1
    for worker_id, _ in problem.changed:
        counts[worker_id, CHANGES] += 1
    for place, count in counts.items():
        parts = round(100 * fair[place]) if place in fair else None
        if count or parts:
            yield Carried(
                worker_id=place[0], burden=place[1], count=count, fair=parts
            )


def _named_days(
    problem: Problem, roster: Roster, worker: Worker
) -> Iterator[str]:
    """Name the bank holidays of the period that somebody worked.

    Christmas, Boxing Day and New Year's Day are worked by whoever is there
    for a minute of them; the others go by the service's own attribution.
    """
    done = roster.timeline(worker.id)
    festive = festive_dates(problem)
    for day in problem.dates:
        name = festive.get(day, "").casefold()
        if name and any(is_on(duty, day) for duty in done):
            yield f"{name} {day.year}"
        elif (
            not name
            and day in problem.holidays
            and any(_counts_on(problem, duty, day) for duty in done)
        ):
            yield _named(problem.holidays[day], day)


def _counts_on(problem: Problem, duty: Duty, day: date) -> bool:
    how, opens = problem.holiday_attribution, problem.holiday_opens
    return holiday_minutes(duty.begins, duty.ends, {day: ""}, how, opens) > 0


def _named(name: str, day: date) -> str:
    """Say a bank holiday with its year; a substitute day as one."""
    plain = name.removesuffix(_MOVED).casefold()
    moved = " substitute" if name.endswith(_MOVED) else ""
    return f"{plain}{moved} {day.year}"
