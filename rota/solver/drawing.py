"""Draw days and people for a part of the rota, by chance and by what hurts."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rota.checker import Report
from rota.domain import Problem

TWO_WEEKS = 14  # days
LENGTHS = (5, 7, 10, 14)  # days: about a week, or longer
STRANGERS = 0.03  # how likely a person without a shift in common is drawn


def stretch(
    report: Report, count: int, chance: random.Random
) -> frozenset[date]:
    """Draw a stretch of days that holds one where something costs."""
    problem = report.problem
    dates = problem.dates
    weights = dict.fromkeys(dates, 1.0)
    for breach in report.breaches:
        day = breach.key.date
        if day in weights:
            weights[day] += breach.cost
    middle = chance.choices(dates, [weights[day] for day in dates])[0]
    first = middle - timedelta(days=chance.randrange(count))
    return days_from(problem, first, count)


def days_from(problem: Problem, first: date, count: int) -> frozenset[date]:
    """Give a stretch of days, moved to where the rota has all of it."""
    begin, end = problem.dates[0], problem.dates[-1]
    first = max(begin, min(first, end - timedelta(days=count - 1)))
    return frozenset(first + timedelta(days=n) for n in range(count))


def weeks_apart(
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


def together(
    report: Report, count: int, chance: random.Random
) -> frozenset[str]:
    """Draw somebody whom rules hurt, and people with shifts in common."""
    problem = report.problem
    ids = [worker.id for worker in problem.workers]
    if count >= len(ids):
        return frozenset(ids)
    costs = _costs_by_worker(report)
    first = chance.choices(ids, [costs[name] for name in ids])[0]
    alike = in_common(problem, first)
    weights = {name: costs[name] * alike[name] for name in ids}
    others = [name for name in ids if name != first]
    return frozenset([first, *drawn(others, weights, count - 1, chance)])


def in_common(problem: Problem, worker_id: str) -> dict[str, float]:
    """Give how likely each is drawn with somebody: by shifts in common."""
    mine = problem.places_of[worker_id]
    return {
        worker.id: STRANGERS
        + len(mine & problem.places_of[worker.id]) / (1 + len(mine))
        for worker in problem.workers
    }


def _costs_by_worker(report: Report) -> dict[str, float]:
    """Give what each worker's own breaches cost; nobody is at nothing."""
    weights = {worker.id: 0.0 for worker in report.problem.workers}
    for breach in report.breaches:
        if breach.key.worker_id in weights:
            weights[breach.key.worker_id] += breach.cost
    floor = 1.0 + sum(weights.values()) / max(1, len(weights))
    return {name: weight + floor for name, weight in weights.items()}


def drawn(
    ids: Sequence[str],
    weights: Mapping[str, float],
    count: int,
    chance: random.Random,
) -> list[str]:
    """Draw some without putting back, by weight."""
    keys = {name: chance.random() ** (1 / weights[name]) for name in ids}
    return sorted(ids, key=lambda name: (-keys[name], name))[:count]
