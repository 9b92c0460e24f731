"""Where to look when somebody is far from a fair share: who could change.

Most pieces of a burden stand on few days: a bank holiday, a weekend. Who has
too many can give one only to somebody else on that day, and the hours that go
with it change hands on the days around it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from rota.checker import Report
from rota.domain import Burden
from rota.roster import Part
from rota.rules.base import Breach
from rota.rules.fair_share import count_burden
from rota.solver.drawing import (
    LENGTHS,
    TWO_WEEKS,
    days_from,
    drawn,
    in_common,
    stretch,
    together,
)

BEFORE = 2  # days at least on both sides: a weekend is changed as a whole
SHORT = (1, 2, 3, 7)  # days of a shorter rota, where one piece is of one day
MOST_APART = 6.0  # shares; who is further apart is not likelier drawn


def an_exchange(report: Report, size: int, chance: random.Random) -> Part:
    """Free one who is far from a share, and others who could change with it.

    On days around one piece of the burden that may change hands. In a rota of
    a week these may be few, for all who work then: with support plans a week
    of three people is about as much as is solved at once.
    """
    problem = report.problem
    days = min(len(problem.dates), chance.choice(LENGTHS))
    unfair = report.of("fair shares")
    if unfair:
        breach = chance.choices(unfair, [1.0 + b.cost for b in unfair])[0]
        pieces = _pieces(report, breach)
        if len(problem.dates) < TWO_WEEKS and not _is_of_weekends(breach):
            days = min(len(problem.dates), chance.choice(SHORT))
        if pieces:
            aside = min(BEFORE, (days - 1) // 2)
            before = aside + chance.randrange(max(1, days - 2 * aside))
            first = chance.choice(pieces) - timedelta(days=before)
            people = _people(report, breach, max(2, size // days), chance)
            return Part(people, days_from(problem, first, days))
    count = max(2, size // days)
    return Part(together(report, count, chance), stretch(report, days, chance))


def _is_of_weekends(unfair: Breach) -> bool:
    return _side(unfair)[0] is Burden.WEEKENDS


def _pieces(report: Report, unfair: Breach) -> list[date]:
    """Give the days on which somebody has too much, or could have more."""
    problem, worker_id = report.problem, unfair.key.worker_id
    burden, sign = _side(unfair)
    had = {
        duty.date
        for duty in report.roster.by_worker.get(worker_id, ())
        if problem.burdens_of[duty.id][burden]
    }
    able = {
        duty.date
        for duty in problem.allowed_of[worker_id]
        if problem.burdens_of[duty.id][burden]
    }
    return sorted((had if sign > 0 else able - had) & problem.date_set)


def _people(
    report: Report, unfair: Breach, count: int, chance: random.Random
) -> frozenset[str]:
    """Draw those furthest on the other side, of those who share shifts."""
    problem, worker_id = report.problem, unfair.key.worker_id
    burden, sign = _side(unfair)
    above = _above(report, burden)
    weights = in_common(problem, worker_id)
    for name in weights:
        apart = sign * (above[worker_id] - above.get(name, above[worker_id]))
        weights[name] *= 2.0 ** min(apart, MOST_APART)
    others = [w.id for w in problem.workers if w.id != worker_id]
    return frozenset([worker_id, *drawn(others, weights, count - 1, chance)])


def _side(unfair: Breach) -> tuple[Burden, int]:
    """Give the burden, and 1 for too much of it, -1 for too little."""
    burden, _, side = unfair.key.what.rpartition(": ")
    return Burden(burden), 1 if side == "over" else -1


def _above(report: Report, burden: Burden) -> dict[str, float]:
    """Give how far above the fair share everybody is."""
    problem, roster = report.problem, report.roster
    return {
        name: float(fair.carried - fair.share)
        + count_burden(problem, roster, burden, name)
        for name, fair in problem.fair_shares[burden].items()
    }
