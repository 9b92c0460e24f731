"""A rota somebody made, with just enough taken out to keep every must."""

from __future__ import annotations

from rota.checker import Report, check
from rota.domain import Problem
from rota.roster import Pair, Roster
from rota.solver.best import Scale


def lawful(problem: Problem, start: Roster, scale: Scale) -> Roster:
    """Keep of a rota what may be given, and add the pins.

    Where a must is broken beyond what pins and history break, the duties of
    that person on that day go, then all that person's duties.
    """
    pins = problem.pinned_pairs
    known = {pair for pair in start.pairs if pair[1] in problem.duty}
    kept = {pair for pair in known if problem.allows(*pair)}
    roster = Roster(problem, kept | pins)
    for whole in (False, True):
        report = check(problem, roster)
        roster = roster.changed(drop=_guilty(report, scale, whole) - pins)
    if scale.worth(check(problem, roster))[0]:
        return Roster.pins(problem)
    return roster


def _guilty(report: Report, scale: Scale, whole: bool) -> set[Pair]:
    """Give the duties of those whose musts are broken beyond the constants."""
    found: set[Pair] = set()
    for breach in report.broken:
        name = (breach.rule.id, breach.key)
        if breach.amount <= scale.unavoidable.get(name, 0):
            continue
        for worker_id in (breach.key.worker_id, breach.key.other_id):
            for duty in report.roster.by_worker.get(worker_id, ()):
                if whole or duty.date == breach.key.date:
                    found.add((worker_id, duty.id))
    return found
