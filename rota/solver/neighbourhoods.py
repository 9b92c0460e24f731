"""Where to look for a better rota: which part of it to free.

Each neighbourhood is a function of the best report, a size and a source of
chance; it gives the part to solve again with everything else as it is. Size
counts worker-days, so that one size means about the same work in each.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from rota.calendar import ONE_DAY
from rota.checker import Report
from rota.domain import Problem, Worker
from rota.roster import Part
from rota.rules.base import Breach

FEWEST_DAYS = 2
TWO_WEEKS = 14
BESIDE = 5.0  # how much likelier somebody is drawn who could fill a gap
STRANGERS = 0.03  # how likely a person without a shift in common is drawn
Neighbourhood = Callable[[Report, int, random.Random], Part]


def colleagues(report: Report, size: int, chance: random.Random) -> Part:
    """Free a few people who could take each other's shifts, all the time."""
    problem = report.problem
    count = max(2, size // len(problem.dates))
    return Part(worker_ids=_together(report, count, chance))


def some_days(report: Report, size: int, chance: random.Random) -> Part:
    """Free a stretch of days, for as many people as the size allows."""
    problem = report.problem
    people = len(problem.workers)
    days = max(FEWEST_DAYS, min(len(problem.dates), size // people))
    count = max(2, size // days)
    return Part(
        None if count >= people else _together(report, count, chance),
        _stretch(report, days, chance),
    )


def a_patch(report: Report, size: int, chance: random.Random) -> Part:
    """Free colleagues for about a week, or longer."""
    problem = report.problem
    days = min(len(problem.dates), chance.choice((5, 7, 10, 14)))
    count = max(2, size // days)
    return Part(
        _together(report, count, chance), _stretch(report, days, chance)
    )


def two_weeks(report: Report, size: int, chance: random.Random) -> Part:
    """Free colleagues for a stretch of days and the same days of a week apart.

    Whoever works all they may can only come where somebody is missing if
    they stay away at another time, a weekend for a weekend.
    """
    days = chance.choice((3, 5, 7))
    first = _stretch(report, days, chance)
    second = _weeks_apart(report.problem, first, chance)
    count = max(2, size // (2 * days))
    return Part(_together(report, count, chance), first | second)


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
    return Part(frozenset(_drawn(list(weights), weights, count, chance)))


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
        _together(report, people, chance), _stretch(report, days, chance)
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
    if problem.sessions:
        return (*NEIGHBOURHOODS, some_support, some_support, one_plan)
    if len(problem.dates) >= TWO_WEEKS:
        return (*NEIGHBOURHOODS, two_weeks, for_a_gap)
    return NEIGHBOURHOODS


def _stretch(
    report: Report, count: int, chance: random.Random
) -> frozenset[date]:
    """Draw a stretch of days that holds one where something costs."""
    dates = report.problem.dates
    weights = dict.fromkeys(dates, 1.0)
    for breach in report.breaches:
        day = breach.key.date
        if day in weights:
            weights[day] += breach.cost
    middle = chance.choices(dates, [weights[day] for day in dates])[0]
    first = middle - timedelta(days=chance.randrange(count))
    latest = dates[-1] - timedelta(days=count - 1)
    first = max(dates[0], min(first, latest))
    return frozenset(first + timedelta(days=n) for n in range(count))


def _weeks_apart(
    problem: Problem, days: frozenset[date], chance: random.Random
) -> frozenset[date]:
    """Draw the same days of another week, if the rota has all of one."""
    most = len(problem.dates) // 7
    moved = (
        frozenset(day + timedelta(weeks=weeks) for day in days)
        for weeks in range(-most, most + 1)
        if weeks
    )
    there = [held for held in moved if held <= problem.date_set]
    return chance.choice(there or [days])


def _together(
    report: Report, count: int, chance: random.Random
) -> frozenset[str]:
    """Draw somebody whom rules hurt, and people with shifts in common."""
    problem = report.problem
    ids = [worker.id for worker in problem.workers]
    if count >= len(ids):
        return frozenset(ids)
    costs = _costs_by_worker(report)
    first = chance.choices(ids, [costs[name] for name in ids])[0]
    mine = problem.places_of[first]
    weights = {
        name: costs[name]
        * (STRANGERS + len(mine & problem.places_of[name]) / (1 + len(mine)))
        for name in ids
    }
    others = [name for name in ids if name != first]
    return frozenset([first, *_drawn(others, weights, count - 1, chance)])


def _costs_by_worker(report: Report) -> dict[str, float]:
    """Give what each worker's own breaches cost; nobody is at nothing."""
    weights = {worker.id: 0.0 for worker in report.problem.workers}
    for breach in report.breaches:
        if breach.key.worker_id in weights:
            weights[breach.key.worker_id] += breach.cost
    floor = 1.0 + sum(weights.values()) / max(1, len(weights))
    return {name: weight + floor for name, weight in weights.items()}


def _drawn(
    ids: Sequence[str],
    weights: dict[str, float],
    count: int,
    chance: random.Random,
) -> list[str]:
    """Draw some without putting back, by weight."""
    keys = {name: chance.random() ** (1 / weights[name]) for name in ids}
    return sorted(ids, key=lambda name: (-keys[name], name))[:count]
