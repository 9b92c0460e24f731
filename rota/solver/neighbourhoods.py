"""Where to look for a better rota: which part of it to free.

Each neighbourhood is a function of the best report, a size and a source of
chance; it gives the part to solve again with everything else as it is. Size
counts worker-days, so that one size means about the same work in each.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from rota.checker import Report
from rota.roster import Part

Neighbourhood = Callable[[Report, int, random.Random], Part]


def some_workers(report: Report, size: int, chance: random.Random) -> Part:
    """Free a few workers for the whole horizon, the costliest first."""
    problem = report.problem
    ids = [worker.id for worker in problem.workers]
    count = max(1, min(len(ids), size // len(problem.dates)))
    weights = _costs_by_worker(report)
    return Part(worker_ids=frozenset(_drawn(ids, weights, count, chance)))


def some_days(report: Report, size: int, chance: random.Random) -> Part:
    """Free everybody for a stretch of days, where rules hurt most."""
    problem = report.problem
    count = max(1, min(len(problem.dates), size // len(problem.workers)))
    return Part(dates=_stretch(report, count, chance))


def a_patch(report: Report, size: int, chance: random.Random) -> Part:
    """Free about half of the workers for a stretch of days."""
    problem = report.problem
    ids = [worker.id for worker in problem.workers]
    people = max(2, len(ids) // 2)
    days = max(2, min(len(problem.dates), size // people))
    chosen = _drawn(ids, _costs_by_worker(report), people, chance)
    return Part(frozenset(chosen), _stretch(report, days, chance))


NEIGHBOURHOODS: tuple[Neighbourhood, ...] = (some_workers, some_days, a_patch)


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
