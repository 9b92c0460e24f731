"""Where to look for a better rota: which part of it to free.

Each neighbourhood is a function of the best report, a size and a source of
chance; it gives the part to solve again with everything else as it is. Size
counts worker-days, so that one size means about the same work in each.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from rota.calendar import ONE_DAY
from rota.checker import Report
from rota.domain import Problem, Worker
from rota.roster import Part
from rota.rules.base import Breach
from rota.solver.drawing import (
    LENGTHS,
    TWO_WEEKS,
    drawn,
    stretch,
    together,
    weeks_apart,
)
from rota.solver.exchange import an_exchange

FEWEST_DAYS = 2
BESIDE = 5.0  # how much likelier somebody is drawn who could fill a gap
Neighbourhood = Callable[[Report, int, random.Random], Part]


def colleagues(report: Report, size: int, chance: random.Random) -> Part:
    """Free a few people who could take each other's shifts, all the time."""
    problem = report.problem
    count = max(2, size // len(problem.dates))
    return Part(worker_ids=together(report, count, chance))


def some_days(report: Report, size: int, chance: random.Random) -> Part:
    """Free a stretch of days, for as many people as the size allows."""
    problem = report.problem
    people = len(problem.workers)
    days = max(FEWEST_DAYS, min(len(problem.dates), size // people))
    count = max(2, size // days)
    return Part(
        None if count >= people else together(report, count, chance),
        stretch(report, days, chance),
    )


def a_patch(report: Report, size: int, chance: random.Random) -> Part:
    """Free colleagues for about a week, or longer."""
    problem = report.problem
    days = min(len(problem.dates), chance.choice(LENGTHS))
    count = max(2, size // days)
    return Part(together(report, count, chance), stretch(report, days, chance))


def two_weeks(report: Report, size: int, chance: random.Random) -> Part:
    """Free colleagues for a stretch of days and the same days of a week apart.

    Whoever works all they may can only come where somebody is missing if
    they stay away at another time, a weekend for a weekend.
    """
    days = chance.choice((3, 5, 7))
    first = stretch(report, days, chance)
    second = weeks_apart(report.problem, first, chance)
    count = max(2, size // (2 * days))
    return Part(together(report, count, chance), first | second)


def for_a_gap(report: Report, size: int, chance: random.Random) -> Part:
    """Free people all the time, most of whom could come where one is missing.

    They are off on that day and at work the day before or after, so that
    only a longer run is asked of them.
    """
    problem = report.problem
    gaps = [b for b in report.breaches if b.key.date and not b.key.worker_id]
    if not gaps:
        return colleagues(report, size, chance)
    gap = chance.choices(gaps, [1.0 + b.cost for b in gaps])[0]
    count = max(2, size // len(problem.dates))
    weights = {
        worker.id: BESIDE if _could_come(report, worker, gap) else 1.0
        for worker in problem.workers
    }
    return Part(frozenset(drawn(list(weights), weights, count, chance)))


def _could_come(report: Report, worker: Worker, gap: Breach) -> bool:
    """Tell whether somebody is off on a day and not on the one beside it."""
    day = gap.key.date or report.problem.start
    duties = report.roster.by_worker.get(worker.id, ())
    at_work = {duty.date for duty in duties}
    return day not in at_work and bool(
        at_work & {day - ONE_DAY, day + ONE_DAY}
    )


def some_support(report: Report, size: int, chance: random.Random) -> Part:
    """Free colleagues, and the sessions of a day or a few."""
    problem = report.problem
    days = min(len(problem.dates), chance.choice((1, 2, 3)))
    people = max(3, size // (4 * days))
    return Part(
        together(report, people, chance), stretch(report, days, chance)
    )


def one_plan(report: Report, size: int, chance: random.Random) -> Part:
    """Free those who support a client whose hours are not as asked.

    For a week, with one or two more who may.
    """
    problem, roster = report.problem, report.roster
    off = [b.key for b in report.of("support hours") if b.key.date]
    if not off:
        return some_support(report, size, chance)
    key = chance.choice(off)
    line = problem.plan_line[key.what.rpartition(":")[0]]
    first = key.date or problem.start
    days = {first + timedelta(days=n) for n in range(7)} & problem.date_set
    sessions = [
        session
        for session in problem.sessions_of_client[line.client_id]
        if session.date in days
    ]
    there = {
        worker.id
        for session in sessions
        for time in roster.times_of(session.id)
        for worker in roster.workers_on(time.id)
    }
    others = [
        worker.id
        for worker in problem.workers
        if worker.id not in there
        and any(problem.allows_session(worker.id, s.id) for s in sessions)
    ]
    more = chance.sample(others, min(len(others), 2))
    return Part(frozenset([*there, *more]), frozenset(days))


NEIGHBOURHOODS: tuple[Neighbourhood, ...] = (colleagues, some_days, a_patch)


def neighbourhoods_of(problem: Problem) -> tuple[Neighbourhood, ...]:
    """Give where to look: with sessions mostly in days, not in weeks."""
    places = NEIGHBOURHOODS
    if any(rule.id == "fair shares" for rule in problem.rules):
        places = (*places, an_exchange)
    if problem.sessions:
        return (*places, some_support, some_support, one_plan)
    if len(problem.dates) >= TWO_WEEKS:
        return (*places, two_weeks, for_a_gap)
    return places
